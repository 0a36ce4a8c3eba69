public import Database
public import Evaluation
import Figures
public import Store

/// 工作考核: the bureau marks how a department carried out its self-evaluation, and lets it read the marks.
public struct AssessFiling: Sendable {
  private let engine: any Engine
  private let write: OptimisticWrite
  private let facts: ReadWorkFacts
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    write = OptimisticWrite(engine: engine, shelf: shelf)
    facts = ReadWorkFacts(reader: engine)
  }

  /// What is typed for one criterion.
  public struct Entry: Sendable {
    /// The criterion's id.
    public let row: String
    /// As typed; empty takes the mark back.
    public let points: String
    /// As typed; needed where the points differ from what is proposed.
    public let reason: String
    public init(row: String, points: String, reason: String) {
      self.row = row
      self.points = points
      self.reason = reason
    }
  }

  /// Keeps all marks or none. Throws `Invalid` with every fault, `NotFound`, `Refused`, `Forbidden`, `StaleVersion` or
  /// `DatabaseFault`.
  public func callAsFunction(
    _ entries: [Entry], on id: Int64, expecting version: Int64, by person: Person, at seconds: Int64
  ) async throws {
    _ = try await write(on: id) { before in
      let table = try before.demandAssessable(by: person)
      guard before.record.version == version else { throw StaleVersion() }
      let proposals = table.proposals(from: try await facts(of: before, at: seconds))
      let accepted = try Self.accepted(entries, table, proposals)
      let (stored, record) = try await engine.read { database in
        (try database.ask(.workMarks(of: id)).map(\.mark), try database.first(.workAssessment(of: id)))
      }
      let known = Dictionary(stored.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
      let changed = accepted.filter { mark in
        mark.points.isEmpty ? known[mark.row] != nil : !(known[mark.row]?.saysTheSame(as: mark) ?? false)
      }
      guard !changed.isEmpty else { return nil }
      var all = known
      for mark in changed { all[mark.row] = mark.points.isEmpty ? nil : mark }
      let total = table.total(of: Array(all.values)).flatMap(Self.hundredths)
      if total == nil, record?.isReleased == true {
        throw Invalid([FieldProblem("release", "结果已经反馈，不能留空；请先收回。")])
      }
      let after = WorkAssessmentRecord(total: total, isReleased: record?.isReleased ?? false)
      return before.noted(.assessment(changed), by: person, at: seconds) { database in
        for mark in changed { try database.tell(.putWorkMark(mark, filing: id, by: person.id, at: seconds)) }
        try database.tell(.putWorkAssessment(after, filing: id, by: person.id, at: seconds))
      }
    }
  }

  /// Lets the department read the marks, or takes them back. Throws `Invalid` where a criterion has no points yet,
  /// `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func release(_ isReleased: Bool, on id: Int64, by person: Person, at seconds: Int64) async throws {
    _ = try await write(on: id) { before in
      _ = try before.demandAssessable(by: person)
      guard let record = try await engine.read({ try $0.first(.workAssessment(of: id)) }),
        let total = record.total
      else { throw Invalid([FieldProblem("release", "还有没评分的项目，评完才能反馈。")]) }
      guard record.isReleased != isReleased else { return nil }
      let after = WorkAssessmentRecord(total: total, isReleased: isReleased)
      return before.noted(.release(isReleased: isReleased), by: person, at: seconds) {
        try $0.tell(.putWorkAssessment(after, filing: id, by: person.id, at: seconds))
      }
    }
  }

  /// Throws `Invalid` with every fault.
  private static func accepted(
    _ entries: [Entry], _ table: WorkAssessment, _ proposals: [WorkProposal]
  ) throws -> [WorkMark] {
    var accepted: [WorkMark] = []
    var problems: [FieldProblem] = []
    for entry in entries {
      guard let proposal = proposals.first(where: { $0.id == entry.row }) else { throw NotFound() }
      do throws(FieldProblem) {
        accepted.append(try table.accepted(entry.points, reason: entry.reason, of: proposal))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw Invalid(problems) }
    return accepted
  }

  private static func hundredths(_ total: Figure) -> Int64? {
    total.rational.multiplied(by: Rational(100)).flatMap { Int64(exactly: $0.floor) }
  }
}

extension WorkMark {
  /// The same points for the same reason. What is proposed now may differ from what was then: that alone is no change.
  fileprivate func saysTheSame(as other: WorkMark) -> Bool { points == other.points && reason == other.reason }
}

extension LoadedFiling {
  /// Whether its policies have a 自评工作考核 that marks this unit: a department is marked by its lead unit's filing.
  public var isAssessed: Bool { record.unit.code.kind == .lead && filing.policies.workAssessment != nil }

  /// The table by which this person may mark now. Throws `NotFound`, `Forbidden` or `Refused`.
  @discardableResult
  public func demandAssessable(by person: Person) throws -> WorkAssessment {
    guard person.canSee(record, in: task), isAssessed, let table = filing.policies.workAssessment?.table else {
      throw NotFound()
    }
    guard person.holds(.finance) else { throw Forbidden("只有财政绩效经办可以评分。") }
    guard [.financeReview, .done].contains(record.stage) else { throw Refused([.wrongStage(record.stage)]) }
    if task.phase == .archived { throw Refused([.wrongPhase(task.phase)]) }
    return table
  }
}
