import Evaluation
import Store

/// What somebody asks the log for.
struct LogQuery: ListQuery {
  var page: Int
  var group: AdminEvent.Group?
  var text: String
  /// ISO 8601, both counted; empty for no end.
  var from: String
  var until: String

  init(_ value: (String) -> String?) {
    page = ListField.page(value("page"))
    group = value("group").flatMap(AdminEvent.Group.init(rawValue:))
    text = ListField.words(value("q")?.filter { !$0.isNewline })
    from = value("from").flatMap { CivilDay($0)?.description } ?? ""
    until = value("until").flatMap { CivilDay($0)?.description } ?? ""
  }

  var fields: [(name: String, value: String)] {
    [("group", group?.rawValue ?? ""), ("q", text), ("from", from), ("until", until)]
  }

  var filter: AdminFilter {
    AdminFilter(
      group: group, text: text, from: CivilDay(from)?.beginningInChina,
      before: CivilDay(until)?.adding(days: 1).beginningInChina)
  }
}
