import Evaluation
import Store

/// What somebody asked a list of results for.
struct ResultsQuery: ListQuery {
  var text = ""
  var department: String?
  var kind: UnitKind?
  var grade: String?
  var flag: RedFlag.Kind?
  /// Only what is done: others may still change.
  var isDone = false
  var order = ResultOrder(.own, isDescending: true)
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = ListField.words(value("q"))
    department = ListField.department(value("department"))
    kind = value("kind").flatMap(UnitKind.init(rawValue:))
    grade = value("grade").flatMap { $0.isEmpty ? nil : String($0.prefix(20)) }
    flag = value("flag").flatMap(RedFlag.Kind.init(rawValue:))
    isDone = value("state") == "done"
    let sort = (value("sort") ?? "").split(separator: "-")
    if let column = sort.first.flatMap({ ResultOrder.Column(rawValue: String($0)) }) {
      order = ResultOrder(column, isDescending: sort.count > 1 && sort[1] == "down")
    }
    page = ListField.page(value("page"))
  }

  func filter(in task: Int64) -> ResultFilter {
    var filter = ResultFilter(task: task)
    filter.text = text
    filter.department = department
    filter.kind = kind
    filter.grade = grade
    filter.flag = flag
    filter.isDone = isDone
    return filter
  }

  var fields: [(name: String, value: String)] {
    [
      ("q", text), ("department", department ?? ""), ("kind", kind?.rawValue ?? ""), ("grade", grade ?? ""),
      ("flag", flag?.rawValue ?? ""), ("state", isDone ? "done" : ""),
      ("sort", order.column.rawValue + (order.isDescending ? "-down" : "")),
    ].filter { !$0.1.isEmpty }
  }
}
