import Evaluation
import Store

/// What somebody asked the ledger of publications for.
struct DisclosureQuery: ListQuery {
  var text = ""
  var department: String?
  var state: Disclosure.State?
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = ListField.words(value("q"))
    department = ListField.department(value("department"))
    state = value("state").flatMap(Disclosure.State.init(rawValue:))
    page = ListField.page(value("page"))
  }

  func filter(in task: Int64) -> DisclosureFilter {
    DisclosureFilter(task: task, department: department, text: text, state: state)
  }

  /// For the hidden fields of a form and the address.
  var fields: [(name: String, value: String)] {
    [("q", text), ("department", department ?? ""), ("state", state?.rawValue ?? "")].filter { !$0.1.isEmpty }
  }
}

extension Disclosure {
  /// Days after the task's last day for publication: of what became public late, or still is not; nil where nothing
  /// is late.
  func daysLate(in task: EvaluationTask, today: CivilDay) -> Int? {
    guard state != .exempt, let last = CivilDay(task.publicBy) else { return nil }
    let day = self.day.flatMap { CivilDay($0) } ?? today
    return day > last ? day.number - last.number : nil
  }
}
