public import Database

/// A sentence that explains a finding, kept under the finding's stable key.
public struct Explanation: Sendable, Hashable {
  /// The finding's key, which stays while the finding stays.
  public let finding: String
  public let text: String
  /// Who wrote it last.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
  public init(finding: String, text: String, person: Int64, at: Int64) {
    self.finding = finding
    self.text = text
    self.person = person
    self.at = at
  }
}

extension Query where Output == Explanation {
  /// In no order.
  public static func explanations(of filing: Int64) -> Query {
    Query("SELECT finding, text, person_id, at FROM explanation WHERE filing_id = \(filing)") { row in
      Explanation(
        finding: try row.text(), text: try row.text(), person: try row.integer(), at: try row.integer())
    }
  }
}

extension Command {
  /// In place of the one before of that finding.
  public static func putExplanation(
    _ text: String, of finding: String, filing: Int64, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO explanation (filing_id, finding, text, person_id, at)
      VALUES (\(filing), \(finding), \(text), \(person), \(seconds))
      ON CONFLICT (filing_id, finding) DO UPDATE SET text = excluded.text, person_id = excluded.person_id,
        at = excluded.at
      """)
  }
  /// Matches no row where there was none.
  public static func deleteExplanation(of finding: String, filing: Int64) -> Command {
    Command("DELETE FROM explanation WHERE filing_id = \(filing) AND finding = \(finding)")
  }
}
