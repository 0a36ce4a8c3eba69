import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h11MissingSection = AuditRule(
    RuleCard(
      "H11", "报告缺少章节", severity: .error,
      why: "报告的章节由提纲规定，缺一节就不完整，考核自评工作时每缺一部分都要扣分。",
      remedy: "补写空白的章节；没有的事项写明“无”。",
      sources: [.reportOutline("各章节"), LegalSource("部门整体支出绩效自评工作考核评分表", clause: "自评报告完整性")]
    ),
    method: "只看在线填写的报告：写了一部分而必写的章节空白，逐节报告。已上传文件的报告、一个字没写的报告（由 H09 处理）、不要求提交的报告不看。",
    examples: [
      .passes([
        "report/overview/text": "本单位内设股室四个。", "report/basic/text": "2024年基本支出471.83万元。",
        "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
      ]),
      .passes(
        (["report/overview/text": "本单位内设股室四个。", "projectReport/targets/text": "资金全部下达。"] as ExampleFiling)
          .attaching("report")),
      .fails(
        ["report/overview/text": "本单位内设股室四个。", "report/performance/text": "得分96分，等级为“优”。"],
        .at("report/basic/text", "部门整体支出绩效自评报告缺少“二、基本支出情况”。"),
        .at("report/problems/text", "部门整体支出绩效自评报告缺少“四、存在的问题”。")),
      .fails(
        [
          "report/overview/text": "本单位内设股室四个。", "report/basic/text": "\u{3000}",
          "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
        ],
        .at("report/basic/text", "部门整体支出绩效自评报告缺少“二、基本支出情况”。")),
      .cannotLook(["report/basic/text": "2024年基本支出{{base/basicExpenditure/final}}万元。"]),
    ]
  ) { dossier in
    Verdict(over: dossier.writtenReports, each: "在线填写的报告") { report in
      let title = report.outline.spokenTitle
      return report.outline.sections.filter { $0.isRequired && report.text($0).isBlank }.map { section in
        Finding(at: report.address(section), message: "\(title)缺少“\(section.heading)”。", derivation: "空白")
      }
    }
  }
}

extension ReportOutline {
  /// The kind of report, without year and unit: 部门整体支出绩效自评报告.
  var spokenTitle: String {
    ["{year}年度", "{year}年", "{unit}"].reduce(title) { title, place in
      guard let range = title.firstRange(of: place) else { return title }
      return title.replacingCharacters(in: range)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
