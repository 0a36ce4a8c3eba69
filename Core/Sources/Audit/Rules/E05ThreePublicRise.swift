import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let e05ThreePublicRise = AuditRule(
    RuleCard(
      "E05", "三公经费上升未说明原因", severity: .warning,
      why: "三公经费要求只减不增；比上年多了，必须说得出为什么。",
      remedy: "核对上年和本年决算数；确实增加的，在报告正文或本条的说明中写明原因。",
      sources: [
        .baseSheet("三公经费行的上年决算数和本年决算数"),
        LegalSource("党政机关厉行节约反对浪费条例", clause: "关于控制三公经费的规定（条款号待核）", isVerified: false),
      ]
    ),
    method: "比较三公经费的本年决算数和上年决算数，总数空白的按各项相加。增加超过四舍五入、报告正文又没有写增减原因的，报告一次；总数没有增加的，各项之间的增减不报。",
    examples: [
      .passes(["base/threePublic/last": "11.64", "base/threePublic/final": "7.96"]),
      .passes([
        "base/threePublic/last": "2.28", "base/threePublic/final": "2.2", "base/reception/last": "0.28",
        "base/reception/final": "1.2", "base/vehicleRunning/last": "2", "base/vehicleRunning/final": "1",
      ]),
      .passes(
        .prose(
          "“三公”经费支出9.5万元，比上年增加1.2万元，原因是更换一辆到期报废的公务用车。",
          and: ["base/threePublic/last": "8.3", "base/threePublic/final": "9.5"])),
      .fails(
        .prose("严格控制三公经费。", and: ["base/threePublic/last": "8.3", "base/threePublic/final": "9.5"]),
        .at("base/threePublic/final", "三公经费本年决算数 9.5 万元，比上年 8.3 万元增加 1.2 万元（14.5%），请说明原因。")),
      .fails(
        ["base/abroad/last": "0", "base/abroad/final": "3", "base/reception/last": "0", "base/reception/final": "0.2"],
        .at("base/abroad/final", "三公经费本年决算数 3.2 万元，上年没有，请说明原因。")),
      .cannotLook(["base/threePublic/final": "9.5"]),
    ]
  ) { dossier in
    let missing = "三公经费的上年和本年决算数"
    guard let base = dossier.base, let row = base.form.tableRows.first(where: { $0.id == "threePublic" }),
      let last = dossier.sum("上年", [base.address(row.id, "last")]),
      let final = dossier.sum("三公经费本年决算数", [base.address(row.id, "final")]),
      let gap = final.sum.gap(to: last.sum)
    else { return .notCheckable(missing: [missing]) }
    guard gap.isExcess, !gap.isRounding, !dossier.explainsChange(of: row) else { return .pass }
    let percent = gap.figure.rational.divided(by: last.sum.exact)?.multiplied(by: Rational(100))
    let change = percent.map { "比\(last.spoken)增加 \(final.unit.spoken(gap.figure))（\($0.spoken(1))%）" } ?? "上年没有"
    return .fail([
      Finding(
        at: (final.cells + last.cells).map { .cell($0) }, "\(final.spoken)，\(change)，请说明原因。",
        derivation: "\(final.sum.working) > \(last.sum.working)")
    ])
  }
}

extension Dossier {
  /// 三公经费 or one of its parts.
  func isThreePublic(_ row: TableBlock.Row) -> Bool {
    guard row.id != "threePublic" else { return true }
    guard let parent = row.parent, let above = base?.form.tableRows.first(where: { $0.id == parent }) else {
      return false
    }
    return isThreePublic(above)
  }
}
