import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h12ScoreAndGradeSentence = AuditRule(
    RuleCard(
      "H12", "绩效情况未写分数和等级", severity: .error,
      why: "自评得了多少分、评为什么等级，是报告必须交代的结论。",
      remedy: "在绩效情况一节写明，如“自评得分96分，等级为‘优’”。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      部门报告中标题含“绩效情况”的一节（连同其下各小节）要有“几分”和制度规定的等级名称；另有一节标题写“评价结论”“自评结果”而写明两者的也可以；在线填写的，分数可以绑定自评表的总得分。\
      空白的由 H11 处理，在线填写而已上传文件的不看。“等级为优”就是“优秀”；单字等级（优、良、中、差）须带引号，或跟在“等级”“评为”“为”之后。
      """,
    examples: [
      .passes(["report/performance/text": "根据自评表，得分96分，部门整体支出绩效为“优秀”。"]),
      .passes(["report/performance/text": "自评得分{{self/sum/score}}分，等级为优。", "self/sum/score": "98"]),
      .fails(
        ["report/performance/text": "2024年，各方面工作稳步推进，取得优异成绩。"],
        .at("report/performance/text", "“三、绩效情况”没有写明自评得分和等级。")),
      .fails(
        ["report/performance/text": "自评得分 88.5 分，较好完成全年任务，部分工作仍有差距。"],
        .at("report/performance/text", "“三、绩效情况”没有写明自评等级。")),
      .passes(.prose("六、部门整体支出绩效情况", "（一）评价结论", "自评得分96分，等级为“优”。")),
      .passes(.prose("六、部门整体支出绩效情况", "自评得分95.5分，等级为优。其中产出得39分。")),
      .passes(.prose("四、项目绩效情况", "各项指标按期完成。", "五、评价结论", "自评得分95.8分，等级为优秀。")),
      .fails(
        .prose("⟦六、部门整体支出绩效情况⟧", "全年工作稳步推进。", "七、存在的问题", "考核得95分，评为优。"),
        .at("⟦六、部门整体支出绩效情况⟧", "“部门整体支出绩效情况”没有写明自评得分和等级。")),
      .cannotLook(["report/overview/text": "本单位内设股室四个。"]),
    ]
  ) { dossier in
    let grades = dossier.filing.policies.policies.first { $0.object == .department }?.grades ?? []
    // A section of its own on the result: 五、评价结论.
    let isTold = dossier.narrative.sections.contains { section in
      section.title.holds(anyOf: ["评价结论", "自评结论", "自评结果", "评价得分", "自评得分"]) && section.text.statesPoints
        && section.text.statesGrade(of: grades)
    }
    let written = dossier.writtenReports.flatMap { report in
      report.passages(headed: "绩效情况").map { ([Place.cell(report.address($0.section))], $0.section.heading, $0.text) }
    }
    // Of a section and its subsections the outer one counts.
    let read = dossier.narrative.sections.filter { section in
      !grades.isEmpty && section.title.holds("绩效情况")
        && !section.heading.headings.dropLast().contains { $0.title.holds("绩效情况") }
    }.map { section in
      // What is told of the two shows where the other belongs.
      let told = section.body.filter {
        $0.text.holds("自评") && ($0.text.statesPoints || $0.text.statesGrade(of: grades))
      }
      return ([.text(section.heading.place)] + told.prefix(1).map { Place.text($0.place) }, section.title, section.text)
    }
    return Verdict(over: written + read, missing: "绩效情况") { places, heading, text in
      guard !text.isBlank else { return nil }
      let lacking = [text.statesPoints ? nil : "得分", text.statesGrade(of: grades) ? nil : "等级"].compactMap { $0 }
      guard !lacking.isEmpty, !isTold else { return .agrees }
      return .breaks(
        Finding(
          at: places, "“\(heading)”没有写明自评\(lacking.joined(separator: "和"))。",
          derivation: lacking.joined(separator: ", ")))
    }
  }
}

extension String {
  /// A digit right before 分.
  fileprivate var statesPoints: Bool {
    let scalars = Array(bare.unicodeScalars)
    return scalars.indices.dropFirst().contains { scalars[$0] == "分" && ("0"..."9").contains(scalars[$0 - 1]) }
  }

  /// One of the grades, and as a grade: 优 in 优异 is none.
  fileprivate func statesGrade(of bands: [GradeBand]) -> Bool {
    let text = bare
    return bands.map(\.label).contains { label in
      if label.count > 1 {
        // 等级为优 for 优秀.
        let short = ["等级为", "等次为", "评级为", "评定为"].map { $0 + label.prefix(1) }
        let quoted = ["“", "‘", "\""].map { $0 + label.prefix(1) }
        return text.holds(label)
          || quoted.contains { text.holds($0 + "”") || text.holds($0 + "’") || text.holds($0 + "\"") }
          || short.contains { text.ends(with: $0) || text.holds($0 + ",") || text.holds($0 + "。") }
      }
      let spellings = ["“\(label)”", "‘\(label)’", "\"\(label)\"", "「\(label)」", "“\(label)秀”", "“\(label)好”"]
      let introduced = [
        "等级\(label)", "等级为\(label)", "等级：\(label)", "等级:\(label)", "评为\(label)", "绩效为\(label)", "结果为\(label)",
        "等次为\(label)", "评级为\(label)", "结论为\(label)", "\(label)等", "\(label)级",
      ]
      return (spellings + introduced).contains { text.holds($0) }
    }
  }
}
