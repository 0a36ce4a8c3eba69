public import Database
public import Evaluation
import Text

/// Writes what differs between the extract that is kept of a filing and its present one.
extension WriteTransaction {
  /// Throws `DatabaseFault`.
  public func putTexts(_ texts: [ExtractedText], of record: FilingRecord, year: Int) throws {
    let ids = StoredText.ids(of: record.id)
    let stored = try ask(.texts(of: record.id))
    var free = (stored.last?.id ?? ids.lowerBound - 1) + 1
    var known = Dictionary(stored.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    for text in texts {
      let place = text.cells.map(\.description).joined(separator: ",")
      let before = known.removeValue(forKey: place)
      let marks = SearchMarks.all(
        kind: text.kind, department: record.unit.code.department, task: record.task, year: year)
      func now(_ id: Int64) -> StoredText {
        StoredText(
          id: id, place: place, kind: text.kind.rawValue, title: text.title, text: text.text,
          marks: marks.joined(separator: " "))
      }
      if let before {
        guard now(before.id) != before else { continue }
        try forget(before)
        try put(now(before.id), of: record.id)
      } else if ids.contains(free) {
        try put(now(free), of: record.id)
        free += 1
      }
    }
    for gone in known.values { try forget(gone) }
  }

  /// Takes the texts of a task's filings out of the index and away. Throws `DatabaseFault`.
  public func forgetTexts(of task: Int64) throws {
    let query = Query<StoredText>.texts("filing_id IN (SELECT id FROM filing WHERE task_id = \(task)) ORDER BY id")
    for text in try ask(query) { try forget(text) }
  }

  /// Throws `DatabaseFault`.
  public func putFigures(_ figures: [StoredFigure], of record: FilingRecord) throws {
    let stored = try ask(.figures(of: record.id))
    let before = Set(stored)
    let changed = figures.filter { !before.contains($0) }
    let present = Set(figures.map { "\($0.item) \($0.cell)" })
    for gone in stored where !present.contains("\(gone.item) \(gone.cell)") {
      try tell(.deleteFigure(gone, of: record.id))
    }
    // Ten at a time: a statement of that size is kept prepared.
    for start in stride(from: 0, to: changed.count, by: 10) {
      try tell(.putFigures(changed[start..<min(changed.count, start + 10)], of: record))
    }
  }

  /// Throws `DatabaseFault`.
  public func putFindings(_ findings: [StoredFinding], of record: FilingRecord) throws {
    guard Set(try ask(.findings(of: record.id))) != Set(findings) else { return }
    try tell(.deleteFindings(of: record.id))
    if !findings.isEmpty { try tell(.insertFindings(findings, of: record)) }
  }

  private func put(_ text: StoredText, of filing: Int64) throws {
    try tell(.insertText(text, of: filing))
    try tell(WordIndex.extracts.insert(text.words, row: text.id))
  }

  private func forget(_ text: StoredText) throws {
    try tell(WordIndex.extracts.delete(text.words, row: text.id))
    try tell(.deleteText(text.id))
  }
}

extension StoredText {
  /// What the index keeps it under. A change of how this is made needs a schema step that empties the index: words are
  /// taken out as they were put in.
  var words: String { marks + " " + SearchText(text).grams }
}

/// Words of the index that tell what a text belongs to. Longer than any word of a text, so they cannot be mixed up.
enum SearchMarks {
  static func all(kind: ExtractedText.Kind, department: String, task: Int64, year: Int) -> [String] {
    [self.kind(kind), self.department(department), self.task(task), self.year(year)]
  }
  static func kind(_ kind: ExtractedText.Kind) -> String { "markkind\(kind.rawValue)" }
  static func department(_ code: String) -> String { "markdepartment\(code)" }
  static func task(_ id: Int64) -> String { "marktask\(id)" }
  static func year(_ year: Int) -> String { "markyear\(year)" }
}
