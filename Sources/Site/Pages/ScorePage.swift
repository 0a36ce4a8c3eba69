import Evaluation
import Figures
import HTML
import Hummingbird
import Operations
import Rules
import Store

/// 得分说明: every total as a tree down to the cells, with the formula and its source.
struct ScorePage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/score") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return page(loaded, visitor).response()
    }
  }

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor) -> HTML {
    Shell(site: site, title: "得分说明 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "score").html
      for layout in loaded.calculation.layouts where layout.form.kind != .baseData {
        HTML.element("section", [Attribute("class", "panel")]) {
          HTML.element("h2") { heading(layout, loaded) }
          tree(layout, loaded)
        }
      }
    }
  }

  private func heading(_ layout: Calculation.SheetLayout, _ loaded: LoadedFiling) -> String {
    layout.form.kind == .projectEvaluation ? ProjectNames.name(of: layout.sheet.id, in: loaded) : layout.form.shortTitle
  }

  private func tree(_ layout: Calculation.SheetLayout, _ loaded: LoadedFiling) -> HTML {
    let sheet = layout.sheet.id
    let calculation = loaded.calculation
    func text(_ row: String, _ column: String) -> String { calculation.text(at: CellAddress(sheet, row, column)) }
    let total = calculation.value(at: CellAddress(sheet, "sum", "score"))
    let grade = total.flatMap { layout.policy.grades.grade(for: $0) }
    return .element("div", [Attribute("class", "score-tree")]) {
      HTML.element("details", [Attribute("open", "")]) {
        summary("总分", text("sum", "score"), text("sum", "points"))
        if let grade {
          HTML.element("p", [Attribute("class", "score-formula")]) {
            "等级：\(grade.label)，\(grade.range.words(unit: "分"))"
          }
        }
        execution(layout, loaded)
        for group in layout.policy.tree(layout.sheet.tree)?.groups ?? [] { self.group(group, layout, loaded) }
        source(layout.policy.scoring.source, layout.policy)
      }
    }
  }

  private func execution(_ layout: Calculation.SheetLayout, _ loaded: LoadedFiling) -> HTML {
    let sheet = layout.sheet.id
    let score = CellAddress(sheet, "total", "score")
    guard let definition = loaded.calculation.definition(at: score) else { return HTML() }
    let shown = loaded.calculation.text(at: score)
    return .element("details") {
      summary("预算执行", shown, loaded.calculation.text(at: CellAddress(sheet, "total", "points")))
      if let formula = definition.source.formula {
        let numbers = FormulaNumbers.filled(formula, at: score, in: loaded.calculation)
        let result =
          loaded.calculation.isComputed(at: score) ? shown : loaded.calculation.proposal(at: score)?.description ?? ""
        HTML.element("p", [Attribute("class", "score-formula")]) {
          "\(FormulaWords.words(formula, in: layout)) ＝ \(numbers) ＝ \(result.isEmpty ? "（缺数）" : result)"
        }
      }
      for (row, column, words) in [
        ("total", "initial", "年初预算数"), ("total", "budget", "全年预算数"), ("total", "executed", "全年执行数"),
      ] {
        leaf(words, CellAddress(sheet, row, column), loaded)
      }
    }
  }

  private func group(
    _ group: IndicatorTree.Group, _ layout: Calculation.SheetLayout, _ loaded: LoadedFiling
  ) -> HTML {
    let lines = group.nodes.flatMap { node in layout.sheet.lines(under: node.id).map { ($0.id, node) } }
    let scores = lines.compactMap { loaded.calculation.value(at: CellAddress(layout.sheet.id, $0.0, "score")) }
    let points = lines.compactMap { loaded.calculation.value(at: CellAddress(layout.sheet.id, $0.0, "points")) }
    return .element("details", [Attribute("open", when: !lines.isEmpty)]) {
      summary(group.label.filter { !$0.isWhitespace }, Self.sum(scores), Self.sum(points))
      for (line, _) in lines { indicator(line, layout, loaded) }
    }
  }

  private static func sum(_ values: [Rational]) -> String {
    var total = Rational.zero
    for value in values { total = total.adding(value) ?? total }
    return total.rounded(decimals: 2)?.trimmed.description ?? ""
  }

  private func indicator(_ line: String, _ layout: Calculation.SheetLayout, _ loaded: LoadedFiling) -> HTML {
    let sheet = layout.sheet.id
    func cell(_ column: IndicatorColumn) -> CellAddress { CellAddress(sheet, line, column.rawValue) }
    func text(_ column: IndicatorColumn) -> String { loaded.calculation.text(at: cell(column)) }
    let parts = IndicatorParts(of: line, on: layout.sheet)
    return .element("details") {
      summary(text(.name).isEmpty ? "未填名称" : text(.name), text(.score), text(.points))
      HTML.element("p", [Attribute("class", "score-formula")]) { working(cell(.score), loaded) }
      for (words, column) in [("年度指标值", IndicatorColumn.target), ("实际完成值", .actual)] {
        leaf(words, cell(column), loaded, saying: parts.written(text(column), in: column))
      }
      if !text(.reason).isEmpty { leaf("偏差原因", cell(.reason), loaded) }
    }
  }

  private func working(_ cell: CellAddress, _ loaded: LoadedFiling) -> String {
    switch loaded.calculation.advice(at: cell) {
    case .points(let proposal): "\(proposal.rule)：\(proposal.working)"
    case .band(let low, let high, let level): "定性指标，“\(level.label)”可得 \(low)–\(high) 分"
    case .free: "指标值为文字描述，由填报人按完成情况赋分"
    case .incomparable(let why): why.words
    case .incomplete, nil: "还没有填全，暂不能按规则计算"
    }
  }

  private func summary(_ name: String, _ score: String, _ points: String) -> HTML {
    .element("summary") {
      HTML.element("span", [Attribute("class", "score-name")]) { name }
      " "
      HTML.element("span", [Attribute("class", "score-points")]) {
        "\(score.isEmpty ? "—" : score) / \(points.isEmpty ? "—" : points)"
      }
    }
  }

  private func leaf(
    _ words: String, _ cell: CellAddress, _ loaded: LoadedFiling, saying text: String? = nil
  ) -> HTML {
    let text = text ?? loaded.calculation.text(at: cell)
    return .element("p", [Attribute("class", "score-leaf")]) {
      HTML.element(
        "a",
        [
          Attribute(
            "href", Route.sheet(loaded.record.id, cell.sheet).path + "#" + cell.description.replacing("/", with: "_"))
        ]
      ) { "\(words) \(text.isEmpty ? "（空）" : text)" }
    }
  }

  private func source(_ id: String, _ policy: Policy) -> HTML {
    guard let source = policy.sources[id] else { return HTML() }
    return .element("p", [Attribute("class", "score-source")]) {
      "依据：\(source.title)\(source.number.map { "（\($0)）" } ?? "")\(source.clause)"
        + (source.isVerified ? "" : "（未核对原文）") + "；制度《\(policy.title)》第 \(policy.version) 版"
    }
  }
}

extension Incomparable {
  var words: String {
    switch self {
    case .wordsAgainstNumber: "指标值是文字，实际完成值是数字，无法比较"
    case .numberAgainstWords: "指标值是数字，实际完成值不是数字，无法比较"
    case .units(let target, let actual): "指标值的单位是“\(target)”，实际完成值的单位是“\(actual)”，无法比较"
    case .severalNumbers: "一格中有多个数值，无法比较"
    case .dateAgainstOther: "一个是日期，另一个不是，无法比较"
    case .unclear: "指标值或实际完成值写得不清楚，无法比较"
    }
  }
}
