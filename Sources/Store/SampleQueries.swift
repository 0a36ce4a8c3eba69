public import Database
public import Evaluation

/// A sample that was drawn from a task's filings.
public struct SampleDrawRecord: Sendable, Identifiable {
  public let id: Int64
  public let task: Int64
  /// Sixteen hexadecimal digits.
  public let seed: String
  /// Percent.
  public let ratio: String
  /// How many filings could be chosen.
  public let candidates: Int
  /// How many were.
  public let chosen: Int
  /// Which filings were no candidates and why, in words.
  public let leftOut: String
  /// The name of who drew it.
  public let name: String
  /// Unix seconds.
  public let at: Int64
}

/// A candidate of a sample, with what became of it.
public struct SampleItem: Sendable {
  public let draw: Int64
  public let filing: Int64
  public let unit: BudgetUnit
  /// Where it stood when the sample was drawn.
  public let stage: Stage
  /// SHA-256 by which candidates of a department are ordered, hexadecimal.
  public let key: String
  /// Within its department, from 1.
  public let rank: Int
  /// How many of its department were chosen, of how many.
  public let quota: Int
  /// How many candidates its department had.
  public let count: Int
  /// Whether the sample took it.
  public let isChosen: Bool
  /// What is set down of it; blank where it was not chosen.
  public let work: SampleWork
  /// The name of who works on it; nil where it is nobody of the bureau.
  public let reviewerName: String?
  /// Unix seconds of the last change; nil while there was none.
  public let at: Int64?
}

/// What is set down of a sampled filing: who works on it until when, and the result.
public struct SampleWork: Sendable, Hashable {
  /// Somebody of the bureau; nil where an agency has it, or nobody yet.
  public var reviewer: Int64?
  /// 第三方机构; empty where somebody of the bureau has it.
  public var agency = ""
  /// ISO 8601; empty where there is no last day.
  public var due = ""
  /// 抽评总分, 0 to 100; empty until there is one.
  public var points = ""
  /// 抽评结论; nil until the work is finished.
  public var verdict: SampleVerdict?
  /// 抽评结果 in words.
  public var opinion = ""
  /// Given to nobody yet.
  public init() {}

  /// Told from verdict, reviewer and agency.
  public var state: SampleState {
    if verdict != nil { return .finished }
    return reviewer == nil && agency.isEmpty ? .drawn : .assigned
  }
}

/// How far the work on a sample is.
public struct SampleTally: Sendable, Hashable {
  /// How many chosen filings are in each; every state is there.
  public let states: [SampleState: Int]
  /// Not finished though the last day has passed.
  public let overdue: Int
}

