import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let g04AmountDecimals = AuditRule(
    RuleCard(
      "G04", "金额小数位数过多", severity: .warning,
      why: "表上金额统一保留规定的小数位；多写几位，加总和打印时就会对不上。",
      remedy: "按规定位数四舍五入。",
      sources: [.baseSheet("金额单位万元，保留两位小数"), .departmentSheet("年度预算申请（万元）")]
    ),
    method: "查填写的金额，去掉末尾的 0 后小数位数超过制度规定即报告；自动计算的不查。读入的文件里，精确到分（万元六位小数）的不报。",
    examples: [
      .passes(["base/reception/final": "5.17", "base/abroad/final": "12.500"]),
      .passes(["self/total/executed": "716.83", "base/staff/rate": "87.125"]),
      .fails(
        ["base/reception/final": "5.1725"],
        .at("base/reception/final", "3、公务接待，2024年决算数 5.1725 有 4 位小数，最多 2 位。")),
      .fails(
        ["self/total/initial": "264.008", "self/total/executed": "716.83"],
        .at("self/total/initial", "年初预算数 264.008 有 3 位小数，最多 2 位。")),
      .cannotLook(["base/staff/posts": "20"]),
    ]
  ) { dossier in
    Verdict(over: dossier.numberCells.filter { $0.definition.kind == .amount }, missing: "金额") { cell in
      guard let figure = cell.figure?.trimmed else { return nil }
      // A file of another region keeps to the 分, whatever the form asks of those who fill it in here.
      let rule = cell.policy.amounts
      let most = dossier.isFile ? max(rule.decimals, rule.unit.exactDecimals) : rule.decimals
      guard figure.decimals > most else { return .agrees }
      return .breaks(
        Finding(
          at: cell.address, message: "\(cell.caption) \(figure) 有 \(figure.decimals) 位小数，最多 \(most) 位。",
          derivation: figure.description))
    }
  }
}
