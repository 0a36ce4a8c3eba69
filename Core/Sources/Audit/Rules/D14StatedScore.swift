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
      单项写成“预算执行（7分），自评得分8分”的，得分不能超过分值；满分、分值、权重、扣分和其他单项的得分不看。\
      “过程指标权重25分，得22.5分”与报告里有分值、得分两栏的评分表中同名、同分值的一行比；标题写作“效益情况（24.5分）”的，须是同名一行的得分或分值。\
      “各项目得分分别为……”列出的分数与项目自评表一样多的，依次比较，多数相符时报告不符的。\
      “4个项目平均得分”与正文写出的四个项目得分的平均数比；项目标题下写的得分与项目表同名一行的得分比。
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
      .passes(
        .prose("经自评，得分96分，等级为优。", "在群众安全感调查中，莲塘区得分98.12分，在全市排名第3位。", and: ["self/sum/score": "96"])),
      .fails(
        .prose("自评得分⟦95分⟧，评价等级为“⟦良⟧”。", and: ["self/sum/score": "96"]),
        .at("⟦95分⟧", "正文得分 95 分，自评表总得分 96 分。"),
        .at("⟦良⟧", "正文等级为“良”，得分 95 分按制度应为“优”。")),
      .passes(
        .prose(
          "一级指标 | 权重 | 得分", "决策 | 15 | 14", "过程 | 25 | 23.5", "产出 | 60 | 57", "过程指标权重25分，得23.5分。", "产出得57分。",
          "总分100分，测评得分不低于80分。", and: ["self/sum/score": "94.5"])),
      .fails(
        .prose("一级指标 | 权重 | 得分", "决策 | 15 | 14", "过程 | 25 | ⟦23.5⟧", "产出 | 60 | 57", "过程指标权重25分，得⟦22.5分⟧。"),
        .at("⟦22.5分⟧", "正文“过程”得 22.5 分，表中为 23.5 分。")),
      .cannotLook(
        .prose("评价指标 | 权重 | 得分", "决策 | 15 | 14", "过程 | 25 | 23.5", "产出 | 60 | 57", "一、决策情况（14分）", "二、过程情况（25分）")),
      .fails(
        .prose("评价指标 | 权重 | 得分", "决策 | 15 | 14", "过程 | 25 | ⟦23.5⟧", "产出 | 60 | 57", "一、决策情况（14分）", "二、过程情况（⟦22.5分⟧）"),
        .at("⟦22.5分⟧", "正文“过程”得 22.5 分，表中为 23.5 分。")),
      .passes(
        .prose(
          "2个项目自评得分分别为97.2分、96.5分。",
          and: [
            "project-1/project/name": "冷链物流", "project-1/sum/score": "97.2", "project-2/project/name": "展会",
            "project-2/sum/score": "96.5",
          ])),
      .fails(
        .prose(
          "2个项目自评得分分别为⟦97.2分⟧、96.5分。",
          and: [
            "project-1/project/name": "冷链物流", "project-1/sum/score": "97.27", "project-2/project/name": "展会",
            "project-2/sum/score": "96.5",
          ]),
        .at("⟦97.2分⟧", "正文依次写得分 97.2 分，项目“冷链物流”总得分 97.27 分。")),
      .passes(
        .prose(
          "示例县园林中心2024年度绩效自评报告", "自评总分94.46分。",
          and: ["project-1/project/name": "公园改造", "project-1/sum/score": "93.54"])),
      .fails(
        .prose(
          "示例县公园改造项目2024年度绩效自评报告", "自评总分：⟦94.46分⟧。",
          and: ["project-1/project/name": "公园改造", "project-1/sum/score": "93.54"]),
        .at("⟦94.46分⟧", "正文得分 94.46 分，项目“公园改造”总得分 93.54 分。")),
      .passes(.prose("一、市场改造项目", "项目自评得97.8分，等级为“优”。", "二、冷链物流项目", "项目自评得95.2分。", "三、结论", "2个项目平均得分96.5分。")),
      .fails(
        .prose("一、市场改造项目", "项目自评得⟦97.8分⟧。", "二、冷链物流项目", "项目自评得⟦95.2分⟧。", "三、结论", "2个项目平均得分⟦96.9分⟧。"),
        .at("⟦96.9分⟧", "前面 2 个项目的平均得分为 96.5 分，所写 96.9分。")),
      .fails(
        .prose(
          "一、市场改造项目", "项目自评得97.8分。", "二、冷链物流项目", "项目自评得⟦95.2分⟧。", "三、汇总", "项目名称 | 预算 | 得分", "市场改造 | 420 | 97.8",
          "冷链物流 | 54 | ⟦92.5⟧"),
        .at("⟦95.2分⟧", "正文写得 95.2 分，表中“冷链物流项目”为 92.5 分。")),
      .cannotLook(.prose("自评得分98分。")),
    ]
  ) { dossier in
    let scores = dossier.scoredSheets.compactMap { sheet in
      sheet.figure("sum", "score").map { SheetScore(sheet: sheet, score: $0) }
    }
    let grades = dossier.departmentGrades
    var looked = !scores.isEmpty && dossier.hasProse
    let passages = dossier.statements.passages
    let totals = passages.flatMap(\.totalScores).flatMap { stated -> [Finding] in
      guard stated.passage.pointsOfItem(before: stated.figure) == nil else { return [] }
      guard scores.isEmpty else {
        return stated.findings(against: scores, or: grades, isInProjectReport: dossier.isTitledByProject)
      }
      looked = looked || stated.grade(of: grades) != nil
      return stated.findings(under: grades)
    }
    let found =
      totals
      + passages.flatMap { passage in
        passage.figures.flatMap { figure -> [Finding] in
          guard case .score(.number(let number)) = figure.kind, let points = passage.pointsOfItem(before: figure) else {
            return []
          }
          return passage.excess(of: figure, number, over: points)
        }
      }
    let rows =
      dossier.wrongRowScores + dossier.wrongListedScores + AverageOfProjects.findings(in: dossier)
      + ScoreUnderHeading.findings(in: dossier)
    looked = looked || !rows.isEmpty
    return looked ? Verdict(found + rows) : .notCheckable(missing: ["报告正文", "自评表总得分"])
  }
}

