public import Reading
public import Rules

/// One check. A rule is a value: a card, examples, and a pure function.
public struct AuditRule: Sendable, Identifiable {
  public let card: RuleCard
  /// How it looks, what it leaves alone and what it takes for granted: printed on the rule's page.
  public let method: String
  public let examples: [Example]
  public let check: @Sendable (Dossier) -> Verdict
  /// What it looks at, where arithmetic on cells decides everything; nil for other rules.
  let arithmetic: (@Sendable (Dossier) -> ArithmeticChecks)?

  init(
    _ card: RuleCard, method: String, examples: [Example],
    arithmetic: (@Sendable (Dossier) -> ArithmeticChecks)? = nil, check: @escaping @Sendable (Dossier) -> Verdict
  ) {
    self.card = card
    self.method = method
    self.examples = examples
    self.arithmetic = arithmetic
    self.check = check
  }

  /// A rule that is a list of checks of arithmetic.
  static func arithmetic(
    _ card: RuleCard, method: String, examples: [Example],
    checks: @escaping @Sendable (Dossier) -> ArithmeticChecks
  ) -> AuditRule {
    AuditRule(card, method: method, examples: examples, arithmetic: checks) { dossier in
      checks(dossier).verdict(in: dossier)
    }
  }

  public var id: String { card.id }

  /// Looks at other filings too, as its examples show.
  public var comparesFilings: Bool {
    examples.contains { !$0.given.earlier.isEmpty || !$0.given.peers.isEmpty }
  }

  /// What is filled in, and the verdict it must get. Run as a test; printed on the rule's page.
  public struct Example: Sendable {
    public let given: ExampleFiling
    public let expected: Expectation

    public enum Expectation: Hashable, Sendable {
      case pass
      case fail([ExpectedFinding])
      case notCheckable
    }

    static func passes(_ given: ExampleFiling) -> Example { Example(given: given, expected: .pass) }
    static func fails(_ given: ExampleFiling, _ findings: ExpectedFinding...) -> Example {
      Example(given: given, expected: .fail(findings))
    }
    static func cannotLook(_ given: ExampleFiling) -> Example { Example(given: given, expected: .notCheckable) }
  }

  /// The first place of a finding, and its message.
  public struct ExpectedFinding: Hashable, Sendable {
    public let place: String
    public let message: String
    static func at(_ place: String, _ message: String) -> ExpectedFinding {
      ExpectedFinding(place: place, message: message)
    }
  }
}
