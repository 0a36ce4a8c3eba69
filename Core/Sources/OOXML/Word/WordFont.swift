/// The two font families that a run of mixed text uses.
public struct WordFont: Hashable, Sendable {
  /// Family for Chinese text, such as 仿宋_GB2312.
  public var eastAsia: String
  /// Family for Latin letters and digits.
  public var ascii: String

  public init(eastAsia: String, ascii: String = "Times New Roman") {
    self.eastAsia = eastAsia
    self.ascii = ascii
  }

  /// One family for everything.
  public init(_ family: String) { self.init(eastAsia: family, ascii: family) }
}

/// What another machine may use where a font is missing.
public struct WordFontAlternative: Hashable, Sendable {
  /// The family that may be missing.
  public var font: String
  /// The family to use instead.
  public var alternative: String

  public init(_ font: String, _ alternative: String) {
    self.font = font
    self.alternative = alternative
  }
}
