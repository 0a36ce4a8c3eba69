public import Figures

/// 自评工作考核评分表: by what the finance bureau marks how a department carried out its self-evaluation.
public struct WorkAssessment: Sendable {
  public let title: String
  /// In the order of the printed table; their points make up 100.
  public let rows: [Row]
  /// The name of one of the policy's sources.
  public let source: String
  public init(title: String, rows: [Row], source: String) {
    self.title = title
    self.rows = rows
    self.source = source
  }

  /// nil where the table has no row of this id.
  public func row(_ id: String) -> Row? { rows.first { $0.id == id } }

  /// One criterion that is marked by itself.
  public struct Row: Sendable, Identifiable {
    public let id: String
    /// 一级指标: "布置工作".
    public let first: String
    /// 二级指标: "自评通知".
    public let second: String
    /// What this criterion is called: "通知内容".
    public let label: String
    /// The most that it can earn.
    public let points: Int
    /// 评分标准, as it is printed.
    public let criterion: String
    /// Who finds the points, and how.
    public let method: Method
    /// 所需佐证材料, as it is printed; empty where the table asks for none.
    public let evidence: String
    /// The attachment requirements that hold the evidence.
    public let files: [String]
    /// What a text must speak of, for the check `content`.
    public let elements: [Element]
    /// What earns how many points, where a person judges.
    public let tiers: [Tier]

    public init(
      id: String, first: String, second: String, label: String, points: Int, criterion: String, method: Method,
      evidence: String = "", files: [String] = [], elements: [Element] = [], tiers: [Tier] = []
    ) {
      self.id = id
      self.first = first
      self.second = second
      self.label = label
      self.points = points
      self.criterion = criterion
      self.method = method
      self.evidence = evidence
      self.files = files
      self.elements = elements
      self.tiers = tiers
    }

    /// `points` as a figure.
    public var most: Figure { Figure(Int32(clamping: points)) }
  }

  /// Who finds the points.
  public enum Method: Hashable, Sendable {
    /// The program, by what it sees.
    case computed(WorkCheck, WorkRule)
    /// A person, by the criterion and the tiers; a check that finds a fault proposes no points at all.
    case prompted(WorkCheck?)

    /// What the program looks at; nil where a person looks alone.
    public var check: WorkCheck? {
      switch self {
      case .computed(let check, _): check
      case .prompted(let check): check
      }
    }
  }

  /// Something that a text must speak of, and words that speak of it.
  public struct Element: Hashable, Sendable {
    /// What a person is told is missing, or where it stands.
    public let label: String
    /// One of them is enough, blanks aside.
    public let words: [String]
    public init(label: String, words: [String]) {
      self.label = label
      self.words = words
    }
  }

  /// A stretch of points and what earns it.
  public struct Tier: Hashable, Sendable {
    /// In points.
    public let range: PointRange
    /// As it is printed.
    public let criterion: String
    public init(range: PointRange, criterion: String) {
      self.range = range
      self.criterion = criterion
    }
  }
}

/// What the program can look at for a criterion.
public enum WorkCheck: String, Sendable, CaseIterable, Codable {
  /// The files of the evidence are there.
  case attached
  /// The text of the evidence speaks of every element.
  case content
  /// Every unit of the department has finished its self-evaluation.
  case unitsDone
  /// Working days by which the filing was sent late.
  case daysLate
  /// Main parts of the report.
  case reportSections
  /// Forms and files that belong to the report.
  case reportAnnexes
  /// Points of the first levels and of the budget's execution, as prescribed.
  case weights
  /// Every second level is broken down to indicators with a name.
  case thirdLevel
  /// Every target says how much, by when, or by what standard.
  case measurable
  /// The section on problems tells of a lack of funds and nothing else.
  case onlyLackOfFunds
  /// The section on measures asks for more money and nothing else.
  case onlyMoreMoney
}

/// How what was found becomes points.
public enum WorkRule: Hashable, Sendable {
  /// So many points less for each fault, never below none.
  case deduct(each: Figure)
  /// In proportion to what is without a fault.
  case share
  /// All points without a fault, else none.
  case whole
}
