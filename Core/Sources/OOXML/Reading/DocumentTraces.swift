/// Where in a file something was found.
public struct SourcePlace: Hashable, Sendable {
  /// Name of the part.
  public let part: String
  /// Number of the paragraph in the part; nil outside of paragraphs.
  public let paragraph: Int?
}

/// What a document should not carry when it is published.
public struct DocumentTraces: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case insertion, deletion, moveFrom, moveTo, formatting }

    public let kind: Kind
    public let author: String
    /// As written in the file.
    public let date: String
    /// What was inserted or deleted.
    public let text: String
    public let place: SourcePlace
  }

  public struct Comment: Hashable, Sendable {
    public let author: String
    /// As written in the file.
    public let date: String
    public let text: String
    /// Its first paragraph.
    public let place: SourcePlace
  }

  /// A name or a text with its place.
  public struct Mark: Hashable, Sendable {
    public let text: String
    public let place: SourcePlace
  }

  public var changes: [Change] = []
  public var comments: [Comment] = []
  public var bookmarks: [Mark] = []
  /// Text that is not shown: formatted as hidden, or in a cell that another one covers.
  public var hiddenTexts: [Mark] = []
  /// Instructions such as `PAGE`.
  public var fields: [Mark] = []
  /// Pictures with the names and descriptions that somebody or some program gave them, blank where there are none.
  public var pictures: [Mark] = []
  /// Names of the parts that are files of other programs.
  public var embeddedFiles: [String] = []
  /// Name of the part that holds programs, nil if there are none.
  public var macroPart: String?
  /// What the file points to outside of itself: links, templates, pictures; with the part that does.
  public var externalTargets: [Mark] = []

  public init() {}
}

/// What the file says about itself; all as written there.
public struct DocumentProperties: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// Such as `creator`, `lastModifiedBy`, `Company`, or the name of a custom property.
    public let name: String
    public let value: String
    /// Name of the part that says it.
    public let part: String
  }

  /// Those that are not empty, in the order of the file.
  public var entries: [Entry] = []

  public init() {}

  /// The value of that name, nil if the file does not say.
  public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }
}
