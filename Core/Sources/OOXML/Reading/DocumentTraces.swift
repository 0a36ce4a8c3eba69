/// Where in a file something was found.
public struct SourcePlace: Hashable, Sendable {
  /// Name of the part.
  public let part: String
  /// Number of the paragraph in the part; nil outside of paragraphs.
  public let paragraph: Int?
}

/// What a document should not carry when it is published.
public struct DocumentTraces: Hashable, Sendable {
  /// A tracked change.
  public struct Change: Hashable, Sendable {
    /// Text that was moved makes two changes: where it was, and where it is.
    public enum Kind: Hashable, Sendable { case insertion, deletion, moveFrom, moveTo, formatting }

    /// What was done.
    public let kind: Kind
    /// As written in the file; empty where it does not say.
    public let author: String
    /// As written in the file.
    public let date: String
    /// What was inserted or deleted.
    public let text: String
    /// The paragraph in which it stands.
    public let place: SourcePlace
  }

  /// A remark beside the text.
  public struct Comment: Hashable, Sendable {
    /// As written in the file; empty where it does not say.
    public let author: String
    /// As written in the file.
    public let date: String
    /// All of its paragraphs, one a line.
    public let text: String
    /// Its first paragraph.
    public let place: SourcePlace
  }

  /// A name or a text with its place.
  public struct Mark: Hashable, Sendable {
    /// The name, the instruction, the hidden words or the address.
    public let text: String
    public let place: SourcePlace
  }

  /// Tracked changes, in the order of the file.
  public var changes: [Change] = []
  /// In the order of the file.
  public var comments: [Comment] = []
  /// With the names that somebody or some program gave them.
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

  /// Nothing found.
  public init() {}
}

/// What the file says about itself; all as written there.
public struct DocumentProperties: Hashable, Sendable {
  /// One property.
  public struct Entry: Hashable, Sendable {
    /// Such as `creator`, `lastModifiedBy`, `Company`, or the name of a custom property.
    public let name: String
    /// As written in the file, never empty.
    public let value: String
    /// Name of the part that says it.
    public let part: String
  }

  /// Those that are not empty, in the order of the file.
  public var entries: [Entry] = []

  /// Nothing said.
  public init() {}

  /// The value of that name, nil if the file does not say.
  public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }
}
