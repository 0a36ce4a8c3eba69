public import Database
public import Evaluation
public import Store

/// Ends a unit: it is closed, becomes part of another one, or is parted into several. A mistake can be taken back.
public struct CloseUnit: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `NotFound`, `Refused` with everything that stands against it, `Invalid` or `DatabaseFault`.
  /// - Parameter codes: of the units that it becomes part of; none where nobody goes on with its work.
  public func callAsFunction(
    _ code: UnitCode, into codes: [String], _ decision: UnitDecision, by person: Person, at seconds: Int64
  ) async throws {
    try await engine.write { database in
      let record = try database.reading.openUnit(code)
      let successors = try database.reading.successors(codes, of: code)
      let day = try decision.checked(
        after: try database.reading.lastChange(of: record), suffix: "close", at: seconds)
      for successor in successors {
        guard successor.openedOn.map({ $0 <= day }) ?? true else {
          throw Invalid([FieldProblem("day-close", "“\(successor.unit.name)”在这一天还没有成立。")])
        }
      }
      let reasons = try database.reading.obstacles(to: record)
      guard reasons.isEmpty else { throw Refused(reasons) }
      try database.tell(.setClosed(day.description, unit: code))
      let kinds: (own: UnitEvent.Kind, others: UnitEvent.Kind) =
        switch successors.count {
        case 0: (.closed, .received)
        case 1: (.merged, .received)
        default: (.parted, .cameOut)
        }
      func note(_ kind: UnitEvent.Kind, of unit: UnitCode, with others: [UnitCode]) throws {
        try database.tell(
          .insertUnitEvent(
            kind, of: unit, on: day.description, others: others, reason: decision.reason, document: decision.document,
            by: person.id, at: seconds))
      }
      try note(kinds.own, of: code, with: successors.map(\.unit.code))
      for successor in successors {
        try database.tell(.insertSuccession(of: code, to: successor.unit.code))
        try note(kinds.others, of: successor.unit.code, with: [code])
      }
      let into = successors.map { "\($0.unit.code) \($0.unit.name)" }.joined(separator: "、")
      try database.log(
        AdminEvent(
          .unitClosed, code.description,
          "\(record.unit.name)自 \(day) 起撤销" + (into.isEmpty ? "" : "，\(successors.count > 1 ? "分立为" : "并入") \(into)")),
        by: person.id, at: seconds)
    }
  }

  /// The closing was a mistake: the unit is there again, and what it became is forgotten. Throws as above.
  public func takeBack(_ code: UnitCode, reason: String, by person: Person, at seconds: Int64) async throws {
    let reason = reason.trimming
    if let problem = FieldProblem.ofReason(reason, field: "reason-restore") { throw Invalid([problem]) }
    try await engine.write { database in
      guard let record = try database.first(.unitRecord(code)) else { throw NotFound() }
      guard !record.isOpen else { throw Refused([.unitOpen(record.unit.name)]) }
      if let lead = UnitCode(code.lead), lead != code, let head = try database.first(.unitRecord(lead)), !head.isOpen {
        throw Refused([.unitClosed(head.unit.name)])
      }
      let successors = try database.ask(.successors(of: code))
      try database.tell(.setClosed("", unit: code))
      try database.tell(.deleteSuccessions(of: code))
      try database.tell(
        .insertUnitEvent(.restored, of: code, on: "", reason: reason, by: person.id, at: seconds))
      try database.log(AdminEvent(.unitRestored, code.description, reason), by: person.id, at: seconds)
      for successor in successors {
        try database.tell(
          .insertUnitEvent(
            .returned, of: successor.unit.code, on: "", others: [code], reason: reason, by: person.id, at: seconds))
      }
    }
  }
}

extension ReadTransaction {
  /// What would be left without its unit; empty where nothing would. Throws `DatabaseFault`.
  public func obstacles(to record: UnitRecord) throws -> [Refusal] {
    var reasons: [Refusal] = []
    if record.unit.code.kind == .lead {
      let below = try ask(.openSubordinates(of: record.unit.code)).map { "\($0.unit.code) \($0.unit.name)" }
      if !below.isEmpty { reasons.append(.subordinatesOpen(below)) }
    }
    let filings = try ask(.unfinishedFilings(of: record.unit.code)).map { "\($0.task)（\($0.stage.title)）" }
    if !filings.isEmpty { reasons.append(.filingsOpen(filings)) }
    return reasons
  }

  fileprivate func successors(_ codes: [String], of code: UnitCode) throws -> [UnitRecord] {
    var found: [UnitRecord] = []
    for text in codes {
      guard let other = UnitCode(text), let record = try first(.unitRecord(other)) else {
        throw Invalid([FieldProblem("into-close", "没有编码为 \(text) 的单位。")])
      }
      guard other != code else { throw Invalid([FieldProblem("into-close", "不能并入单位自己。")]) }
      guard record.isOpen else { throw Invalid([FieldProblem("into-close", "“\(record.unit.name)”已撤销。")]) }
      if !found.contains(where: { $0.unit.code == other }) { found.append(record) }
    }
    return found
  }
}
