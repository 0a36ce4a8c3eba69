import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let h01RequiredCell = AuditRule(
    RuleCard(
      "H01", "必填内容未填", severity: .error,
      why: "必填的数和文字缺一个，表就不完整，与它有关的计算和核对也做不了。",
      remedy: "补填；没有发生的金额填 0。",
      sources: [.baseSheet("各必填栏"), .departmentSheet("各必填栏"), .projectSheet("各必填栏")]
    ),
    method: """
      逐格检查制度规定必填的单元格，自动计算的不查。整行空白的三级指标只报一次；只留有“指标2：”“……”的行由 T02 提示；不涉及的零分行由 B19 处理，有分值而没有名称的由 H02 处理。\
      没有添加三级指标的二级指标不报；列在指标中的“预算执行率”不写指标值的不报。\
      读入的表根本没有这一栏的，只作提示。
      """,
    examples: [
      .passes(
        ([
          "self/total/initial": "264.01", "self/total/budget": "716.83", "self/total/executed": "716.83",
          "self/goal/target": "全年签约八十个项目", "self/goal/actual": "签约八十四个项目",
        ] as ExampleFiling).without("base")),
      .passes(
        ([
          "base/staff/posts": "20", "base/staff/actual": "17", "base/operatingExpense/last": "258.83",
          "base/operatingExpense/budget": "90.76", "base/operatingExpense/final": "221.98",
          "base/basicExpenditure/last": "504.19", "base/basicExpenditure/budget": "264.01",
          "base/basicExpenditure/final": "0", "base/economyMeasures/text": "超预算、超范围的支出一律不予安排。",
        ] as ExampleFiling).without("self")),
      .passes(
        .indicators(
          "quantity | 指标1：新签约项目 | ≥80个 | 84个 | 5 | 5", "quantity | 指标2： | | | |", "quantity | …… | | | |",
          "ecological | 指标1：/ | | | / | /", "timeliness | 预算执行率 | | 98.1% | 10 | 9.81",
          and: ([
            "self/total/initial": "264.01", "self/total/budget": "716.83", "self/total/executed": "716.83",
            "self/goal/target": "全年签约八十个项目", "self/goal/actual": "签约八十四个项目",
          ] as ExampleFiling).without("base"))),
      .fails(
        ([
          "self/total/initial": "264.01", "self/total/executed": "716.83", "self/goal/target": "全年签约八十个项目",
          "self/goal/actual": "\u{3000}",
        ] as ExampleFiling).without("base"),
        .at("self/total/budget", "自评表全年预算数未填。"), .at("self/goal/actual", "自评表全年实际完成情况未填。")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | | 5 |", "quality | | | | |", "social | | ≥90% | 92% | 15 | 15 |",
          "ecological | 无 | 无 | | 0 | |",
          and: ([
            "self/total/initial": "264.01", "self/total/budget": "716.83", "self/total/executed": "716.83",
            "self/goal/target": "全年签约八十个项目", "self/goal/actual": "签约八十四个项目",
          ] as ExampleFiling).without("base")),
        .at("self/quantity.1/actual", "自评表新签约项目，实际完成值未填。"), .at("self/quantity.1/score", "自评表新签约项目，得分未填。"),
        .at("self/quality.1/name", "自评表质量指标有一行空白，请填写或删除。")),
      .cannotLook(([:] as ExampleFiling).without("base", "self")),
    ]
  ) { dossier in
    Verdict(over: dossier.sheets, each: "表格") { sheet in
      let lines = Dictionary(sheet.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return sheet.definitions.compactMap { definition in
        guard definition.isRequired, !definition.source.isWorkedOut,
          dossier.calculation.text(at: definition.address).isBlank
        else { return nil }
        let line = lines[definition.address.row]
        guard line.map({ $0.misses(definition.address.column) }) ?? true else { return nil }
        if line == nil, !dossier.shows(definition.address) {
          return Finding(
            at: definition.address, message: "\(sheet.spokenName)没有“\(definition.caption)”一栏，请核对。", derivation: "没有这一栏",
            severity: .info)
        }
        guard let line, line.isBlank else {
          return Finding(
            at: definition.address, message: "\(sheet.spokenName)\(definition.caption)未填。", derivation: "空白")
        }
        return Finding(
          at: IndicatorColumn.allCases.filter { $0 != .reason }.map { .cell(line.address($0)) },
          "\(sheet.spokenName)\(line.node.label.filter { !$0.isWhitespace })有一行空白，请填写或删除。", derivation: "整行空白")
      }
    }
  }
}

extension IndicatorLine {
  /// This blank cell of the line is to be reported here: a blank line once, a name without points only elsewhere.
  fileprivate func misses(_ column: String) -> Bool {
    if isBlank { return column == IndicatorColumn.name.rawValue }
    // That all is spent goes without saying.
    if column == IndicatorColumn.target.rawValue, ["预算执行率", "执行率", "预算执行"].contains(name.bare) { return false }
    return !isNotConcerned && !isPrinted && !(column == IndicatorColumn.name.rawValue && points != nil)
  }
}

extension CellSource {
  fileprivate var isWorkedOut: Bool {
    if case .computed = self { true } else { false }
  }
}
