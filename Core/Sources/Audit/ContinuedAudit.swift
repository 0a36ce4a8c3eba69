public import Evaluation
public import Reading
import Rules

/// An audit that goes on with a filing from one change to the next.
///
/// It keeps what each rule looked at. After a change only those rules are asked again that looked at something which
/// is not as it was; the others would say the same.
public struct ContinuedAudit: Sendable {
  /// What all rules say of the filing as it is now.
  public let audit: Audit
  private let dossier: Dossier
  /// Those that the policies do not switch off.
  private let rules: [AuditRule]
  /// What each rule said, in the order of the rules.
  private let answers: [Answer]

  /// All rules look at the whole dossier.
  public init(of dossier: Dossier, rules: [AuditRule] = AuditRule.all) {
    self.init(of: dossier, rules: rules, before: { _ in })
  }

  /// `before` is told of each rule before it looks, and may throw to end the work.
  init(of dossier: Dossier, rules: [AuditRule], before: (AuditRule) throws -> Void) rethrows {
    let disabled = Set(dossier.filing.policies.policies.flatMap(\.disabledChecks.keys))
    let rules = disabled.isEmpty ? rules : rules.filter { !disabled.contains($0.id) }
    let answers = try rules.map { rule in
      try before(rule)
      return Answer(rule, of: dossier)
    }
    self.init(dossier, rules, answers)
  }

  /// The audit of a later state of the same filing.
  public func continued(to calculation: Calculation) -> ContinuedAudit {
    let later = Dossier(calculation, after: dossier)
    // By number: rules are large values, and most of them are not asked.
    let next = answers.indices.map { number in
      if let changes = later.changes, !answers[number].reads.areReached(by: changes) { return answers[number] }
      return Answer(rules[number], of: later)
    }
    return ContinuedAudit(later, rules, next)
  }

  private init(_ dossier: Dossier, _ rules: [AuditRule], _ answers: [Answer]) {
    self.dossier = dossier
    self.rules = rules
    self.answers = answers
    var findings: [Audit.Reported] = []
    var notCheckable: [String: [String]] = [:]
    for number in answers.indices {
      findings += answers[number].findings
      if let missing = answers[number].missing { notCheckable[rules[number].id] = missing }
    }
    audit = Audit(findings + LocalChecks.findings(in: dossier), notCheckable: notCheckable)
  }

  /// What one rule said, and what it had looked at.
  private struct Answer {
    let findings: [Audit.Reported]
    /// nil where it could look.
    let missing: [String]?
    let reads: DossierReads

    init(_ rule: AuditRule, of dossier: Dossier) {
      // A file has no later state, for which somebody would ask what was looked at.
      let record = dossier.isFile ? nil : ReadRecord()
      switch rule.check(record.map(dossier.read(under:)) ?? dossier) {
      case .pass: (findings, missing) = ([], nil)
      case .fail(let found): (findings, missing) = (found.map { .init(card: rule.card, finding: $0) }, nil)
      case .notCheckable(let inputs): (findings, missing) = ([], inputs)
      }
      reads = record?.all ?? DossierReads()
    }
  }
}
