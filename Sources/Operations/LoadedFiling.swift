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
  /// The audit as it can go on with the next change; kept once somebody changes the filing.
  private let continued: ContinuedAudit?
  /// Explanations by finding key.
  public let explanations: [String: Explanation]

  public var filing: Filing { calculation.filing }

  public init(
    record: FilingRecord, task: EvaluationTask, calculation: Calculation, explanations: [Explanation]
  ) {
    self.init(record, task, calculation, Audit(of: Dossier(calculation)), nil, explanations.byFinding)
  }

  private init(
    _ record: FilingRecord, _ task: EvaluationTask, _ calculation: Calculation, _ audit: Audit,
    _ continued: ContinuedAudit?, _ explanations: [String: Explanation]
  ) {
    self.record = record
    self.task = task
    self.calculation = calculation
    self.audit = audit
    self.continued = continued
    self.explanations = explanations
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
    LoadedFiling(record, task ?? self.task, calculation, audit, continued, explanations)
  }

  /// The same content with other explanations.
  func with(_ explanations: [Explanation]) -> LoadedFiling {
    LoadedFiling(record, task, calculation, audit, continued, explanations.byFinding)
  }

  /// Other content under the same record, for reading alone: without findings and explanations.
  func showing(_ filing: Filing) -> LoadedFiling {
    LoadedFiling(record, task, Calculation(filing), audit.only { _ in false }, nil, [:])
  }

  /// Other content under the same record. Only what the change can have reached is worked out and audited anew.
  func with(_ filing: Filing) -> LoadedFiling {
    let calculation = Calculation(filing, after: self.calculation)
    let continued = continued?.continued(to: calculation) ?? ContinuedAudit(of: Dossier(calculation))
    return LoadedFiling(record, task, calculation, continued.audit, continued, explanations)
  }
}

extension [Explanation] {
  fileprivate var byFinding: [String: Explanation] {
    Dictionary(map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
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
