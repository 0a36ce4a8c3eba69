import Figures
import Reading
import Text

/// A division that prose writes out before its result: （17÷20）×100%=85%.
struct WrittenQuotient {
  let part: StatedAmount
  let whole: StatedAmount
  /// "17 ÷ 20"
  let working: String
  let range: Range<Int>

  /// The division whose result a percentage is; nil where none stands right before it.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    var reader = QuotientReader(passage.scalars, before: figure.number.lowerBound)
    guard let quotient = reader.read() else { return nil }
    self = quotient
  }

  fileprivate init(part: StatedAmount, whole: StatedAmount, working: String, range: Range<Int>) {
    (self.part, self.whole, self.working, self.range) = (part, whole, working, range)
  }
}

/// Reads a division backwards from its sign of equality.
private struct QuotientReader {
  private let scalars: [Unicode.Scalar]
  private var index: Int

  init(_ scalars: [Unicode.Scalar], before index: Int) { (self.scalars, self.index) = (scalars, index) }

  mutating func read() -> WrittenQuotient? {
    _ = take(anyOf: "-—+")
    skipBlanks()
    guard take("=") else { return nil }
    skipHundredPercent()
    skip(")]")
    guard let whole = number() else { return nil }
    skip("(")
    guard take("/") || take("÷") else { return nil }
    skip(")]")
    guard let last = number() else { return nil }
    let numerator = difference(from: last)
    let start = numerator.range.lowerBound
    skip("([")
    // A longer expression than can be told from here.
    if index > 0, ["+", "-", "—", "×", "*", "/", "÷"].contains(scalars[index - 1]) || scalars[index - 1].isDigit {
      return nil
    }
    return WrittenQuotient(
      part: numerator.amount, whole: whole.amount, working: "\(numerator.text) ÷ \(whole.text)",
      range: start..<whole.range.upperBound)
  }

  private typealias Term = (amount: StatedAmount, text: String, range: Range<Int>)

  /// a − b or a + b in the numerator.
  private mutating func difference(from last: Term) -> Term {
    let before = index
    guard let sign = take(anyOf: "-+—"), let first = number(),
      let exact = sign == "+"
        ? first.amount.exact.adding(last.amount.exact) : first.amount.exact.subtracting(last.amount.exact)
    else {
      index = before
      return last
    }
    let amount = StatedAmount(exact.magnitude, slack: .zero).with(first.amount.slack, last.amount.slack)
    return (
      amount, "（\(first.text) \(sign == "+" ? "+" : "-") \(last.text)）", first.range.lowerBound..<last.range.upperBound
    )
  }

  /// A number with the unit behind it.
  private mutating func number() -> Term? {
    skipBlanks()
    let end = index
    var power = 0
    _ = take("元") || take("人") || take("名") || take("个")
    if take("万") { power = 4 } else if take("亿") { power = 8 }
    skipBlanks()
    let stop = index
    while index > 0, scalars[index - 1].isDigit || [".", ","].contains(scalars[index - 1]) { index -= 1 }
    let digits = String(String.UnicodeScalarView(scalars[index..<stop].filter { $0 != "," }))
    let scale = Rational(power == 0 ? 1 : power == 4 ? 10_000 : 100_000_000)
    guard let figure = try? Figure(reading: digits), let exact = figure.rational.multiplied(by: scale),
      let slack = (figure.decimals == 0 ? Rational.zero : figure.halfStep).multiplied(by: scale)
    else {
      index = end
      return nil
    }
    let text = String(String.UnicodeScalarView(scalars[index..<end])).withoutBlanks
    return (StatedAmount(exact, slack: slack), text, index..<end)
  }

  /// ×100% between the division and its result.
  private mutating func skipHundredPercent() {
    let before = index
    skipBlanks()
    guard take("%"), take("0"), take("0"), take("1") else {
      index = before
      return
    }
    skipBlanks()
    guard take(anyOf: "×*xX") != nil else {
      index = before
      return
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index > 0, scalars[index - 1] == scalar else { return false }
    index -= 1
    return true
  }

  private mutating func take(anyOf marks: String) -> Unicode.Scalar? {
    skipBlanks()
    guard index > 0, marks.unicodeScalars.contains(scalars[index - 1]) else { return nil }
    index -= 1
    return scalars[index]
  }

  private mutating func skip(_ marks: String) {
    while index > 0, scalars[index - 1].isBlank || marks.unicodeScalars.contains(scalars[index - 1]) { index -= 1 }
  }

  private mutating func skipBlanks() { while index > 0, scalars[index - 1].isBlank { index -= 1 } }
}
