import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let g08ImpossibleRate = AuditRule(
    RuleCard(
      "G08", "比率超过百分之百，或天数超过一年", severity: .warning,
      why: "满意度、覆盖率、合格率这类比率最多 100%，超过就是算错或填错。",
      remedy: "核对分子和分母，改正比率。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .customary("部分占总体的比率不超过百分之百")]
    ),
    method:
      "名称是满意度、覆盖率、合格率、到位率、及时率、知晓率等部分占总体的比率，指标值或完成值超过 100% 即报告；完成率、增长率、控制率、执行率可以超过，不查。正文写满意度、覆盖率、合格率一类超过 100%，或全年开放、运行多少天而超过 366 天的也报告。",
    examples: [
      .passes(.indicators("satisfaction | 企业满意度 | ≥90% | 100% | 10 | 10 |")),
      .passes(.indicators("quantity | 任务完成率 | 100% | 105% | 10 | 10 |", "quality | 抽检合格率 | ≥98% | 100% | 5 | 5 |")),
      .fails(
        .indicators("satisfaction | 企业满意度 | ≥90% | 102.5% | 10 | 10 |"),
        .at("self/satisfaction.1/actual", "企业满意度“102.5%”超过 100%，请核对。")),
      .fails(
        .indicators("quality | 验收合格率 | 120% | 120 | 10 | 10 |", on: "project-1"),
        .at("project-1/quality.1/target", "验收合格率“120%”“120”超过 100%，请核对。")),
      .fails(
        .prose("场馆全年免费开放⟦372天⟧，值守人员累计出勤3720天。"), .at("⟦372天⟧", "一年没有 372天，请核对。")),
      .fails(.prose("春秋两季集中免疫密度⟦102%⟧。"), .at("⟦102%⟧", "免疫密度“102%”超过 100%，请核对。")),
      .fails(.prose("参加培训人数完成102%，补贴发放覆盖率⟦102.3%⟧。"), .at("⟦102.3%⟧", "覆盖率“102.3%”超过 100%，请核对。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    let days = dossier.found(in: daysOfYear) + dossier.found(in: ratesOfProse)
    guard days.isEmpty else { return Verdict(days) }
    return Verdict(over: dossier.countedLines, missing: "部分占总体的比率") { line in
      guard line.isBoundedRate else { return nil }
      let cells = line.impossibleRates
      guard !cells.isEmpty else { return .agrees }
      return .breaks(
        Finding(
          at: cells.map { .cell($0.cell) }, "\(line.title)\(cells.map { "“\($0.text)”" }.joined())超过 100%，请核对。",
          derivation: "\(cells.map(\.text).joined(separator: ", ")) > 100%"))
    }
  }

  /// Shares that prose tells to be more than all of it.
  private static let ratesOfProse = PassageFinder(in: .figure) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard case .percent(.number(let percent)) = figure.kind, percent.value > Rational(100), figure.isUnbounded,
        !figure.isApproximate
      else { return nil }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      guard
        let name = shares.first(where: { name in ["", "为", "达", "达到", "是"].contains { words.ends(with: name + $0) } }),
        !words.holds(anyOf: ["完成", "增长", "超"])
      else { return nil }
      let quoted = passage.quote(figure)
      return Finding(
        at: [.text(passage.passage.place(figure.range))], "\(name)“\(quoted)”超过 100%，请核对。",
        derivation: "\(quoted) > 100%")
    }
  }

  /// Never more than all, as prose uses the words; 参保率 and 到位率 may be.
  private static let shares = [
    "满意度", "满意率", "覆盖率", "合格率", "达标率", "及时率", "知晓率", "准确率", "普及率", "优良率", "成活率", "完好率", "办结率", "回收率", "免疫密度", "免疫率",
    "入户率", "签约率", "整改率", "检测率",
  ]

  /// More days of a year than it has.
  private static let daysOfYear = PassageFinder(in: .figure, holding: ["天"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard case .count(.number(let number), unit: "天") = figure.kind, number.value > Rational(366),
        !figure.isApproximate
      else { return nil }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      guard words.holds("全年"), words.holds(anyOf: ["开放", "开馆", "运行", "营业", "值守", "优良", "供电", "供水", "服务", "接待"]),
        !words.holds(anyOf: ["累计", "合计", "人均", "共计"])
      else { return nil }
      let quoted = passage.quote(figure)
      return Finding(
        at: [.text(passage.passage.place(figure.range))], "一年没有 \(quoted)，请核对。", derivation: "\(quoted) > 366天")
    }
  }
}
