import Evaluation
import Foundation
import Store

/// What somebody asked a list of results for.
struct ResultsQuery {
  var text = ""
  var department: String?
  var kind: UnitKind?
  var grade: String?
  var flag: RedFlag.Kind?
  var order = ResultOrder(.own, isDescending: true)
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = String((value("q") ?? "").prefix(100))
    department = value("department").flatMap { code in
      code.utf8.count == 3 && code.utf8.allSatisfy { (48...57).contains($0) } ? code : nil
    }
    kind = value("kind").flatMap(UnitKind.init(rawValue:))
    grade = value("grade").flatMap { $0.isEmpty ? nil : String($0.prefix(20)) }
    flag = value("flag").flatMap(RedFlag.Kind.init(rawValue:))
    let sort = (value("sort") ?? "").split(separator: "-")
    if let column = sort.first.flatMap({ ResultOrder.Column(rawValue: String($0)) }) {
      order = ResultOrder(column, isDescending: sort.count > 1 && sort[1] == "down")
    }
    page = max(1, min(1_000_000, value("page").flatMap { Int($0) } ?? 1))
  }

  func filter(in task: Int64) -> ResultFilter {
    var filter = ResultFilter(task: task)
    filter.text = text
    filter.department = department
    filter.kind = kind
    filter.grade = grade
    filter.flag = flag
    return filter
  }

  var fields: [(name: String, value: String)] {
    [
      ("q", text), ("department", department ?? ""), ("kind", kind?.rawValue ?? ""), ("grade", grade ?? ""),
      ("flag", flag?.rawValue ?? ""),
      ("sort", order.column.rawValue + (order.isDescending ? "-down" : "")),
    ].filter { !$0.1.isEmpty }
  }

  /// "?q=…&sort=own-down".
  func address(page: Int = 1) -> String {
    let pairs = fields + (page > 1 ? [(name: "page", value: "\(page)")] : [])
    return "?"
      + pairs.map { "\($0.name)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
      .joined(separator: "&")
  }

  /// The same question with something else asked.
  func with(_ change: (inout ResultsQuery) -> Void) -> ResultsQuery {
    var query = self
    query.page = 1
    change(&query)
    return query
  }
}
