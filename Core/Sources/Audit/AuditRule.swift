public import Reading
public import Rules

/// One check. A rule is a value: a card, examples, and a pure function.
public struct AuditRule: Sendable, Identifiable {
  public let card: RuleCard
  /// How it looks, what it leaves alone and what it takes for granted: printed on the rule's page.
  public let method: String
  public let examples: [Example]
  public let check: @Sendable (Dossier, Companions) -> Verdict
  /// Looks at other filings beside the one it is asked about.
  public let comparesFilings: Bool

  /// A rule that compares a filing with others.
  init(
    _ card: RuleCard, method: String, examples: [Example],
    check: @escaping @Sendable (Dossier, Companions) -> Verdict
  ) {
    self.card = card
    self.method = method
    self.examples = examples
    self.check = check
    comparesFilings = true
  }

  /// A rule that needs nothing but the filing itself.
  init(
    _ card: RuleCard, method: String, examples: [Example], check: @escaping @Sendable (Dossier) -> Verdict
  ) {
    self.card = card
    self.method = method
    self.examples = examples
    self.check = { dossier, _ in check(dossier) }
    comparesFilings = false
  }

  public var id: String { card.id }

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
