extension String {
  /// Holds these very scalars somewhere.
  ///
  /// Unlike `contains(_:)` it compares bytes, not characters: on Chinese text the same answer, many times sooner.
  public func holds(_ words: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { text in
      words.utf8.withContiguousStorageIfAvailable { words in text.holds(words) }
    }
    if case .some(.some(let holds)) = answer { return holds }
    return contains(words)
  }

  /// Begins with these very scalars; sooner than `hasPrefix`, as `holds` is.
  public func begins(with words: String) -> Bool { utf8.starts(with: words.utf8) }

  /// Ends with these very scalars.
  public func ends(with words: String) -> Bool {
    utf8.count >= words.utf8.count && utf8.suffix(words.utf8.count).elementsEqual(words.utf8)
  }

  /// Holds one of these.
  public func holds(anyOf words: [String]) -> Bool { words.contains { holds($0) } }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = words.first else { return true }
    guard count >= words.count else { return false }
    return (0...count - words.count).contains { start in
      self[start] == first && (1..<words.count).allSatisfy { self[start + $0] == words[$0] }
    }
  }
}
