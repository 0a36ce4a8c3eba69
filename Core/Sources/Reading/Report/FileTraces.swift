/// What a file carries besides the text that stands on its pages, in the order of the file.
public struct FileTraces: Hashable, Sendable {
  /// In the order of the file.
  public let list: [FileTrace]
  public init(_ list: [FileTrace]) { self.list = list }

  /// Those of some kinds.
  public func of(_ kinds: FileTrace.Kind...) -> [FileTrace] { list.filter { kinds.contains($0.kind) } }
}

/// One thing that a file carries besides its text.
public struct FileTrace: Hashable, Sendable {
  /// What sort of thing it is.
  public let kind: Kind
  /// What it says: the words of a comment, a value, the name of a bookmark, an address.
  public let text: String
  /// Whose it is, or what it is called: the author of a comment, the name of a property; of a picture the words of its
  /// paragraph. Empty where there is none.
  public let name: String
  /// Part of the package, such as `word/comments.xml`.
  public let part: String
  /// Number of the paragraph in the part, from 0; nil outside of paragraphs.
  public let paragraph: Int?

  public init(_ kind: Kind, _ text: String, name: String = "", part: String, paragraph: Int? = nil) {
    self.kind = kind
    self.text = text
    self.name = name
    self.part = part
    self.paragraph = paragraph
  }

  /// What a file can carry besides its text.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case comment
    /// Tracked changes.
    case insertion, deletion, movement, formatting
    /// Text that no page shows.
    case hidden
    case bookmark
    /// The instruction of a field, such as `PAGE`.
    case field
    /// A paragraph of a header, a footer, a footnote or an endnote.
    case header, footer, note, endnote
    /// A picture with what it is called.
    case picture
    /// Programs in the file.
    case macros
    /// A file of another program inside.
    case embedded
    /// What the file says about itself.
    case property
    /// What it points to outside of itself.
    case link
  }
}

/// A stretch of what a file carries besides its text.
public struct TracePlace: Hashable, Sendable {
  /// What it is a stretch of.
  public let trace: FileTrace
  /// Unicode scalars of the trace's text.
  public let range: Range<Int>
  public init(_ trace: FileTrace, _ range: Range<Int>) {
    self.trace = trace
    self.range = range
  }

  /// All of it.
  public init(_ trace: FileTrace) { self.init(trace, 0..<trace.text.unicodeScalars.count) }

  /// What stands there.
  public var quote: String {
    String(String.UnicodeScalarView(trace.text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
  }
}

extension FileTrace.Kind {
  /// What people call it.
  public var words: String {
    switch self {
    case .comment: "批注"
    case .insertion: "修订（插入）"
    case .deletion: "修订（删除）"
    case .movement: "修订（移动）"
    case .formatting: "修订（格式）"
    case .hidden: "隐藏文字"
    case .bookmark: "书签"
    case .field: "域"
    case .header: "页眉"
    case .footer: "页脚"
    case .note: "脚注"
    case .endnote: "尾注"
    case .picture: "图片"
    case .macros: "宏"
    case .embedded: "嵌入的文件"
    case .property: "文件属性"
    case .link: "链接"
    }
  }
}

extension FileTrace {
  /// What people call it, a property by its name: 文件属性“作者”.
  public var spokenName: String {
    guard kind == .property else { return kind.words }
    return "\(kind.words)“\(Self.propertyNames[name] ?? name)”"
  }
  private static let propertyNames = [
    "creator": "作者", "lastModifiedBy": "最后修改者", "Manager": "经理", "Company": "单位", "Template": "模板", "title": "标题",
    "subject": "主题", "description": "备注", "keywords": "关键词", "category": "类别", "HyperlinkBase": "超链接基础",
  ]

  /// Where a person looks for it: 批注，第 2 段（word/comments.xml）.
  public var placeInWords: String {
    spokenName + (paragraph.map { "，第 \($0 + 1) 段" } ?? "") + "（\(part)）"
  }
}
