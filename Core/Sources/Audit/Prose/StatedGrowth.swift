import Figures
import Reading
import Text

extension PassageReading {
  /// x，比上年的y增长p% of anything.
  func growth(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    if let growth = QuantityGrowth(before: figure, in: self) {
      let (now, base) = (growth.now.figure, growth.base.figure)
      return FoundRatio(
        ratio: growth.ratio(percent), working: "（\(quote(now)) 与 \(quote(base)) 之差）÷ \(quote(base))",
        ranges: [now, base].sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.range))
    }
    if let told = changes(before: figure) {
      return FoundRatio(
        ratio: told.ratio(percent), working: "\(quote(told.change.figure)) ÷ \(quote(told.base.figure))",
        ranges: [told.base.figure.range, told.change.figure.range])
    }
    if let told = BaseChange(before: figure, in: self) {
      return FoundRatio(
        ratio: told.ratio(percent), working: "\(quote(told.change.figure)) ÷ \(quote(told.base.figure))",
        ranges: [told.base.figure.range, told.change.figure.range])
    }
    guard let change = QuantityChange(before: figure, in: self), !change.isOfAnother(percent) else { return nil }
    let (now, more) = (change.now.figure, change.change.figure)
    return FoundRatio(
      ratio: change.ratio(percent), working: "\(quote(more)) ÷ \(change.base.exact.spoken(2))\(change.now.unit)",
      ranges: [now.range, more.range])
  }

  /// 比上年的y增加d right before a percentage that is told of the same change; nil where it may be told of another.
  private func changes(before figure: WrittenFigure) -> StatedChange? {
    guard
      let last = figures(in: sentence(at: figure.range.lowerBound)).last(where: {
        $0.range.upperBound <= figure.range.lowerBound && $0.kind.extent != nil
      }), let told = StatedChange(last, in: self), told.isOfNearest,
      isChangeAlone(last.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    return told
  }
}

extension PassageStatements {
  /// x，比上年增加d，增长p%, or x，比上年的y增长p%.
  func growth(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    let words = passage.words(before: figure)
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard passage.marks(in: words).contains(where: { $0.cue == .rise || $0.cue == .fall }) else { return nil }
    let before = amounts.filter {
      $0.range.upperBound <= words.lowerBound && $0.range.lowerBound >= sentence.lowerBound
    }
    guard let last = before.last, let now = before.last(where: { $0.role == .level }), now.item == last.item,
      // 出国费0万元，比上年减少1.32万元 is told of the total before.
      !now.isApproximate, !last.isApproximate, !now.amount.isZero
    else { return nil }
    // 由x提高到y，增加d: both stand there.
    let isFromTo = before.dropLast().last.map { to in
      if case .change = to.role { ["到", "至", "为"].contains(where: to.words.ends) } else { false }
    }
    guard isFromTo != true else { return nil }
    let (x, y) = (now.stated, last.stated)
    switch last.role {
    case .level: return nil
    case .base:
      func fall(of x: StatedAmount) -> WrittenRatio {
        WrittenRatio(percent: percent, part: x.gap(to: y).with(x.slack, y.slack), whole: y)
      }
      // Behind a list it may be the total that rose or fell.
      let right = before.lazy.filter { $0.role == .level }.map { fall(of: $0.stated) }.first(where: \.isRight)
      return FoundRatio(
        ratio: right ?? fall(of: x),
        working: "（\(passage.text(now.range)) 与 \(passage.text(last.range)) 之差）÷ \(passage.text(last.range))",
        ranges: [now.range, last.range])
    case .change(let isRise):
      // 上年支出y，比上年减少d，下降p%: what it is measured against is told.
      if let base = before.dropLast().last(where: { $0.role == .base && $0.range.lowerBound > now.range.lowerBound }) {
        return FoundRatio(
          ratio: WrittenRatio(percent: percent, part: y, whole: base.stated),
          working: "\(passage.text(last.range)) ÷ \(passage.text(base.range))", ranges: [base.range, last.range])
      }
      func ratio(_ x: StatedAmount) -> (ratio: WrittenRatio, base: StatedAmount)? {
        guard let exact = isRise ? x.exact.subtracting(y.exact) : x.exact.adding(y.exact), exact > .zero else {
          return nil
        }
        let base = StatedAmount(exact, slack: .zero).with(x.slack, y.slack)
        return (WrittenRatio(percent: percent, part: y, whole: base), base)
      }
      // Behind a list it may be the total that rose or fell.
      let levels = before.filter { $0.role == .level }
      guard let found = ratio(x), !levels.contains(where: { ratio($0.stated)?.ratio.isRight ?? false }) else {
        return nil
      }
      return FoundRatio(
        ratio: found.ratio, working: "\(passage.text(last.range)) ÷ \(found.base.digits)万元",
        ranges: [now.range, last.range])
    }
  }
}
