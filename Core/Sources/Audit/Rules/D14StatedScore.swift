import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d14StatedScore = AuditRule(
    RuleCard(
      "D14", "正文分数、等级与表不一致", severity: .error,
      why: "自评得分和等级是报告的结论，正文与自评表各写一个，结论就不成立。",
      remedy: "以自评表的总得分为准，改正正文的分数，并按制度的分数段改正等级。",
      sources: [.reportOutline("部门整体支出绩效情况"), .departmentSheet("总分行的得分栏")]
    ),
    method: """
      “得分”“自评分”“总分”紧接着的分数须是某一张自评表的总得分；说项目的与项目自评表比，其余与部门自评表比。同一句引号里或“等级为”“评为”后的等级，须是制度分数段里该得分的等级。\
      单项写成“预算执行（7分），自评得分8分”的，得分不能超过分值；满分、分值、权重、扣分和其他单项的得分不看。
      """,
    examples: [
      .passes(.prose("经自评，得分96分，部门整体支出绩效为“优”。", and: ["self/sum/score": "96"])),
      .fails(
        .prose("2.预算执行（⟦7分⟧），自评得分⟦8分⟧。预算执行率98%。", and: ["self/sum/score": "96"]),
        .at("⟦8分⟧", "得分 8 分，超过该项分值 7 分。")),
      .passes(.prose("1.预算编制（4分），自评得分4分。预算均经评估。", and: ["self/sum/score": "96"])),
      .passes(.prose("自评得分96分，其中年度目标1得分39.6分。", and: ["self/sum/score": "96"])),
      .passes(.prose("满分100分，自评得分88.5分，其中产出指标得分45分。", and: ["self/sum/score": "88.5"])),
      .fails(
        .prose("自评得分⟦98分⟧，等级为“优”。", and: ["self/sum/score": "96"]),
        .at("⟦98分⟧", "正文得分 98 分，自评表总得分 96 分。")),
      .fails(
        .prose("自评得分⟦86分⟧，部门整体支出绩效为“⟦优⟧”。"),
        .at("⟦优⟧", "正文等级为“优”，得分 86 分按制度应为“良”。")),
      .cannotLook(.prose("自评得分98分。")),
    ]
  ) { dossier in
    let scores = dossier.scoredSheets.compactMap { sheet in
      sheet.figure("sum", "score").map { SheetScore(sheet: sheet, score: $0) }
    }
    let policies = dossier.filing.policies.policies
    let grades = (policies.first { $0.object == .department } ?? policies.first)?.grades ?? []
    var looked = !scores.isEmpty && dossier.hasProse
    let found = dossier.statements.passages.flatMap { passage in
      passage.passage.figures.flatMap { figure -> [Finding] in
        guard case .score(.number(let number)) = figure.kind else { return [] }
        if let points = passage.pointsOfItem(before: figure) { return passage.excess(of: figure, number, over: points) }
        guard passage.isTotalScore(figure) else { return [] }
        guard scores.isEmpty else { return passage.findings(of: figure, number, against: scores, or: grades) }
        looked = looked || passage.statedGrade(of: grades, in: passage.sentence(at: figure.range.lowerBound)) != nil
        return passage.findings(of: figure, number, under: grades)
      }
    }
    return looked ? Verdict(found) : .notCheckable(missing: ["报告正文", "自评表总得分"])
  }
}

private struct SheetScore {
  let sheet: SheetReading
  let score: Figure
  var isOfDepartment: Bool { sheet.form.kind == .selfEvaluation }
}

extension PassageReading {
  /// 预算编制（4分），自评得分4分: the points of one item.
  fileprivate func pointsOfItem(before figure: WrittenFigure) -> WrittenFigure? {
    let sentence = sentence(at: figure.range.lowerBound)
    guard text(words(before: figure)).holds("得分") else { return nil }
    return figures(in: sentence.lowerBound..<figure.range.lowerBound).last { other in
      guard case .score = other.kind, other.range.lowerBound > 0, other.range.upperBound < scalars.count else {
        return false
      }
      return scalars[other.range.lowerBound - 1] == "(" && scalars[other.range.upperBound] == ")"
    }
  }

  fileprivate func excess(of figure: WrittenFigure, _ number: WrittenNumber, over points: WrittenFigure) -> [Finding] {
    guard case .score(.number(let most)) = points.kind, number.value > most.value else { return [] }
    return [
      Finding(
        at: passage.place(figure.range), passage.place(points.range),
        message: "得分 \(number.value.spoken(2)) 分，超过该项分值 \(most.value.spoken(2)) 分。",
        derivation: "\(number.value.spoken(2)) > \(most.value.spoken(2))")
    ]
  }

