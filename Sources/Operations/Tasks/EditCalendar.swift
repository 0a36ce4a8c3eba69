public import Database
import Evaluation
public import Store

/// Puts the year's holidays and working weekends into the calendar.
public struct EditCalendar: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// A day or several in a row. Throws `Forbidden`, `Invalid` with every fault, or `DatabaseFault`.
  /// - Parameter last: ISO 8601, the same as the first where it is empty.
  public func put(
    first: String, last: String, kind: String, note: String, by person: Person, at seconds: Int64
  ) async throws {
    try Self.demand(person)
    let note = note.trimming
    var problems: [FieldProblem] = []
    let start = CivilDay(first.trimming)
    let end = last.trimming.isEmpty ? start : CivilDay(last.trimming)
    if start == nil { problems.append(FieldProblem("first", "请填日期，如 2025-10-01。")) }
    if end == nil, start != nil { problems.append(FieldProblem("last", "请填日期，如 2025-10-08；只有一天的不填。")) }
    if let start, !(2000...2099).contains(start.year) {
      problems.append(FieldProblem("first", "年份须在 2000 至 2099 之间。"))
    }
    if let start, let end, !(0..<31).contains(end.number - start.number) {
      problems.append(FieldProblem("last", "最后一天须不早于第一天，一次最多 31 天。"))
    }
    let exception = WorkingCalendar.Exception(rawValue: kind)
    if exception == nil { problems.append(FieldProblem("kind", "请选择放假或调休上班。")) }
    if !(1...100).contains(note.count) {
      problems.append(FieldProblem("note", "请填说明和依据，最多 100 字，如“国庆节，国办发明电〔2024〕12 号”。"))
    }
    guard problems.isEmpty, let start, let end, let exception else { throw Invalid(problems) }
    try await engine.write { database in
      for number in start.number...end.number {
        try database.tell(
          .putException(
            DayException(CivilDay(number: number), exception, note: note), by: person.id, at: seconds))
      }
      let days = start == end ? "\(start)" : "\(start) 至 \(end)"
      try database.log(AdminEvent(.calendarSet, days, "\(exception.title)：\(note)"), by: person.id, at: seconds)
    }
  }

  /// The day is again what its weekday says. Throws `Forbidden`, `NotFound` or `DatabaseFault`.
  public func remove(_ day: String, by person: Person, at seconds: Int64) async throws {
    try Self.demand(person)
    guard let day = CivilDay(day) else { throw NotFound() }
    try await engine.write { database in
      guard try database.tell(.deleteException(on: day)) == 1 else { throw NotFound() }
      try database.log(AdminEvent(.calendarCleared, "\(day)"), by: person.id, at: seconds)
    }
  }

  private static func demand(_ person: Person) throws {
    guard person.administers(.system) else { throw Forbidden("只有管理员（\(Duty.system.title)）可以修改工作日历。") }
  }
}
