import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a28ProcurementKinds = AuditRule(
    RuleCard(
      "A28", "采购总额与货物、工程、服务之和不符", severity: .warning,
      why: "政府采购只有货物、工程、服务三类，三类之和就是采购总额；不符说明有一类写错或漏写。",
      remedy: "按政府采购决算核对总额和三类金额，改正写错的数或补上漏写的一类。",
      sources: [
        .reportOutline("政府采购执行情况"), .baseSheet("政府采购金额行"),
        LegalSource("中华人民共和国政府采购法", clause: "采购对象分为货物、工程和服务", isVerified: false),
      ]
    ),
    method: """
      正文写了政府采购总额和其中的货物、工程、服务的，三类之和与总额比较；三类先写、总额后写在同一句的也算。\
      之和大于总额即报告；小于总额的，三类写全时报告，只写两类时作为提示。授予中小企业的合同金额不是分类，约数和写法精度内的差不报。
      """,
    examples: [
      .passes(.prose("2022年度政府采购支出54.15万元，其中：货物31.26万元，工程22.89万元，服务0万元。")),
      .passes(
        .prose(
          "政府采购支出总额100万元，其中：政府采购货物支出30万元、政府采购工程支出50万元、政府采购服务支出20万元。授予中小企业合同金额80万元，占政府采购支出总额的80%。",
          "采购货物类12.5万元、服务类8.05万元、工程类0万元，政府采购金额合计20.55万元。")),
      .fails(
        .prose("政府采购支出⟦54.15万元⟧，其中：货物⟦31.26万元⟧，工程⟦28.89万元⟧，服务⟦0万元⟧。"),
        .at("⟦54.15万元⟧", "所列各项之和 60.15 万元，大于总数 54.15 万元，相差 6 万元。")),
      .fails(
        .prose("政府采购金额⟦50万元⟧，其中货物类⟦30万元⟧，服务类⟦15万元⟧。"),
        .at("⟦50万元⟧", "所列各项之和 45 万元，小于总数 50 万元，相差 5 万元。")),
      .fails(
        .prose("采购货物⟦300000元⟧、工程⟦10万元⟧、服务⟦5万元⟧，政府采购总额共⟦54万元⟧。"),
        .at("⟦54万元⟧", "所列各项之和 45 万元，小于总数 54 万元，相差 9 万元。")),
      .cannotLook(.prose("政府采购支出54.15万元，其中货物31.26万元。")),
    ]
  ) { dossier in
    let statements = dossier.statements
    let kinds: Set<BudgetItem> = [.goods, .works, .services]
    let lists = (statements.lists + statements.looseLists).filter { list in
      let items = list.parts.map { statements.amounts[$0].item }
      return statements.amounts[list.total].item == .procurement && items.count >= 2 && kinds.isSuperset(of: items)
        && Set(items).count == items.count
    }
    return Verdict(over: lists, missing: "报告正文", "政府采购总额和三类金额") { list in
      statements.look(at: list, isWhole: list.parts.count == kinds.count, isLikelyWhole: true)
    }
  }
}
