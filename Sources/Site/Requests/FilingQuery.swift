import Evaluation
import Store

/// What somebody asks the list of all filings for.
struct FilingQuery: ListQuery {
  var text = ""
  var year: Int?
  var stage: Stage?
  /// Only those that came back and were not sent again since; asked for in the place of a stage.
  var isReturned = false
  var order = FilingOrder(.task)
  var page = 1

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = ListField.words(value("q"))
    year = ListField.year(value("year"))
    stage = value("stage").flatMap(Stage.init(rawValue:))
    isReturned = value("stage") == Self.returned
    order = FilingOrder(ListField.order(value("sort"))) ?? order
    page = ListField.page(value("page"))
  }

  var fields: [(name: String, value: String)] {
    [
      ("q", text), ("year", year.map { "\($0)" } ?? ""), ("stage", isReturned ? Self.returned : stage?.rawValue ?? ""),
      ("sort", order == FilingOrder(.task) ? "" : order.words),
    ].filter { !$0.1.isEmpty }
  }

  private static let returned = "returned"

  /// What 状态 can be chosen to be.
  static let states: [(String, String)] =
    [("", "全部")] + Stage.allCases.map { ($0.rawValue, $0.title) } + [(returned, "被退回的")]

  func filter(reach: UnitReach = .everything, phases: [TaskPhase] = []) -> FilingFilter {
    FilingFilter(
      year: year, reach: reach, stages: stage.map { [$0] } ?? [], text: text, phases: phases,
      mark: isReturned ? .returned : nil)
  }

  /// How a column is sorted now, and where a press on its heading leads.
  func sort(_ column: FilingOrder.Column) -> (path: String, now: String?) {
    let isCurrent = order.column == column
    let isUp = isCurrent && !order.isDescending
    return (
      with { $0.order = FilingOrder(column, isDescending: isUp) }.address(),
      isCurrent ? (isUp ? "ascending" : "descending") : nil
    )
  }
}

extension FilingOrder {
  /// "deadline-down" in an address.
  init?(_ words: (column: String, isDown: Bool)?) {
    guard let words, let column = Column(rawValue: words.column) else { return nil }
    self.init(column, isDescending: words.isDown)
  }

  var words: String { column.rawValue + (isDescending ? "-down" : "") }
}
