import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a21NegativeQuantity = arithmetic(
    RuleCard(
      "A21", "金额、人数或面积为负", severity: .error,
      why: "预算数、决算数、人数和面积不会小于零；负数多为正负号填反，或把调整数填进了总数栏。",
      remedy: "改为正数；确是调减、冲减的，填在写明调整的行里。",
      sources: [
        LegalSource("部门整体支出绩效评价基础数据表", clause: "各金额、人数、面积栏"), LegalSource("部门整体支出绩效自评表", clause: "年度预算申请"),
        LegalSource("项目支出绩效自评表", clause: "项目资金"),
      ]
    ),
    method: "查每张表的金额、人数、面积单元格；名称写明“调整”“调减”“冲减”“核减”“收回”“退回”的行不查。得分为负的由 A20 处理。",
    examples: [
      .passes(["base/reception/final": "0", "self/total/executed": "716.83"]),
      .passes(["base/projectExpenditure.1/name": "上年专项收回", "base/projectExpenditure.1/final": "-12.6"]),
      .fails(
        ["base/reception/final": "-7.96", "base/threePublic/final": "7.96"],
        .at("base/reception/final", "3、公务接待，2024年决算数为 -7.96 万元。")),
      .fails(
        [
          "base/staff/actual": "-7", "project-1/project/name": "冷链物流", "project-1/carryOver/budget": "-20.5",
          "project-1/fiscal/budget": "60",
        ],
        .at("base/staff/actual", "2024年实际在职人数为 -7。"),
        .at("project-1/carryOver/budget", "上年结转资金全年预算数为 -20.5 万元。")),
      .cannotLook(["self/goal/target": "全年签约八十个项目"]),
    ]
  ) { dossier in
    let cells = dossier.sheets.flatMap(\.definitions).filter { [.amount, .count, .area].contains($0.kind) }
    return ArithmeticChecks(cells.map { .notNegative($0) }, missing: "金额、人数、面积")
  }
}

extension Dossier {
  /// A finding where an amount, a number or an area is below zero.
  func look(atSignOf cell: CellDefinition) -> Look? {
    guard let figure = calculation.figure(at: cell.address) else { return nil }
    guard figure.isNegative, !isAdjustment(cell) else { return .agrees }
    let spoken = cell.kind == .amount ? amountUnit(on: cell.address.sheet).spoken(figure) : figure.description
    return .breaks(Finding(at: cell.address, message: "\(cell.caption)为 \(spoken)。", derivation: "\(figure) < 0"))
  }

  /// The row says that it holds changes, which may be negative.
  func isAdjustment(_ cell: CellDefinition) -> Bool {
    let name = cell.caption + calculation.text(at: CellAddress(cell.address.sheet, cell.address.row, "name"))
    return ["调整", "调减", "冲减", "核减", "收回", "退回"].contains { name.holds($0) }
  }
}
