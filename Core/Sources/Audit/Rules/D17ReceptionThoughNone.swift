import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d17ReceptionThoughNone = AuditRule(
    RuleCard(
      "D17", "“三公”经费为零却写了接待、用车", severity: .info,
      why: "前面说“三公”经费为零，后面又有接待、用车的金额或做法，读者会问零是不是漏填。",
      remedy: "核对“三公”经费；确为零的，删去照抄的做法。",
      sources: [.reportOutline("部门整体支出绩效情况"), .baseSheet("三公经费各行")]
    ),
    method: "正文说本年“三公”经费为 0，而正文或基础表另有大于 0 的三公经费或其中各项，或另一句写了公务接待、公务用车的做法，提示一次。预算数、其他年度的 0 不看。",
    examples: [
      .passes(.prose("2024年“三公”经费支出为0。", "节约用水用电。")),
      .passes(.prose("2024年“三公”经费支出7.96万元。", "严格执行公务接待制度。")),
      .fails(
        .prose("2024年“三公”经费支出为⟦0⟧。", "严格执行⟦公务接待⟧制度。"),
        .at("⟦0⟧", "正文说“三公”经费为 0，又写了“公务接待”，请核对。")),
      .fails(
        .prose("本年⟦无“三公”经费支出⟧。", and: ["base/reception/final": "7.96"]),
        .at("⟦无“三公”经费支出⟧", "正文说“三公”经费为 0，又写了“公务接待费 7.96 万元”，请核对。")),
      .fails(
        .prose("⟦“三公”经费为零⟧，公务接待费支出⟦0.36万元⟧。"), .at("⟦“三公”经费为零⟧", "正文说“三公”经费为 0，又写了“公务接待费 0.36 万元”，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    let year = dossier.filing.year
    if let finding = dossier.found(in: saidToBeNothing).lazy.compactMap({ dossier.finding(on: $0) }).first {
      return .fail([finding])
    }
    guard
      let none = dossier.statements.amounts.first(where: {
        $0.item == .threePublic && $0.amount.isZero && $0.role == .level && $0.year ?? year == year
          && $0.stage != .budget
      }),
      let other = dossier.amountOfThreePublic ?? dossier.toldThreePublic
        ?? dossier.mentionOfThreePublic(besides: none)
    else { return .pass }
    return .fail([
      Finding(
        at: [.text(none.place), other.place], "正文说“三公”经费为 0，又写了“\(other.text)”，请核对。", derivation: "0, \(other.text)")
    ])
  }
}

/// 三公经费为零 and 零支出, told in words.
private let saidToBeNothing = PassageFinder(in: .noPlans, holding: ["三公"]) { read -> [TextPlace] in
  let passage = read.passage
  return passage.clauses.compactMap { clause in
    let words = passage.text(clause).withoutBlanks
    guard words.holds("三公"), ["为零", "零支出", "均为零"].contains(where: words.ends),
      !words.holds(anyOf: ["预算", "上年", "去年", "增长", "增幅"])
    else { return nil }
    return passage.passage.place(clause)
  }
}

extension Dossier {
  fileprivate func finding(on none: TextPlace) -> Finding? {
    toldThreePublic.map { other in
      Finding(
        at: [.text(none), other.place], "正文说“三公”经费为 0，又写了“\(other.text)”，请核对。", derivation: "0, \(other.text)")
    }
  }

  /// An amount of any part of them, told of this year.
  fileprivate var toldThreePublic: (place: Place, text: String)? {
    let other = statements.amounts.first {
      Self.parts.contains($0.item) && $0.role == .level && !$0.amount.isZero && $0.stage != .budget
        && ($0.year ?? filing.year) == filing.year
    }
    return other.map { (.text($0.place), "\($0.item.spoken) \($0.stated.spoken)") }
  }

  private static let parts: [BudgetItem] = [
    .threePublic, .vehicles, .vehiclePurchase, .vehicleRunning, .abroad, .reception,
  ]

  fileprivate var amountOfThreePublic: (place: Place, text: String)? {
    for item in Self.parts.reversed() {
      if let amount = final(of: item), amount.exact > .zero, let cell = cell("final", of: item) {
        return (.cell(cell), "\(item.spoken) \(amount.spoken)")
      }
    }
    return nil
  }

  fileprivate func mentionOfThreePublic(besides none: AmountStatement) -> (place: Place, text: String)? {
    for (index, passage) in statements.passages.enumerated() {
      let sentence = index == none.passage ? passage.sentence(at: none.range.lowerBound) : 0..<0
      for mark in passage.marks where !sentence.contains(mark.range.lowerBound) {
        guard case .item(let item) = mark.cue, item != .threePublic, Self.parts.contains(item),
          !passage.passage.isHeaded("职责", "职能"), !passage.denies(mark)
        else { continue }
        return (.text(passage.passage.place(mark.range)), passage.text(mark.range))
      }
    }
    return nil
  }
}

extension PassageReading {
  /// 无公务接待费, or none as its amount.
  fileprivate func denies(_ mark: CueMark) -> Bool {
    let clause = clause(at: mark.range.lowerBound)
    return marks(in: clause).contains { $0.cue == .nothing }
      || figures(in: clause).contains { $0.kind.extent?.number?.isZero == true }
  }
}
