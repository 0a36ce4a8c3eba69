import Database
import Evaluation
import HTML
import Operations
import Store

/// Deadlines with the working days that are left or over.
struct DeadlineView {
  let today: CivilDay
  let calendar: WorkingCalendar

  /// "2025年3月31日" and below it "还有 5 个工作日"; an extension is marked.
  func cell(_ record: FilingRecord, in task: EvaluationTask?) -> HTML {
    guard let task else { return HTML() }
    return HTML {
      Moment.day(record.deadline(in: task))
      if record.standing.ownDeadline != nil {
        " "
        HTML.element("span", [Attribute("class", "tag")]) { "延期" }
      }
      words(record, in: task)
    }
  }

  /// Only the words, as a note.
  func words(_ record: FilingRecord, in task: EvaluationTask) -> HTML {
    guard let (left, words) = told(of: record, in: task) else { return HTML() }
    return .element("span", [Attribute("class", "sub days-left" + Self.tone(left))]) { words }
  }

  /// The same as plain text; empty where there is nothing to say.
  func plainWords(_ record: FilingRecord, in task: EvaluationTask) -> String { told(of: record, in: task)?.words ?? "" }

  private func told(of record: FilingRecord, in task: EvaluationTask) -> (left: DaysLeft, words: String)? {
    guard let left = record.daysLeft(in: task, today: today, calendar: calendar),
      record.standing.waiver != .accepted
    else { return nil }
    // What came back was in time the first time; that says nothing of the next.
    let isBack = record.stage == .drafting && record.standing.sentDay != nil
    return (left, (isBack ? "首次" : "") + left.words)
  }

  private static func tone(_ left: DaysLeft) -> String {
    switch left {
    case .left(0...3): " soon"
    case .overdue, .sentLate: " overdue"
    case .left, .sentInTime: ""
    }
  }
}

extension Site {
  /// As things stand today. Throws `DatabaseFault`.
  func deadlines() async throws -> DeadlineView {
    DeadlineView(
      today: CivilDay(inChinaAt: now()), calendar: try await engine.read { try $0.workingCalendar() })
  }
}
