public import Database
public import Evaluation

/// A mark with who entered it last, and when in Unix seconds.
public struct StoredMark: Sendable {
  public let mark: ReviewMark
  public let person: Int64
  public let at: Int64
}

/// Something written about a filing, or an answer to it.
public struct ReviewNote: Sendable, Identifiable {
  public let id: Int64
  public let kind: ReviewNoteKind
  /// The cell or section it is about; nil where it is about all of the filing.
  public let place: CellAddress?
  /// In the words of who wrote it.
  public let text: String
  /// The last day for putting right, ISO 8601; empty where there is none.
  public let due: String
  /// The note that it answers; nil for one that stands by itself.
  public let answers: Int64?
  /// Who wrote it.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
  /// nil while it is open; always nil for an answer.
  public let settledBy: Int64?
  /// Unix seconds; nil while it is open.
  public let settledAt: Int64?
}

extension Query where Output == StoredMark {
  /// By cell.
  public static func marks(of filing: Int64) -> Query {
    Query("SELECT cell, points, opinion, person_id, at FROM review_mark WHERE filing_id = \(filing) ORDER BY cell") {
      row in
      let text = try row.text()
      guard let cell = CellAddress(text) else { throw DatabaseFault.refused("“\(text)”不是单元格", sql: "") }
      return StoredMark(
        mark: ReviewMark(cell: cell, points: try row.text(), opinion: try row.text()), person: try row.integer(),
        at: try row.integer())
    }
  }
}

extension Query where Output == ReviewNote {
  /// In the order in which they were written.
  public static func notes(of filing: Int64) -> Query {
    Query(
      """
      SELECT id, kind, place, text, due, answers, person_id, at, settled_by, settled_at FROM review_note
      WHERE filing_id = \(filing) ORDER BY id
      """
    ) { row in
      ReviewNote(
        id: try row.integer(), kind: try row.stored(ReviewNoteKind.self), place: CellAddress(try row.text()),
        text: try row.text(), due: try row.text(), answers: try row.optionalInteger(), person: try row.integer(),
        at: try row.integer(), settledBy: try row.optionalInteger(), settledAt: try row.optionalInteger())
    }
  }
}

extension Command {
  /// A blank mark is taken away.
  public static func putMark(_ mark: ReviewMark, filing: Int64, by person: Int64, at seconds: Int64) -> Command {
    guard !mark.points.isEmpty || !mark.opinion.isEmpty else {
      return Command("DELETE FROM review_mark WHERE filing_id = \(filing) AND cell = \(mark.cell.description)")
    }
    return Command(
      """
      INSERT INTO review_mark (filing_id, cell, points, opinion, person_id, at)
      VALUES (\(filing), \(mark.cell.description), \(mark.points), \(mark.opinion), \(person), \(seconds))
      ON CONFLICT (filing_id, cell) DO UPDATE SET points = excluded.points, opinion = excluded.opinion,
        person_id = excluded.person_id, at = excluded.at
      """)
  }
  /// `place` is a cell's or section's address, empty for the whole filing; `due` is ISO 8601 or empty; `answers` is nil
  /// for a note that stands by itself.
  public static func insertNote(
    _ kind: ReviewNoteKind, place: String, text: String, due: String, answers: Int64?, filing: Int64,
    by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO review_note (filing_id, kind, place, text, due, answers, person_id, at)
      VALUES (\(filing), \(kind.rawValue), \(place), \(text), \(due), \(answers), \(person), \(seconds))
      """)
  }
  /// `moment` in Unix seconds; nil opens the note again.
  public static func settleNote(_ id: Int64, by person: Int64?, at moment: Int64?) -> Command {
    Command("UPDATE review_note SET settled_by = \(person), settled_at = \(moment) WHERE id = \(id)")
  }
}
