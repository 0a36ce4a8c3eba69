/// Which days are worked: Monday to Friday, but for the exceptions that are put in.
///
/// The exceptions are data: they are announced every year, and none is known beforehand.
public struct WorkingCalendar: Hashable, Sendable {
  /// Why a day is not what its weekday says.
  public enum Exception: String, Sendable, CaseIterable, Codable {
    /// 放假: a day off, whatever its weekday.
    case dayOff
    /// 调休上班: worked, whatever its weekday.
    case workingDay

    /// What people call it: 放假.
    public var title: String {
      switch self {
      case .dayOff: "放假"
      case .workingDay: "调休上班"
      }
    }
  }

  /// Weekdays that are off and weekend days that are worked, as day numbers, from the earliest.
  private let weekdaysOff: [Int]
  private let weekendsWorked: [Int]

  /// An exception that says what the weekday says anyway changes nothing.
  public init(_ exceptions: [CivilDay: Exception] = [:]) {
    weekdaysOff = exceptions.filter { $0.value == .dayOff && $0.key.weekday <= 5 }.map(\.key.number).sorted()
    weekendsWorked = exceptions.filter { $0.value == .workingDay && $0.key.weekday > 5 }.map(\.key.number).sorted()
  }

  /// Exceptions counted.
  public func isWorkingDay(_ day: CivilDay) -> Bool {
    workingDays(after: day.adding(days: -1), through: day) == 1
  }

  /// The working days after the first day up to and with the second; negative where the second comes first.
  public func workingDays(after start: CivilDay, through end: CivilDay) -> Int {
    workingDays(through: end.number) - workingDays(through: start.number)
  }

  /// The day that is this many working days later; earlier for a negative count, the day itself for none.
  public func day(_ count: Int, workingDaysAfter day: CivilDay) -> CivilDay {
    let step = count < 0 ? -1 : 1
    var (day, left) = (day, count.magnitude)
    while left > 0 {
      day = day.adding(days: step)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// By how many working days something that came on a day is late; 0 in time, and on days off right after the
  /// deadline.
  public func lateness(on day: CivilDay, deadline: CivilDay) -> Int {
    max(0, workingDays(after: deadline, through: day))
  }

  /// The first day on which something is late.
  public func firstLateDay(after deadline: CivilDay) -> CivilDay { self.day(1, workingDaysAfter: deadline) }

  /// Counted from a Monday long ago.
  private func workingDays(through number: Int) -> Int {
    let sinceMonday = number + 3
    let inWeek = CivilDay.modulo(sinceMonday, 7)
    let weekdays = (sinceMonday - inWeek) / 7 * 5 + min(inWeek + 1, 5)
    return weekdays - Self.count(of: weekdaysOff, through: number) + Self.count(of: weekendsWorked, through: number)
  }

  private static func count(of days: [Int], through number: Int) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
