/// How far a filing is from its deadline, in working days.
public enum DaysLeft: Hashable, Sendable {
  /// Not sent yet; 0 on the last day.
  case left(Int)
  /// Not sent yet though the deadline has passed.
  case overdue(Int)
  case sentInTime
  case sentLate(Int)

  /// - Parameter sent: the day on which it was sent for review; nil while it was not.
  public init(today: CivilDay, sent: CivilDay?, deadline: CivilDay, in calendar: WorkingCalendar) {
    let late = calendar.lateness(on: sent ?? today, deadline: deadline)
    switch (sent, late) {
    case (nil, 0): self = .left(max(0, calendar.workingDays(after: today, through: deadline)))
    case (nil, _): self = .overdue(late)
    case (_, 0): self = .sentInTime
    case (_, _): self = .sentLate(late)
    }
  }

  /// Overdue, or sent after the deadline.
  public var isLate: Bool {
    switch self {
    case .overdue, .sentLate: true
    case .left, .sentInTime: false
    }
  }

  /// What people are told: 还有 3 个工作日.
  public var words: String {
    switch self {
    case .left(0): "今天截止"
    case .left(let days): "还有 \(days) 个工作日"
    case .overdue(let days): "逾期 \(days) 个工作日"
    case .sentInTime: "按时送审"
    case .sentLate(let days): "迟送 \(days) 个工作日"
    }
  }
}
