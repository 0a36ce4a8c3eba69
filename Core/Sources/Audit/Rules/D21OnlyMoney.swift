import Reading
import Rules
import Text

extension AuditRule {
  static let d21OnlyMoney = AuditRule(
    RuleCard(
      "D21", "问题或建议只说缺钱", severity: .warning,
      why: "自评要找管理上的原因；只说资金不足、只提增加投入的，考核时不得分。",
      remedy: "补写预算编制、执行、资产、采购、绩效管理等方面的问题和措施。",
      sources: [LegalSource("部门整体支出绩效自评工作考核评分表", clause: "反映问题情况、建议情况")]
    ),
    method: "“问题”一节每一条都只说资金、经费、财力不足，或“措施”“建议”一节每一条都只说增加、争取资金，即报告。",
    examples: [
      .passes(.prose("七、存在的问题", "（一）经费不足。", "（二）预算编制不够精准。")),
      .passes(.prose("七、存在的问题", "（一）资金紧张，且绩效目标设置不细，支付偏慢。")),
      .fails(
        .prose("⟦七、存在的问题⟧", "（一）工作经费不足。", "（二）专项资金缺口较大。"),
        .at("⟦七、存在的问题⟧", "“存在的问题”只说资金不足，请补写管理方面的问题。")),
      .fails(
        .prose("⟦八、改进措施⟧", "建议加大资金投入，增加工作经费。"), .at("⟦八、改进措施⟧", "“改进措施”只说增加资金，请补写管理方面的措施。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    return Verdict(
      ReportSection.problems(in: dossier).compactMap { $0.finding(where: \.lacksOnlyMoney, "资金不足", "问题") }
        + ReportSection.measures(in: dossier).compactMap { $0.finding(where: \.wantsOnlyMoney, "增加资金", "措施") })
  }
}

extension ReportSection {
  static func problems(in dossier: Dossier) -> [ReportSection] {
    headed(["问题"], not: ["措施", "建议", "改进"], in: dossier)
  }
  static func measures(in dossier: Dossier) -> [ReportSection] {
    headed(["措施", "建议"], not: ["问题"], in: dossier)
  }

  fileprivate func finding(where isOfMoney: (String) -> Bool, _ what: String, _ missing: String) -> Finding? {
    let items = items
    guard let heading, !items.isEmpty, items.allSatisfy(isOfMoney) else { return nil }
    return Finding(
      at: heading.passage.place, message: "“\(title)”只说\(what)，请补写管理方面的\(missing)。", derivation: what)
  }
}

extension String {
  /// Tells of a lack of money and of nothing that could be managed better.
  var lacksOnlyMoney: Bool {
    speaksOfMoney && holds(anyOf: ["不足", "紧张", "短缺", "缺口", "有限", "困难", "偏少", "不够"]) && !speaksOfManagement
  }
  /// Asks for more money and nothing else.
  var wantsOnlyMoney: Bool {
    speaksOfMoney && holds(anyOf: ["加大", "增加", "追加", "争取", "提高", "倾斜", "保障"]) && !speaksOfManagement
  }
  private var speaksOfMoney: Bool { holds(anyOf: ["资金", "经费", "财力", "财政投入"]) }
  private var speaksOfManagement: Bool {
    holds(anyOf: [
      "编制", "绩效", "制度", "管理", "监督", "监管", "目标", "进度", "资产", "采购", "培训", "人员", "队伍", "业务", "核算", "支付", "内控", "机制",
      "项目储备",
      "效益", "意识", "调查", "统筹", "使用率", "拨付不", "规范",
    ])
  }
}
