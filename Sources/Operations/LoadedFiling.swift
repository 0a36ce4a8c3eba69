public import Audit
import Database
public import Evaluation
import Reading
import Rules
public import Store

/// A filing with all that follows from its content at one version. Never changes, so copies can be kept.
public struct LoadedFiling: Sendable {
  /// What lists show of it.
  public let record: FilingRecord
  public let task: EvaluationTask
  /// The content with all that is worked out of it.
  public let calculation: Calculation
  private let checks: FilingAudit
  /// What the checks set beside it: last year's filing, once it is done.
  private let beside: Beside
  /// Explanations by finding key.
  public let explanations: [String: Explanation]

  /// The content.
  public var filing: Filing { calculation.filing }
  /// What the checks say. Worked out when it is first asked for.
  public var audit: Audit { checks.audit }
  /// The same where somebody asked already.
  var madeAudit: Audit? { checks.made }

  /// `known` is what the checks say of this very content. Where it is not known, a filing `toChange` keeps all that its
  /// audit needs to go on with the first change; others keep the findings alone.
  public init(
    record: FilingRecord, task: EvaluationTask, calculation: Calculation, beside: Beside = .nothing,
    explanations: [Explanation], audit known: Audit? = nil, toChange: Bool = false
  ) {
    let checks =
      known.map(FilingAudit.init(known:))
      ?? FilingAudit(of: calculation, beside: beside.companions, toChange: toChange)
    self.init(record, task, calculation, checks, beside, explanations.byFinding)
  }

  private init(
    _ record: FilingRecord, _ task: EvaluationTask, _ calculation: Calculation, _ checks: FilingAudit,
    _ beside: Beside, _ explanations: [String: Explanation]
  ) {
    self.record = record
    self.task = task
    self.calculation = calculation
    self.checks = checks
    self.beside = beside
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

  /// What is known of it, beside last year's filing.
  var dossier: Dossier { Dossier(calculation).beside(beside.companions) }

  /// The same content under a fresh record.
  func with(_ record: FilingRecord, in task: EvaluationTask? = nil) -> LoadedFiling {
    LoadedFiling(record, task ?? self.task, calculation, checks, beside, explanations)
  }

  /// The same content with other explanations.
  func with(_ explanations: [Explanation]) -> LoadedFiling {
    LoadedFiling(record, task, calculation, checks, beside, explanations.byFinding)
  }

  /// Other content under the same record, for reading alone: without findings and explanations.
  func showing(_ filing: Filing) -> LoadedFiling {
    LoadedFiling(record, task, Calculation(filing), FilingAudit(known: .silent), .nothing, [:])
  }

  /// Other content under the same record. Only what the change can have reached is worked out anew, and audited once
  /// somebody asks.
  func with(_ filing: Filing) -> LoadedFiling {
    let calculation = Calculation(filing, after: self.calculation)
    let checks = checks.next(of: calculation, beside: beside.companions)
    return LoadedFiling(record, task, calculation, checks, beside, explanations)
  }
}

extension [Explanation] {
  fileprivate var byFinding: [String: Explanation] {
    Dictionary(map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
  }
}

extension LoadedFiling {
  /// What a filing is compared with.
  public struct Beside: Sendable {
    let companions: Companions
    /// The hash that the history of last year's filing ends with; empty where there is none to compare with.
    let chain: String
    /// The texts of policies that last year's filing is held under.
    let policies: [String]
    /// Last year's is not there, or not done.
    public static let nothing = Beside(companions: .none, chain: "", policies: [])
  }

  /// All that its content and its audit depend on, told without reading it.
  public struct Basis: Hashable, Sendable {
    /// The hash that the filing's history ends with.
    let chain: String
    let unit: BudgetUnit
    /// The same of last year's filing.
    let earlierChain: String
    /// The texts of policies that the filing is held under, and last year's.
    let policies: [String]
  }

  /// Of this copy: it is good while `FilingHeads` tell the same.
  public var basis: Basis {
    Basis(
      chain: record.chain, unit: record.unit, earlierChain: beside.chain,
      policies: task.policyHashes + beside.policies)
  }
}

/// The record of a filing with its task's and last year's, if that is done: what may change yet is nothing to compare
/// with.
struct FilingHeads: Sendable {
  let record: FilingRecord
  let task: EvaluationTask
  let earlier: (record: FilingRecord, task: EvaluationTask)?

  var basis: LoadedFiling.Basis {
    .init(
      chain: record.chain, unit: record.unit, earlierChain: earlier?.record.chain ?? "",
      policies: task.policyHashes + (earlier?.task.policyHashes ?? []))
  }
}

extension ReadTransaction {
  /// Throws `NotFound` or `DatabaseFault`.
  func heads(of id: Int64) throws -> FilingHeads {
    guard let record = try first(.filing(id)), let task = try first(.task(record.task)) else { throw NotFound() }
    guard let earlier = try first(.filing(of: record.unit.code, before: task.year)), earlier.stage == .done,
      let theirs = try first(.task(earlier.task)), theirs.year == task.year - 1
    else { return FilingHeads(record: record, task: task, earlier: nil) }
    return FilingHeads(record: record, task: task, earlier: (earlier, theirs))
  }

  /// Reads all of a filing and works it out. `audit` is what the checks say of this very content, where it is known.
  /// Throws `PolicyMissing` or `DatabaseFault`.
  func load(
    _ heads: FilingHeads, _ policies: PolicyShelf, audit: Audit?, toChange: Bool = false
  ) throws -> LoadedFiling {
    var companions = Companions.none
    if let earlier = heads.earlier {
      do {
        companions = Companions(
          earlier: [Companion(Dossier(try calculation(of: earlier.record, earlier.task, policies)))])
      } catch is PolicyMissing {}
    }
    return LoadedFiling(
      record: heads.record, task: heads.task, calculation: try calculation(of: heads.record, heads.task, policies),
      beside: .init(
        companions: companions, chain: heads.basis.earlierChain,
        policies: heads.earlier?.task.policyHashes ?? []),
      explanations: try ask(.explanations(of: heads.record.id)), audit: audit, toChange: toChange)
  }

  private func calculation(
    of record: FilingRecord, _ task: EvaluationTask, _ policies: PolicyShelf
  ) throws -> Calculation {
    let sheets = try ask(.sheets(of: record.id))
    let attached = try ask(Query<String>.attachedRequirements(of: record.id))
    let set = try policies.policies(of: task, in: self)
    return Calculation(
      Filing(
        unit: record.unit.filingUnit, year: task.year, policies: set, sheets: sheets, attached: Set(attached),
        lastProjectGone: record.lastProjectGone))
  }
}
