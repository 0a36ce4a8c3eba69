import Crypto
import Database
import Evaluation
import Foundation
import Store
import Synchronization
import TestKit
import Testing

@testable import Operations

/// Deadlines: extensions, lateness in working days, reminders and where they go.
@Suite("Deadlines", .timeLimit(.minutes(10))) struct DeadlineTests {
  /// The moment of noon in China on a day.
  private func noon(_ day: String) throws -> Int64 {
    Int64(try #require(CivilDay(day)).number) * 86_400 + 4 * 3_600
  }

  private func late(_ county: County, _ filing: Int64, on day: String) async throws -> Int {
    let moment = try noon(day)
    return try await county.engine.read { try $0.lateWorkingDays(of: filing, at: moment) }
  }

  private func reminders(_ county: County) async throws -> [ReminderRecord] {
    try await county.engine.read { try $0.ask(.reminders(in: county.task, limit: 99, offset: 0)) }
  }

  @Test func `lateness is counted in working days from the day of the first sending`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    // The deadline is Monday 2025-03-31.
    #expect(try await late(county, filing, on: "2025-03-31") == 0)
    #expect(try await late(county, filing, on: "2025-04-05") == 4)
    try await county.place(filing, .unitReview, sentOn: "2025-04-02")
    #expect(try await late(county, filing, on: "2025-06-30") == 2)
    try await EditCalendar(engine: county.engine).put(
      first: "2025-04-01", last: "", kind: "dayOff", note: "示例假日", by: try county.person("admin"), at: County.now)
    #expect(try await late(county, filing, on: "2025-06-30") == 1)
  }

  @Test func `sending is dated once, and what is taken back at once was not sent`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    func sentDay() async throws -> String? {
      try await county.shelf.filing(filing).record.standing.sentDay?.description
    }
    func apply(_ move: Move, to stage: Stage, _ account: String, on day: String) async throws {
      let (moment, person) = (try noon(day), try county.person(account))
      let record = try await county.shelf.filing(filing).record
      _ = try await county.engine.write { database in
        let entry = PreparedEntry(
          .move(move, from: record.stage, to: stage, reason: ""), after: record, by: person, at: moment)
        _ = try database.advance(record, in: .launched, by: entry, from: record.version)
        try database.place(record, in: stage, after: move, by: person, at: moment)
      }
    }
    try await apply(.submit, to: .unitReview, "jb201002", on: "2025-03-20")
    #expect(try await sentDay() == "2025-03-20")
    try await apply(.withdraw, to: .drafting, "jb201002", on: "2025-03-20")
    #expect(try await sentDay() == nil)
    try await apply(.submit, to: .unitReview, "jb201002", on: "2025-03-21")
    try await apply(.return, to: .drafting, "sh201002", on: "2025-03-24")
    #expect(try await county.shelf.filing(filing).record.standing.isReturned)
    try await apply(.submit, to: .unitReview, "jb201002", on: "2025-04-10")
    try await apply(.withdraw, to: .drafting, "jb201002", on: "2025-04-10")
    #expect(try await sentDay() == "2025-03-21")
    #expect(try await !county.shelf.filing(filing).record.standing.isReturned)
  }

  @Test func `an extension is for the units named, with a reason, and only later`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    let other = try await county.filing(of: "201001")
    let extend = ExtendDeadline(engine: county.engine)
    let finance = try county.person("finance")
    await #expect(throws: Invalid.self) {
      try await extend([filing], to: "2025-03-31", reason: "系统故障", by: finance, at: County.now)
    }
    await #expect(throws: Invalid.self) {
      try await extend([filing], to: "2025-04-10", reason: " ", by: finance, at: County.now)
    }
    for account in ["admin", "jb201002", "sh201001"] {
      await #expect(throws: Forbidden.self) {
        try await extend([filing], to: "2025-04-10", reason: "系统故障", by: try county.person(account), at: County.now)
      }
    }
    try await extend([filing], to: "2025-04-10", reason: "系统故障", by: finance, at: County.now)
    #expect(try await late(county, filing, on: "2025-04-11") == 1)
    #expect(try await late(county, other, on: "2025-04-11") == 9)
    let event = try await county.engine.read { try $0.ask(.events(of: county.task, limit: 1)) }.first
    #expect(event?.kind == .extended && event?.unit == "示例县投资促进中心" && event?.reason == "系统故障")
    #expect(event?.detail == "2025-03-31 → 2025-04-10")
    // All or none: the second is not later.
    await #expect(throws: Invalid.self) {
      try await extend([other, filing], to: "2025-04-09", reason: "系统故障", by: finance, at: County.now)
    }
    #expect(try await county.shelf.filing(other).record.standing.ownDeadline == nil)
  }

  @Test func `only an administrator changes the calendar, with a note`() async throws {
    let county = try await County()
    let edit = EditCalendar(engine: county.engine)
    let admin = try county.person("admin")
    try await edit.put(
      first: "2025-10-01", last: "2025-10-08", kind: "dayOff", note: "示例", by: admin, at: County.now)
    #expect(try await county.engine.read { try $0.ask(.exceptions(in: 2025)) }.count == 8)
    #expect(try await county.engine.read { try $0.ask(.exceptionYears) } == [2025])
    try await edit.remove("2025-10-08", by: admin, at: County.now)
    await #expect(throws: NotFound.self) { try await edit.remove("2025-10-08", by: admin, at: County.now) }
    let logged = try await county.engine.read {
      try $0.ask(Query<AdminEntry>.adminEntries(AdminFilter(group: .calendar), limit: 9, offset: 0))
    }.map(\.event)
    #expect(
      logged == [
        AdminEvent(.calendarCleared, "2025-10-08"), AdminEvent(.calendarSet, "2025-10-01 至 2025-10-08", "放假：示例"),
      ])
    for (first, last, kind, note) in [
      ("2025-10-32", "", "dayOff", "示例"), ("2025-10-08", "2025-10-01", "dayOff", "示例"),
      ("2025-10-01", "2026-10-01", "dayOff", "示例"), ("2025-10-01", "", "", "示例"), ("2025-10-01", "", "dayOff", " "),
    ] {
      await #expect(throws: Invalid.self) {
        try await edit.put(first: first, last: last, kind: kind, note: note, by: admin, at: County.now)
      }
    }
    await #expect(throws: Forbidden.self) {
      try await edit.put(
        first: "2025-10-01", last: "", kind: "dayOff", note: "示例", by: try county.person("finance"), at: County.now)
    }
  }

  @Test func `the calendar reminds once for each day that is due, and not those who have sent`() async throws {
    let county = try await County()
    let sent = try await county.filing(of: "201001")
    try await county.place(sent, .unitReview, sentOn: "2025-03-20")
    let remind = RemindUnits(engine: county.engine)
    #expect(try await remind.byCalendar(at: noon("2025-03-21")) == 0)
    #expect(try await remind.byCalendar(at: noon("2025-03-24")) == 1)
    #expect(try await remind.byCalendar(at: noon("2025-03-27")) == 0)
    #expect(try await remind.byCalendar(at: noon("2025-03-28")) == 1)
    #expect(try await remind.byCalendar(at: noon("2025-04-01")) == 1)
    #expect(try await remind.byCalendar(at: noon("2025-04-20")) == 0)
    #expect(try await reminders(county).map(\.kind) == [.oneDayAfter, .oneDayBefore, .fiveDaysBefore])
    let unit = try #require(UnitCode("201002"))
    #expect(try await county.engine.read { try $0.ask(.openReminders(of: [unit], limit: 9)) }.count == 3)
    // With a later deadline, the old reminders say nothing any more, and new ones come in their time.
    try await ExtendDeadline(engine: county.engine)(
      [try await county.filing(of: "201002")], to: "2025-04-30", reason: "系统故障", by: try county.person("finance"),
      at: County.now)
    #expect(try await county.engine.read { try $0.ask(.openReminders(of: [unit], limit: 9)) }.isEmpty)
    #expect(try await remind.byCalendar(at: noon("2025-04-25")) == 1)
  }

  @Test func `a letter is signed, tried again under the same id, and counted once`() async throws {
    let county = try await County()
    let (key, start) = (Array("a-key-for-tests-only".utf8), try noon("2025-03-24"))
    try await RemindUnits(engine: county.engine).byCalendar(at: start)
    let box = Mutex<(letters: [Letter], fails: Bool)>(([], true))
    let deliver = Deliver(engine: county.engine, key: key) { letter in
      try box.withLock { box in
        box.letters.append(letter)
        if box.fails, box.letters.count == 1 { throw URLError(.cannotConnectToHost) }
        return box.fails ? 503 : 204
      }
    }
    #expect(try await deliver.reminders { start } == 0)
    #expect(box.withLock { $0.letters.count } == 2)
    // Not before its time.
    #expect(try await deliver.reminders { start + 59 } == 0)
    #expect(box.withLock { $0.letters.count } == 2)
    box.withLock { $0.fails = false }
    #expect(try await deliver.reminders { start + 61 } == 2)
    #expect(try await deliver.reminders { start + 9_999 } == 0)
    let letters = box.withLock { $0.letters }
    #expect(letters.count == 4)
    func header(_ name: String, _ letter: Letter) -> String? {
      letter.headers.first { $0.name == name }?.value
    }
    #expect(Set(letters.map { header("X-Jiheng-Delivery", $0) }).count == 2)
    let last = try #require(letters.last)
    let signed = Array("\(start + 61).".utf8) + last.body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
    let expected = code.map { String(format: "%02x", $0) }.joined()
    #expect(header("X-Jiheng-Signature", last) == "sha256=\(expected)")
    #expect(String(decoding: last.body, as: UTF8.self).contains("\"kind\":\"fiveDaysBefore\""))
    let ids = try await reminders(county).map(\.id)
    let kept = try await county.engine.read { try $0.ask(.deliveries(of: ids)) }
    #expect(kept.allSatisfy { $0.attempts == 2 && $0.deliveredAt == start + 61 && $0.outcome == "204" })
  }

  @Test func `the pauses grow, and end`() {
    let pauses = (1...12).map { Deliver.pause(after: $0) }
    #expect(pauses == [60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 14_400, 14_400, 14_400, nil])
  }
}
