import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let g14AmountStyle = AuditRule(
    RuleCard(
      "G14", "金额写法不统一", severity: .info,
      why: "同一张表里有的写千分位、有的不写，有的留末尾的 0、有的去掉，打印和公开时不整齐。",
      remedy: "全表统一一种写法。",
      sources: [.baseSheet("各金额栏"), .departmentSheet("年度预算申请（万元）")]
    ),
    method: "只看同一张表里填写的金额：一千以上的有的带千分位有的不带，或有的保留末尾的 0 有的去掉，各提示一次；0 不看，自动计算的不看。",
    examples: [
      .passes(["base/specialFunds/last": "8394.85", "base/maintenance/last": "95.44", "base/businessWork/budget": "74"]
      ),
      .passes(["self/total/initial": "264.00", "self/total/budget": "716.80", "self/total/executed": "0"]),
      .fails(
        ["base/specialFunds/last": "8,394.85", "base/businessWork/last": "1720.08"],
        .at("base/specialFunds/last", "基础表金额有的带千分位、有的不带（如 8,394.85 与 1720.08），请统一。")),
      .fails(
        ["self/total/initial": "264.00", "self/total/budget": "716.83", "self/total/executed": "716.8"],
        .at("self/total/initial", "自评表金额有的保留末尾的 0、有的去掉（如 264.00 与 716.8），请统一。")),
      .cannotLook(["base/staff/posts": "20"]),
    ]
  ) { dossier in
    let sheets = dossier.sheets.map { sheet in
      (sheet, sheet.numberCells.filter { $0.definition.kind == .amount && $0.figure?.isZero == false })
    }
    return Verdict(over: sheets.filter { !$0.1.isEmpty }, each: "金额") { sheet, cells in
      [
        cells.mixture("\(sheet.spokenName)金额有的带千分位、有的不带", \.isGrouped, \.isUngrouped),
        cells.mixture("\(sheet.spokenName)金额有的保留末尾的 0、有的去掉", \.keepsZeros, \.dropsZeros),
      ].compactMap { $0 }
    }
  }
}

extension [NumberCell] {
  /// A finding where some cells are written one way and some the other.
  fileprivate func mixture(_ spoken: String, _ one: (NumberCell) -> Bool, _ other: (NumberCell) -> Bool) -> Finding? {
    let (ones, others) = (filter(one), filter(other))
    guard let first = ones.first, let second = others.first else { return nil }
    return Finding(
      at: (ones + others).map { .cell($0.address) }, "\(spoken)（如 \(first.text) 与 \(second.text)），请统一。",
      derivation: "\(first.text) / \(second.text)")
  }
}

extension NumberCell {
  fileprivate var isGrouped: Bool { text.utf8.contains(UInt8(ascii: ",")) }
  fileprivate var isUngrouped: Bool { !isGrouped && (figure?.rational.magnitude ?? .zero) >= Rational(1_000) }
  fileprivate var keepsZeros: Bool { figure.map { $0.trimmed.decimals < $0.decimals } ?? false }
  fileprivate var dropsZeros: Bool {
    figure.map { $0.trimmed.decimals == $0.decimals && $0.decimals < policy.amounts.decimals } ?? false
  }
}
