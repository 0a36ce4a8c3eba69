/// What is known of a department's self-evaluation for its 自评工作考核. What is not known is nil and proposes nothing.
public struct WorkFacts: Sendable {
  /// The files of each attachment requirement.
  public var files: [String: [File]] = [:]
  /// What the requirements are called.
  public var fileTitles: [String: String] = [:]
  /// Every unit of the department that had to file.
  public var units: [Unit]?
  public var lateness: Lateness?
  public var reportSections: WorkLook?
  public var reportAnnexes: WorkLook?
  public var weights: WorkLook?
  public var thirdLevel: WorkLook?
  public var measurable: WorkLook?
  public var onlyLackOfFunds: WorkLook?
  public var onlyMoreMoney: WorkLook?
  public init() {}

  /// A file of the evidence.
  public struct File: Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// What it says; nil where it cannot be read.
    public let text: String?
    public init(id: Int64, name: String, text: String?) {
      self.id = id
      self.name = name
      self.text = text
    }
  }

  /// A unit of the department with its filing.
  public struct Unit: Hashable, Sendable {
    public let filing: Int64
    public let name: String
    public let isDone: Bool
    public init(filing: Int64, name: String, isDone: Bool) {
      self.filing = filing
      self.name = name
      self.isDone = isDone
    }
  }

  /// When it was due and when it was first sent for review.
  public struct Lateness: Hashable, Sendable {
    public let deadline: CivilDay
    public let sent: CivilDay
    public let workingDays: Int
    public init(deadline: CivilDay, sent: CivilDay, workingDays: Int) {
      self.deadline = deadline
      self.sent = sent
      self.workingDays = workingDays
    }
  }
}

/// What one check looked at.
public struct WorkLook: Hashable, Sendable {
  /// How many things it looked at.
  public let count: Int
  public let faults: [WorkItem]
  /// What is worth reading though it is no fault.
  public let notes: [WorkItem]
  public init(count: Int, faults: [WorkItem], notes: [WorkItem] = []) {
    self.count = count
    self.faults = faults
    self.notes = notes
  }
}

/// One thing that was seen, and where.
public struct WorkItem: Hashable, Sendable {
  public let words: String
  public let place: WorkPlace?
  public init(_ words: String, at place: WorkPlace? = nil) {
    self.words = words
    self.place = place
  }
}

/// Where a person can look at it.
public enum WorkPlace: Hashable, Sendable {
  case cell(CellAddress)
  case sheet(String)
  /// A file of the filing.
  case file(Int64)
  /// All files of the filing.
  case files
  /// Another unit's filing.
  case filing(Int64)
}
