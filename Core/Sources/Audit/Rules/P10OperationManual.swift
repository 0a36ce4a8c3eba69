import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p10OperationManual = AuditRule(
    RuleCard(
      "P10", "夹带系统操作手册", severity: .warning,
      why: "财政业务系统的操作说明不是自评报告的内容，还常常带出内网地址、账号规则和界面截图。",
      remedy: "从报告中删去操作手册、操作流程等内容。",
      sources: [.reportOutline("附件清单"), .customary("系统操作手册只在内部发放")]
    ),
    method: "标题、附件名一类的短段落，说的是系统、平台、软件的操作手册、使用说明、操作流程、登录说明，即报告，每个附件只报一处。正文句子、书名号里的制度名称和操作规程不报。",
    examples: [
      .passes(.prose("二、绩效评价工作流程", "（一）《预算绩效管理操作规程》的执行情况")),
      .passes(.prose("组织预算绩效系统操作手册培训2期，培训经办人员48人次。")),
      .fails(
        .prose("附件3：", "⟦预算绩效系统操作流程⟧", "1、登录说明"),
        .at("⟦预算绩效系统操作流程⟧", "“预算绩效系统操作流程”不是自评报告的内容，公开前请删去。")),
      .fails(
        .prose("附件2", "⟦绩效管理平台使用手册（2025版）⟧", "附件3", "⟦1、登录说明⟧"),
        .at("⟦绩效管理平台使用手册（2025版）⟧", "“绩效管理平台使用手册（2025版）”不是自评报告的内容，公开前请删去。"),
        .at("⟦1、登录说明⟧", "“1、登录说明”不是自评报告的内容，公开前请删去。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let sentences: Set<Unicode.Scalar> = ["。", ";", "，", ",", "《"]
    let passages = dossier.writings.filter { $0.passage != nil }
    var seen: Set<Int> = []
    guard !passages.isEmpty else { return .noText }
    let manuals = passages.filter { writing in
      guard let passage = writing.passage, writing.scalars.count <= 40, !seen.contains(passage.annex),
        kindsOfManuals.occurs(in: writing.scalars), systemWords.occurs(in: writing.scalars),
        !writing.scalars.contains(where: sentences.contains)
      else { return false }
      seen.insert(passage.annex)
      return true
    }
    return Verdict(
      manuals.map { writing in
        let title = writing.text
        return Finding(
          at: [writing.place(0..<writing.scalars.count)], "“\(title)”不是自评报告的内容，公开前请删去。", derivation: title)
      })
  }

  private static let kindsOfManuals: WordFinder = [
    "操作手册", "操作流程", "操作指南", "操作说明", "操作教程", "操作步骤", "使用手册", "使用指南", "使用说明", "用户手册", "填报手册", "填报指南", "登录说明", "登陆说明",
    "登录流程", "系统说明书",
  ]
  private static let systemWords: WordFinder = ["系统", "平台", "软件", "一体化", "登录", "登陆", "网址", "客户端", "app"]
}
