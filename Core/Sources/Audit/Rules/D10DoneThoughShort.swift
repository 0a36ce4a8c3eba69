import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d10DoneThoughShort = AuditRule.inProse(
    RuleCard(
      "D10", "没有完成任务却说完成", severity: .warning,
      why: "同一句里实际数小于任务数，却写“圆满完成”，复核人会认为结论不实。",
      remedy: "按实际写完成情况，说明差距和原因；数写错的改正。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      一句里先写实际数，再写“完成（圆满、全面、超额完成）……任务、目标、计划”，两数单位相同、实际数小于任务数即报告。\
      任务数前有名称（如“净增”）的，只与同名的实际数比；写明完成百分之几的由 D08 复算。
      """,
    examples: [
      .passes(.prose("新签约项目84个，圆满完成全年80个的目标任务。", "实际到位资金68亿元，完成年任务（71亿元）的95.77%。")),
      .passes(.prose("新增企业13家，其中净增12家，圆满完成今年净增12家企业的目标任务。")),
      .fails(
        .prose("新增企业13家，净增⟦12家⟧，圆满完成今年净增⟦13家⟧企业的目标任务。"),
        .at("⟦12家⟧", "任务 13家，实际 12家，没有完成，却写“圆满完成”。")),
      .fails(
        .prose("引进项目⟦4个⟧，超额完成⟦5个⟧的年度目标。"), .at("⟦4个⟧", "任务 5个，实际 4个，没有完成，却写“超额完成”。")),
      .cannotLook([:]),
    ]
  ) { read in
    let passage = read.passage
    guard passage.passage.figures.count >= 2 else { return [] }
    return passage.marks.compactMap { mark in
      guard case .done = mark.cue else { return nil }
      return passage.shortfall(behind: mark)
    }
  }
}

extension PassageReading {
  /// What was done and what was to be done, where the first is less.
  fileprivate func shortfall(behind mark: CueMark) -> Finding? {
    let sentence = sentence(at: mark.range.lowerBound)
    let clause = clause(at: mark.range.lowerBound)
    guard marks(in: mark.range.upperBound..<clause.upperBound).contains(where: { $0.cue == .target }) else {
      return nil
    }
    let figures = figures(in: mark.range.upperBound..<clause.upperBound)
    guard let goal = figures.compactMap(ProseQuantity.init).first, !goal.unit.isEmpty,
      !figures.contains(where: \.isPercent)
    else { return nil }
    let name = name(of: goal.figure)
    let done = self.figures(in: sentence.lowerBound..<mark.range.lowerBound).compactMap(ProseQuantity.init).filter {
      $0.unit == goal.unit
    }
    let named = done.filter { !name.isEmpty && self.name(of: $0.figure).ends(with: name) }
    guard let actual = named.last ?? (name.isEmpty ? done.last : nil), actual.value.relation(to: goal.value) == .below
    else { return nil }
    let (x, y) = (quote(actual.figure), quote(goal.figure))
    return Finding(
      at: [actual.figure, goal.figure].map { .text(passage.place($0.range)) },
      "任务 \(y)，实际 \(x)，没有完成，却写“\(text(mark.range))”。", derivation: "\(x) < \(y)")
  }

  /// What a figure counts, by the words right before it that are none of the table: 净增.
  private func name(of figure: WrittenFigure) -> String {
    let words = words(before: figure)
    let last = marks(in: words).last.map(\.range.upperBound) ?? words.lowerBound
    let years = figures(in: words).last.map(\.range.upperBound) ?? words.lowerBound
    return text(max(last, years)..<words.upperBound).bare
  }
}

extension WrittenFigure {
  var isPercent: Bool { if case .percent = kind { true } else { false } }
}
