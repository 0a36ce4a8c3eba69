import Evaluation
import Reading
import Rules

extension AuditRule {
  static let w04AssessmentFiles = AuditRule(
    RuleCard(
      "W04", "没有工作考核要看的文件", severity: .info,
      why: "自评工作考核要看主管部门印发的自评通知、成立工作小组的文件；没有上传，这几项不得分。",
      remedy: "在文件管理中上传盖章的电子版；没有印发的，按通知要求补办。",
      sources: [LegalSource("部门整体支出绩效自评工作考核评分表", clause: "布置工作")]
    ),
    method: """
      制度有自评工作考核评分表的，主管部门的自评按评分表逐项看：只凭文件给分的项目，文件没有上传即提示。\
      所属单位不查；读入的报告看不出随报告交了哪些文件，不查。
      """,
    examples: [
      .passes((["base/staff/posts": "20"] as ExampleFiling).under(.exampleAssessed).attaching("selfNotice")),
      .passes((["base/staff/posts": "20"] as ExampleFiling).under(.exampleAssessed).attaching("selfNotice", "report")),
      .fails(
        (["base/staff/posts": "20"] as ExampleFiling).under(.exampleAssessed),
        .at("attachment selfNotice", "没有上传本部门的绩效自评通知，工作考核“印发通知”5 分不得分。")),
      .fails(
        (["base/staff/posts": "20"] as ExampleFiling).under(.exampleAssessed).attaching("report"),
        .at("attachment selfNotice", "没有上传本部门的绩效自评通知，工作考核“印发通知”5 分不得分。")),
      .cannotLook(["base/staff/posts": "20"]),
    ]
  ) { dossier in
    guard let table = dossier.filing.policies.workAssessment?.table, !dossier.isFile else {
      return .notCheckable(missing: ["自评工作考核评分表"])
    }
    guard dossier.filing.unit.kind == .lead else { return .pass }
    let titles = Dictionary(
      dossier.filing.policies.attachments.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let attached = dossier.filing.attached
    return Verdict(
      table.rows.filter { $0.method == .computed(.attached, .whole) }.flatMap { row in
        row.files.filter { !attached.contains($0) }.map { file in
          Finding(
            at: [.attachment(file)],
            "没有上传\(titles[file] ?? file)，工作考核“\(row.label)”\(row.points) 分不得分。", derivation: file)
        }
      })
  }
}
