import Figures
import Reading
import Rules

extension AuditRule {
  static let d08StatedPercentage = AuditRule(
    RuleCard(
      "D08", "正文百分比算错", severity: .warning,
      why: "百分比用旁边的两个数就能算出来；算不出所写的数，两个数或百分比必有一个写错。",
      remedy: "按所写的数重新计算，改正百分比或写错的数。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      看三种写法：写出算式的“（x÷y）×100%=p%”；“完成任务（y）的p%”与同一句前面同单位的数；“比上年增加d（或上年为y），增长p%”与本年数。占支出的百分比由 A22、预算执行率由 D23 复算。\
      四舍五入或截尾到所写位数都算对；约数、找不到两个数的不看，前面有一个数能算出来即不报。
      """,
    examples: [
      .passes(.prose("实际到位资金29.35亿元，完成年任务（27亿元）的108.7%。")),
      .passes(.prose("三公经费支出7.96万元，比上年减少3.68万元，下降31.62%。")),
      .fails(
        .prose("新注册企业⟦13家⟧，完成年任务⟦9家⟧的⟦154.4%⟧。"),
        .at("⟦154.4%⟧", "所写 154.4%，13家 ÷ 9家 应为 144.44%。")),
      .fails(
        .prose("三公经费支出⟦7.96万元⟧，比上年减少⟦3.68万元⟧，下降⟦46.23%⟧。"),
        .at("⟦46.23%⟧", "所写 46.23%，3.68万元 ÷ 11.64万元 应为 31.62%。")),
      .passes(.prose("农产品销售额1.26亿元，比上年的1.12亿元增长12.5%，游客30万人次，较去年25万人次增长20%。")),
      .fails(
        .prose("农产品销售额⟦1.26亿元⟧，比上年的⟦1.12亿元⟧增长⟦15.2%⟧。"),
        .at("⟦15.2%⟧", "所写 15.2%，（1.26亿元 与 1.12亿元 之差）÷ 1.12亿元 应为 12.5%。")),
      .passes(
        .prose("财政供养人员控制率=（在职人员数/编制数）×100%=（17/20）×100%=85%，“三公”经费变动率=（13.5－15）÷15×100%=-10%，完成率=84/(60+24)×100%=100%。")
      ),
      .fails(
        .prose("公用经费控制率=（实际支出公用经费总额/预算安排公用经费总额）×100%=（⟦221.98万元÷90.76万元⟧）×100%=⟦224.58%⟧。"),
        .at("⟦224.58%⟧", "所写 224.58%，221.98万元 ÷ 90.76万元 应为 244.58%。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(overProseOf: dossier) { passage in
      passage.passage.figures.compactMap { figure in
        guard case .percent(.number(let percent)) = figure.kind, !figure.isApproximate else { return nil }
        let ratio =
          passage.division(figure, percent) ?? passage.completion(figure, percent) ?? dossier.growth(
            figure, percent, in: passage)
          ?? passage.growth(figure, percent)
        guard case .breaks(let finding)? = ratio?.look(at: figure, in: passage) else { return nil }
        return finding
      }
    }
  }
}

extension PassageReading {
  /// （x÷y）×100%=p%.
  fileprivate func division(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    guard let quotient = WrittenQuotient(before: figure, in: self) else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(
        percent: percent.isNegative ? percent.negated : percent, part: quotient.part, whole: quotient.whole),
      working: quotient.working, ranges: [quotient.range])
  }

  /// x，完成任务（y）的p%.
  fileprivate func completion(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    let sentence = sentence(at: figure.range.lowerBound)
    guard let whole = figures(in: sentence.lowerBound..<figure.range.lowerBound).last, let y = ProseQuantity(whole),
      isOf(whole.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    var start = whole.range.lowerBound
    while start > sentence.lowerBound, !scalars[start - 1].isComma { start -= 1 }
    let cues = marks(in: start..<whole.range.lowerBound)
    guard cues.contains(where: { $0.cue == .done(fully: false) || $0.cue == .done(fully: true) || $0.cue == .target })
    else { return nil }
    let before = figures(in: sentence.lowerBound..<start).compactMap { ProseQuantity($0) }.filter { $0.isLike(y) }
    guard let x = before.last else { return nil }
    func ratio(_ part: ProseQuantity) -> WrittenRatio {
      WrittenRatio(percent: percent, part: part.value, whole: y.value)
    }
    guard !before.contains(where: { ratio($0).isRight }) else { return nil }
    return FoundRatio(
      ratio: ratio(x), working: "\(quote(x.figure)) ÷ \(quote(whole))", ranges: [x.figure.range, whole.range])
  }

  /// x，比上年的y增长p% of anything.
  fileprivate func growth(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    guard let growth = QuantityGrowth(before: figure, in: self) else { return nil }
    let (now, base) = (growth.now.figure, growth.base.figure)
    return FoundRatio(
      ratio: growth.ratio(percent), working: "（\(quote(now)) 与 \(quote(base)) 之差）÷ \(quote(base))",
      ranges: [now.range, base.range])
  }

  /// Nothing but 的, blanks and a closing bracket.
  private func isOf(_ range: Range<Int>) -> Bool {
    let rest = scalars[range].filter { !$0.isBlankOrBracket }
    return rest == ["的"]
  }
}

extension Dossier {
  /// x，比上年增加d，增长p%, or x，比上年的y增长p%.
  fileprivate func growth(_ figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading) -> FoundRatio?
  {
    let words = passage.words(before: figure)
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard passage.marks(in: words).contains(where: { $0.cue == .rise || $0.cue == .fall }) else { return nil }
    let before = amounts(in: passage, before: words.lowerBound).filter { $0.range.lowerBound >= sentence.lowerBound }
    guard let last = before.last, let now = before.last(where: { $0.role == .level }), now.item == last.item,
      !now.isApproximate, !last.isApproximate
    else { return nil }
    let (x, y) = (now.stated, last.stated)
    switch last.role {
    case .level: return nil
    case .base:
      return FoundRatio(
        ratio: WrittenRatio(percent: percent, part: x.gap(to: y).with(x.slack, y.slack), whole: y),
        working: "（\(passage.text(now.range)) 与 \(passage.text(last.range)) 之差）÷ \(passage.text(last.range))",
        ranges: [now.range, last.range])
    case .change(let isRise):
      guard let exact = isRise ? x.exact.subtracting(y.exact) : x.exact.adding(y.exact), exact > .zero else {
        return nil
      }
      let base = StatedAmount(exact, slack: .zero).with(x.slack, y.slack)
      return FoundRatio(
        ratio: WrittenRatio(percent: percent, part: y, whole: base),
        working: "\(passage.text(last.range)) ÷ \(base.digits)万元", ranges: [now.range, last.range])
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isComma: Bool { [",", ";", "、", ":", "。"].contains(self) }
  fileprivate var isBlankOrBracket: Bool { self == " " || self == "(" || self == ")" }
}
