public import Database
public import Evaluation
import Foundation
import JSON

/// One entry of a filing's history: who did what, when, chained to the entry before.
public struct HistoryEntry: Sendable {
  /// The filing's version that it led to, from 1 without gaps.
  public let version: Int64
  public let detail: HistoryDetail
  /// Who did it.
  public let person: Int64
  /// Whose post the person acted with as a deputy; nil for the own one.
  public let principal: Int64?
  /// Unix seconds.
  public let at: Int64
  /// The detail exactly as it is kept.
  public let storedDetail: String
  /// SHA-256 over the chain before and this entry, hexadecimal.
  public let chain: String
}

/// What happened.
public enum HistoryDetail: Hashable, Sendable {
  case edit([Change])
  case move(Move, from: Stage, to: Stage, reason: String)
  case explanation(finding: String, text: String)
  case attachment(requirement: String, name: String, digest: String, isRemoved: Bool)
  /// Points and opinions of a review; blank ones were taken back.
  case review([ReviewMark])
  /// Something written about the filing, at a place or at none, or an answer to it.
  case note(ReviewNoteKind, place: String, text: String, isAnswer: Bool)
  case settled(ReviewNoteKind, note: Int64, isSettled: Bool)
  /// It was drawn for 抽评, or what is set down of that changed.
  case sample(draw: Int64, SampleWork)
  /// Marks of the 自评工作考核; blank ones were taken back.
  case assessment([WorkMark])
  /// The unit may read the marks, or no longer.
  case release(isReleased: Bool)

  /// By the name under which it is stored.
  public enum Kind: String, Sendable, CaseIterable {
    case edit, move, explanation, attachment, review, note, settled, sample, assessment, release

    /// Those that change what the unit hands in.
    static let content: [Kind] = [.edit, .explanation, .attachment]
  }
  /// Changes what the unit hands in.
  public var changesContent: Bool { Kind.content.contains(kind) }
  /// Without what was changed.
  public var kind: Kind {
    switch self {
    case .edit: .edit
    case .move: .move
    case .explanation: .explanation
    case .attachment: .attachment
    case .review: .review
    case .note: .note
    case .settled: .settled
    case .sample: .sample
    case .assessment: .assessment
    case .release: .release
    }
  }
}

/// The spelling of a detail in the database: a list of texts, or of lists for edits.
private struct StoredDetail: Decodable {
  var changes: [[String]]?
  var texts: [String]?
}

extension HistoryDetail {
  /// JSON: the hash is made over these bytes.
  public var stored: String {
    let value: JSONValue =
      switch self {
      case .edit(let changes):
        ["changes": .array(changes.map { .texts($0.kind.rawValue, $0.place, $0.before, $0.after) })]
      case .move(let move, let from, let to, let reason):
        ["texts": .texts(move.rawValue, from.rawValue, to.rawValue, reason)]
      case .explanation(let finding, let text): ["texts": .texts(finding, text)]
      case .attachment(let requirement, let name, let digest, let isRemoved):
        ["texts": .texts(requirement, name, digest, isRemoved ? "removed" : "added")]
      case .review(let marks):
        ["changes": .array(marks.map { .texts($0.cell.description, $0.points, $0.opinion) })]
      case .note(let kind, let place, let text, let isAnswer):
        ["texts": .texts(kind.rawValue, place, text, isAnswer ? "answer" : "note")]
      case .settled(let kind, let note, let isSettled):
        ["texts": .texts(kind.rawValue, String(note), isSettled ? "settled" : "open")]
      case .sample(let draw, let work):
        [
          "texts": .texts(
            String(draw), work.reviewer.map { String($0) } ?? "", work.agency, work.due, work.points,
            work.verdict?.rawValue ?? "", work.opinion)
        ]
      case .assessment(let marks):
        ["changes": .array(marks.map { .texts($0.row, $0.points, $0.computed, $0.reason) })]
      case .release(let isReleased): ["texts": .texts(isReleased ? "released" : "withheld")]
      }
    return String(decoding: value.compact(), as: UTF8.self)
  }

  /// Throws `DatabaseFault` for what this program did not write.
  init(kind: Kind, stored text: String) throws {
    let stored = try? JSONDecoder().decode(StoredDetail.self, from: Data(text.utf8))
    guard let detail = stored.flatMap({ Self(kind, $0) }) else {
      throw DatabaseFault.refused("历史记录无法读取", sql: "")
    }
    self = detail
  }

