import Figures
import Reading
import Rules
import Text

/// A multiplication that prose writes out, beside a sum that it does not give: 241.2万元（268名×750元×12个月），
/// 15台×1200元×60天，共计108万元.
struct WrittenProduct {
  let factors: [WrittenFigure]
  let product: Rational
  let total: ProseQuantity

  static let finder = PassageFinder(in: .threeFigures, holding: ["×", "*", "✕"]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return runs(of: figures, in: passage).compactMap { run in
      WrittenProduct(Array(figures[run]), in: passage)?.finding(in: passage)
    }
  }

  /// Figures that nothing but a sign of multiplication stands between.
  private static func runs(of figures: [WrittenFigure], in passage: PassageReading) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in figures.indices {
      let goesOn = index + 1 < figures.count && passage.multiplies(figures[index], figures[index + 1])
      if goesOn { continue }
      if index > start { found.append(start..<index + 1) }
      start = index + 1
    }
    return found
  }

  /// nil for a product of other things than money, and where the sum beside it is what it gives.
  private init?(_ factors: [WrittenFigure], in passage: PassageReading) {
    guard (2...5).contains(factors.count), factors.count(where: \.isMoney) == 1, let first = factors.first,
      let last = factors.last, !passage.isPartOfFormula(first.range.lowerBound..<last.range.upperBound)
    else { return nil }
    var product = Rational.one
    for factor in factors {
      guard let value = factor.factor, value > .zero, let next = product.multiplied(by: value) else { return nil }
      product = next
    }
    guard let total = passage.result(of: first.range.lowerBound..<last.range.upperBound).flatMap(ProseQuantity.init),
      total.unit == "元", total.value.exact > .zero, let ratio = total.value.exact.divided(by: product),
      let gap = ratio.subtracting(.one)?.magnitude, let near = Rational(1, over: 200), gap > near,
      StatedAmount(product, slack: total.value.slack).with(total.value.slack).relation(to: total.value) != .agree
        || gap > .one,
      !Self.isOfMonths(ratio, factors)
    else { return nil }
    (self.factors, self.product, self.total) = (factors, product, total)
  }

  /// 241.2万元（268名×750元/月）: of so many months, which are told nowhere among the factors.
  private static func isOfMonths(_ ratio: Rational, _ factors: [WrittenFigure]) -> Bool {
    let times = ["个月", "月", "天", "日", "次", "年", "期", "学期", "季度", "场"]
    return (2...12).contains { ratio == Rational($0) }
      && !factors.contains { ProseQuantity($0).map { times.contains($0.unit) } ?? false }
  }

  private func finding(in passage: PassageReading) -> Finding {
    let working = factors.map { passage.quote($0) }.joined(separator: " × ")
    let right = StatedAmount(product, slack: .zero)
    let quoted = passage.quote(total.figure)
    return Finding(
      at: ([total.figure] + factors).map { .text(passage.passage.place($0.range)) },
      "\(working) 为 \(right.spoken)，所写 \(quoted)。", derivation: "\(working) = \(right.digits) ≠ \(quoted)")
  }
}

extension WrittenFigure {
  fileprivate var isMoney: Bool {
    switch kind {
    case .amount, .price: true
    default: false
    }
  }

  /// What a product takes it for; nil where it is not told exactly.
  fileprivate var factor: Rational? {
    guard isUnbounded, !isApproximate, let value = kind.extent?.number?.value else { return nil }
    if case .percent = kind { return value.divided(by: Rational(100)) }
    return value
  }
}

extension PassageReading {
  fileprivate func multiplies(_ first: WrittenFigure, _ second: WrittenFigure) -> Bool {
    guard first.range.upperBound < second.range.lowerBound else { return false }
    let between = text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
    // 台班 of 元/台班 may be no unit that is known.
    guard let sign = between.unicodeScalars.last, "×*✕".unicodeScalars.contains(sign) else { return false }
    let unit = between.dropLast().unicodeScalars
    return unit.count <= 4 && unit.allSatisfy { $0.isIdeograph || $0 == "/" }
  }

  /// More is added, taken off or divided beside it.
  fileprivate func isPartOfFormula(_ range: Range<Int>) -> Bool {
    let signs = "+-－—÷/×*=＋".unicodeScalars
    let before = text(max(0, range.lowerBound - 2)..<range.lowerBound).withoutBlanks.unicodeScalars.last
    let behind = text(range.upperBound..<min(scalars.count, range.upperBound + 2)).withoutBlanks.unicodeScalars.first
    return before.map { $0 != "=" && signs.contains($0) } ?? false
      || behind.map { $0 != "=" && signs.contains($0) } ?? false
  }

  /// The amount right before a bracket that the product stands in, or right behind the product, as its sum.
  fileprivate func result(of product: Range<Int>) -> WrittenFigure? {
    let sentence = sentence(at: product.lowerBound)
    let behind = figures(in: product.upperBound..<max(product.upperBound, sentence.upperBound)).first
    if let behind, isSum(text(product.upperBound..<behind.range.lowerBound).withoutBlanks) { return behind }
    guard let before = figures(in: sentence.lowerBound..<product.lowerBound).last(where: { $0.kind.extent != nil })
    else { return nil }
    let lead = text(before.range.upperBound..<product.lowerBound).withoutBlanks
    let links = ["(", "(按", "(即", "(为", "=", "(标准", "(计算", "(测算"]
    let close = text(product.upperBound..<min(scalars.count, product.upperBound + 1))
    return links.contains(lead) && (lead == "=" || close == ")") ? before : nil
  }

  /// 计算，共计 and = lead to what it comes to.
  private func isSum(_ words: String) -> Bool {
    guard words.unicodeScalars.count <= 10, !words.holds(anyOf: ["另", "其中", "结余", "预算", "比", "年"]) else { return false }
    return ["=", "计", "共", "合计", "共计", "计为", "即", "约", "为", "小计", "计算为", "共需", "需"].contains(where: words.ends)
  }
}
