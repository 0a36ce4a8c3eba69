import Figures
import Reading
import Rules
import Text

/// Ground that is told once more in another unit, and comes to something else: 92万亩（折合9.2万公顷）.
struct ConvertedArea {
  static let finder = PassageFinder(in: .twoFigures, holding: ["折合", "约合", "（合", "(合"]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return zip(figures, figures.dropFirst()).compactMap { finding($0, $1, in: passage) }
  }

  /// ㎡ of one.
  private static func size(of figure: WrittenFigure) -> Rational? {
    switch figure.kind {
    case .area(.number(let number)): number.value
    case .count(.number(let number), let unit): units[unit].flatMap { number.value.multiplied(by: $0) }
    default: nil
    }
  }
  private static let units: [String: Rational] = [
    "亩": Rational(2000, over: 3) ?? .one, "公顷": Rational(10_000), "平方公里": Rational(1_000_000), "平方米": .one,
  ]

  private static func finding(_ first: WrittenFigure, _ second: WrittenFigure, in passage: PassageReading) -> Finding? {
    let between = passage.text(first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound))
      .withoutBlanks
    guard ["(折合", ",折合", "(约合", "(合", ",约合", "折合", "(折合约", "(合计约"].contains(between), let told = size(of: first),
      let again = size(of: second), let share = again.divided(by: told), let gap = share.subtracting(.one)?.magnitude,
      // 1200亩 are about 80公顷.
      let far = Rational(1, over: 20), gap > far
    else { return nil }
    let quotes = [first, second].map { passage.quote($0) }
    return Finding(
      at: [second, first].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0]) 折合不是 \(quotes[1])，请核对（1公顷=15亩）。", derivation: "\(quotes[0]) ≠ \(quotes[1])")
  }
}
