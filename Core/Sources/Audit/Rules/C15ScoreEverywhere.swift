import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let c15ScoreEverywhere = AuditRule(
    RuleCard(
      "C15", "各处总分不一致", severity: .error,
      why: "一份自评只有一个总得分；报告、自评表和表内文字各写一个，等级和结论就没有依据。",
      remedy: "以自评表的总得分为准，改正其他各处。",
      sources: [.departmentSheet("总分行的得分栏"), .reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      表内文字（如全年实际完成情况）写到的自评总得分，须是该表的总得分；没有部门自评表总得分的报告，正文（附件除外）各处写明是部门（单位、整体支出）的自评总得分互相比较。\
      逐项列出得分后写的“以上合计x分”与前面最近的自评得分比较。正文与自评表的比较由 D14 负责。满分、分值、单项指标得分、考核得分、上年得分不看。
      """,
    examples: [
      .passes(["self/sum/score": "96", "self/goal/actual": "全年任务完成，自评得分96.0分。"]),
      .passes(
        .prose("满分100分，部门整体支出自评得分96分，其中产出指标得分45分。", "经自评，部门整体支出绩效得分96分。", "农贸市场改造项目自评得分92分，上年自评得分95分。")),
      .fails(
        ["self/sum/score": "96", "self/goal/actual": "全年任务完成，自评得分98分。"],
        .at("self/goal/actual", "自评表的文字写得分 98 分，总得分 96 分。")),
      .fails(
        .prose("经自评，部门整体支出得分⟦96分⟧。", "综上，部门整体支出绩效自评总分⟦95.5分⟧，等级为优。"),
        .at("⟦96分⟧", "部门自评得分前后不一：96 分、95.5 分。")),
      .passes(.prose("自评得分94.8分，等级为优。", "预算编制5分，得4.8分。", "以上合计94.8分。")),
      .fails(
        .prose("自评得分⟦94.8分⟧，等级为优。", "投入20分，得19分。", "产出80分，得76.8分。", "以上合计⟦95.8分⟧。"),
        .at("⟦95.8分⟧", "各项合计 95.8分，前面写的自评得分是 94.8 分。")),
      .passes(.prose("部门整体支出自评得分96分。", "2023年度部门整体自评得分93.8分，主要问题已整改。", "综上，部门整体支出自评得分96分。")),
      .cannotLook(.prose("经自评，部门整体支出得分96分。", and: ["self/goal/actual": "全年任务完成。"])),
    ]
  ) { dossier in
    let cells = dossier.scoredSheets.flatMap { sheet -> [Look] in
      guard let total = sheet.figure("sum", "score") else { return [] }
      return sheet.definitions.filter { !$0.kind.isNumber }.flatMap { cell -> [Look] in
        let text = dossier.calculation.text(at: cell.address)
        // In front of every total score stands a word with it.
        guard text.holds("分") else { return [] }
        return PassageReading(cell: text).totalScores.map { sheet.look(at: $0, in: cell.address, beside: total) }
      }
    }
    let hasTotal = dossier.departmentSheet?.figure("sum", "score") != nil
    let told = hasTotal ? [] : dossier.lookAtToldScores
    return Verdict(over: cells + told + dossier.lookAtSums, missing: "写有总得分的两处") { $0 }
  }
}

extension SheetReading {
  fileprivate func look(at score: StatedScore, in cell: CellAddress, beside total: Figure) -> Look {
    guard score.number.value != total.rational else { return .agrees }
    return .breaks(
      Finding(
        at: cell, address("sum", "score"), message: "\(spokenName)的文字写得分 \(score.spoken)，总得分 \(total) 分。",
        derivation: "\(score.number.value.spoken(2)) ≠ \(total)"))
  }
}

extension Dossier {
  /// The department's total scores that prose states, compared with one another.
  fileprivate var lookAtToldScores: [Look] {
    let told = statements.passages.filter { $0.passage.annex == 0 }.flatMap(\.totalScores).filter {
      $0.isOfDepartment && !$0.isOfYear(otherThan: filing.year)
    }
    guard told.count > 1 else { return [] }
    let different = told.reduce(into: [StatedScore]()) { found, score in
      if !found.contains(where: { $0.number.value == score.number.value }) { found.append(score) }
    }
    guard different.count > 1 else { return [.agrees] }
    let spoken = different.map(\.spoken)
    return [
      .breaks(
        Finding(
          at: different.map { .text($0.place) }, "部门自评得分前后不一：\(spoken.joined(separator: "、"))。",
          derivation: spoken.joined(separator: " ≠ ")))
    ]
  }
}

extension Dossier {
  /// 以上合计95.8分 behind the scores of all parts, beside the total told last before them.
  fileprivate var lookAtSums: [Look] {
    let sums = found(in: Self.sumsOfScores)
    guard !sums.isEmpty else { return [] }
    let totals = statements.passages.flatMap(\.totalScores)
    return sums.compactMap { sum in
      let last = totals.last { total in
        total.passage.passage.annex == sum.passage.passage.annex
          && total.place.range.upperBound <= sum.place.range.lowerBound
          && total.passage.pointsOfItem(before: total.figure) == nil
      }
      guard let last else { return nil }
      guard last.number.value != sum.value else { return .agrees }
      return .breaks(
        Finding(
          at: [sum.place, last.place].map { .text($0) }, "各项合计 \(sum.quote)，前面写的自评得分是 \(last.spoken)。",
          derivation: "\(sum.quote) ≠ \(last.spoken)"))
    }
  }

  private struct SumOfScores {
    let passage: PassageReading
    let quote: String
    let value: Rational
    let place: TextPlace
  }

  private static let sumsOfScores = PassageFinder(in: .figure) { read -> [SumOfScores] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard case .score(.number(let number)) = figure.kind,
        ["以上合计", "以上各项合计", "上述合计", "上述各项合计", "以上得分合计", "以上共计", "各项得分合计"].contains(
          passage.text(passage.words(before: figure)).withoutBlanks.withoutLink)
      else { return nil }
      return SumOfScores(
        passage: passage, quote: passage.quote(figure), value: number.value, place: passage.passage.place(figure.range))
    }
  }
}

extension String {
  /// Without the 为 before a number.
  fileprivate var withoutLink: String { ends(with: "为") ? String(dropLast()) : self }
}

extension StatedScore {
  /// 2023年度部门整体自评得分93.8分: the year told last before it is another one.
  fileprivate func isOfYear(otherThan year: Int) -> Bool {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let years = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap {
      $0.year?.number(in: year)
    }
    return year > 0 && years.last.map { $0 != year } ?? false
  }

  /// Says that it is the department's, or stands where that is told.
  fileprivate var isOfDepartment: Bool {
    let sentence = passage.text(passage.sentence(at: figure.range.lowerBound))
    return !isOfProject && (sentence.holds(anyOf: ["整体", "部门", "单位"]) || passage.passage.isHeaded("整体"))
  }
}
