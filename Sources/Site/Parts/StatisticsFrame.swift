import Evaluation
import HTML
import Store

/// What every page of the statistics has: the choice of year, department and scope, and what the scopes mean.
struct StatisticsFrame {
  let query: StatisticsQuery
  let year: Int
  let years: [Int]
  let forms: [String]
  let form: String
  let departments: [(value: String, words: String)]
  /// How many filings changed since they were taken in.
  let due: Int64

  init(tables: StatisticsTables, scope: ProgressScope, due: Int64) {
    query = tables.query
    year = tables.year
    years = tables.years
    forms = tables.forms
    form = tables.form
    let offered = tables.departments.filter { scope.departments?.contains($0.code) ?? true }
    departments =
      (scope.departments == nil ? [("", "全部")] : [])
      + offered.map { ($0.code, $0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") }
    self.due = due
  }

  /// - Parameter route: the page that answers; what it tells (an item, a grade) is kept.
  func filters(on route: Route) -> HTML {
    let fields = Fields(
      values: [
        "year": "\(year)", "department": query.department ?? "", "units": query.units.rawValue,
        "done": query.isDoneOnly ? "1" : "", "form": form,
      ])
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.choice("year", "年度", options: years.map { ("\($0)", "\($0)年") })
      if departments.count > 1 { fields.choice("department", "部门", options: departments) }
      fields.choice("units", "口径", options: SumScope.Units.allCases.map { ($0.rawValue, $0.words) })
      fields.choice("done", "计入", options: [("", "已填报的自评"), ("1", "只计已办结的自评")])
      if route == .statisticsSums { fields.choice("form", "表", options: forms.map { ($0, $0) }) }
      for (name, value) in query.fields where ["item", "grade", "rule", "severity"].contains(name) {
        Fields.hidden(name, value)
      }
      HTML.element("button", [Attribute("class", "primary")]) { "查看" }
    }
  }

  var explanation: HTML {
    .element("details", [Attribute("class", "panel explanation")]) {
      HTML.element("summary") { "数字怎样合计" }
      HTML.element("ul") {
        HTML.element("li") { "各单位合计：每个单位自己的自评相加。主管部门只填本级数字时用它。" }
        HTML.element("li") {
          "只计主管部门：只加编码末三位为 001 的单位。主管部门的自评已经包含所属单位时用它，所属单位不再重复计入。"
        }
        HTML.element("li") { "只计所属单位：只加其他单位。" }
        HTML.element("li") { "制度没有规定主管部门的自评是否包含所属单位，请按本地的填报要求选择。" }
        HTML.element("li") { "试运行、已取消下达的任务和认定不适用的自评不计。同一单位同一年度有几个任务的，计最后一个。" }
        HTML.element("li") { "保存后的修改通常在一两秒内计入。" }
      }
    }
  }

  var crumbs: HTML {
    .element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
      HTML.element("a", [Attribute("href", Route.statistics.path + query.whole.address())]) { "统计" }
      HTML.element("a", [Attribute("href", Route.statisticsSums.path + query.whole.address())]) { "汇总" }
    }
  }
}
