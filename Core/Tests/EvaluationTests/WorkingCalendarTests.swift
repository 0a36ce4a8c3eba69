import Evaluation
import Testing

/// Days, and which of them are worked.
@Suite struct WorkingCalendarTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  /// Eight days off around the turn of the year and two weekend days worked for them.
  private func holiday() throws -> WorkingCalendar {
    var exceptions: [CivilDay: WorkingCalendar.Exception] = [:]
    for number in try day("2024-12-28").number...day("2025-01-04").number {
      exceptions[CivilDay(number: number)] = .dayOff
    }
    exceptions[try day("2024-12-22")] = .workingDay
    exceptions[try day("2025-01-05")] = .workingDay
    return WorkingCalendar(exceptions)
  }

  @Test func `days are read strictly and written as they were read`() throws {
    for text in ["1970-01-01", "2000-02-29", "2024-02-29", "2024-12-31", "2025-03-31", "2099-12-31"] {
      #expect(try day(text).description == text)
    }
    for text in ["2023-02-29", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-3-31", "２０２５-03-31", ""] {
      #expect(CivilDay(text) == nil, "\(text)")
    }
    #expect(try day("1970-01-01").number == 0 && day("2000-03-01").number == 11_017)
  }

  @Test func `a month that is shorter ends with its last day`() throws {
    let day = try #require(CivilDay("2024-02-29"))
    #expect(day.adding(months: 12).description == "2025-02-28" && day.adding(months: -12).description == "2023-02-28")
    #expect(day.adding(months: 48).description == "2028-02-29")
  }

  @Test func `weekdays go from Monday to Sunday`() throws {
    #expect(try day("1970-01-01").weekday == 4 && day("2025-03-31").weekday == 1 && day("2024-12-29").weekday == 7)
    #expect(CivilDay(number: -4).weekday == 7 && CivilDay(number: -3).weekday == 1)
  }

  @Test func `a moment is on the day that it is in China`() throws {
    #expect(CivilDay(inChinaAt: 1_735_660_799).description == "2024-12-31")
    #expect(CivilDay(inChinaAt: 1_735_660_800).description == "2025-01-01")
    #expect(CivilDay(inChinaAt: -28_801).description == "1969-12-31")
  }

  @Test func `working days are counted over the turn of the year`() throws {
    let plain = WorkingCalendar()
    #expect(try plain.workingDays(after: day("2024-12-31"), through: day("2025-01-02")) == 2)
    #expect(try plain.workingDays(after: day("2024-12-27"), through: day("2024-12-29")) == 0)
    #expect(try plain.workingDays(after: day("2025-01-02"), through: day("2024-12-31")) == -2)
    #expect(try plain.workingDays(after: day("2023-12-31"), through: day("2024-12-31")) == 262)
    // Friday the 27th to Monday the 6th: the Sunday that is worked, and Monday.
    #expect(try holiday().workingDays(after: day("2024-12-27"), through: day("2025-01-06")) == 2)
  }

  @Test func `exceptions that say what the weekday says change nothing`() throws {
    let calendar = try WorkingCalendar([day("2025-01-04"): .dayOff, day("2025-01-06"): .workingDay])
    #expect(calendar == WorkingCalendar())
  }

  @Test func `working days are added over the turn of the year, and taken off`() throws {
    #expect(try WorkingCalendar().day(3, workingDaysAfter: day("2024-12-30")).description == "2025-01-02")
    #expect(try holiday().day(1, workingDaysAfter: day("2024-12-27")).description == "2025-01-05")
    #expect(try holiday().day(2, workingDaysAfter: day("2024-12-27")).description == "2025-01-06")
    #expect(try holiday().day(-1, workingDaysAfter: day("2025-01-05")).description == "2024-12-27")
    #expect(try holiday().day(-6, workingDaysAfter: day("2024-12-27")).description == "2024-12-20")
    #expect(try holiday().day(0, workingDaysAfter: day("2025-01-01")).description == "2025-01-01")
  }

  @Test func `lateness counts working days, and a day off after the deadline is not late`() throws {
    let calendar = try holiday()
    let deadline = try day("2024-12-27")
    #expect(try calendar.lateness(on: day("2024-12-20"), deadline: deadline) == 0)
    #expect(calendar.lateness(on: deadline, deadline: deadline) == 0)
    #expect(try calendar.lateness(on: day("2025-01-04"), deadline: deadline) == 0)
    #expect(try calendar.lateness(on: day("2025-01-05"), deadline: deadline) == 1)
    #expect(try calendar.lateness(on: day("2025-01-10"), deadline: deadline) == 6)
    #expect(calendar.firstLateDay(after: deadline).description == "2025-01-05")
  }

  @Test func `counting by the week gives what counting day by day gives`() throws {
    var random = SeededGenerator(42)
    for _ in 0..<200 {
      let start = Int.random(in: -800...30_000, using: &random)
      var exceptions: [CivilDay: WorkingCalendar.Exception] = [:]
      for _ in 0..<20 {
        let day = CivilDay(number: start + Int.random(in: -30...120, using: &random))
        exceptions[day] = Bool.random(using: &random) ? .dayOff : .workingDay
      }
      let calendar = WorkingCalendar(exceptions)
      func isWorked(_ day: CivilDay) -> Bool {
        exceptions[day].map { $0 == .workingDay } ?? (day.weekday <= 5)
      }
      let end = start + Int.random(in: 0...100, using: &random)
      let counted = (start..<end).filter { isWorked(CivilDay(number: $0 + 1)) }.count
      #expect(
        calendar.workingDays(after: CivilDay(number: start), through: CivilDay(number: end)) == counted)
      #expect(calendar.isWorkingDay(CivilDay(number: end)) == isWorked(CivilDay(number: end)))
    }
  }

  @Test func `a reminder is due five days and one day before the deadline, and a day after`() throws {
    let calendar = try holiday()
    let deadline = try day("2025-01-06")
    func due(_ text: String) throws -> Reminder? { try Reminder.due(on: day(text), deadline: deadline, in: calendar) }
    // Back from Monday the 6th: Sunday the 5th, then Friday the 27th to Tuesday the 24th.
    #expect(try due("2024-12-23") == nil)
    #expect(try due("2024-12-24") == .fiveDaysBefore && due("2025-01-04") == .fiveDaysBefore)
    #expect(try due("2025-01-05") == .oneDayBefore && due("2025-01-06") == .oneDayBefore)
    #expect(try due("2025-01-07") == .oneDayAfter && due("2025-03-01") == .oneDayAfter)
  }

  @Test func `what is left and what is late is told in words`() throws {
    let calendar = WorkingCalendar()
    let deadline = try day("2025-03-31")
    func words(_ today: String, _ sent: String? = nil) throws -> String {
      DaysLeft(
        today: try day(today), sent: try sent.map { try day($0) }, deadline: deadline, in: calendar
      ).words
    }
    #expect(try words("2025-03-24") == "还有 5 个工作日" && words("2025-03-31") == "今天截止")
    #expect(try words("2025-04-02") == "逾期 2 个工作日")
    #expect(try words("2025-06-01", "2025-03-31") == "按时送审" && words("2025-06-01", "2025-04-01") == "迟送 1 个工作日")
  }
}
