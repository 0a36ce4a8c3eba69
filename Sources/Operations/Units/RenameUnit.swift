public import Database
public import Evaluation
public import Store

/// Gives a unit another name, or puts right a name that was typed wrongly.
public struct RenameUnit: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// From a day on: filings of earlier years keep the name they had. Throws `NotFound`, `Refused`, `Invalid` or
  /// `DatabaseFault`.
  public func callAsFunction(
    _ code: UnitCode, to name: String, _ decision: UnitDecision, by person: Person, at seconds: Int64
  ) async throws {
    let name = name.trimming
    try UnitNaming.check(name, field: "name-rename")
    try await engine.write { database in
      let record = try database.reading.openUnit(code)
      let day = try decision.checked(
        after: try database.reading.lastChange(of: record), suffix: "rename", at: seconds)
      let before = record.unit.name
      guard name != before else { throw Invalid([FieldProblem("name-rename", "新名称与原名称相同。")]) }
      try database.tell(.insertFormerName(before, of: code, until: day.year))
      try database.tell(.renameUnit(code, to: name))
      try database.tell(
        .insertUnitEvent(
          .renamed, of: code, on: day.description, before: before, after: name, reason: decision.reason,
          document: decision.document, by: person.id, at: seconds))
      try database.log(
        AdminEvent(.unitRenamed, code.description, "“\(before)”自 \(day) 起改为“\(name)”"), by: person.id, at: seconds)
    }
  }

  /// The present name was typed wrongly: it is replaced wherever it stands. Throws as above.
  public func correct(
    _ code: UnitCode, to name: String, reason: String, by person: Person, at seconds: Int64
  ) async throws {
    let (name, reason) = (name.trimming, reason.trimming)
    try UnitNaming.check(name, field: "name-correct")
    if let problem = FieldProblem.ofReason(reason, field: "reason-correct") { throw Invalid([problem]) }
    try await engine.write { database in
      guard let record = try database.first(.unitRecord(code)) else { throw NotFound() }
      let before = record.unit.name
      guard name != before else { throw Invalid([FieldProblem("name-correct", "新名称与原名称相同。")]) }
      try database.tell(.renameUnit(code, to: name))
      try database.tell(
        .insertUnitEvent(
          .corrected, of: code, on: "", before: before, after: name, reason: reason, by: person.id, at: seconds))
      try database.log(
        AdminEvent(.unitCorrected, code.description, "“\(before)”更正为“\(name)”"), by: person.id, at: seconds)
    }
  }
}

extension ReadTransaction {
  /// Throws `NotFound`, or `Refused` where it was closed.
  func openUnit(_ code: UnitCode) throws -> UnitRecord {
    guard let record = try first(.unitRecord(code)) else { throw NotFound() }
    guard record.isOpen else { throw Refused([.unitClosed(record.unit.name)]) }
    return record
  }
}
