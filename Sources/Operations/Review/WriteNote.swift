public import Database
public import Evaluation
public import Store

/// Writes remarks, appeals and calls to put right, answers them, and settles them.
public struct WriteNote: Sendable {
  private let engine: any Engine
  private let write: OptimisticWrite
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    write = OptimisticWrite(engine: engine, shelf: shelf)
  }

  /// In characters.
  public static let longest = 1_000

  /// What is typed for a note.
  public struct Entry: Sendable {
    public let kind: ReviewNoteKind
    /// A cell's or section's address; empty for the whole filing.
    public let place: String
    /// 2 to `longest` characters.
    public let text: String
    /// ISO 8601; empty where there is no last day.
    public let due: String
    /// Text and day lose the blanks at their ends.
    public init(kind: ReviewNoteKind, place: String, text: String, due: String = "") {
      self.kind = kind
      self.place = place
      self.text = text.trimming
      self.due = due.trimming
    }
  }

  /// Throws `Invalid`, `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func callAsFunction(_ entry: Entry, on id: Int64, by person: Person, at seconds: Int64) async throws {
    _ = try await write(on: id) { before in
      try before.demandWritable(by: person)
      let roles = person.posts.roles(towards: before.record.unit.code)
      let isReviewed = try await engine.read { try $0.ask(.marks(of: id)) }.contains { !$0.mark.points.isEmpty }
      guard entry.kind.isOpen(to: roles, in: before.record.stage, isReviewed: isReviewed) else {
        throw Forbidden("现在不能提出\(entry.kind.title)。")
      }
      try Self.check(entry, before)
      return before.noted(
        .note(entry.kind, place: entry.place, text: entry.text, isAnswer: false), by: person, at: seconds
      ) { database in
        try database.tell(
          .insertNote(
            entry.kind, place: entry.place, text: entry.text, due: entry.due, answers: nil, filing: id,
            by: person.id, at: seconds))
      }
    }
  }

  /// Throws `Invalid`, `NotFound`, `Refused` or `DatabaseFault`.
  public func answer(_ note: Int64, _ text: String, on id: Int64, by person: Person, at seconds: Int64) async throws {
    let text = text.trimming
    _ = try await write(on: id) { before in
      try before.demandWritable(by: person)
      let found = try await self.note(note, of: id)
      try Self.check(text, field: "answer-\(note)")
      return before.noted(
        .note(found.kind, place: found.place?.description ?? "", text: text, isAnswer: true), by: person, at: seconds
      ) { database in
        try database.tell(
          .insertNote(
            found.kind, place: found.place?.description ?? "", text: text, due: "", answers: note, filing: id,
            by: person.id, at: seconds))
      }
    }
  }

  /// Calls a note settled, or opens it again. Throws `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func settle(
    _ note: Int64, _ isSettled: Bool, on id: Int64, by person: Person, at seconds: Int64
  ) async throws {
    _ = try await write(on: id) { before in
      try before.demandWritable(by: person)
      let found = try await self.note(note, of: id)
      let roles = person.posts.roles(towards: before.record.unit.code)
      guard found.kind.canBeSettled(by: roles, isWriter: found.person == person.id) else {
        throw Forbidden("\(found.kind.title)由主管部门或财政绩效经办办结。")
      }
      guard (found.settledAt != nil) != isSettled else { return nil }
      return before.noted(.settled(found.kind, note: note, isSettled: isSettled), by: person, at: seconds) {
        try $0.tell(.settleNote(note, by: isSettled ? person.id : nil, at: isSettled ? seconds : nil))
      }
    }
  }

  private func note(_ id: Int64, of filing: Int64) async throws -> ReviewNote {
    let notes = try await engine.read { try $0.ask(.notes(of: filing)) }
    guard let note = notes.first(where: { $0.id == id && $0.answers == nil }) else { throw NotFound() }
    return note
  }

  private static func check(_ entry: Entry, _ loaded: LoadedFiling) throws {
    try check(entry.text, field: "text")
    var problems: [FieldProblem] = []
    if !entry.place.isEmpty, CellAddress(entry.place).map({ loaded.has($0) }) != true {
      problems.append(FieldProblem("place", "没有这个位置，请重新选择。"))
    }
    if !entry.due.isEmpty, CivilDay(entry.due) == nil {
      problems.append(FieldProblem("due", "请填整改期限，如 2025-06-30。"))
    }
    if !problems.isEmpty { throw Invalid(problems) }
  }

  private static func check(_ text: String, field: String) throws {
    let count = text.unicodeScalars.count
    guard (2...longest).contains(count) else {
      throw Invalid([FieldProblem(field, "请写 2 至 \(longest) 字，现有 \(count) 字。")])
    }
  }
}

extension LoadedFiling {
  /// Whether the filing has this cell or section.
  func has(_ place: CellAddress) -> Bool {
    calculation.definition(at: place) != nil || filing.section(at: place) != nil
  }

  /// Throws `NotFound` or `Refused` where this person may not write about the filing.
  fileprivate func demandWritable(by person: Person) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    if task.isClosed { throw Refused([.taskClosed]) }
  }
}
