public import Database
import Evaluation
import Foundation
public import Store

/// Keeps the ledger of publications: by when a task's filings must be public, and what was made public elsewhere.
public struct RegisterDisclosure: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Notes where a filing is public, or why it is not; nothing of both takes the note back. Throws `NotFound`,
  /// `Forbidden`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ told: DisclosureRegistration, of loaded: LoadedFiling, by person: Person, at seconds: Int64
  ) async throws {
    try loaded.demandPublications(by: person)
    let told = try Self.checked(told, today: CivilDay(inChinaAt: seconds))
    let id = loaded.record.id
    try await engine.write { database in
      for command in Command.register(told, of: id, by: person.id, at: seconds) { try database.tell(command) }
    }
  }

  /// Sets by when the filings of a task must be public; an empty day takes it away. Throws `NotFound`, `Forbidden`,
  /// `Invalid` or `DatabaseFault`.
  public func setDay(_ day: String, of task: Int64, by person: Person, at seconds: Int64) async throws {
    guard person.holds(.finance) else { throw Forbidden("只有财政绩效经办可以规定公开期限。") }
    let day = day.trimming
    guard day.isEmpty || CivilDay(day) != nil else {
      throw Invalid([FieldProblem("publicBy", "请填公开期限，如 2025-09-30。")])
    }
    try await engine.write { database in
      guard let before = try database.first(.task(task)) else { throw NotFound() }
      guard before.publicBy != day else { return }
      try database.tell(.setPublicDay(day, task: task))
      try database.tell(
        .insertEvent(.publicDaySet, of: task, detail: day.isEmpty ? "取消" : day, by: person.id, at: seconds))
    }
  }

  private static func checked(
    _ told: DisclosureRegistration, today: CivilDay
  ) throws -> DisclosureRegistration {
    let (address, day, reason) = (told.address.trimming, told.day.trimming, told.exemptReason.trimming)
    var problems: [FieldProblem] = []
    if !address.isEmpty, !reason.isEmpty {
      problems.append(FieldProblem("exemptReason", "网址和不公开的理由只能填一项。"))
    }
    if !address.isEmpty {
      let url = URL(string: address)
      if !["http", "https"].contains(url?.scheme ?? "") || url?.host() == nil || address.count > 500 {
        problems.append(FieldProblem("address", "请填以 http:// 或 https:// 开头的完整网址。"))
      }
      if let since = CivilDay(day) {
        if since > today { problems.append(FieldProblem("day", "公开日期不能在今天之后。")) }
      } else {
        problems.append(FieldProblem("day", "请填公开日期。"))
      }
    }
    if reason.count > 500 { problems.append(FieldProblem("exemptReason", "最多 500 字。")) }
    guard problems.isEmpty else { throw Invalid(problems) }
    return DisclosureRegistration(address: address, day: address.isEmpty ? "" : day, exemptReason: reason)
  }
}
