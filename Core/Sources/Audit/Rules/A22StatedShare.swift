import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a22StatedShare = AuditRule(
    RuleCard(
      "A22", "支出占比算错", severity: .warning,
      why: "占比由旁边的两个金额就能算出；算不出所写的数，金额或百分比必有一个写错。",
      remedy: "按所写的金额重新计算，改正百分比或写错的金额。",
      sources: [.reportOutline("一般公共预算支出情况"), .customary("收支决算说明中的占比")]
    ),
    method: """
      看“占总支出（等固定名称）的p%”和列举中的“其中：甲x，占p%；乙y，占q%”。前一种与前面同名的金额比，后一种与列举的总数比；没有写总数而列有三项以上的，与各项之和比，其余各项须都算得出。\
      四舍五入或截尾到所写位数都算对；本段没有写总收入、总支出的，与全文写得一致的那个比。“按……占p%的比例分配”一类的分配办法，单位错而占比不错、由 D12 或 D13 报告的不看；约数、找不到两个数的不看，前面另有一个同名金额能算出来的不报。
      """,
    examples: [
      .passes(.prose("总支出2669.35万元，其中：基本支出915.76万元，占总支出的34.31%;项目支出1753.59万元，占总支出的65.69%。")),
      .passes(
        .prose(
          "本年支出合计1200万元，其中：基本支出800万元，占66.67%；项目支出400万元，占比33.3%。",
          "货物采购30万元，授予中小企业合同金额24万元，占政府采购支出总额的60%。全年收入800万元，占全县的3%。")),
      .passes(.prose("预算数1300万元，执行数1200万元，结余100万元。其中：基本支出800万元，占66.67%；项目支出400万元，占33.33%。")),
      .fails(
        .prose("2022年总支出⟦2669.35万元⟧，其中基本支出⟦915.76万元⟧，占总支出的⟦43.31%⟧。"),
        .at("⟦43.31%⟧", "所写 43.31%，915.76万元 ÷ 2669.35万元 应为 34.31%。")),
      .fails(
        .prose("总支出⟦500.25万元⟧，其中基本支出⟦320.15万元⟧，项目支出180.1万元，基本支出占总支出的⟦46%⟧。"),
        .at("⟦46%⟧", "所写 46%，320.15万元 ÷ 500.25万元 应为 64%。")),
      .fails(
        .prose("本年支出合计⟦1200万元⟧，其中：基本支出⟦800万元⟧，占⟦76.67%⟧；项目支出400万元，占33.33%。"),
        .at("⟦76.67%⟧", "所写 76.67%，800万元 ÷ 1200万元 应为 66.67%。")),
      .fails(
        .prose("收入合计⟦7168300元⟧，其中：财政拨款收入⟦700万元⟧，占比为⟦79.65%⟧；其他收入16.83万元，占2.35%。"),
        .at("⟦79.65%⟧", "所写 79.65%，700万元 ÷ 7168300元 应为 97.65%。")),
      .fails(
        .prose("支出明细：人工费400万元，占40%；运行费350.5万元，占35.05%；处置费⟦249.5万元⟧，占⟦25.95%⟧。"),
        .at("⟦25.95%⟧", "所写 25.95%，249.5万元 ÷ 各项之和 1000 万元 应为 24.95%。")),
      .passes(
        .prose(
          "收入决算688.25万元，支出决算671.3万元，年末结转16.95万元，支出占收入的97.54%。",
          "投入936.8万元，其中产业类582.5万元、基础设施类354.3万元，产业类占62.18%。")),
      .fails(
        .prose("支出中：出国费0万元，占0%；接待费⟦1.89万元⟧，占⟦27.96%⟧；公务用车费4.46万元，占70.24%。"),
        .at("⟦27.96%⟧", "所写 27.96%，1.89万元 ÷ 各项之和 6.35 万元 应为 29.76%。")),
      .passes(.prose("全年总支出4532.23万元。", "基本支出3486.15万元，占总支出的76.92%。")),
      .fails(
        .prose("全年总支出⟦4532.23万元⟧。", "基本支出⟦3486.15万元⟧，占总支出的⟦77.92%⟧。"),
        .at("⟦77.92%⟧", "所写 77.92%，3486.15万元 ÷ 4532.23万元 应为 76.92%。")),
      .fails(
        .prose("基本支出⟦1200万元⟧，项目支出800万元，总支出⟦2000元⟧，基本支出占总支出的⟦60%⟧。"),
        .at("⟦60%⟧", "所写 60%，1200万元 ÷ 2000元 差一万倍，金额的单位可能写错，请核对。")),
      .passes(
        .prose(
          "专项资金6778万元，其中1000万元按照水库的数量和库容两个因素各占50%的比例分配，5778万元按人口占60%、面积占40%分配。",
          "项目总投资2089元，其中设备购置1777万元，占比85.06%。",
          "总支出2000万元，其中基本支出1200万元，占60%；项目支出800万元，占40%。")),
      .cannotLook(.prose("基本支出主要用于人员经费，占比较大。")),
    ]
  ) { dossier in
    dossier.verdict(overPercentages: "支出占比") { figure, percent, passage in
      guard let share = dossier.share(figure, percent, in: passage) else { return nil }
      return dossier.tellsUnitElsewhere(of: share, at: figure, in: passage) ? nil : share.look(at: figure, in: passage)
    }
  }
}