  private init?(_ kind: Kind, _ stored: StoredDetail) {
    let texts = stored.texts ?? []
    switch kind {
    case .edit:
      let changes = (stored.changes ?? []).compactMap { parts -> Change? in
        guard parts.count == 4, let kind = Change.Kind(rawValue: parts[0]) else { return nil }
        return Change(kind, at: parts[1], before: parts[2], after: parts[3])
      }
      guard changes.count == stored.changes?.count else { return nil }
      self = .edit(changes)
    case .move:
      guard texts.count == 4, let move = Move(rawValue: texts[0]), let from = Stage(rawValue: texts[1]),
        let to = Stage(rawValue: texts[2])
      else { return nil }
      self = .move(move, from: from, to: to, reason: texts[3])
    case .explanation:
      guard texts.count == 2 else { return nil }
      self = .explanation(finding: texts[0], text: texts[1])
    case .attachment:
      guard texts.count == 4 else { return nil }
      self = .attachment(requirement: texts[0], name: texts[1], digest: texts[2], isRemoved: texts[3] == "removed")
    case .review:
      let marks = (stored.changes ?? []).compactMap { parts -> ReviewMark? in
        guard parts.count == 3, let cell = CellAddress(parts[0]) else { return nil }
        return ReviewMark(cell: cell, points: parts[1], opinion: parts[2])
      }
      guard marks.count == stored.changes?.count else { return nil }
      self = .review(marks)
    case .note:
      guard texts.count == 4, let kind = ReviewNoteKind(rawValue: texts[0]) else { return nil }
      self = .note(kind, place: texts[1], text: texts[2], isAnswer: texts[3] == "answer")
    case .settled:
      guard texts.count == 3, let kind = ReviewNoteKind(rawValue: texts[0]), let note = Int64(texts[1]) else {
        return nil
      }
      self = .settled(kind, note: note, isSettled: texts[2] == "settled")
    case .sample:
      guard texts.count == 7, let draw = Int64(texts[0]) else { return nil }
      var work = SampleWork()
      work.reviewer = Int64(texts[1])
      work.agency = texts[2]
      work.due = texts[3]
      work.points = texts[4]
      work.verdict = SampleVerdict(rawValue: texts[5])
      work.opinion = texts[6]
      self = .sample(draw: draw, work)
    case .assessment:
      let marks = (stored.changes ?? []).compactMap { parts -> WorkMark? in
        guard parts.count == 4 else { return nil }
        return WorkMark(row: parts[0], points: parts[1], computed: parts[2], reason: parts[3])
      }
      guard marks.count == stored.changes?.count else { return nil }
      self = .assessment(marks)
    case .release:
      guard texts.count == 1 else { return nil }
      self = .release(isReleased: texts[0] == "released")
    }
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: String...) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension Query where Output == HistoryEntry {
  private static func entries(_ condition: SQL) -> Query {
    Query("SELECT version, kind, detail, person_id, principal_id, at, chain FROM history" + condition) { row in
      let version = try row.integer()
      let kind = try row.stored(HistoryDetail.Kind.self)
      let stored = try row.text()
      return HistoryEntry(
        version: version, detail: try HistoryDetail(kind: kind, stored: stored), person: try row.integer(),
        principal: try row.optionalInteger(), at: try row.integer(), storedDetail: stored, chain: try row.text())
    }
  }
  /// From the first entry on.
  public static func history(of filing: Int64) -> Query {
    entries(" WHERE filing_id = \(filing) ORDER BY version")
  }
  /// Those behind a version, in their order.
  public static func history(of filing: Int64, after version: Int64) -> Query {
    entries(" WHERE filing_id = \(filing) AND version > \(version) ORDER BY version")
  }
  /// The same, the first `limit` of them.
  public static func history(of filing: Int64, after version: Int64, limit: Int) -> Query {
    entries(" WHERE filing_id = \(filing) AND version > \(version) ORDER BY version LIMIT \(limit)")
  }
  /// The one that led to a version; none for 0.
  public static func history(of filing: Int64, at version: Int64) -> Query {
    entries(" WHERE filing_id = \(filing) AND version = \(version)")
  }
  /// Moves alone, from the first on.
  public static func moves(of filing: Int64) -> Query {
    entries(" WHERE filing_id = \(filing) AND kind = \(HistoryDetail.Kind.move.rawValue) ORDER BY version")
  }
}

/// One save of a filing's content: the cells it changed, who made it, when in Unix seconds.
public struct ContentEdit: Sendable {
  /// The filing's version that it led to.
  public let version: Int64
  public let changes: [Change]
  /// Who made it, with "代" and the principal's name where a deputy did.
  public let name: String
  public let at: Int64
}

extension Query where Output == ContentEdit {
  /// The saves of a filing since a version, in their order, with the names of those who made them.
  public static func edits(of filing: Int64, after version: Int64) -> Query {
    Query(
      """
      SELECT history.version, history.detail,
        CASE WHEN principal.name IS NULL THEN person.name ELSE person.name || ' 代 ' || principal.name END, history.at
      FROM history JOIN person ON person.id = history.person_id
        LEFT JOIN person AS principal ON principal.id = history.principal_id
      WHERE history.filing_id = \(filing) AND history.version > \(version)
        AND history.kind = \(HistoryDetail.Kind.edit.rawValue)
      ORDER BY history.version
      """
    ) { row in
      let version = try row.integer()
      let detail = try HistoryDetail(kind: .edit, stored: try row.text())
      guard case .edit(let changes) = detail else { throw DatabaseFault.refused("历史记录无法读取", sql: "") }
      return ContentEdit(version: version, changes: changes, name: try row.text(), at: try row.integer())
    }
  }
}

extension Query where Output == Int64 {
  /// Everyone who changed content, files or explanations of a filing, or in whose place somebody did.
  public static func editors(of filing: Int64) -> Query {
    Query(
      """
      SELECT person_id FROM history
      WHERE filing_id = \(filing) AND kind IN \(list: HistoryDetail.Kind.content.map(\.rawValue))
      UNION SELECT principal_id FROM history
      WHERE filing_id = \(filing) AND principal_id IS NOT NULL
        AND kind IN \(list: HistoryDetail.Kind.content.map(\.rawValue))
      """
    ) { row in try row.integer() }
  }
}

extension Command {
  /// `stored` is the detail as the chain is made over it; `principal` is nil where the person acted with the own post.
  public static func insertHistory(
    _ detail: HistoryDetail, stored: String, version: Int64, of filing: Int64, by person: Int64,
    for principal: Int64?, at seconds: Int64, chain: String
  ) -> Command {
    Command(
      """
      INSERT INTO history (filing_id, version, kind, person_id, principal_id, at, detail, chain)
      VALUES (\(filing), \(version), \(detail.kind.rawValue), \(person), \(principal), \(seconds), \(stored),
        \(chain))
      """)
  }
}
