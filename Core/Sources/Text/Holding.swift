#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// The same scalars, byte by byte; sooner than `==`, which normalises.
  public func isExactly(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        mine.count == theirs.count && (mine.baseAddress == theirs.baseAddress || mine.holds(theirs))
      }
    }
    if case .some(.some(let isSame)) = answer { return isSame }
    return utf8.elementsEqual(other.utf8)
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
    guard let wanted = words.baseAddress, words.count > 0 else { return true }
    guard let start = baseAddress, count >= words.count else { return false }
    // From one place of the last byte to the next: the last bytes of Chinese characters differ most.
    let before = words.count - 1
    let (end, last) = (start + count, Int32(wanted[before]))
    var place = start + before
    while place < end, let found = memchr(place, last, end - place) {
      let stop = found.assumingMemoryBound(to: UInt8.self)
      if memcmp(stop - before, wanted, before) == 0 { return true }
      place = UnsafePointer(stop) + 1
    }
    return false
  }
}
