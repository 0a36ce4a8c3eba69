public import Database
import Evaluation
import Figures
public import Store

/// Gives sampled filings to those who look at them, and keeps what they found.
public struct WorkOnSample: Sendable {
  private let engine: any Engine
  private let write: OptimisticWrite
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    write = OptimisticWrite(engine: engine, shelf: shelf)
  }

  /// Who is to look at it, until when.
  public struct Assignment: Sendable {
    /// The id of somebody at the bureau; empty where an agency does it.
    public let reviewer: String
    /// 第三方机构; empty where somebody of the bureau does it.
    public let agency: String
    /// ISO 8601.
    public let due: String
    /// Texts lose the blanks at their ends.
    public init(reviewer: String, agency: String, due: String) {
      self.reviewer = reviewer.trimming
      self.agency = agency.trimming
      self.due = due.trimming
    }
  }

  /// What was found.
  public struct Finding: Sendable {
    /// 抽评总分 as typed, 0 to 100 with two decimals at most.
    public let points: String
    /// A `SampleVerdict` by its raw value.
    public let verdict: String
    /// 抽评结果 in words: 4 to `longestOpinion` characters.
    public let opinion: String
    /// Points and opinion lose the blanks at their ends.
    public init(points: String, verdict: String, opinion: String) {
      self.points = points.trimming
      self.verdict = verdict
      self.opinion = opinion.trimming
    }
  }

  /// In characters.
  public static let longestOpinion = 2_000

  /// Gives each of the filings of a draw to the same hands; those that are finished stay as they are. Throws
  /// `Forbidden`, `Invalid`, `NotFound`, `Refused` or `DatabaseFault`.
  public func assign(
    _ filings: [Int64], of draw: Int64, to assignment: Assignment, by person: Person, at seconds: Int64
  ) async throws {
    try person.demandSampling()
    guard !filings.isEmpty else { throw Invalid([FieldProblem("filing", "请先勾选单位。")]) }
    let (reviewer, due) = try await checked(assignment, at: seconds)
    for filing in filings {
      try await change(filing, of: draw, by: person, at: seconds) { work in
        guard work.verdict == nil else { return }
        work.reviewer = reviewer
        work.agency = assignment.agency
        work.due = due.description
      }
    }
  }

  /// Throws `Forbidden`, `Invalid` with every fault, `NotFound`, `Refused`, `StaleVersion` or `DatabaseFault`.
  public func finish(
    _ filing: Int64, of draw: Int64, with finding: Finding, expecting version: Int64, by person: Person,
    at seconds: Int64
  ) async throws {
    try person.demandSampling()
    let (points, verdict) = try Self.checked(finding)
    try await change(filing, of: draw, expecting: version, by: person, at: seconds) { work in
      work.points = points.description
      work.verdict = verdict
      work.opinion = finding.opinion
    }
  }

  private func change(
    _ filing: Int64, of draw: Int64, expecting version: Int64? = nil, by person: Person, at seconds: Int64,
    _ change: (inout SampleWork) -> Void
  ) async throws {
    _ = try await write(on: filing) { before in
      guard person.canSee(before.record, in: before.task) else { throw NotFound() }
      guard before.task.phase != .archived else { throw Refused([.wrongPhase(before.task.phase)]) }
      if let version, version != before.record.version { throw StaleVersion() }
      let items = try await engine.read { try $0.ask(.samples(of: filing)) }
      guard let item = items.first(where: { $0.draw == draw }) else { throw NotFound() }
      var work = item.work
      change(&work)
      guard work != item.work else { return nil }
      let kept = work
      return before.noted(.sample(draw: draw, kept), by: person, at: seconds) {
        try $0.tell(.setSampleWork(kept, of: filing, in: draw, by: person.id, at: seconds))
      }
    }
  }

  /// Throws `Invalid` with every fault.
  private func checked(_ assignment: Assignment, at seconds: Int64) async throws -> (reviewer: Int64?, due: CivilDay) {
    var problems: [FieldProblem] = []
    if assignment.reviewer.isEmpty == assignment.agency.isEmpty {
      problems.append(FieldProblem("reviewer", "请选择本局人员，或者填写第三方机构，二者填一项。"))
    }
    if assignment.agency.count > 100 { problems.append(FieldProblem("agency", "机构名称最多 100 字。")) }
    let reviewer = Int64(assignment.reviewer)
    if !assignment.reviewer.isEmpty {
      let chosen = try await engine.read { database in try reviewer.flatMap { try database.person($0, at: seconds) } }
      if chosen.map({ $0.isClosed || !$0.holds(.finance) }) ?? true {
        problems.append(FieldProblem("reviewer", "请选择在岗的财政绩效经办。"))
      }
    }
    let due = CivilDay(assignment.due)
    if due == nil { problems.append(FieldProblem("due", "请填完成期限，如 2025-06-30。")) }
    guard problems.isEmpty, let due else { throw Invalid(problems) }
    return (reviewer, due)
  }

  /// Throws `Invalid` with every fault.
  private static func checked(_ finding: Finding) throws -> (Figure, SampleVerdict) {
    var problems: [FieldProblem] = []
    let points = Figure.points(finding.points, upTo: 100)
    if points == nil { problems.append(FieldProblem("points", "抽评总分应为 0 至 100 的数，最多两位小数。")) }
    let verdict = SampleVerdict(rawValue: finding.verdict)
    if verdict == nil { problems.append(FieldProblem("verdict", "请选择抽评结论。")) }
    let count = finding.opinion.unicodeScalars.count
    if !(4...longestOpinion).contains(count) {
      problems.append(FieldProblem("opinion", "请写抽评结果，4 至 \(longestOpinion) 字，现有 \(count) 字。"))
    }
    guard problems.isEmpty, let points, let verdict else { throw Invalid(problems) }
    return (points, verdict)
  }
}
