import Evaluation
import HTML
import Store

/// The first page of the statistics: where filings stand, and the tables of the year.
struct DashboardView {
  let frame: StatisticsFrame
  /// The year's tasks with their counts.
  let progress: [Progress]
  let tables: [StatisticsTable]
  /// Where all items stand.
  let sums: String

  struct Progress {
    let task: EvaluationTask
    let tally: FilingTally
    /// By the department's three digits; none where one department alone is shown.
    let departments: [(department: String, tally: FilingTally)]
  }

  var html: HTML {
    HTML {
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("h1") { "统计" }
        HTML.element("div", [Attribute("class", "actions")]) {
          if !tables.isEmpty {
            HTML.element("a", [Attribute("class", "button"), Attribute("href", sums)]) { "汇总各项数据" }
          }
        }
      }
      if tables.isEmpty {
        FilingTable.empty("还没有可以统计的任务。", "任务下达、单位填报后，在这里查看汇总。")
      } else {
        frame.filters(on: .statistics)
        if frame.due > 0 {
          HTML.element("p", [Attribute("class", "notice info"), Attribute("role", "status")]) {
            "有 \(frame.due) 份自评刚刚修改，正在计入，请稍后刷新。"
          }
        }
        frame.explanation
        for one in progress { stages(one.task, one.tally, one.departments) }
        for table in tables { table.html }
      }
    }
  }

  private func stages(
    _ task: EvaluationTask, _ tally: FilingTally, _ departments: [(department: String, tally: FilingTally)]
  ) -> HTML {
    .element("section", [Attribute("class", "panel statistics")]) {
      HTML.element("h2") { "进度：\(task.title)" }
      HTML.element("p", [Attribute("class", "hint")]) { "按应报单位计，不受口径影响。" }
      bar(tally)
      HTML.element("nav", [Attribute("class", "tiles"), Attribute("aria-label", "\(task.title)的进度")]) {
        tile("应报", tally.expected, "", task)
        for stage in Stage.allCases {
          tile(stage.title, tally.stages[stage] ?? 0, "stage=\(stage.rawValue)", task, stage)
        }
        tile("逾期", tally.late, "mark=late", task)
        HTML.element("div", [Attribute("class", "tile")]) {
          HTML.element("span", [Attribute("class", "tile-figure")]) { SumWords.onTimeRate(of: tally) }
          "按时送审率（\(tally.sentInTime)/\(tally.expected)）"
        }
      }
      if departments.count > 1 { byDepartment(task, departments) }
    }
  }

  private func byDepartment(
    _ task: EvaluationTask, _ departments: [(department: String, tally: FilingTally)]
  ) -> HTML {
    let names = Dictionary(frame.departments.map { ($0.value, $0.words) }, uniquingKeysWith: { first, _ in first })
    let numbers = ["应报", "未送审", "已办结", "逾期"].map { ListTable.Column(words: $0, isNumber: true) }
    let columns: [ListTable.Column] = ["部门", .init(words: "各环节图示", isHidden: true)] + numbers
    return ListTable(caption: "\(task.title)各部门的进度", columns: columns).html {
      for (department, tally) in departments {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element(
              "a", [Attribute("href", Route.progress(task.id).path + "?department=\(department)")]
            ) { names[department] ?? department }
          }
          HTML.element("td", [Attribute("class", "bar-cell")]) { bar(tally) }
          ListTable.cell("应报", isNumber: true) { "\(tally.expected)" }
          ListTable.cell("未送审", isNumber: true) { "\(tally.missing)" }
          ListTable.cell("已办结", isNumber: true) { "\(tally.stages[.done] ?? 0)" }
          ListTable.cell("逾期", isNumber: true) { "\(tally.late)" }
        }
      }
    }
  }

  private func tile(
    _ words: String, _ count: Int, _ condition: String, _ task: EvaluationTask, _ stage: Stage? = nil
  ) -> HTML {
    let department = frame.query.department.map { "department=\($0)" }
    let conditions = [department, condition.isEmpty ? nil : condition].compactMap(\.self).joined(separator: "&")
    return .element(
      "a",
      [
        Attribute("class", "tile"),
        Attribute("href", Route.progress(task.id).path + (conditions.isEmpty ? "" : "?\(conditions)")),
      ]
    ) {
      HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
      if let stage {
        HTML.element("span", [Attribute("class", "key \(stage.rawValue)")]) { HTML() }
      }
      words
    }
  }

  /// The stages side by side in one bar; the tiles beneath tell the same in figures.
  private func bar(_ tally: FilingTally) -> HTML {
    var start = 0
    let total = max(1, tally.expected)
    return .element(
      "svg",
      [
        Attribute("class", "share stages"), Attribute("viewBox", "0 0 1000 10"),
        Attribute("preserveAspectRatio", "none"),
        Attribute("aria-hidden", "true"), Attribute("focusable", "false"),
      ]
    ) {
      for stage in Stage.allCases.reversed() {
        segment(stage, tally.stages[stage] ?? 0, from: &start, of: total)
      }
    }
  }

  private func segment(_ stage: Stage, _ count: Int, from start: inout Int, of total: Int) -> HTML {
    let (left, right) = (start * 1_000 / total, (start + count) * 1_000 / total)
    start += count
    return .element(
      "rect",
      [
        Attribute("class", stage.rawValue), Attribute("x", "\(left)"), Attribute("width", "\(right - left)"),
        Attribute("height", "10"),
      ]
    ) { HTML() }
  }
}
