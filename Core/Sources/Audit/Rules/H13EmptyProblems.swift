import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h13EmptyProblems = AuditRule(
    RuleCard(
      "H13", "问题和措施空洞", severity: .warning,
      why: "自评是为了找问题、促改进；说没有问题或没有措施的报告，考核时按未归纳处理。",
      remedy: "至少写一个具体问题和对应的改进措施。",
      sources: [
        .reportOutline("存在的问题及原因分析、下一步改进措施"), LegalSource("部门整体支出绩效自评工作考核评分表", clause: "反映问题情况、建议情况"),
      ]
    ),
    method: "标题含“问题”“措施”“建议”的章节（连同其下各小节）只写“无”，或只说不存在问题，即报告。空白的由 H11 处理，“其他需要说明的问题”可以没有，在线填写而已上传文件的不看。",
    examples: [
      .passes(["report/problems/text": "预算编制不够精准，部分公用支出年中才调剂。"]),
      .passes(["report/problems/text": "（一）没有问题导向的考核办法，绩效结果尚未与预算挂钩，下年制定办法。"]),
      .fails(
        ["report/overview/text": "本单位内设股室四个。", "report/problems/text": "无。"],
        .at("report/problems/text", "“四、存在的问题”只写“无”，请写具体问题或措施。")),
      .fails(
        ["report/problems/text": "本年度未发现问题。"],
        .at("report/problems/text", "“四、存在的问题”只写“本年度未发现问题”，请写具体问题或措施。")),
      .fails(
        .prose("⟦七、存在的问题及原因分析⟧", "无。", "八、下一步改进措施", "细化预算编制。"),
        .at("⟦七、存在的问题及原因分析⟧", "“存在的问题及原因分析”只写“无”，请写具体问题或措施。")),
      .passes(.prose("三、存在的问题", "预算编制不够精准。", "四、其他需要说明的问题", "无。")),
      .cannotLook(["report/overview/text": "本单位内设股室四个。"]),
    ]
  ) { dossier in
    let written = dossier.writtenReports.flatMap { report in
      report.passages(headed: "问题", "措施", "建议").map {
        (Place.cell(report.address($0.section)), $0.section.heading, $0.text)
      }
    }
    let read = dossier.narrative.sections.filter { $0.title.asksForProblems }.map {
      (Place.text($0.heading.place), $0.title, $0.text)
    }
    return Verdict(over: written + read, missing: "问题和措施") { place, heading, text in
      guard !text.isBlank else { return nil }
      guard text.saysNothing || text.deniesProblems else { return .agrees }
      return .breaks(
        Finding(at: [place], "“\(heading)”只写“\(text.bare)”，请写具体问题或措施。", derivation: text.bare))
    }
  }
}

extension String {
  /// 其他需要说明的问题 may well be none.
  fileprivate var asksForProblems: Bool {
    holds(anyOf: ["问题", "措施", "建议"]) && !(holds(anyOf: ["其他", "其它"]) && holds(anyOf: ["说明", "事项"]))
  }

  /// A short text that says there are no problems.
  fileprivate var deniesProblems: Bool {
    let text = bare
    return text.count <= 16
      && ["没有问题", "无问题", "无存在问题", "不存在问题", "未发现问题", "没有存在的问题", "无明显问题", "没有明显问题", "未发现明显问题"]
        .contains { text.holds($0) }
  }
}
