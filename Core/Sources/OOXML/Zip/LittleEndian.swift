extension [UInt8] {
  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int) {
    append16(value)
    append16(value >> 16)
  }

  /// The two bytes at an offset that the caller has checked.
  func read16(_ offset: Int) -> Int {
    Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The four bytes at an offset that the caller has checked.
  func read32(_ offset: Int) -> Int {
    read16(offset) | read16(offset + 2) << 16
  }
}
