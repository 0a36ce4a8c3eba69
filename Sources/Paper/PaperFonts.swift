public import OOXML

/// The font families of printed documents. Those that GB/T 9704 asks for need a licence, so all can be replaced.
public struct PaperFonts: Hashable, Sendable {
  /// Titles: 小标宋.
  public var title: String
  /// Headings of the first level, marks of annexes and captions of tables: 黑体.
  public var heading: String
  /// Headings of the second level: 楷体.
  public var subheading: String
  /// Everything else: 仿宋.
  public var body: String
  /// Page numbers: 宋体.
  public var pageNumber: String
  /// Latin letters and digits within Chinese text.
  public var latin: String
  /// What a machine without one of them may take instead.
  public var alternatives: [WordFontAlternative]

  /// The names of families, as word processors list them.
  public init(
    title: String, heading: String, subheading: String, body: String, pageNumber: String, latin: String,
    alternatives: [WordFontAlternative] = []
  ) {
    self.title = title
    self.heading = heading
    self.subheading = subheading
    self.body = body
    self.pageNumber = pageNumber
    self.latin = latin
    self.alternatives = alternatives
  }

  /// As official documents are set.
  public static let standard = PaperFonts(
    title: "方正小标宋简体", heading: "黑体", subheading: "楷体_GB2312", body: "仿宋_GB2312", pageNumber: "宋体",
    latin: "Times New Roman",
    alternatives: [
      WordFontAlternative("方正小标宋简体", "方正小标宋_GBK"), WordFontAlternative("黑体", "SimHei"),
      WordFontAlternative("楷体_GB2312", "楷体"), WordFontAlternative("仿宋_GB2312", "仿宋"),
      WordFontAlternative("宋体", "SimSun"),
    ])

  func font(_ family: String) -> WordFont { WordFont(eastAsia: family, ascii: latin) }
}
