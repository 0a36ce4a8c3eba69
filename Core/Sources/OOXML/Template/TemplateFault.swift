import Text

/// Where in a template something stands, as a person counts it.
public struct TemplatePlace: Hashable, Sendable {
  /// What contains it: 正文, 页眉, 页脚.
  public let part: String
  /// nil outside of tables.
  public let cell: Cell?
  /// Number of the paragraph outside of tables, from 1.
  public let paragraph: Int
  /// How the paragraph begins.
  public let excerpt: String

  /// All from 1.
  public struct Cell: Hashable, Sendable {
    /// Tables inside of others counted too, in the order in which they begin.
    public let table: Int
    public let row: Int
    public let cell: Int
  }

  /// "正文第2个表格第4行第3格".
  public var words: String {
    if let cell { return "\(part)第\(cell.table)个表格第\(cell.row)行第\(cell.cell)格" }
    return excerpt.isEmpty ? "\(part)第\(paragraph)段" : "\(part)第\(paragraph)段（“\(excerpt)”）"
  }
}

/// Why a template cannot be filled in, at one place.
public struct TemplateFault: Error, Hashable, Sendable {
  /// What is wrong there.
  public enum Problem: Hashable, Sendable {
    /// No placeholder has that name.
    case unknownName(nearest: String?)
    /// Two braces that open and none that close, or none in the same line.
    case unclosedBraces
    case strayBraces
    case blankName
    /// A part that begins and does not end.
    case unclosedRegion
    /// A part that ends and did not begin; the one that is open there.
    case unopenedRegion(open: String?)
    /// Begin and end stand in different cells of different rows, or the like.
    case splitRegion
    /// Text before the mark that begins a part of several paragraphs, or behind the one that ends it.
    case textBeside
    /// A field of a list that is not being repeated there.
    case fieldOutsideList(String)
    /// A list where a text should stand.
    case listAsText(String)
    /// Repeated inside of itself.
    case repeatedTwice
    case trackedChange
    case comment
    case noPlaceholder
  }

  /// nil where it is about the file as a whole.
  public let place: TemplatePlace?
  /// As it stands in the template, with its braces.
  public let written: String
  public let problem: Problem

  public init(at place: TemplatePlace?, _ written: String, _ problem: Problem) {
    self.place = place
    self.written = written
    self.problem = problem
  }

  /// Place and reason in a sentence.
  public var message: String {
    guard let place else { return reason }
    return "\(place.words)：\(reason)"
  }

  private var reason: String {
    switch problem {
    case .unknownName(let nearest):
      "没有“\(written)”这个占位符" + (nearest.map { "，是否为“{{\($0)}}”？" } ?? "，请对照占位符一览。")
    case .unclosedBraces: "“\(written)”缺少结束的“}}”，或中间有换行。"
    case .strayBraces: "“}}”前面没有“{{”。"
    case .blankName: "“\(written)”里没有名称。"
    case .unclosedRegion: "“\(written)”没有对应的“{{/\(Self.bare(written))}}”。"
    case .unopenedRegion(let open):
      open.map { "“\(written)”之前应先写“{{/\($0)}}”。" } ?? "“\(written)”前面没有“{{#\(Self.bare(written))}}”。"
    case .splitRegion: "“\(written)”和它的结束标记要在同一格、同一行、同一张表或同一级段落中。"
    case .textBeside: "“\(written)”和其他段落一起重复，同一段中它的外侧不能有别的文字，请另起一段。"
    case .fieldOutsideList(let list):
      "“\(written)”有多项，请写在表格的一行中，或写在“{{#\(list)}}”和“{{/\(list)}}”之间。"
    case .listAsText(let list): "“\(written)”有多项，不能直接填入；请写“{{#\(list)}}……{{/\(list)}}”，或在表格的一行中写其中的栏目。"
    case .repeatedTwice: "“\(written)”已在同名的重复部分之内。"
    case .trackedChange: "有修订痕迹（“\(written)”），请接受或拒绝全部修订后再上传。"
    case .comment: "有批注（“\(written)”），请删除批注后再上传。"
    case .noPlaceholder: "文件中没有占位符。占位符写作“{{单位名称}}”，见占位符一览。"
    }
  }

  private static func bare(_ written: String) -> String {
    written.filter { !"{}｛｝#＃^＾/／".contains($0) }.droppingBlankEnds
  }
}
