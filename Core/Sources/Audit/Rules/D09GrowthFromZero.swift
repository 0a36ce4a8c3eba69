import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let d09GrowthFromZero = AuditRule(
    RuleCard(
      "D09", "基数为零却写增长率", severity: .warning,
      why: "上年为零就没有增长率可言；写“增长100%”会被当成翻了一番。",
      remedy: "改写为“上年无此项支出，本年新增多少”。",
      sources: [.reportOutline("“三公”经费情况")]
    ),
    method: "同一句里写明上年为 0，或增加额等于本年数，或基础表的上年决算数为 0，而又写了比上年增长百分之几，即报告。",
    examples: [
      .passes(.prose("公务接待费支出0.6万元，比上年增加0.3万元，增长100%。")),
      .passes(.prose("公务接待费支出0.3万元，上年无此项支出，增加0.3万元。")),
      .fails(
        .prose("公务接待费支出⟦0.3万元⟧，比上年增加0.3万元，增长⟦100%⟧。"),
        .at("⟦100%⟧", "公务接待费上年为 0，不能计算增长率，请改写为新增金额。")),
      .fails(
        .prose("2024年因公出国（境）费⟦3万元⟧，上年为0万元，增长⟦100%⟧。"),
        .at("⟦100%⟧", "因公出国（境）费上年为 0，不能计算增长率，请改写为新增金额。")),
      .fails(
        .prose("因公出国（境）费支出⟦2万元⟧，比上年增长⟦100%⟧。", and: ["base/abroad/last": "0", "base/abroad/final": "2"]),
        .at("⟦100%⟧", "因公出国（境）费上年为 0，不能计算增长率，请改写为新增金额。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    return Verdict(dossier.statements.amounts.indices.compactMap { dossier.growthFromZero(at: $0) })
  }
}

extension Dossier {
  fileprivate func growthFromZero(at index: Int) -> Finding? {
    let now = statements.amounts[index]
    guard now.role == .level, now.item.name == nil, !now.amount.isZero, now.year ?? filing.year == filing.year else {
      return nil
    }
    let passage = statements.passage(of: now)
    let sentence = passage.sentence(at: now.range.lowerBound)
    let others = statements.following(index)
    let end = min(sentence.upperBound, others.first { $0.role == .level }?.range.lowerBound ?? sentence.upperBound)
    guard now.range.upperBound < end else { return nil }
    let rest = now.range.upperBound..<end
    let told = others.filter { $0.range.upperBound <= end }
    guard
      passage.marks(in: rest).contains(where: { $0.cue == .comparison }) || told.contains(where: { $0.role == .base }),
      let percent = passage.figures(in: rest).first(where: { $0.isPercent && passage.isRise($0) })
    else { return nil }
    let isFromZero = told.contains {
      switch $0.role {
      case .base: $0.amount.isZero
      case .change(let isRise): isRise && $0.amount.value == now.amount.value
      case .level: false
      }
    }
    let isLastYear =
      passage.figures(in: rest).contains { $0.year?.number(in: filing.year) == filing.year - 1 }
      || passage.text(rest).hasPrefix(",同比")
    let last = told.isEmpty && isLastYear ? lastFinal(of: now.item) : nil
    guard isFromZero || last?.exact == .zero else { return nil }
    return Finding(
      at: percent.places(in: passage, and: now), "\(now.item.spoken)上年为 0，不能计算增长率，请改写为新增金额。",
      derivation: "\(passage.quote(percent)) ÷ 0")
  }
}

extension WrittenFigure {
  fileprivate func places(in passage: PassageReading, and now: AmountStatement) -> [Place] {
    [.text(passage.passage.place(range)), .text(now.place)]
  }
}

extension PassageReading {
  fileprivate func isRise(_ figure: WrittenFigure) -> Bool { has(.rise, in: words(before: figure)) }
}
