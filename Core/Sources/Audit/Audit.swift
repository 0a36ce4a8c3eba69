public import Reading
public import Rules

/// What all rules say about one dossier.
public struct Audit: Sendable {
  /// In the order of the rules, those of the policies' own checks last.
  public let findings: [Reported]
  /// The checks that could not look, with what they miss.
  public let notCheckable: [String: [String]]

  /// A finding with the card of the rule that made it.
  public struct Reported: Sendable, Identifiable {
    /// Of the rule, or made from the policy for a check of its own.
    public let card: RuleCard
    /// What was noticed, and where.
    public let finding: Finding
    /// Rule, own places and figures: stays the same as long as the case does, so an explanation stays with it.
    public let id: String
    /// The finding's own where its case is milder, else the rule's.
    public var severity: Severity { finding.severity ?? card.severity }

    /// Only worth a look where it follows from cells of forms, for a file whose cells are guessed.
    public var asHintWhereInForms: Reported {
      let isInForms = finding.places.contains { place in
        switch place {
        case .cell, .sheet: true
        case .attachment, .text, .trace, .companion: false
        }
      }
      guard isInForms, severity > .info else { return self }
      let hint = Finding(
        at: finding.places, finding.message, derivation: finding.derivation, severity: .info)
      return Reported(card: card, finding: hint)
    }

    init(card: RuleCard, finding: Finding) {
      self.card = card
      self.finding = finding
      let places = finding.places.filter(\.isOwn).map(\.description)
      id = "\(card.id):\(places.joined(separator: ",")):\(finding.derivation)"
    }
  }

  /// Asks every rule that the policies do not switch off, then the policies' own checks.
  public init(of dossier: Dossier, rules: [AuditRule] = AuditRule.all) {
    self.init(of: dossier, rules: rules, before: { _ in })
  }

  /// `before` is told of each rule before it looks, and may throw to end the work.
  public init(of dossier: Dossier, rules: [AuditRule], before: (AuditRule) throws -> Void) rethrows {
    self = try ContinuedAudit(of: dossier, rules: rules, before: before).audit
  }

  init(_ findings: [Reported], notCheckable: [String: [String]]) {
    self.findings = findings
    self.notCheckable = notCheckable
  }

  /// Nothing found by no check.
  public static let silent = Audit([], notCheckable: [:])

  /// What checks of some codes say, those of the policy among them.
  public func only(_ isWanted: (String) -> Bool) -> Audit {
    Audit(findings.filter { isWanted($0.card.id) }, notCheckable: notCheckable.filter { isWanted($0.key) })
  }
}
