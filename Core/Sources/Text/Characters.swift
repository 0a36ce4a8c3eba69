extension Unicode.Scalar {
  /// 0 to 9.
  public var isDigit: Bool { ("0"..."9").contains(self) }
  /// a to z in either case.
  public var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  /// A Chinese character of the common block; rarer ones are none.
  public var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
  /// A capital Latin letter as a small one.
  var small: Unicode.Scalar { (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20) ?? self : self }
}

extension String {
  /// Some byte begins a Chinese character of the common block; for few others it does, none of which a number has.
  public var holdsIdeographs: Bool { withBytes { $0.contains { (0xE4...0xE9).contains($0) } } }
}
