/// The prescribed sections of a narrative report.
public struct ReportOutline: Sendable, Identifiable {
  /// That of its sheet, too.
  public let id: String
  /// With {year} and {unit}.
  public let title: String
  /// In the order of the report, a subsection behind its section.
  public let sections: [Section]
  /// The name of one of the policy's sources.
  public let source: String
  public init(id: String, title: String, sections: [Section], source: String) {
    self.id = id
    self.title = title
    self.sections = sections
    self.source = source
  }

  /// One heading and what stands under it.
  public struct Section: Sendable, Identifiable {
    /// The row of its cell's address, whose column is "text".
    public let id: String
    /// 1 for 一、 2 for（一）.
    public let level: Int
    /// With its number: "一、部门基本情况".
    public let heading: String
    /// Must not stay blank.
    public let isRequired: Bool
    /// What belongs here, shown beside the text.
    public let hint: String
    /// A first text with figures bound to cells; empty where there is none.
    public let starter: String
    /// Most characters; nil for no limit.
    public let limit: Int?
    /// What a section without a limit of its own may hold.
    public static let greatestLimit = 20_000
    public init(
      id: String, level: Int, heading: String, isRequired: Bool, hint: String = "", starter: String = "",
      limit: Int? = nil
    ) {
      self.id = id
      self.level = level
      self.heading = heading
      self.isRequired = isRequired
      self.hint = hint
      self.starter = starter
      self.limit = limit
    }
  }
}

/// A file that goes with a filing.
public struct AttachmentRequirement: Sendable, Identifiable {
  public let id: String
  public let title: String
  public let need: Need
  /// A report written in the sections of this outline satisfies the requirement too.
  public let outline: String?
  /// File endings that are taken: "docx", "pdf".
  public let endings: [String]
  /// The name of one of the policy's sources.
  public let source: String
  public init(id: String, title: String, need: Need, outline: String?, endings: [String], source: String) {
    self.id = id
    self.title = title
    self.need = need
    self.outline = outline
    self.endings = endings
    self.source = source
  }

  /// When the file has to be there.
  public enum Need: String, Sendable, CaseIterable {
    case always
    /// When the base-data table shows special funds.
    case withSpecialFunds
    case optional
  }
}
