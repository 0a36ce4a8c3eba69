public import Database
public import Evaluation

/// One line of the ledger of publications: whether a unit made its self-evaluation public, where, and when.
public struct Disclosure: Sendable {
  /// Whether and where it can be read.
  public enum State: String, Sendable, CaseIterable {
    /// Here.
    case published
    /// On a site of the unit's own, under an address that it told.
    case elsewhere
    /// It need not, for a reason.
    case exempt
    case missing

    /// In Chinese, as the ledger shows it.
    public var title: String {
      switch self {
      case .published: "已公开"
      case .elsewhere: "在其他网站公开"
      case .exempt: "不公开"
      case .missing: "未公开"
      }
    }
  }

  public let filing: Int64
  public let unit: BudgetUnit
  public let stage: Stage
  /// The version that is public here; nil where none is.
  public let number: Int?
  /// When the first version became public here, Unix seconds.
  public let firstAt: Int64?
  /// SHA-256 of the public Word document.
  public let wordDigest: String
  /// The filing was opened again after that version was made of it.
  public let isOutdated: Bool
  /// What such a line says.
  public static let outdated = "由重新打开前的版本公开"
  /// What was told of it; `nothing` where nothing was.
  public let registration: DisclosureRegistration

  /// What is public here comes before what was told.
  public var state: State {
    if number != nil { return .published }
    if !registration.address.isEmpty { return .elsewhere }
    return registration.exemptReason.isEmpty ? .missing : .exempt
  }

  /// ISO 8601 in China; nil where nothing is public.
  public var day: String? {
    switch state {
    case .published: firstAt.map { CivilDay(inChinaAt: $0).description }
    case .elsewhere: registration.day
    case .exempt, .missing: nil
    }
  }
}

/// What a unit or the bureau told of a publication.
public struct DisclosureRegistration: Sendable, Hashable {
  /// http or https; empty where it is not public elsewhere.
  public let address: String
  /// Since when, ISO 8601.
  public let day: String
  /// Why it is not made public; empty where it is to be.
  public let exemptReason: String
  public init(address: String, day: String, exemptReason: String) {
    self.address = address
    self.day = day
    self.exemptReason = exemptReason
  }

  /// Nothing was told.
  public static let nothing = DisclosureRegistration(address: "", day: "", exemptReason: "")
}

/// Which lines of a task's ledger are shown.
public struct DisclosureFilter: Sendable, Hashable {
  public var task: Int64
  /// The first three digits.
  public var department: String?
  /// Part of a unit's name or code.
  public var text: String
  /// nil for all.
  public var state: Disclosure.State?
  public init(task: Int64, department: String? = nil, text: String = "", state: Disclosure.State? = nil) {
    self.task = task
    self.department = department
    self.text = text
    self.state = state
  }

  /// From the filings to what is known of their publication.
  static let tables: SQL = """
    FROM filing JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      LEFT JOIN publication AS latest ON latest.filing_id = filing.id AND latest.withdrawn_at IS NULL
        AND latest.number = (SELECT max(other.number) FROM publication AS other
          WHERE other.filing_id = filing.id AND other.withdrawn_at IS NULL)
      LEFT JOIN disclosure ON disclosure.filing_id = filing.id
    """

  static func condition(_ state: Disclosure.State) -> SQL {
    switch state {
    case .published: "latest.number IS NOT NULL"
    case .elsewhere: "latest.number IS NULL AND disclosure.address <> ''"
    case .exempt: "latest.number IS NULL AND disclosure.address = '' AND disclosure.exempt_reason <> ''"
    case .missing:
      """
      latest.number IS NULL
        AND (disclosure.filing_id IS NULL OR (disclosure.address = '' AND disclosure.exempt_reason = ''))
      """
    }
  }

  var condition: SQL {
    let filings = FilingFilter(task: task, department: department, text: text, mark: .expected).condition
    guard let state else { return filings }
    return "\(fragment: filings) AND \(fragment: Self.condition(state))"
  }
}

extension Query where Output == Disclosure {
  /// By unit code.
  public static func disclosures(_ filter: DisclosureFilter, limit: Int, offset: Int) -> Query {
    Query(
      """
      SELECT filing.id, unit.code, \(fragment: .unitNameOfFiling), filing.stage, latest.number,
        (SELECT min(earlier.at) FROM publication AS earlier WHERE earlier.filing_id = filing.id
          AND earlier.withdrawn_at IS NULL),
        COALESCE(latest.word_digest, ''), COALESCE(disclosure.address, ''), COALESCE(disclosure.day, ''),
        COALESCE(disclosure.exempt_reason, ''),
        CASE WHEN filing.reopened_version > latest.filing_version THEN 1 ELSE 0 END
      \(fragment: DisclosureFilter.tables)
      WHERE \(fragment: filter.condition)
      ORDER BY filing.unit_code, filing.id LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      let (filing, unit) = (try row.integer(), try BudgetUnit(stored: &row))
      let stage = try row.stored(Stage.self)
      let (number, firstAt, digest) = (try row.optionalInteger(), try row.optionalInteger(), try row.text())
      let registration = DisclosureRegistration(
        address: try row.text(), day: try row.text(), exemptReason: try row.text())
      return Disclosure(
        filing: filing, unit: unit, stage: stage, number: number.map { Int($0) },
        firstAt: firstAt, wordDigest: digest, isOutdated: try row.boolean(), registration: registration)
    }
  }
}

extension Query where Output == [Disclosure.State: Int] {
  /// How many there are of each state, whatever state the filter asks for.
  public static func disclosureCounts(_ filter: DisclosureFilter) -> Query {
    var whole = filter
    whole.state = nil
    let columns = Disclosure.State.allCases.map { state -> SQL in
      "count(CASE WHEN \(fragment: DisclosureFilter.condition(state)) THEN 1 END)"
    }
    return Query(
      """
      SELECT \(fragment: columns.joined(by: ", ")) \(fragment: DisclosureFilter.tables)
      WHERE \(fragment: whole.condition)
      """
    ) { row in
      var counts: [Disclosure.State: Int] = [:]
      for state in Disclosure.State.allCases { counts[state] = Int(try row.integer()) }
      return counts
    }
  }
}

extension Query where Output == DisclosureRegistration {
  /// No row where nothing was ever told.
  public static func registration(of filing: Int64) -> Query {
    Query("SELECT address, day, exempt_reason FROM disclosure WHERE filing_id = \(filing)") { row in
      DisclosureRegistration(address: try row.text(), day: try row.text(), exemptReason: try row.text())
    }
  }
}

extension Command {
  /// Keeps what was told, and that it was told.
  public static func register(
    _ told: DisclosureRegistration, of filing: Int64, by person: Int64, at seconds: Int64
  ) -> [Command] {
    [
      Command(
        """
        INSERT INTO disclosure (filing_id, address, day, exempt_reason, person_id, at)
        VALUES (\(filing), \(told.address), \(told.day), \(told.exemptReason), \(person), \(seconds))
        ON CONFLICT (filing_id) DO UPDATE SET address = excluded.address, day = excluded.day,
          exempt_reason = excluded.exempt_reason, person_id = excluded.person_id, at = excluded.at
        """),
      Command(
        """
        INSERT INTO disclosure_event (filing_id, address, day, exempt_reason, person_id, at)
        VALUES (\(filing), \(told.address), \(told.day), \(told.exemptReason), \(person), \(seconds))
        """),
    ]
  }
}