private struct SheetScore {
  let sheet: SheetReading
  let score: Figure
  var isOfDepartment: Bool { sheet.form.kind == .selfEvaluation }
}

extension Dossier {
  /// Its title names a project or what is paid for one; without a title it may be anything.
  fileprivate var isTitledByProject: Bool {
    let titles = narrative.passages.filter { $0.role == .title && $0.annex == 0 }.map(\.text)
    return titles.isEmpty || titles.joined().holds(anyOf: ["项目", "专项", "资金", "经费", "补助", "工程", "补贴"])
  }

  /// 4个项目得分分别为97.2分、96.5分……: as many as there are project sheets, in their order.
  fileprivate var wrongListedScores: [Finding] {
    let scores = projectSheets.compactMap { sheet in
      sheet.figure("sum", "score").map { SheetScore(sheet: sheet, score: $0) }
    }
    guard scores.count >= 2, scores.count == projectSheets.count else { return [] }
    return statements.passages.flatMap { passage -> [Finding] in
      let told = passage.listedScores
      guard told.count == scores.count, passage.passage.annex == 0 else { return [] }
      let pairs = Array(zip(told, scores))
      let wrong = pairs.filter { $0.0.number.value != $0.1.score.rational }
      // Told in another order, hardly one comes out.
      guard wrong.count * 2 <= pairs.count else { return [] }
      return wrong.map { told, right in
        Finding(
          at: [.text(passage.passage.place(told.figure.range)), .cell(right.sheet.address("sum", "score"))],
          "正文依次写得分 \(told.number.value.spoken(2)) 分，\(right.sheet.spokenName)总得分 \(right.score) 分。",
          derivation: "\(told.number.value.spoken(2)) ≠ \(right.score)")
      }
    }
  }
}

extension PassageReading {
  /// Scores that follow one another between commas, behind 得分分别为 or 得分依次为.
  fileprivate var listedScores: [(figure: WrittenFigure, number: WrittenNumber)] {
    var told: [(figure: WrittenFigure, number: WrittenNumber)] = []
    for figure in passage.figures {
      guard case .score(.number(let number)) = figure.kind else { continue }
      let before = text(words(before: figure)).withoutBlanks
      if told.isEmpty {
        guard before.holds("分"), ["分别为", "分别是", "依次为", "依次是", "分别"].contains(where: before.ends) else { continue }
      } else {
        let gap = text(told[told.count - 1].figure.range.upperBound..<figure.range.lowerBound).withoutBlanks
        guard ["、", ",", "，", "和"].contains(gap) else { break }
      }
      told.append((figure, number))
    }
    return told
  }

  /// 预算编制（4分），自评得分4分: the points of one item.
  func pointsOfItem(before figure: WrittenFigure) -> WrittenFigure? {
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
}

extension StatedScore {
  fileprivate func findings(against scores: [SheetScore], or grades: [GradeBand], isInProjectReport: Bool) -> [Finding]
  {
    let meant = scores.filter { $0.isOfDepartment != isOfProject }
    // 部门整体支出自评得分 is not told of a project, and the department's sheet may stand elsewhere.
    if meant.isEmpty, speaksOfDepartment || !isOfProject && !isInProjectReport { return findings(under: grades) }
    let candidates = meant.isEmpty ? scores : meant
    guard scores.contains(where: { $0.score.rational == number.value }) else {
      guard let right = candidates.first, candidates.count == 1 else { return [] }
      let cell = right.sheet.address("sum", "score")
      return [
        Finding(
          at: [.text(place), .cell(cell)],
          "正文得分 \(spoken)，\(right.sheet.spokenName)总得分 \(right.score) 分。",
          derivation: "\(number.value.spoken(2)) ≠ \(right.score)")
      ]
        + gradeOfNeither(right.score, grades)
    }
    return findings(under: candidates.first?.sheet.policy.grades ?? [])
  }

  /// A grade that neither the score beside it earns nor the sheet's.
  private func gradeOfNeither(_ sheet: Figure, _ grades: [GradeBand]) -> [Finding] {
    guard let stated = grade(of: grades), let right = grades.grade(for: number.value), stated.label != right.label,
      stated.label != grades.grade(for: sheet.rational)?.label
    else { return [] }
    return [
      Finding(
        at: [.text(passage.passage.place(stated.range))],
        "正文等级为“\(passage.text(stated.range))”，得分 \(spoken)按制度应为“\(right.label)”。",
        derivation: "\(right.label) \(right.range)")
    ]
  }

  /// A grade beside the score that is another one than the score earns.
  fileprivate func findings(under grades: [GradeBand]) -> [Finding] {
    guard let right = grades.grade(for: number.value), let stated = grade(of: grades), stated.label != right.label
    else {
      return []
    }
    return [
      Finding(
        at: [.text(passage.passage.place(stated.range)), .text(place)],
        "正文等级为“\(passage.text(stated.range))”，得分 \(spoken)按制度应为“\(right.label)”。",
        derivation: "\(right.label) \(right.range)")
    ]
  }

  /// The first grade in the sentence of the score.
  fileprivate func grade(of grades: [GradeBand]) -> (label: String, range: Range<Int>)? {
    grades.stated(in: passage.sentence(at: figure.range.lowerBound), of: passage).first
  }
}