extension Query where Output == SampleDrawRecord {
  private static func draws(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT sample_draw.id, sample_draw.task_id, sample_draw.seed, sample_draw.ratio, sample_draw.candidates,
        sample_draw.chosen, sample_draw.left_out, person.name, sample_draw.at
      FROM sample_draw JOIN person ON person.id = sample_draw.person_id
      """
    return Query(columns + rest) { row in
      SampleDrawRecord(
        id: try row.integer(), task: try row.integer(), seed: try row.text(), ratio: try row.text(),
        candidates: Int(try row.integer()), chosen: Int(try row.integer()), leftOut: try row.text(),
        name: try row.text(), at: try row.integer())
    }
  }
  /// The latest first.
  public static func draws(of task: Int64, limit: Int, offset: Int = 0) -> Query {
    draws(" WHERE sample_draw.task_id = \(task) ORDER BY sample_draw.id DESC LIMIT \(limit) OFFSET \(offset)")
  }
  /// No row where it is another task's.
  public static func draw(_ id: Int64, of task: Int64) -> Query {
    draws(" WHERE sample_draw.id = \(id) AND sample_draw.task_id = \(task)")
  }
}

extension Query where Output == Int64 {
  /// How many were drawn in all.
  public static func drawCount(of task: Int64) -> Query {
    Query("SELECT count(*) FROM sample_draw WHERE task_id = \(task)") { row in try row.integer() }
  }
  /// How many chosen filings of a sample are in a state.
  public static func sampledCount(of draw: Int64, in state: SampleState?) -> Query {
    Query(
      """
      SELECT count(*) FROM sample_item
      WHERE draw_id = \(draw) AND is_chosen = 1 AND \(fragment: state.map(\.condition) ?? "1 = 1")
      """
    ) { row in try row.integer() }
  }
}

extension SampleState {
  fileprivate var condition: SQL {
    switch self {
    case .drawn: "(verdict = '' AND reviewer_id IS NULL AND agency = '')"
    case .assigned: "(verdict = '' AND (reviewer_id IS NOT NULL OR agency <> ''))"
    case .finished: "verdict <> ''"
    }
  }
}

extension Query where Output == SampleTally {
  /// `today` as ISO 8601.
  public static func sampleTally(of draw: Int64, today: String) -> Query {
    Query(
      """
      SELECT count(CASE WHEN \(fragment: SampleState.drawn.condition) THEN 1 END),
        count(CASE WHEN \(fragment: SampleState.assigned.condition) THEN 1 END),
        count(CASE WHEN \(fragment: SampleState.finished.condition) THEN 1 END),
        count(CASE WHEN verdict = '' AND due <> '' AND due < \(today) THEN 1 END)
      FROM sample_item WHERE draw_id = \(draw) AND is_chosen = 1
      """
    ) { row in
      let states: [SampleState: Int] = [
        .drawn: Int(try row.integer()), .assigned: Int(try row.integer()), .finished: Int(try row.integer()),
      ]
      return SampleTally(states: states, overdue: Int(try row.integer()))
    }
  }
}

extension Query where Output == SampleItem {
  private static func items(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT sample_item.draw_id, sample_item.filing_id, unit.code, \(fragment: .unitNameOfFiling),
        sample_item.stage, sample_item.draw_key,
        sample_item.place, sample_item.quota, sample_item.of_count, sample_item.is_chosen, sample_item.reviewer_id,
        sample_item.agency, sample_item.due, sample_item.points, sample_item.verdict, sample_item.opinion,
        reviewer.name, sample_item.at
      FROM sample_item JOIN filing ON filing.id = sample_item.filing_id JOIN unit ON unit.code = filing.unit_code
        LEFT JOIN person AS reviewer ON reviewer.id = sample_item.reviewer_id
      """
    return Query(columns + rest) { row in
      let (draw, filing, unit) = (try row.integer(), try row.integer(), try BudgetUnit(stored: &row))
      let (stage, key) = (try row.stored(Stage.self), try row.text())
      let (rank, quota, count) = (Int(try row.integer()), Int(try row.integer()), Int(try row.integer()))
      let isChosen = try row.boolean()
      var work = SampleWork()
      work.reviewer = try row.optionalInteger()
      work.agency = try row.text()
      work.due = try row.text()
      work.points = try row.text()
      work.verdict = SampleVerdict(rawValue: try row.text())
      work.opinion = try row.text()
      return SampleItem(
        draw: draw, filing: filing, unit: unit, stage: stage, key: key, rank: rank, quota: quota, count: count,
        isChosen: isChosen, work: work, reviewerName: try row.optionalText(), at: try row.optionalInteger())
    }
  }
  /// By department, in each from the smallest key on.
  public static func candidates(of draw: Int64, limit: Int, offset: Int) -> Query {
    items(
      """
       WHERE sample_item.draw_id = \(draw)
      ORDER BY substr(filing.unit_code, 1, 3), sample_item.place LIMIT \(limit) OFFSET \(offset)
      """)
  }
  /// What was chosen, by unit code.
  public static func sampled(of draw: Int64, in state: SampleState?, limit: Int, offset: Int) -> Query {
    items(
      """
       WHERE sample_item.draw_id = \(draw) AND sample_item.is_chosen = 1
        AND \(fragment: state.map(\.condition) ?? "1 = 1")
      ORDER BY filing.unit_code LIMIT \(limit) OFFSET \(offset)
      """)
  }
  /// The samples in which a filing was chosen, the latest first.
  public static func samples(of filing: Int64) -> Query {
    items(" WHERE sample_item.filing_id = \(filing) AND sample_item.is_chosen = 1 ORDER BY sample_item.draw_id DESC")
  }
}

extension Command {
  /// `ratio` in percent, `seed` as sixteen hexadecimal digits, `leftOut` in words.
  public static func insertDraw(
    of task: Int64, seed: String, ratio: String, candidates: Int, chosen: Int, leftOut: String, by person: Int64,
    at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO sample_draw (task_id, seed, ratio, candidates, chosen, left_out, person_id, at)
      VALUES (\(task), \(seed), \(ratio), \(candidates), \(chosen), \(leftOut), \(person), \(seconds))
      """)
  }
  /// Candidates as they were drawn; one at least, a few hundred at most.
  public static func insertSampleItems(_ places: [(place: SampleDraw.Place, stage: Stage)], of draw: Int64) -> Command {
    let rows: [[any SQLConvertible]] = places.map { item in
      [
        draw, item.place.candidate.filing, item.stage.rawValue, item.place.key, item.place.rank, item.place.quota,
        item.place.count, item.place.isChosen,
      ]
    }
    return Command(
      """
      INSERT INTO sample_item (draw_id, filing_id, stage, draw_key, place, quota, of_count, is_chosen)
      VALUES \(rows: rows)
      """)
  }
  /// Once in a sample, a filing stays marked.
  public static func markSampled(_ filing: Int64) -> Command {
    Command("UPDATE filing SET is_sampled = 1 WHERE id = \(filing)")
  }
  /// Matches no row where the sample did not choose the filing.
  public static func setSampleWork(
    _ work: SampleWork, of filing: Int64, in draw: Int64, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      UPDATE sample_item SET reviewer_id = \(work.reviewer), agency = \(work.agency), due = \(work.due),
        points = \(work.points), verdict = \(work.verdict?.rawValue ?? ""), opinion = \(work.opinion),
        person_id = \(person), at = \(seconds)
      WHERE draw_id = \(draw) AND filing_id = \(filing) AND is_chosen = 1
      """)
  }
}

extension Query where Output == Int64 {
  /// How many samples a person was given whose result is not there.
  public static func openSamples(of reviewer: Int64) -> Query {
    Query(
      "SELECT count(*) FROM sample_item WHERE reviewer_id = \(reviewer) AND is_chosen = 1 AND verdict = ''"
    ) { row in try row.integer() }
  }
}