  /// 自评得分 and the like right before it, and nothing that makes it the score of a part.
  fileprivate func isTotalScore(_ figure: WrittenFigure) -> Bool {
    let words = words(before: figure)
    var name = text(words).withoutBlanks
    for link in ["为", "是", "达到", "达", "共", "计", "了"] { while name.ends(with: link) { name.removeLast(link.count) } }
    guard ["得分", "评分", "自评分", "总分", "分数"].contains(where: { name.ends(with: $0) }) else { return false }
    let clause = text(clause(at: figure.range.lowerBound))
    return !clause.holds(anyOf: [
      "指标", "满分", "分值", "权重", "扣", "产出", "效益", "满意度", "执行率", "投入", "过程", "平均", "考核", "排名", "加分", "上年", "去年",
      "目标",
    ])
  }

  fileprivate func findings(
    of figure: WrittenFigure, _ number: WrittenNumber, against scores: [SheetScore], or grades: [GradeBand]
  ) -> [Finding] {
    let sentence = sentence(at: figure.range.lowerBound)
    let isOfProject = text(sentence).holds("项目") && !text(sentence).holds("整体")
    let meant = scores.filter { $0.isOfDepartment != isOfProject }
    // 部门整体支出自评得分 is not told of a project, and the department's sheet may stand elsewhere.
    if meant.isEmpty, text(sentence).holds("整体") { return findings(of: figure, number, under: grades) }
    let candidates = meant.isEmpty ? scores : meant
    let place = passage.place(figure.range)
    guard scores.contains(where: { $0.score.rational == number.value }) else {
      guard let right = candidates.first, candidates.count == 1 else { return [] }
      let cell = right.sheet.address("sum", "score")
      return [
        Finding(
          at: [.text(place), .cell(cell)],
          "正文得分 \(number.value.spoken(2)) 分，\(right.sheet.spokenName)总得分 \(right.score) 分。",
          derivation: "\(number.value.spoken(2)) ≠ \(right.score)")
      ]
    }
    return findings(of: figure, number, under: candidates.first?.sheet.policy.grades ?? [])
  }

  /// A grade beside the score that is another one than the score earns.
  fileprivate func findings(of figure: WrittenFigure, _ number: WrittenNumber, under grades: [GradeBand]) -> [Finding] {
    let sentence = sentence(at: figure.range.lowerBound)
    guard let right = grades.grade(for: number.value), let stated = statedGrade(of: grades, in: sentence),
      stated.label != right.label
    else { return [] }
    return [
      Finding(
        at: [.text(passage.place(stated.range)), .text(passage.place(figure.range))],
        "正文等级为“\(text(stated.range))”，得分 \(number.value.spoken(2)) 分按制度应为“\(right.label)”。",
        derivation: "\(right.label) \(right.range)")
    ]
  }

  /// A grade in quotes, or behind 等级为 and the like; 优秀 says 优.
  fileprivate func statedGrade(of bands: [GradeBand], in sentence: Range<Int>) -> (label: String, range: Range<Int>)? {
    let spellings = bands.flatMap { band in
      [band.label] + (["优": "优秀", "良": "良好", "中": "中等"][band.label].map { [$0] } ?? [])
        + (["优秀": "优", "良好": "良"][band.label].map { [$0] } ?? [])
    }.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
    for start in sentence {
      for spelling in spellings where isGrade(spelling, at: start, before: sentence.upperBound) {
        let label =
          bands.first { spelling.begins(with: $0.label) || $0.label.begins(with: spelling) }?.label ?? spelling
        return (label, start..<start + spelling.unicodeScalars.count)
      }
    }
    return nil
  }

  private func isGrade(_ spelling: String, at start: Int, before limit: Int) -> Bool {
    let end = start + spelling.unicodeScalars.count
    guard end <= limit, scalars[start..<end].elementsEqual(spelling.unicodeScalars) else { return false }
    let isQuoted = start > 0 && scalars[start - 1].isQuote && end < limit && scalars[end].isQuote
    let before = text(max(0, start - 3)..<start)
    let isEnd = end == scalars.count || scalars[end].isMark
    return isQuoted
      || isEnd && (["等级为", "等级", "评为", "结果为", "绩效为", "级:"].contains { before.ends(with: $0) })
  }
}

extension Unicode.Scalar {
  fileprivate var isQuote: Bool { ["“", "”", "\"", "‘", "’", "「", "」", "'"].contains(self) }
  fileprivate var isMark: Bool { ["。", ",", ";", "、", "等", "级", ")", "\n"].contains(self) }
}
