public import Audit
import Database
public import Evaluation
import Reading
import Rules
public import Store

/// A filing with all that follows from its content at one version. Never changes, so copies can be kept.
public struct LoadedFiling: Sendable {
  public let record: FilingRecord
  public let task: EvaluationTask
  public let calculation: Calculation
  public let audit: Audit
  /// What the same unit filed the year before.
  let companions: Companions
  /// Explanations by finding key.
  public let explanations: [String: Explanation]

  public var filing: Filing { calculation.filing }

  public init(
    record: FilingRecord, task: EvaluationTask, calculation: Calculation, explanations: [Explanation],
    companions: Companions = .none
  ) {
    self.record = record
    self.task = task
    self.calculation = calculation
    self.explanations = Dictionary(explanations.map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
    self.companions = companions
    audit = Audit(of: Dossier(calculation), beside: companions)
  }

  /// Findings that block sending.
  public var errors: [Audit.Reported] { audit.findings.filter { $0.severity == .error } }
  /// Warnings that nobody explained yet.
  public var unexplained: [Audit.Reported] {
    audit.findings.filter { $0.severity == .warning && explanations[$0.id] == nil }
  }
  /// The total shown in lists: the department's, or the first project's.
  public var score: String {
    let sheet = calculation.layouts.first { $0.form.kind == .selfEvaluation } ?? calculation.layouts.last
    return sheet.map { calculation.text(at: CellAddress($0.sheet.id, "sum", "score")) } ?? ""
  }

  /// The same content under a fresh record.
  func with(_ record: FilingRecord, in task: EvaluationTask? = nil) -> LoadedFiling {
    LoadedFiling(copying: self, record, task ?? self.task)
  }

  private init(copying other: LoadedFiling, _ record: FilingRecord, _ task: EvaluationTask) {
    self.record = record
    self.task = task
    calculation = other.calculation
    audit = other.audit
    companions = other.companions
    explanations = other.explanations
  }
}

/// Finds the policies of a task by their ids. Throws where one is not installed.
public typealias PolicyLookup = @Sendable ([String]) throws -> PolicySet

/// A task is held under a policy that this program does not have.
public struct PolicyMissing: Error, Sendable {
  public let id: String
  public init(_ id: String) { self.id = id }
}

extension ReadTransaction {
  /// Reads all of a filing and works it out. Throws `PolicyMissing` or `DatabaseFault`.
  func load(
    _ record: FilingRecord, _ task: EvaluationTask, _ policies: PolicyLookup
  ) throws -> LoadedFiling {
    LoadedFiling(
      record: record, task: task, calculation: try calculation(record, task, policies),
      explanations: try ask(.explanations(of: record.id)), companions: try companions(of: record, in: task, policies))
  }

  private func calculation(
    _ record: FilingRecord, _ task: EvaluationTask, _ policies: PolicyLookup
  ) throws -> Calculation {
    let sheets = try ask(.sheets(of: record.id))
    let attached = try ask(Query<String>.attachedRequirements(of: record.id))
    return Calculation(
      Filing(
        unit: record.unit.filingUnit, year: task.year, policies: try policies(task.policies), sheets: sheets,
        attached: Set(attached)))
  }

  /// The unit's settled filing of the year before. It does not change any more, so it is worked out once and kept with
  /// the copy of this one. Without its policy there is nothing to compare with.
  private func companions(
    of record: FilingRecord, in task: EvaluationTask, _ policies: PolicyLookup
  ) throws -> Companions {
    guard let last = try first(.settledFiling(of: record.unit.code, in: task.year - 1)),
      let lastTask = try first(.task(last.task))
    else { return .none }
    do {
      return Companions(earlier: [EarlierFiling(Dossier(try calculation(last, lastTask, policies)))])
    } catch is PolicyMissing {
      return .none
    }
  }
}
