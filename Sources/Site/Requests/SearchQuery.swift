import Evaluation
import Store
import Text

/// What somebody looks for, as it stands in the address.
struct SearchQuery: ListQuery {
  var text = ""
  var year: Int?
  var task: Int64?
  var kind: ExtractedText.Kind?
  /// First three digits.
  var department: String?
  var stage: Stage?
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = String((value("q") ?? "").prefix(200))
    year = ListField.year(value("year"))
    task = value("task").flatMap { Int64($0) }
    kind = value("kind").flatMap(ExtractedText.Kind.init(rawValue:))
    department = ListField.department(value("department"))
    stage = value("stage").flatMap(Stage.init(rawValue:))
    page = ListField.page(value("page"), upTo: 1_000)
  }

  /// The search that a person may make: within the own reach, and no tasks that were called off unless at the bureau.
  func search(for person: Person) -> TextSearch {
    var search = TextSearch(SearchWords(text))
    (search.year, search.task, search.kind, search.stage) = (year, task, kind, stage)
    search.reach = person.posts.reach.within(department: department)
    if !person.holds(.finance) { search.phases = TaskPhase.allCases.filter(\.isShownToUnits) }
    return search
  }

  /// For the fields of the form and the address.
  var fields: [(name: String, value: String)] {
    [
      ("q", text), ("year", year.map { "\($0)" } ?? ""), ("task", task.map { "\($0)" } ?? ""),
      ("kind", kind?.rawValue ?? ""), ("department", department ?? ""), ("stage", stage?.rawValue ?? ""),
    ]
  }
}
