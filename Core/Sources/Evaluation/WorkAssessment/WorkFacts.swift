/// What is known of a department's self-evaluation for its 自评工作考核. What is not known is nil and proposes nothing.
public struct WorkFacts: Sendable {
  /// The files of each attachment requirement.
  public var files: [String: [File]] = [:]
  /// What the requirements are called.
  public var fileTitles: [String: String] = [:]
  /// Every unit of the department that had to file.
  public var units: [Unit]?
  /// nil while it was not sent or has no deadline.
  public var lateness: Lateness?
  /// nil where no report is written in the system.
  public var reportSections: WorkLook?
  /// nil where there is nothing that could belong to the report.
  public var reportAnnexes: WorkLook?
  /// nil where the policy prescribes no points.
  public var weights: WorkLook?
  /// nil where the forms have no indicators.
  public var thirdLevel: WorkLook?
  /// nil where the forms have no indicators.
  public var measurable: WorkLook?
  /// nil where no such section is written in the system.
  public var onlyLackOfFunds: WorkLook?
  /// nil where no such section is written in the system.
  public var onlyMoreMoney: WorkLook?
  /// Nothing is known yet.
  public init() {}

  /// A file of the evidence.
  public struct File: Hashable, Sendable {
    /// The file's number.
    public let id: Int64
    /// As it was uploaded.
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
    /// The filing's number.
    public let filing: Int64
    public let name: String
    /// Its self-evaluation has passed all reviews.
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
    /// The day on which it was first sent for review.
    public let sent: CivilDay
    /// By so many it was late; none or less in time.
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
  /// What is not as it should be.
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
  /// What a person reads, without a full stop.
  public let words: String
  /// nil where there is nothing to open.
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