extension Dossier {
  /// x，占总支出的p%, or one of the parts of a total with 占p% behind it.
  fileprivate func share(_ figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading) -> FoundRatio? {
    let words = passage.words(before: figure)
    let marks = passage.marks(in: words)
    guard let share = marks.first(where: { $0.cue == .share }), !passage.dividesBy(share.range) else { return nil }
    let behind = share.range.upperBound..<words.upperBound
    let item = passage.marks(in: behind).compactMap(\.item).first
    let before = amounts(in: passage, before: words.lowerBound)
    let named = passage.marks(in: passage.clause(at: share.range.lowerBound)).compactMap { mark in
      mark.range.upperBound <= share.range.lowerBound ? mark.item : nil
    }.last
    guard let part = before.last(where: { named == nil || $0.item == named }) else { return nil }
    // 20万元以上的23个，占37.1% is the share of the 23.
    let between = part.range.upperBound..<max(part.range.upperBound, words.lowerBound)
    if let last = passage.figures(in: between).last, case .count = last.kind { return nil }
    let wholes =
      item.map { item in before.filter { $0.item == item } }
      ?? (passage.isLink(behind) ? totals(of: part) : [])
    // 执行数x，结余y。其中：甲，占p%: the list may part another amount than the one that stands nearest.
    let others = item == nil ? before.filter { $0.place != part.place && $0.role == .level && !$0.amount.isZero } : []
    if let right = others.map({ FoundRatio(percent, of: part, in: $0, passage) }).first(where: \.ratio.isRight) {
      return right
    }
    let ratios = wholes.reversed().filter {
      part.item != $0.item && part.year == $0.year && !part.isApproximate && !$0.isApproximate
    }.map { FoundRatio(percent, of: part, in: $0, passage) }
    if let found = ratios.first(where: { $0.ratio.isRight }) { return found }
    // 支出x，年末结转y，支出占收入的p%: the share may be of what stands further back.
    let further = wholes.flatMap { whole in
      before.filter { $0.place != part.place && $0.place != whole.place && $0.role == .level }
        .map { FoundRatio(percent, of: $0, in: whole, passage) }
    }
    if let found = further.first(where: { $0.ratio.isRight }) ?? ratios.first { return found }
    if let item, before.allSatisfy({ $0.item != item }), part.item != item,
      let whole = soleTotal(of: item, beside: part)
    {
      return FoundRatio(percent, of: part, in: whole, statements)
    }
    return passage.isLink(behind) ? series(figure, percent, of: part, in: passage) : nil
  }

  /// The share is right and one of the amounts has the wrong unit, which D13 tells of a part above its whole, and D12
  /// where the amount stands elsewhere with the other unit.
  fileprivate func tellsUnitElsewhere(of share: FoundRatio, at figure: WrittenFigure, in passage: PassageReading)
    -> Bool
  {
    let ratio = share.ratio
    guard ratio.isOfOtherUnit else { return false }
    if ratio.part.exact > ratio.whole.exact,
      passage.text(passage.sentence(at: figure.range.lowerBound)).holds("其中")
    {
      return true
    }
    return statements.amounts.contains { amount in
      [ratio.part, ratio.whole].contains {
        $0.isTenThousandTimes(amount.stated) || amount.stated.isTenThousandTimes($0)
      }
    }
  }

