/// When a unit is reminded of what it has not sent yet.
public enum Reminder: String, Sendable, CaseIterable, Codable {
  case fiveDaysBefore, oneDayBefore, oneDayAfter
  /// By somebody at the bureau or the lead unit, at any time.
  case byHand

  /// What people call it: 距截止 5 个工作日.
  public var title: String {
    switch self {
    case .fiveDaysBefore: "距截止 5 个工作日"
    case .oneDayBefore: "距截止 1 个工作日"
    case .oneDayAfter: "已逾期"
    case .byHand: "催报"
    }
  }

  /// The reminder whose time has come last; nil more than five working days before the deadline.
  public static func due(on today: CivilDay, deadline: CivilDay, in calendar: WorkingCalendar) -> Reminder? {
    if today >= calendar.firstLateDay(after: deadline) { return .oneDayAfter }
    if today >= calendar.day(-1, workingDaysAfter: deadline) { return .oneDayBefore }
    return today >= calendar.day(-5, workingDaysAfter: deadline) ? .fiveDaysBefore : nil
  }
}
