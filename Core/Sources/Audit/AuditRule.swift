public import Reading
public import Rules

/// One check. A rule is a value: a card, examples, and a pure function.
// A class, as it never changes and every audit goes through all of them: a copy is one reference.
public final class AuditRule: Sendable, Identifiable {
  /// What the rule says about itself: code, weight, reasons and sources.
  public let card: RuleCard
  /// How it looks, what it leaves alone and what it takes for granted: printed on the rule's page.
  public let method: String
  private let makeExamples: Examples
  /// Says the same of the same dossier, whenever and wherever it is asked.
  public let check: @Sendable (Dossier) -> Verdict
  /// What it looks at, where arithmetic on cells decides everything; nil for other rules.
  let arithmetic: (@Sendable (Dossier) -> ArithmeticChecks)?

  init(
    _ card: RuleCard, method: String, examples: @autoclosure @escaping Examples,
    arithmetic: (@Sendable (Dossier) -> ArithmeticChecks)? = nil, check: @escaping @Sendable (Dossier) -> Verdict
  ) {
    self.card = card
    self.method = method
    makeExamples = examples
    self.arithmetic = arithmetic
    self.check = check
  }

  /// A rule that is a list of checks of arithmetic.
  static func arithmetic(
    _ card: RuleCard, method: String, examples: @autoclosure @escaping Examples,
    checks: @escaping @Sendable (Dossier) -> ArithmeticChecks
  ) -> AuditRule {
    AuditRule(card, method: method, examples: examples(), arithmetic: checks) { dossier in
      checks(dossier).verdict(in: dossier)
    }
  }

  /// A rule that looks at every paragraph and every cell with words alone.
  static func inWritings(
    _ card: RuleCard, method: String, examples: @autoclosure @escaping Examples,
    look: @escaping @Sendable (Writing) -> [Finding]
  ) -> AuditRule {
    let finder = WritingFinder(look)
    return AuditRule(card, method: method, examples: examples()) { dossier in
      dossier.writings.isEmpty ? .noText : Verdict(dossier.found(in: finder))
    }
  }

  /// The same, for what a file carries besides as well.
  static func inAllWritings(
    _ card: RuleCard, method: String, examples: @autoclosure @escaping Examples,
    look: @escaping @Sendable (Writing) -> [Finding]
  ) -> AuditRule {
    let finder = WritingFinder(look)
    return AuditRule(card, method: method, examples: examples()) { dossier in
      dossier.writings.isEmpty && dossier.allWritings.isEmpty ? .noText : Verdict(dossier.found(inAll: finder))
    }
  }

  /// A rule that looks at every paragraph of prose alone, with its amounts.
  static func inProse(
    _ card: RuleCard, method: String, examples: @autoclosure @escaping Examples,
    look: @escaping @Sendable (PassageStatements) -> [Finding]
  ) -> AuditRule {
    let finder = PassageFinder(look)
    return AuditRule(card, method: method, examples: examples()) { dossier in
      dossier.hasProse ? Verdict(dossier.found(in: finder)) : .noText
    }
  }

  typealias Examples = @Sendable () -> [Example]

  public var id: String { card.id }

  /// Made whenever they are asked for: who audits a report needs none.
  public var examples: [Example] { makeExamples() }

  /// Looks at other filings too, as its examples show.
  public var comparesFilings: Bool {
    examples.contains { !$0.given.earlier.isEmpty || !$0.given.peers.isEmpty }
  }

  /// What is filled in, and the verdict it must get. Run as a test; printed on the rule's page.
  public struct Example: Sendable {
    public let given: ExampleFiling
    public let expected: Expectation

    /// What a rule must say of an example, findings in their order.
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
    /// A cell's address or another place as `Place.description` writes it; of prose the marked words, ⟦thus⟧.
    public let place: String
    /// Word for word.
    public let message: String
    static func at(_ place: String, _ message: String) -> ExpectedFinding {
      ExpectedFinding(place: place, message: message)
    }
  }
}
