import Evaluation
import Store

/// What somebody wants summed, as it stands in the address.
struct StatisticsQuery: ListQuery {
  var year: Int?
  /// First three digits.
  var department: String?
  var units = SumScope.Units.all
  var isDoneOnly = false
  /// Of one page: the item, the grade or the rule that is told.
  var item = ""
  /// Empty for those without a score.
  var grade: String?
  var rule = ""
  var severity = ""
  /// The form whose items are listed.
  var form = ""
  var page = 1

  /// What stands in the address for no grade; an empty field stands for any.
  private static let ungraded = "none"

  /// - Parameter value: a field of the address by its name, nil or empty where there is none.
  init(_ value: (String) -> String?) {
    year = ListField.year(value("year"))
    department = ListField.department(value("department"))
    units = value("units").flatMap(SumScope.Units.init(rawValue:)) ?? .all
    isDoneOnly = value("done") == "1"
    item = String((value("item") ?? "").prefix(200))
    grade = value("grade").flatMap { $0.isEmpty ? nil : $0 == Self.ungraded ? "" : String($0.prefix(40)) }
    rule = String((value("rule") ?? "").prefix(20))
    severity = String((value("severity") ?? "").prefix(20))
    form = String((value("form") ?? "").prefix(60))
    page = ListField.page(value("page"))
  }

  /// For the hidden fields of a form and the address.
  var fields: [(name: String, value: String)] {
    [
      ("year", year.map { "\($0)" } ?? ""), ("department", department ?? ""),
      ("units", units == .all ? "" : units.rawValue),
      ("done", isDoneOnly ? "1" : ""), ("item", item), ("rule", rule), ("severity", severity), ("form", form),
      ("grade", grade.map { $0.isEmpty ? Self.ungraded : $0 } ?? ""),
    ].filter { !$0.1.isEmpty }
  }

  /// The question of the whole county or department, without item, grade, rule and form.
  var whole: StatisticsQuery {
    with {
      ($0.item, $0.grade, $0.rule, $0.severity, $0.form) = ("", nil, "", "", "")
    }
  }
}

extension SumScope.Units {
  var words: String {
    switch self {
    case .all: "各单位合计"
    case .lead: "只计主管部门"
    case .subordinate: "只计所属单位"
    }
  }
}
