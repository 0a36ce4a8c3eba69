import Evaluation
import Store

/// What somebody asked a progress list for: in the address, or posted along with what is to be done.
struct ProgressQuery: ListQuery {
  var text = ""
  var department: String?
  var stage: Stage?
  var mark: Mark?
  var order = FilingOrder(.unit)
  var page = 1

  enum Mark: String, CaseIterable {
    case missing, returned, late, waived, declared

    var words: String {
      switch self {
      case .missing: "未送审"
      case .returned: "被退回"
      case .late: "逾期"
      case .waived: "不适用"
      case .declared: "申报不适用待答复"
      }
    }
  }

  /// - Parameter value: a field of the address or the form by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    text = ListField.words(value("q"))
    department = ListField.department(value("department"))
    stage = value("stage").flatMap(Stage.init(rawValue:))
    mark = value("mark").flatMap(Mark.init(rawValue:))
    order = FilingOrder(ListField.order(value("sort"))) ?? order
    page = ListField.page(value("page"))
  }

  func filter(in task: Int64, late: LateDays) -> FilingFilter {
    var filter = FilingFilter(
      task: task, department: department, stages: stage.map { [$0] } ?? [], text: text,
      mark: stage == nil ? nil : .expected)
    switch mark {
    case nil: break
    case .missing:
      filter.stages = [.notStarted, .drafting]
      filter.mark = .expected
    case .returned: filter.mark = .returned
    case .late: filter.mark = .late(late)
    case .waived: filter.mark = .waived
    case .declared: filter.mark = .waiverDeclared
    }
    return filter
  }

  /// For the hidden fields of a form and the address.
  var fields: [(name: String, value: String)] {
    [
      ("q", text), ("department", department ?? ""), ("stage", stage?.rawValue ?? ""), ("mark", mark?.rawValue ?? ""),
      ("sort", order == FilingOrder(.unit) ? "" : order.words),
    ].filter { !$0.1.isEmpty }
  }
}
