import Figures
import Reading
import Rules
import Text

/// A rate of what was paid, behind what there was to pay and what was paid, whatever both are called:
/// 收到补助资金x，实际发放y，实际执行率p%.
struct PaidShare {
  let figure: WrittenFigure
  let percent: WrittenNumber
  let spent: AmountStatement
  /// Told in the same sentence before what was paid; one at most.
  let wholes: [AmountStatement]
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["率"]) { read -> [PaidShare] in
    let passage = read.passage
    return passage.figures.compactMap { PaidShare($0, in: read) }
  }

  private init?(_ figure: WrittenFigure, in read: PassageStatements) {
    let passage = read.passage
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      !passage.isAboutPlans, passage.namesPaidRate(figure)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = read.amounts.filter {
      sentence.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= figure.range.lowerBound
    }
    guard let spent = before.last, spent.namesPaid, spent.role == .level, !spent.isApproximate,
      // Right behind what was paid, and not behind another rate.
      passage.figures(in: spent.range.upperBound..<figure.range.lowerBound).isEmpty,
      !passage.scalars[spent.range.upperBound..<figure.range.lowerBound].contains(";")
    else { return nil }
    let all = before.dropLast()
    guard all.count <= 1, all.allSatisfy({ $0.role == .level && !$0.isApproximate && !$0.namesPaid && !$0.namesRest }),
      all.allSatisfy(\.namesFunds),
      // Where the rate is told of what was executed, D08 works it out.
      NamedRate(wrong: figure, percent, in: passage) == nil
    else { return nil }
    (self.figure, self.percent, self.spent, self.passage) = (figure, percent, spent, passage)
    wholes = Array(all)
    // Something else that the paragraph tells of bears it out.
    let others = read.amounts.filter { $0.role == .level && !$0.amount.isZero && $0.range != spent.range }
    if others.contains(where: { WrittenRatio(percent: percent, part: spent.stated, whole: $0.stated).isRight }) {
      return nil
    }
  }

  /// nil where the rate comes out.
  func finding(in dossier: Dossier) -> Finding? {
    if let whole = wholes.first {
      guard isNear(whole),
        spent.year == nil || whole.year == nil || spent.year == whole.year,
        case .breaks(let finding) = FoundRatio(percent, of: spent, in: whole, passage).asPreciseAsItsPart.look(
          at: figure, in: passage)
      else { return nil }
      return finding
    }
    return slip(in: dossier)
  }

  /// Far off, the rate is of something else.
  private func isNear(_ whole: AmountStatement) -> Bool {
    guard let right = spent.stated.exact.divided(by: whole.stated.exact)?.multiplied(by: Rational(100)),
      let gap = right.subtracting(percent.value)?.magnitude
    else { return false }
    return gap <= Rational(40)
  }

  /// Beside what the paragraphs before tell: only where one digit of the rate is another.
  private func slip(in dossier: Dossier) -> Finding? {
    let statements = dossier.statements
    let top = passage.passage.headings.first?.title
    let earlier = statements.amounts.filter { amount in
      let other = statements.passage(of: amount)
      return amount.role == .level && !amount.isApproximate && amount.place.source == spent.place.source
        && other.passage.annex == passage.passage.annex
        && other.passage.headings.first?.title == top && amount.place.range.lowerBound < spent.place.range.lowerBound
        && amount.stated.exact >= spent.stated.exact
    }
    let ratios = earlier.map { WrittenRatio(percent: percent, part: spent.stated, whole: $0.stated) }
    guard !ratios.contains(where: \.isRight), percent.exponent <= -2 else { return nil }
    let told = percent.value.spoken(2)
    guard told.significantDigits >= 4 else { return nil }
    for (whole, ratio) in zip(earlier, ratios).reversed() {
      let slip = DigitSlip(told, ratio.right)
      guard slip == .swapped || slip == .replaced || ratio.isRightWithSwappedPart else { continue }
      let quotes = (passage.quote(figure), passage.text(spent.range), statements.passage(of: whole).text(whole.range))
      return Finding(
        at: [.text(passage.passage.place(figure.range)), .text(spent.place), .text(whole.place)],
        "所写 \(quotes.0)，\(quotes.1) ÷ \(quotes.2) 应为 \(ratio.right)%。",
        derivation: "\(quotes.1) ÷ \(quotes.2) = \(ratio.right)% ≠ \(quotes.0)")
    }
    return nil
  }
}

extension WrittenRatio {
  /// Two digits of what was paid changed back, it comes out.
  fileprivate var isRightWithSwappedPart: Bool {
    guard part.digits.significantDigits >= 4 else { return false }
    return part.swapped.contains {
      $0.exact <= whole.exact && WrittenRatio(percent: percent, part: $0, whole: whole).isRight
    }
  }
}

extension PassageReading {
  /// 执行率, 支付率 and the like, of nothing in particular.
  fileprivate func namesPaidRate(_ figure: WrittenFigure) -> Bool {
    var words = text(words(before: figure)).withoutBlanks
    for link in ["为", "是", "达到", "达"] where words.ends(with: link) { words.removeLast(link.count) }
    for lead in ["实际", "资金", "预算", "项目", "支出", "总体", "综合", "的", "整体", "全年"] where words.begins(with: lead) {
      words.removeFirst(lead.count)
    }
    for lead in ["资金", "预算"] where words.begins(with: lead) { words.removeFirst(lead.count) }
    return ["执行率", "支付率", "支出率", "拨付率", "发放率", "兑付率", "使用率", "执行进度", "支付进度", "支出进度", "兑现率"].contains(words)
  }
}

extension AmountStatement {
  /// What was paid in all.
  fileprivate var namesPaid: Bool {
    stage == .executed && !namesFunds
      || words.holds(anyOf: Self.paid) && !namesRest
        && !words.holds(anyOf: ["预算", "计划", "安排"])
  }

  /// What there was to pay.
  fileprivate var namesFunds: Bool {
    words.holds(anyOf: Self.funds)
      && !words.holds(anyOf: ["实际支出", "已支付", "支付", "执行数", "发放"])
  }

  fileprivate var namesRest: Bool { words.holds(anyOf: Self.rest) }

  private static let funds = SpendingWords.given + ["资金", "总投资", "批复", "经费"]
  private static let paid = SpendingWords.paid + ["列支", "报账"]
  private static let rest = SpendingWords.left + ["未拨", "未发", "未使用", "收回"]
}
