public import Database
public import Evaluation
import Figures
public import Store

/// 抽评: draws a random sample of a task's filings that anybody can draw again.
public struct DrawSample: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What is typed for a draw.
  public struct Entry: Sendable {
    /// Percent of each department's filings.
    public let ratio: String
    /// One to sixteen hexadecimal digits; empty for one at random.
    public let seed: String
    /// Both lose the blanks at their ends.
    public init(ratio: String, seed: String) {
      self.ratio = ratio.trimming
      self.seed = seed.trimming
    }
  }

  /// Filings that can be drawn: what is done, and what waits for the bureau.
  public static let stages: [Stage] = [.financeReview, .done]

  static let pageSize = 500

  /// The draw's id. Draws are added, none is ever changed. Throws `Forbidden`, `NotFound`, `Refused`, `Invalid`,
  /// `StaleVersion` or `DatabaseFault`.
  public func callAsFunction(
    _ entry: Entry, from task: Int64, by person: Person, at seconds: Int64
  ) async throws -> Int64 {
    var generator = SystemRandomNumberGenerator()
    return try await self(entry, from: task, by: person, at: seconds, using: &generator)
  }

  func callAsFunction(
    _ entry: Entry, from task: Int64, by person: Person, at seconds: Int64,
    using generator: inout some RandomNumberGenerator
  ) async throws -> Int64 {
    try person.demandSampling()
    let random = SampleSeed(generator.next())
    let (ratio, seed) = try Self.checked(entry, or: random)
    return try await engine.write { database in
      guard let found = try database.first(.task(task)) else { throw NotFound() }
      guard found.phase.takesFilings else { throw Refused([.wrongPhase(found.phase)]) }
      let records = try Self.candidates(in: task, database)
      guard !records.isEmpty else {
        throw Invalid([FieldProblem("ratio", "还没有待财政审核或已办结的自评，不能抽取。")])
      }
      let draw = SampleDraw(
        records.map { SampleCandidate(filing: $0.id, unit: $0.unit.code) }, ratio: ratio, seed: seed,
        digest: { Digest.of($0) })
      let id = try database.insert(
        .insertDraw(
          of: task, seed: seed.description, ratio: ratio.trimmed.description, candidates: records.count,
          chosen: draw.chosen.count, leftOut: try Self.leftOut(in: task, database), by: person.id, at: seconds))
      try Self.keep(draw, of: records, in: found.phase, as: id, by: person, at: seconds, in: database)
      return id
    }
  }

  /// Throws `Invalid` with every fault.
  private static func checked(_ entry: Entry, or random: SampleSeed) throws -> (Figure, SampleSeed) {
    var problems: [FieldProblem] = []
    let ratio = Figure.points(entry.ratio, upTo: 100)
    if ratio.map(\.isZero) ?? true {
      problems.append(FieldProblem("ratio", "请填大于 0、不超过 100 的百分比，最多两位小数。"))
    }
    let seed = entry.seed.isEmpty ? random : SampleSeed(entry.seed)
    if seed == nil { problems.append(FieldProblem("seed", "随机种子为 1 至 16 位的 0–9、a–f；不填则随机产生。")) }
    guard problems.isEmpty, let ratio, let seed else { throw Invalid(problems) }
    return (ratio, seed)
  }

  private static func candidates(in task: Int64, _ database: WriteTransaction) throws -> [FilingRecord] {
    var records: [FilingRecord] = []
    let filter = FilingFilter(task: task, stages: stages, mark: .expected)
    while true {
      let page = try database.ask(Query<FilingRecord>.filings(filter, limit: pageSize, offset: records.count))
      records += page
      if page.count < pageSize { return records }
    }
  }

  /// "填报中 3 份、被退回…": what was no candidate, by where it stood.
  private static func leftOut(in task: Int64, _ database: WriteTransaction) throws -> String {
    var parts: [String] = []
    for stage in Stage.allCases where !stages.contains(stage) {
      let filter = FilingFilter(task: task, stages: [stage], mark: .expected)
      let count = try database.first(Query<Int64>.filingCount(filter)) ?? 0
      if count > 0 { parts.append("\(stage.title) \(count) 份") }
    }
    let waived = try database.first(Query<Int64>.filingCount(FilingFilter(task: task, mark: .waived))) ?? 0
    if waived > 0 { parts.append("不适用 \(waived) 份") }
    return parts.joined(separator: "、")
  }

  private static func keep(
    _ draw: SampleDraw, of records: [FilingRecord], in phase: TaskPhase, as id: Int64, by person: Person,
    at seconds: Int64,
    in database: WriteTransaction
  ) throws {
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rest = draw.places[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(200)
      rest = rest.dropFirst(200)
      try database.tell(
        .insertSampleItems(chunk.map { ($0, byID[$0.candidate.filing]?.stage ?? .done) }, of: id))
    }
    for candidate in draw.chosen {
      guard let record = byID[candidate.filing] else { continue }
      let entry = PreparedEntry(.sample(draw: id, SampleWork()), after: record, by: person, at: seconds)
      guard try database.advance(record.advanced(by: entry), in: phase, by: entry, from: record.version) else {
        throw StaleVersion()
      }
      try database.tell(.markSampled(record.id))
    }
  }
}

extension Person {
  /// Throws `Forbidden` for everybody but the bureau.
  func demandSampling() throws {
    guard holds(.finance) else { throw Forbidden("只有财政绩效经办可以抽评。") }
  }
}
