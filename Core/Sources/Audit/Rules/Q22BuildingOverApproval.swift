import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q22BuildingOverApproval = AuditRule(
    RuleCard(
      "Q22", "楼堂馆所超规模或超概算", severity: .warning,
      why: "办公用房建设不得突破批复的规模和投资；超出的部分须经原审批部门批准，否则就是违规建设。",
      remedy: "核对批复文件和竣工决算；确实超出的，写明重新批复的文号和原因。",
      sources: [.baseSheet("楼堂馆所控制情况"), .customary("规模控制率、投资概算控制率不超过 100%")]
    ),
    method: "逐个完工项目比实际规模与批复规模、实际投资与预算投资，超过即报告；只填了控制率的，看控制率是否超过 100%。控制率算错的由 A07、A08 处理。",
    examples: [
      .passes([
        "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1200",
        "base/buildings.1/areaRate": "100", "base/buildings.1/budgetInvestment": "386",
        "base/buildings.1/actualInvestment": "379.52", "base/buildings.1/investmentRate": "98.32",
      ]),
      .passes([
        "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1180",
        "base/buildings.1/areaRate": "101.69",
      ]),
      .fails(
        [
          "base/buildings.1/approvedArea": "1200", "base/buildings.1/actualArea": "1180",
          "base/buildings.1/budgetInvestment": "386", "base/buildings.1/actualInvestment": "412.6",
          "base/buildings.2/approvedArea": "600", "base/buildings.2/actualArea": "660.5",
        ],
        .at("base/buildings.1/actualInvestment", "完工项目实际投资 412.6 万元，超过预算投资 386 万元（106.89%），请说明批准的依据。"),
        .at("base/buildings.2/actualArea", "完工项目实际规模 660.5 ㎡，超过批复规模 600 ㎡（110.08%），请说明批准的依据。")),
      .fails(
        ["base/buildings.1/areaRate": "103.5"],
        .at("base/buildings.1/areaRate", "完工项目规模控制率 103.5%，超过 100%，请说明批准的依据。")),
      .cannotLook(["base/buildings.1/actualArea": "1180"]),
    ]
  ) { dossier in
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let limits = base.lines(under: "buildings").flatMap { [BuildingLimit.area($0), .investment($0)] }
    return Verdict(over: limits, missing: "完工项目的批复规模、实际规模和投资") { base.look(at: $0) }
  }
}

/// A limit that one completed building was to keep, by its line in the form.
private struct BuildingLimit {
  let line: String
  let rateName: String
  let rate: String
  let actualName: String
  let actual: String
  let approvedName: String
  let approved: String
  let isArea: Bool

  static func area(_ line: String) -> BuildingLimit {
    BuildingLimit(
      line: line, rateName: "规模控制率", rate: "areaRate", actualName: "实际规模", actual: "actualArea",
      approvedName: "批复规模", approved: "approvedArea", isArea: true)
  }
  static func investment(_ line: String) -> BuildingLimit {
    BuildingLimit(
      line: line, rateName: "投资概算控制率", rate: "investmentRate", actualName: "实际投资", actual: "actualInvestment",
      approvedName: "预算投资", approved: "budgetInvestment", isArea: false)
  }
}

extension SheetReading {
  /// By the two quantities, or by the rate where one of them is missing.
  fileprivate func look(at limit: BuildingLimit) -> Look? {
    guard let actual = figure(limit.line, limit.actual), let approved = figure(limit.line, limit.approved),
      let percent = actual.rational.multiplied(by: Rational(100))?.divided(by: approved.rational)
    else {
      return figure(limit.line, limit.rate).map { rate in
        guard rate > 100 else { return .agrees }
        return .breaks(
          Finding(
            at: address(limit.line, limit.rate), message: "完工项目\(limit.rateName) \(rate)%，超过 100%，请说明批准的依据。",
            derivation: "\(rate) > 100"))
      }
    }
    guard actual > approved else { return .agrees }
    let unit = limit.isArea ? "㎡" : policy.amounts.unit.rawValue
    return .breaks(
      Finding(
        at: address(limit.line, limit.actual), address(limit.line, limit.approved),
        message:
          """
          完工项目\(limit.actualName) \(actual) \(unit)，超过\(limit.approvedName) \(approved) \(unit)\
          （\(percent.spoken(2))%），请说明批准的依据。
          """,
        derivation: "\(actual) > \(approved)"))
  }
}
