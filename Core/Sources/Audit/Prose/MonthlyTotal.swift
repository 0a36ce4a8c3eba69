import Figures
import Reading
import Rules
import Text

/// What everybody gets a month or a year and what it comes to for all of them, one of them mistyped:
/// 护林员144人，每人每月500元，全年补助84.6万元.
///
/// People come and go within a year, so that only a slip of digits is told of.
struct MonthlyTotal {
  static let finder = PassageFinder(in: .threeFigures, holding: ["月", "每年"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      let part = passage.text(passage.semicolonPart(at: figure.range.lowerBound))
      return part.holds(anyOf: ["离岗", "中途", "部分", "扣除"]) ? nil : finding(on: figure, in: passage)
    }
  }

  private static let rates = ["每人每月", "每月每人", "人均每月", "人均月补助", "人均月补贴", "每户每月", "每岗每月", "每名每月"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let isYearly = ["每人每年", "每年每人", "每户每年", "每生每年"].contains(where: words.holds)
    guard let rate = ProseQuantity(figure), rate.unit == "元", rate.value.exact > .zero,
      isYearly || rates.contains(where: words.holds)
    else { return nil }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.figures(in: part)
    let counts = told.compactMap(ProseQuantity.init).filter { ["人", "名", "户", "个"].contains($0.unit) }
    let totals = told.compactMap(ProseQuantity.init).filter {
      $0.unit == "元" && $0.figure != figure && $0.value.exact > rate.value.exact
    }
    let months = told.compactMap(ProseQuantity.init).filter { $0.unit == "个月" }
    guard counts.count == 1, totals.count == 1, months.count <= 1, let count = counts.first, let total = totals.first,
      let month = isYearly
        ? Rational.one
        : months.first?.value.exact
          ?? (passage.text(passage.words(before: total.figure)).holds(anyOf: ["全年", "年补助", "年发放"])
            ? Rational(12) : nil),
      let product = count.value.exact.multiplied(by: rate.value.exact)?.multiplied(by: month)
    else { return nil }
    let right = StatedAmount(product, slack: .zero)
    guard right.relation(to: total.value) != .agree,
      min(right.digits.significantDigits, total.value.digits.significantDigits) >= 3,
      right.isSlip(of: total.value)
    else { return nil }
    let quotes = [count.figure, figure, total.figure].map { passage.quote($0) }
    let working = "\(quotes[0]) × \(quotes[1])" + (isYearly ? "" : " × \(month.spoken(1))个月")
    return Finding(
      at: [total.figure, figure, count.figure].map { .text(passage.passage.place($0.range)) },
      "\(working) 为 \(right.spoken)，所写 \(quotes[2])，请核对。", derivation: "\(working) = \(right.digits) ≠ \(quotes[2])")
  }
}

extension StatedAmount {
  /// Of the same figure in 万元 as is told, but for a digit or two.
  func isSlip(of told: StatedAmount) -> Bool {
    exact.divided(by: Rational(10_000)).map { DigitSlip($0, rounded: told.digits) != nil } ?? false
  }
}
