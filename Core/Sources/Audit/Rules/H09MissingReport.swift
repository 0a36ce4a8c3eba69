import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let h09MissingReport = AuditRule(
    RuleCard(
      "H09", "报告未附", severity: .error,
      why: "部门整体支出自评报告是必交材料，有专项资金的还要交项目自评报告；缺了不能送审。",
      remedy: "在文件管理中上传报告，或在线填写报告各节，二者有一即可。",
      sources: [LegalSource("绩效自评工作通知", clause: "应报送的材料", isVerified: false), .reportOutline("全文")]
    ),
    method: """
      按制度的附件清单检查：必交的，以及本年有上级专项资金时要交的，既没有上传文件、也没有在线写过一个字，即报告。\
      只保留系统预填的文字不算写过；写了一部分的由 H11 处理。专项资金一栏没有填，看不出要不要交项目报告。
      """,
    examples: [
      .passes((["base/specialFunds/final": "0"] as ExampleFiling).attaching("report")),
      .passes(
        ([
          "base/specialFunds.1/name": "农贸市场改造", "base/specialFunds.1/final": "77.7",
          "report/overview/text": "本单位内设股室四个。",
        ] as ExampleFiling).attaching("projectReport")),
      .fails(["base/specialFunds/final": "0"], .at("attachment report", "还没有部门整体支出绩效自评报告，请上传文件或在线填写。")),
      .fails(
        ([
          "base/specialFunds/final": "218", "report/basic/text": "2024年基本支出{{base/basicExpenditure/final}}万元。",
        ] as ExampleFiling),
        .at("attachment report", "还没有部门整体支出绩效自评报告，请上传文件或在线填写。"),
        .at("attachment projectReport", "本年有专项资金，还没有项目支出绩效自评报告，请上传文件或在线填写。")),
      .cannotLook((["base/staff/posts": "20"] as ExampleFiling).attaching("report")),
    ]
  ) { dossier in
    // A file does not tell what was handed in with it.
    guard !dossier.isFile else { return .notCheckable(missing: ["附件"]) }
    let reports = dossier.reports
    var findings: [Finding] = []
    var unknown: [String] = []
    for requirement in dossier.filing.policies.attachments where !dossier.filing.attached.contains(requirement.id) {
      let isWritten = reports.contains { $0.outline.id == requirement.outline && $0.isStarted }
      guard !isWritten else { continue }
      switch dossier.isNeeded(requirement) {
      case nil: unknown.append("上级专项资金本年数（决定要不要\(requirement.title)）")
      case false?: continue
      case true?:
        let cause = requirement.need == .withSpecialFunds ? "本年有专项资金，" : ""
        let way = requirement.outline == nil ? "请上传文件" : "请上传文件或在线填写"
        findings.append(
          Finding(
            at: [.attachment(requirement.id)], "\(cause)还没有\(requirement.title)，\(way)。", derivation: requirement.id))
      }
    }
    return findings.isEmpty && !unknown.isEmpty ? .notCheckable(missing: unknown) : Verdict(findings)
  }
}
