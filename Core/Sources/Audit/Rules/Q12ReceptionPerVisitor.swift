import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q12ReceptionPerVisitor = AuditRule(
    RuleCard(
      "Q12", "公务接待人均金额异常", severity: .info,
      why: "接待费除以人次就是人均；高得离谱或低得离谱，多半是金额的单位或批次、人次填错了。",
      remedy: "核对接待费的单位和批次、人次；没有错的不必修改。",
      sources: [.reportOutline("“三公”经费支出情况"), .customary("公务接待费按批次、人次公开，每人次一般在 10 元至 300 元之间")]
    ),
    method: """
      正文写了公务接待的人次，同一段或基础表有本年的公务接待费，人均超过 300 元或不到 10 元即提示；人次少于批次的也提示。\
      300 元是按每人两餐放宽的界限，不是接待标准。接待游客、信访群众的不算，约数和其他年份的不比。
      """,
    examples: [
      .passes(.prose("2024年公务接待费支出5.22万元，国内公务接待42批次、310人次。")),
      .passes(
        .prose("全年公务接待费5.22万元。全年接待游客31万人次，接待旅行团120批次。", "公务接待严格执行公函制度。", and: ["base/reception/final": "5.22"])),
      .fails(
        .prose("2024年公务接待费支出⟦5.22万元⟧，国内公务接待10批次、⟦62人次⟧。"),
        .at("⟦62人次⟧", "公务接待费 5.22 万元，62人次，人均 841.94 元，请核对。")),
      .fails(
        .prose("全年公务接待⟦310批次⟧、⟦42人次⟧。", and: ["base/reception/final": "0.62"]),
        .at("⟦42人次⟧", "公务接待 310批次，只有 42人次，每批不到一人，请核对是否写反。")),
      .fails(
        .prose("公务接待费开支0.05万元。", "当年国内公务接待86批次，⟦1020人次⟧。", and: ["base/reception/final": "0.05"]),
        .at("⟦1020人次⟧", "公务接待费 0.05 万元，1020人次，人均 0.49 元，请核对。")),
      .cannotLook(["base/reception/final": "5.22"]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    // Most reports tell of no guests.
    guard !dossier.found(in: Guests.finder).isEmpty else { return .pass }
    return Verdict(
      dossier.statements.passages.indices.compactMap { index in
        let passage = dossier.statements.passages[index]
        guard let guests = passage.guests else { return nil }
        return passage.reversal(of: guests)
          ?? dossier.receptionCost(in: index).flatMap { $0.fault(of: guests, in: passage) }
      })
  }
}

/// How many came, in how many groups.
private struct Guests {
  let visits: ProseQuantity?
  let visitors: ProseQuantity

  static let finder = PassageFinder { [$0.passage.guests].compactMap { $0 } }
}

/// What receiving them cost, in 元, and where that stands.
private struct ReceptionCost {
  let amount: StatedAmount
  let place: Place

  /// A finding where it is too much or too little for each of them.
  func fault(of guests: Guests, in passage: PassageReading) -> Finding? {
    guard let each = amount.exact.divided(by: guests.visitors.value.exact), each > Rational(300) || each < Rational(10)
    else { return nil }
    let visitors = passage.quote(guests.visitors.figure)
    return Finding(
      at: [.text(passage.passage.place(guests.visitors.figure.range)), place],
      "公务接待费 \(amount.spoken)，\(visitors)，人均 \(each.spoken(2)) 元，请核对。",
      derivation: "\(amount.digits) 万元 ÷ \(visitors) = \(each.spoken(2)) 元")
  }
}

extension PassageReading {
  /// The guests of one paragraph; nil where it tells of none, of several years' or of other visitors.
  fileprivate var guests: Guests? {
    guard marks.contains(where: { $0.cue == .item(.reception) }) else { return nil }
    let sentences = sentences.filter { sentence in
      let text = text(sentence)
      return text.holds("接待")
        && !text.holds(anyOf: ["游客", "旅客", "游人", "旅行", "信访", "来访", "上年", "去年", "客商"])
    }
    let counts = sentences.flatMap { figures(in: $0) }.compactMap(ProseQuantity.init)
    let visitors = counts.filter { ["人次", "人"].contains($0.unit) }
    let visits = counts.filter { ["批次", "批"].contains($0.unit) }
    guard visitors.count == 1, visits.count <= 1, let first = visitors.first, first.value.exact > .zero else {
      return nil
    }
    return Guests(visits: visits.first, visitors: first)
  }

  fileprivate func reversal(of guests: Guests) -> Finding? {
    guard let visits = guests.visits, visits.value.relation(to: guests.visitors.value) == .above else { return nil }
    let (first, second) = (quote(visits.figure), quote(guests.visitors.figure))
    return Finding(
      at: [guests.visitors, visits].map { .text(passage.place($0.figure.range)) },
      "公务接待 \(first)，只有 \(second)，每批不到一人，请核对是否写反。", derivation: "\(second) < \(first)")
  }
}

extension Dossier {
  /// This year's, as the paragraph has it, or the base table where the paragraph has none.
  fileprivate func receptionCost(in passage: Int) -> ReceptionCost? {
    let told = statements.amounts.filter { $0.passage == passage && $0.item == .reception && $0.role == .level }
    if told.isEmpty {
      guard let cell = cell("final", of: .reception), let amount = final(of: .reception), amount.exact > .zero else {
        return nil
      }
      return ReceptionCost(amount: amount, place: .cell(cell))
    }
    let ours = told.filter {
      ($0.year ?? filing.year) == filing.year && $0.stage != .budget && !$0.isApproximate && !$0.amount.isZero
    }
    return ours.first.map { ReceptionCost(amount: $0.stated, place: .text($0.place)) }
  }
}