  /// What tells of everything that was spent, wherever it stands.
  private static let spending: Set<String> = ["全年支出", "本年支出", "全年总支出", "当年支出"]

  /// What the report tells of a total elsewhere, everywhere alike: nil where it tells of several, or of other years.
  private func soleTotal(of item: BudgetItem, beside part: AmountStatement) -> AmountStatement? {
    guard item == .totalExpenditure || item == .totalIncome, !part.isApproximate else { return nil }
    let annex = statements.passage(of: part).passage.annex
    let told = statements.amounts.filter {
      ($0.item == item || item == .totalExpenditure && Self.spending.contains($0.words)) && $0.role == .level
        && $0.stage != .budget && $0.stage != .adjusted
        && ($0.year ?? filing.year) == (part.year ?? filing.year) && statements.passage(of: $0).passage.annex == annex
    }
    guard let first = told.first, !first.isApproximate, first.scope == part.scope,
      told.allSatisfy({ $0.stated.relation(to: first.stated) == .agree && !$0.isApproximate })
    else { return nil }
    return first
  }

  /// 甲x，占p%；乙y，占q%；丙z，占r% without a total: all of them together, where the other shares fit that.
  private func series(
    _ figure: WrittenFigure, _ percent: WrittenNumber, of part: AmountStatement, in passage: PassageReading
  ) -> FoundRatio? {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = amounts(in: passage).filter { sentence.contains($0.range.lowerBound) && $0.role == .level }
    let shares = passage.figures(in: sentence).compactMap { share -> (percent: WrittenNumber, part: AmountStatement)? in
      guard case .percent(.number(let percent)) = share.kind, passage.has(.share, in: passage.words(before: share)),
        let part = told.last(where: { $0.range.upperBound <= share.range.lowerBound })
      else { return nil }
      return (percent, part)
    }
    guard shares.count >= 3, Set(shares.map(\.part.range)).count == shares.count,
      let sum = StatedAmount(sumOf: shares.map(\.part.stated))
    else { return nil }
    let right = shares.count { WrittenRatio(percent: $0.percent, part: $0.part.stated, whole: sum).isRight }
    guard right >= max(2, shares.count - 1) else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: part.stated, whole: sum),
      working: "\(passage.text(part.range)) ÷ 各项之和 \(sum.spoken)", ranges: [part.range])
  }

  /// The total that a part is listed under.
  private func totals(of part: AmountStatement) -> [AmountStatement] {
    statements.lists.filter { list in list.parts.contains { statements.amounts[$0].place == part.place } }
      .map { statements.amounts[$0.total] }
  }
}

extension PassageReading {
  /// 按数量和库容各占50%的比例分配: how money is to be divided, not what came of it.
  fileprivate func dividesBy(_ share: Range<Int>) -> Bool {
    guard share.lowerBound > 0, scalars[share.lowerBound - 1] != "各" else { return true }
    let sentence = sentence(at: share.lowerBound)
    let marks: Set<Unicode.Scalar> = [",", ";", ":"]
    let start = scalars[sentence.lowerBound..<share.lowerBound].lastIndex(where: marks.contains) ?? sentence.lowerBound
    guard text(start..<share.lowerBound).holds("按") else { return false }
    let end = scalars[share.upperBound..<sentence.upperBound].firstIndex(where: marks.contains) ?? sentence.upperBound
    return text(start..<end).holds(anyOf: ["比例", "权重", "分配"])
  }

  /// Nothing that names a whole: 占, 占比为.
  fileprivate func isLink(_ range: Range<Int>) -> Bool {
    scalars[range].allSatisfy { $0.isBlank || ["的", "为", "是", "达", "到", "了", "比", "重", "例"].contains($0) }
  }
}

extension CueMark {
  /// The known item that it names.
  fileprivate var item: BudgetItem? { if case .item(let item) = cue { item } else { nil } }
}
