import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let b08ListedLevel = AuditRule(
    RuleCard(
      "B08", "定性档次不在清单内", severity: .error,
      why: "制度要求定性指标从规定的档次中选择完成情况；自拟的用语看不出是哪一档，也就定不了得分范围。",
      remedy: "从制度规定的档次中选一个填入完成值；具体情况写在原因或说明栏。",
      sources: [.evaluationMeasures("定性指标的三档"), .customary("定性指标的完成情况须从规定的档次中选择")]
    ),
    method: """
      只查要求从清单选择的制度。指标值是文字的指标，完成值须是某一档的名称或该档规定的用语，后面可以用标点隔开另作说明。\
      完成值空白由 H01 处理；制度不要求从清单选择的无法核对。
      """,
    examples: [
      .passes(
        .indicators(
          "social | 推进湘商回归 | 显著 | 部分达成 | 15 | 11 | 两场活动推迟 | 定性", on: "project-1"
        ).under(.exampleWithGoals)),
      .passes(
        .indicators(
          "quality | 建档 | 齐全 | 达成（四百卷全部归档） | 10 | 10 | | 定性", "quantity | 改造市场 | 2 | 2 | 40 | 40 | | ≥ | 个",
          on: "project-1"
        ).under(.exampleWithGoals)),
      .fails(
        .indicators(
          "social | 推进湘商回归 | 显著 | 有效推进 | 15 | 13 | 措施未到位 | 定性", on: "project-1"
        ).under(.exampleWithGoals),
        .at("project-1/social.1/actual", "推进湘商回归的完成值“有效推进”不在规定的档次内，请从“达成、部分达成、未达成”中选择。")),
      .fails(
        .indicators(
          "quality | 建档 | 齐全 | 达成较好 | 10 | 10 | | 定性", "social | 公众知晓 | 普遍知晓 | 95% | 10 | 9 | | 定性",
          on: "project-1"
        ).under(.exampleWithGoals),
        .at("project-1/quality.1/actual", "建档的完成值“达成较好”不在规定的档次内，请从“达成、部分达成、未达成”中选择。"),
        .at("project-1/social.1/actual", "公众知晓的完成值“95%”不在规定的档次内，请从“达成、部分达成、未达成”中选择。")),
      .cannotLook(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 13 | 措施未到位")),
    ]
  ) { dossier in
    let lines = dossier.scoredSheets.filter(\.policy.scoring.mustNameLevel).flatMap { sheet in
      sheet.countedLines.map { (sheet.policy.scoring.levels, $0) }
    }
    return Verdict(over: lines, missing: "须从清单选择的定性指标") { levels, line in
      guard line.isQualitative, !line.actualText.isBlank else { return nil }
      guard !levels.contains(where: { $0.isNamed(in: line.actualText) }) else { return .agrees }
      let labels = levels.map(\.label).joined(separator: "、")
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.target),
          message: "\(line.title)的完成值“\(line.actualText.bare)”不在规定的档次内，请从“\(labels)”中选择。",
          derivation: "\(line.actualText.bare) ∉ \(labels)"))
    }
  }
}

extension QualitativeLevel {
  /// The label or one of the words stands alone, or before a mark and an explanation.
  fileprivate func isNamed(in text: String) -> Bool {
    let text = Array(text.bare.unicodeScalars)
    return ([label] + words).map { Array($0.bare.unicodeScalars) }.contains { spelling in
      text.starts(with: spelling) && (text.count == spelling.count || !text[spelling.count].properties.isAlphabetic)
    }
  }
}
