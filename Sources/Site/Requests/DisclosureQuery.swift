import Evaluation
import Foundation
import Store

/// What somebody asked the ledger of publications for.
struct DisclosureQuery {
  var text = ""
  var department: String?
  var state: Disclosure.State?
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = String((value("q") ?? "").prefix(100))
    department = value("department").flatMap { code in
      code.utf8.count == 3 && code.utf8.allSatisfy { (48...57).contains($0) } ? code : nil
    }
    state = value("state").flatMap(Disclosure.State.init(rawValue:))
    page = max(1, min(1_000_000, value("page").flatMap { Int($0) } ?? 1))
  }

  func filter(in task: Int64) -> DisclosureFilter {
    DisclosureFilter(task: task, department: department, text: text, state: state)
  }

  /// For the hidden fields of a form and the address.
  var fields: [(name: String, value: String)] {
    [("q", text), ("department", department ?? ""), ("state", state?.rawValue ?? "")].filter { !$0.1.isEmpty }
  }

  /// "?state=missing"; "?" alone for everything.
  func address(page: Int = 1, state: Disclosure.State?? = nil) -> String {
    var query = self
    if let state { query.state = state }
    let pairs = query.fields + (page > 1 ? [(name: "page", value: "\(page)")] : [])
    return "?"
      + pairs.map { "\($0.name)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
      .joined(separator: "&")
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
