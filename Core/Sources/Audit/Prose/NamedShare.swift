import Figures
import Reading
import Rules
import Text

/// The share of something named before it, with its own number further back in the paragraph:
/// 在职128人，其中博士46人、硕士52人……，博士占39.54%. Only a slip of digits is told of.
struct NamedShare {
  /// Nobody looks further back, in characters.
  private static let reach = 600

  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["占"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let mostBefore = 24

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      percent.value < Rational(100), percent.value >= Rational(10), percent.exponent <= -2
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard let place = words.offset(of: "占"), place >= 2 else { return nil }
    let scalars = Array(words.unicodeScalars)
    let name = String(scalars: Array(scalars[..<place]))
    let whole = String(scalars: Array(scalars[(place + 1)...]))
    guard place <= 10, whole.unicodeScalars.count <= 8, !whole.holds(anyOf: ["全国", "全省", "全市", "全县", "全区"]) else {
      return nil
    }
    let before = passage.figures(in: max(0, figure.range.lowerBound - Self.reach)..<figure.range.lowerBound).suffix(
      mostBefore
    ).compactMap(ProseQuantity.init)
    let parts = before.filter {
      let label = passage.text(passage.words(before: $0.figure)).withoutBlanks
      return label == name || label.ends(with: name) || label + "支出" == name
    }
    guard parts.count == 1, let part = parts.first, !part.unit.isEmpty else { return nil }
    let wholes = before.filter { $0.unit == part.unit && $0.value.exact > part.value.exact }
    let units = before.filter { $0.unit == part.unit }
    let sums = units.indices.flatMap { first in
      units.indices.dropFirst(first + 1).compactMap { StatedAmount(sumOf: units[first...$0].map(\.value)) }
    }
    guard let first = wholes.first, let greatest = wholes.max(by: { $0.value.exact < $1.value.exact }),
      !(wholes.map(\.value) + sums).contains(where: {
        WrittenRatio(percent: percent, part: part.value, whole: $0).isRight
      })
    else { return nil }
    let decimals = max(0, -percent.exponent)
    let told = percent.value.spoken(decimals)
    for candidate in [greatest, first] {
      let ratio = WrittenRatio(percent: percent, part: part.value, whole: candidate.value)
      guard let exact = part.value.exact.divided(by: candidate.value.exact)?.multiplied(by: Rational(100)),
        let slip = DigitSlip(told, exact.spoken(decimals)), slip != .moved
      else { continue }
      let quotes = [part, candidate].map { passage.quote($0.figure) }
      return FoundRatio(
        ratio: ratio, working: "\(quotes[0]) ÷ \(quotes[1])", ranges: [part.figure.range, candidate.figure.range]
      ).look(at: figure, in: passage).finding
    }
    return nil
  }
}
