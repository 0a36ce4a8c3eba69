public import Database
public import Evaluation
public import Text

/// What somebody looks for in the texts of filings.
public struct TextSearch: Sendable {
  /// All of them must stand in a text.
  public let words: SearchWords
  /// The task's; nil for all.
  public var year: Int?
  /// nil for all.
  public var task: Int64?
  /// nil for all.
  public var kind: ExtractedText.Kind?
  /// The units whose filings may be found.
  public var reach = UnitReach.everything
  /// nil for all.
  public var stage: Stage?
  /// Only filings of tasks in these phases; none stands for all.
  public var phases: [TaskPhase] = []

  /// How many texts of the index are looked at at most.
  public var mostCandidates = 50_000

  /// In all texts, as far as nothing else is set.
  public init(_ words: SearchWords) { self.words = words }

  fileprivate var condition: SQL {
    var marks: [String] = []
    if let year { marks.append(SearchMarks.year(year)) }
    if let task { marks.append(SearchMarks.task(task)) }
    if let kind { marks.append(SearchMarks.kind(kind)) }
    let departments = reach.departments.map { [$0.map { SearchMarks.department($0) }] } ?? []
    return WordIndex.extracts.condition(all: words.grams + marks, anyOf: departments)
  }
}

/// A text that was found, with the filing that it belongs to.
public struct FoundText: Sendable {
  public let filing: Int64
  public let task: Int64
  public let unit: BudgetUnit
  public let stage: Stage
  /// Of the cell or section that it stands in.
  public let title: String
  /// The whole text, not a cutting.
  public let text: SearchText
  private let place: String

  /// The cell in which a word stands.
  public func cell(of words: SearchWords) -> CellAddress? {
    let cells = place.split(separator: ",").map(String.init)
    let line = cells.count == 1 ? 0 : text.line(of: words)
    return cells.dropFirst(line).first.flatMap { CellAddress($0) }
  }

  fileprivate init(_ row: inout SQLRow) throws {
    filing = try row.integer()
    task = try row.integer()
    unit = try BudgetUnit(stored: &row)
    stage = try row.stored(Stage.self)
    place = try row.text()
    title = try row.text()
    text = SearchText(try row.text())
  }
}

extension Query where Output == Int64 {
  /// Rows of the index that may hold what is looked for, the latest filings first.
  fileprivate static func candidates(_ search: TextSearch, after last: Int64?, limit: Int) -> Query {
    let rest: SQL = last.map { " AND extract_index.rowid > \($0)" } ?? ""
    let rows: SQL = """
      SELECT extract_index.rowid AS rowid FROM extract_index WHERE \(fragment: search.condition)\(fragment: rest)
      ORDER BY extract_index.rowid LIMIT
      """
    var conditions: [SQL] = []
    // Departments are marks of the index, single units are not.
    if case .some(let codes) = search.reach, codes.contains(where: { $0.utf8.count > 3 }) {
      conditions.append("(\(fragment: search.reach.condition))")
    }
    if let stage = search.stage { conditions.append("filing.stage = \(stage.rawValue)") }
    if !search.phases.isEmpty { conditions.append("task.phase IN \(list: search.phases.map(\.rawValue))") }
    guard !conditions.isEmpty else {
      return Query(rows + " \(limit)") { row in try row.integer() }
    }
    return Query(
      """
      SELECT extract_index.rowid FROM (\(fragment: rows) \(search.mostCandidates)) AS extract_index
        JOIN filing ON filing.id = \(fragment: StoredText.filingOfRow) JOIN task ON task.id = filing.task_id
      WHERE \(fragment: conditions.joined(by: " AND ")) ORDER BY extract_index.rowid LIMIT \(limit)
      """
    ) { row in try row.integer() }
  }
}

extension Query where Output == FoundText {
  fileprivate static func found(_ rows: [Int64]) -> Query {
    Query(
      """
      SELECT filing.id, filing.task_id, unit.code, \(fragment: .unitNameOfFiling), filing.stage, extract_text.place, extract_text.title,
        extract_text.text
      FROM extract_text JOIN filing ON filing.id = extract_text.filing_id JOIN unit ON unit.code = filing.unit_code
      WHERE extract_text.id IN \(list: rows) ORDER BY extract_text.id
      """
    ) { row in try FoundText(&row) }
  }
}

/// What a search found.
public struct FoundTexts: Sendable {
  /// How many there are, up to the limit.
  public let count: Int
  /// So many texts may hold the words that only the latest were looked at.
  public var isPartial = false
  /// Those that are to be shown.
  public let shown: [FoundText]
}

extension ReadTransaction {
  /// Texts that hold all the words, the latest filings first. Throws `DatabaseFault`.
  /// - Parameters:
  ///   - range: which of them are read.
  ///   - limit: how many are counted at most.
  public func find(_ search: TextSearch, shown range: Range<Int>, limit: Int) throws -> FoundTexts {
    guard !search.words.isEmpty, search.reach != .some([]) else { return FoundTexts(count: 0, shown: []) }
    if search.words.areGrams {
      let rows = try ask(.candidates(search, after: nil, limit: limit))
      let wanted = range.clamped(to: 0..<rows.count)
      return FoundTexts(count: rows.count, shown: try texts(Array(rows[wanted])))
    }
    return try findLooking(search, shown: range, limit: limit)
  }

  /// Looks at every candidate: it has the words' pairs of characters, though perhaps not side by side.
  private func findLooking(_ search: TextSearch, shown range: Range<Int>, limit: Int) throws -> FoundTexts {
    var (count, shown): (Int, [FoundText]) = (0, [])
    var (last, seen, step): (Int64?, Int, Int) = (nil, 0, limit)
    while seen < search.mostCandidates {
      let rows = try ask(.candidates(search, after: last, limit: step))
      for text in try texts(rows) where text.text.holds(search.words) {
        if range.contains(count) { shown.append(text) }
        count += 1
        if count == limit { return FoundTexts(count: count, shown: shown) }
      }
      guard rows.count == step else { return FoundTexts(count: count, shown: shown) }
      (last, seen, step) = (rows.last, seen + rows.count, min(2 * step, 1_000))
    }
    return FoundTexts(count: count, isPartial: true, shown: shown)
  }

  /// In the order of the rows.
  private func texts(_ rows: [Int64]) throws -> [FoundText] {
    // A statement of few values is kept prepared.
    try stride(from: 0, to: rows.count, by: 60).flatMap { start in
      try ask(.found(Array(rows[start..<min(rows.count, start + 60)])))
    }
  }
}
