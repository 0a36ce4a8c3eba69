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
  /// Explanations by finding key.
  public let explanations: [String: Explanation]

  public var filing: Filing { calculation.filing }

  public init(
    record: FilingRecord, task: EvaluationTask, calculation: Calculation, explanations: [Explanation]
  ) {
    self.record = record
    self.task = task
    self.calculation = calculation
    self.explanations = Dictionary(explanations.map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
    audit = Audit(of: Dossier(calculation))
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
    let sheets = try ask(.sheets(of: record.id))
    let attached = try ask(Query<String>.attachedRequirements(of: record.id))
    let set = try policies(task.policies)
    let filing = Filing(
      unit: record.unit.filingUnit, year: task.year, policies: set, sheets: sheets, attached: Set(attached))
    return LoadedFiling(
      record: record, task: task, calculation: Calculation(filing),
      explanations: try ask(.explanations(of: record.id)))
  }
}
