import Evaluation
public import Reading
public import Rules

/// What all rules say about one dossier.
public struct Audit: Sendable {
  public let findings: [Reported]
  /// The checks that could not look, with what they miss.
  public let notCheckable: [String: [String]]

  /// A finding with the card of the rule that made it.
  public struct Reported: Sendable, Identifiable {
    public let card: RuleCard
    public let finding: Finding
    public var severity: Severity { finding.severity ?? card.severity }
    /// Rule, places and figures: stays the same as long as the case does, so an explanation stays with it.
    public var id: String {
      "\(card.id):\(finding.places.map(\.description).joined(separator: ",")):\(finding.derivation)"
    }
  }

  public init(
    of dossier: Dossier, beside companions: Companions = .none, rules: [AuditRule] = AuditRule.all
  ) {
    var findings: [Reported] = []
    var notCheckable: [String: [String]] = [:]
    let disabled = Set(dossier.filing.policies.policies.flatMap(\.disabledChecks.keys))
    for rule in rules where !disabled.contains(rule.id) {
      switch rule.check(dossier, companions) {
      case .pass: break
      case .fail(let found): findings += found.map { Reported(card: rule.card, finding: $0) }
      case .notCheckable(let missing): notCheckable[rule.id] = missing
      }
    }
    findings += LocalChecks.findings(in: dossier)
    self.findings = findings
    self.notCheckable = notCheckable
  }

  private init(_ findings: [Reported], _ notCheckable: [String: [String]]) {
    self.findings = findings
    self.notCheckable = notCheckable
  }

  /// What checks of some codes say, those of the policy among them.
  public func only(_ isWanted: (String) -> Bool) -> Audit {
    Audit(findings.filter { isWanted($0.card.id) }, notCheckable.filter { isWanted($0.key) })
  }
}
