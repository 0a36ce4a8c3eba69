import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let h21Buildings = AuditRule(
    RuleCard(
      "H21", "楼堂馆所情况未填全", severity: .error,
      why: "楼堂馆所控制情况必须交代：有完工项目的，批复与实际要成对填写才能算控制率；没有的要声明没有。",
      remedy: "添加完工项目并填齐规模和投资；没有完工项目的，勾选“本年无完工项目”。",
      sources: [.baseSheet("楼堂馆所控制情况（本年完工项目）")]
    ),
    method: "既没有完工项目的行，又没有声明没有，须改正；行里批复规模与实际规模、预算投资与实际投资只填了一个，或整行空白，须说明。",
    examples: [
      .passes(["base/buildings/none": "是"]),
      .passes([
        "base/buildings.1/approvedArea": "1350", "base/buildings.1/actualArea": "1348.5",
        "base/buildings.1/budgetInvestment": "210", "base/buildings.1/actualInvestment": "206.4",
        "base/buildings.2/approvedArea": "400", "base/buildings.2/actualArea": "400",
      ]),
      .fails(["base/staff/posts": "20"], .at("base/buildings/none", "楼堂馆所控制情况没有填写；本年没有完工项目的，请勾选“本年无完工项目”。")),
      .fails(
        [
          "base/buildings.1/approvedArea": "1350", "base/buildings.1/budgetInvestment": "210",
          "base/buildings.1/actualInvestment": "206.4", "base/buildings.2/name": "",
        ],
        .at("base/buildings.1/actualArea", "完工项目第 1 行填了批复规模 1350，没有填实际规模。"),
        .at("base/buildings.2/approvedArea", "完工项目第 2 行空白，请填写或删除。")),
      .cannotLook(([:] as ExampleFiling).without("base")),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let blocks = base.form.blocks.compactMap { block -> TableBlock? in
      if case .table(let table) = block, table.declaration != nil, table.lines != nil { table } else { nil }
    }
    return Verdict(over: blocks, each: "楼堂馆所控制情况") { block in
      let lines = base.lines(under: block.id)
      guard !lines.isEmpty else {
        // On paper a blank block says that there is nothing to report.
        let isDeclared = dossier.isFile || !base.text(block.id, "none").isBlank
        return isDeclared ? [] : [base.unanswered(block)]
      }
      return lines.enumerated().flatMap { number, line in base.gaps(in: line, number: number + 1, of: block) }
    }
  }
}

extension SheetReading {
  fileprivate func unanswered(_ block: TableBlock) -> Finding {
    let name = block.caption.filter { !$0.isWhitespace }.prefix { $0 != "（" && $0 != "(" }
    return Finding(
      at: address(block.id, "none"),
      message: "\(name)没有填写；本年没有完工项目的，请勾选“\(block.declaration?.caption ?? "")”。", derivation: "空白")
  }

  /// Pairs of which only one side is filled in, or the whole line where nothing is.
  fileprivate func gaps(in line: String, number: Int, of block: TableBlock) -> [Finding] {
    let pairs = [
      ("approvedArea", "actualArea", "批复规模", "实际规模"), ("budgetInvestment", "actualInvestment", "预算投资", "实际投资"),
    ]
    .filter { has(line, $0.0) && has(line, $0.1) }
    let columns = pairs.flatMap { [$0.0, $0.1] }
    if columns.allSatisfy({ text(line, $0).isBlank }) {
      return [
        Finding(
          at: columns.map { .cell(address(line, $0)) }, "完工项目第 \(number) 行空白，请填写或删除。", derivation: "整行空白",
          severity: .warning)
      ]
    }
    return pairs.compactMap { first, second, firstName, secondName in
      let (one, other) = (text(line, first).narrow, text(line, second).narrow)
      guard one.isEmpty != other.isEmpty else { return nil }
      let (blank, filled) = one.isEmpty ? (first, second) : (second, first)
      let (blankName, filledName) = one.isEmpty ? (firstName, secondName) : (secondName, firstName)
      return Finding(
        at: address(line, blank), address(line, filled),
        message: "完工项目第 \(number) 行填了\(filledName) \(one + other)，没有填\(blankName)。", derivation: one + other,
        severity: .warning)
    }
  }
}
