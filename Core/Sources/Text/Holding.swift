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
    withBytes { text in words.withBytes { text.holds($0) } }
  }

  /// Holds one of these.
  public func holds(anyOf words: [String]) -> Bool {
    withBytes { text in
      // By number: a loop over the words themselves keeps and lets go of each.
      words.withUnsafeBufferPointer { words in
        words.indices.contains { words[$0].withBytes { text.holds($0) } }
      }
    }
  }

  /// The same scalars, byte by byte; sooner than `==`, which normalises.
  public func isExactly(_ other: String) -> Bool {
    withBytes { mine in other.withBytes { mine.count == $0.count && mine.begins(with: $0) } }
  }

  /// One of these, byte by byte.
  public func isExactly(anyOf others: [String]) -> Bool {
    withBytes { mine in others.contains { $0.withBytes { mine.count == $0.count && mine.begins(with: $0) } } }
  }

  /// Begins with these very scalars; sooner than `hasPrefix`, as `holds` is.
  public func begins(with words: String) -> Bool { withBytes { text in words.withBytes { text.begins(with: $0) } } }

  /// Ends with these very scalars.
  public func ends(with words: String) -> Bool {
    withBytes { text in
      words.withBytes { $0.count <= text.count && text.begins(with: $0, at: text.count - $0.count) }
    }
  }

  /// How many scalars stand before the first place of these words; nil where they do not stand.
  public func offset(of words: String) -> Int? {
    guard holds(words) else { return nil }
    let (text, words) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard text.count >= words.count else { return nil }
    return (0...text.count - words.count).first { text[$0..<$0 + words.count].elementsEqual(words) }
  }

  /// How many Unicode scalars there are; sooner than `unicodeScalars.count`.
  public var scalarCount: Int {
    // Every byte begins a scalar but those that go on with one.
    withBytes { $0.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
  }

  /// The bytes in one piece.
  @inline(__always) func withBytes<Answer>(_ work: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    utf8.withContiguousStorageIfAvailable(work) ?? Array(utf8).withUnsafeBufferPointer(work)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// These very bytes stand at a place, from which on there are enough.
  @inline(__always) fileprivate func begins(with words: UnsafeBufferPointer<UInt8>, at place: Int = 0) -> Bool {
    guard let wanted = words.baseAddress, words.count > 0 else { return true }
    guard let start = baseAddress, count - place >= words.count else { return false }
    return memcmp(start + place, wanted, words.count) == 0
  }

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
