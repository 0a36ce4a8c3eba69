import Evaluation
import Figures
import HTML
import Rules
import Store

/// The results of one task: grades, flags over the county, and the list.
struct ResultsView: Sendable {
  let visitor: Visitor
  let task: EvaluationTask
  let query: ResultsQuery
  let rows: [ResultRow]
  let flags: [Int64: [StoredFlag]]
  /// How many the list has in all.
  let total: Int
  /// Over department, kind and words, whatever the grade and the flag.
  let counted: Int
  /// By label; an empty one for those without a grade.
  let grades: [String: Int]
  /// By kind.
  let flagCounts: [String: Int]
  /// Filings whose result is still to be worked out.
  let pending: Int
  let departments: [Department]
  let policy: Policy?

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.progress(task.id).path)]) { "进度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { "结果" }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "结果" }
          HTML.element("p", [Attribute("class", "sub")]) {
            HTML.element("span") { task.title }
            PhaseView.state(task.phase)
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          for (format, words) in [("xlsx", "导出 Excel"), ("csv", "导出 CSV")] {
            HTML.element(
              "a",
              [
                Attribute("class", "button"),
                Attribute("href", Route.resultsFile(task.id, format).path + query.address()),
              ]
            ) { words }
          }
        }
      }
      if pending > 0 { refresh }
      filters
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") { gradeTable }
        HTML.element("div") { flagTable }
      }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(query.page, rows.count, of: total, measure: "份")
      }
      if rows.isEmpty {
        FilingTable.empty("没有符合条件的自评。", "单位送审后，结果出现在这里；也可以调整筛选条件。")
      } else {
        list
      }
      Paging(page: query.page, total: total) { query.address(page: $0) }.html
    }
  }

  private var refresh: HTML {
    .element(
      "form",
      [
        Attribute("class", "notice warning"), Attribute("method", "post"),
        Attribute("action", Route.resultsRefreshed(task.id).path),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("p") { "有 \(pending) 份自评的结果还没有计算。" }
      HTML.element("button") { "计算" }
    }
  }

  private var filters: HTML {
    let fields = Fields(values: [
      "q": query.text, "department": query.department ?? "", "kind": query.kind?.rawValue ?? "",
      "grade": query.grade ?? "", "flag": query.flag?.rawValue ?? "",
    ])
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice(
        "department", "部门",
        options: [("", "全部")] + departments.map { ($0.code, $0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") })
      fields.choice("kind", "类别", options: [("", "全部"), ("lead", "主管部门"), ("subordinate", "所属单位")])
      fields.choice("grade", "等级", options: [("", "全部")] + labels.map { ($0, $0) })
      fields.choice("state", "状态", options: [("", "已送审的"), ("done", "已办结的")])
      fields.choice("flag", "提示", options: [("", "全部")] + RedFlag.Kind.allCases.map { ($0.rawValue, $0.title) })
      Fields.hidden("sort", query.fields.first { $0.name == "sort" }?.value ?? "")
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.results(task.id).path)]) { "清除" }
    }
  }

  /// Grades as the policy has them, then others that are kept.
  private var labels: [String] {
    let known = policy?.grades.map(\.label) ?? []
    return known + grades.keys.filter { !$0.isEmpty && !known.contains($0) }.sorted()
  }

  // Over the county

  private var gradeTable: HTML {
    let most = max(1, grades.values.max() ?? 1)
    return .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "等级分布" }
      if !useWords.isEmpty { HTML.element("p", [Attribute("class", "muted")]) { useWords } }
      HTML.element("table", [Attribute("class", "list bars")]) {
        HTML.element("caption", [Attribute("class", "visually-hidden")]) { "各等级的份数和结果应用" }
        HTML.element("thead") {
          HTML.element("tr") {
            for words in ["等级", "份数", "分布", "结果应用"] {
              HTML.element("th", [Attribute("scope", "col"), Attribute("class", words == "份数" ? "num" : nil)]) { words }
            }
          }
        }
        HTML.element("tbody") {
          for label in labels { gradeRow(label, grades[label] ?? 0, most) }
          if let none = grades[""], none > 0 { gradeRow("", none, most) }
        }
      }
    }
  }

  /// Where it is laid down what becomes of a grade; where no document was read, the note says what the words are.
  private var useWords: String {
    guard let use = policy?.resultUse, let source = policy?.sources[use.source] else { return "" }
    let note = policy?.origins["resultUse"]?.note ?? ""
    return source.isVerified || note.isEmpty ? "结果应用：\(source.citation)。\(note)" : note
  }

  private func gradeRow(_ label: String, _ count: Int, _ most: Int) -> HTML {
    .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) {
        if label.isEmpty {
          "没有等级"
        } else {
          HTML.element("a", [Attribute("href", query.with { $0.grade = label }.address())]) { label }
        }
      }
      ListTable.cell("份数", isNumber: true) { "\(count)（\(Self.percent(count, of: counted))）" }
      ListTable.cell("分布") { Self.bar(count, of: most) }
      ListTable.cell("结果应用") { policy?.resultUse?.uses[label] ?? "—" }
    }
  }

  /// Drawn rather than shaded, so that it prints.
  private static func bar(_ count: Int, of most: Int) -> HTML {
    func part(_ name: String, _ width: Int) -> HTML {
      .element(
        "rect", [Attribute("class", name), Attribute("width", "\(width)"), Attribute("height", "10")]
      ) { HTML() }
    }
    return .element(
      "svg",
      [
        Attribute("class", "drawn-bar"), Attribute("width", "120"), Attribute("height", "10"),
        Attribute("viewBox", "0 0 120 10"), Attribute("aria-hidden", "true"),
      ]
    ) {
      part("bar-ground", 120)
      part("bar-part", count * 120 / most)
    }
  }

  /// "12.5%", with one decimal; exact.
  private static func percent(_ count: Int, of total: Int) -> String {
    guard total > 0 else { return "—" }
    let tenths = (count * 2_000 + total) / (total * 2)
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private var flagTable: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "全县提示" }
      HTML.element("dl", [Attribute("class", "flags")]) {
        for kind in RedFlag.Kind.allCases {
          let count = flagCounts[kind.rawValue] ?? 0
          HTML.element("div") {
            HTML.element("dt") {
              HTML.element("a", [Attribute("href", query.with { $0.flag = kind }.address())]) { kind.title }
              HTML.element("span", [Attribute("class", "num")]) {
                " \(count) 份（\(Self.percent(count, of: counted))）"
              }
            }
            HTML.element("dd", [Attribute("class", "muted")]) { kind.criterion }
          }
        }
      }
      HTML.element("p", [Attribute("class", "muted")]) { "提示只说明值得核对，不是结论。" }
    }
  }

  // The list

  private var list: HTML {
    let columns: [ListTable.Column] = [
      .init(words: "名次", isNumber: true), column("单位", .unit), .init(words: "状态"),
      column("自评得分", .own, isNumber: true), column("核查得分", .reviewed, isNumber: true), .init(words: "等级"),
      column("工作考核", .assessed, isNumber: true), column("提示", .flags),
    ]
    return ListTable(caption: "各单位结果", columns: columns).html { for row in rows { self.row(row) } }
  }

  private func column(_ words: String, _ column: ResultOrder.Column, isNumber: Bool = false) -> ListTable.Column {
    let isCurrent = query.order.column == column
    // Scores begin with the highest.
    let isDown = isCurrent ? !query.order.isDescending : column != .unit
    let address = query.with { $0.order = ResultOrder(column, isDescending: isDown) }.address()
    return .init(
      words: words, isNumber: isNumber,
      sort: (address, isCurrent ? (query.order.isDescending ? "descending" : "ascending") : nil))
  }

  private func row(_ row: ResultRow) -> HTML {
    .element("tr") {
      ListTable.cell("名次", isNumber: true) { query.order.column == .unit ? "—" : "\(row.rank)" }
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element("a", [Attribute("href", Route.filing(row.id).path)]) { row.unit.name }
        HTML.element("span", [Attribute("class", "sub")]) { row.unit.code.description }
      }
      ListTable.cell("状态") { StageView.state(row.stage) }
      ListTable.cell("自评得分", isNumber: true) {
        HTML.element("a", [Attribute("href", Route.score(row.id).path)]) { Self.points(row.result.own, 6) }
      }
      ListTable.cell("核查得分", isNumber: true) { Self.points(row.result.reviewed, 6) }
      ListTable.cell("等级") {
        HTML.element("span", [Attribute("class", "whole")]) { row.grade.isEmpty ? "—" : row.grade }
        if row.result.reviewed != nil, row.result.ownGrade != row.grade {
          HTML.element("span", [Attribute("class", "sub own-grade")]) { "自评 \(row.result.ownGrade)" }
        }
      }
      ListTable.cell("工作考核", isNumber: true) {
        if row.assessed != nil {
          HTML.element("a", [Attribute("href", Route.assessment(row.id).path)]) { Self.points(row.assessed, 2) }
        } else {
          "—"
        }
      }
      ListTable.cell("提示") { flagList(flags[row.id] ?? [], of: row.id) }
    }
  }

  private func flagList(_ flags: [StoredFlag], of filing: Int64) -> HTML {
    guard !flags.isEmpty else { return .text("—") }
    return .element("ul", [Attribute("class", "flag-list")]) {
      for stored in flags {
        HTML.element("li") {
          HTML.element("a", [Attribute("href", Self.address(stored, filing))]) { stored.flag.kind.title }
          "：\(stored.flag.words)"
          if let other = stored.other {
            " "
            HTML.element("a", [Attribute("href", Route.filing(other).path)]) { "对照" }
          }
        }
      }
    }
  }

  /// The first cell to look at.
  private static func address(_ stored: StoredFlag, _ filing: Int64) -> String {
    guard let cell = stored.flag.cells.first else { return Route.filing(filing).path }
    return Route.sheet(filing, cell.sheet).path + "#" + cell.description.replacing("/", with: "_")
  }

  private static func points(_ unscaled: Int64?, _ decimals: Int) -> String {
    unscaled.flatMap { Figure(unscaled: $0, decimals: decimals) }?.trimmed.description ?? "—"
  }
}
