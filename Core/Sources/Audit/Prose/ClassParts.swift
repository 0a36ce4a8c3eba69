import Figures
import Reading
import Rules
import Text

/// Things that are sorted by one mark into classes, each of which is counted: 项目8个…。按类别分：文化类3个、体育类5个.
struct ClassParts {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: leads) { read -> [Finding] in
    let passage = read.passage
    return passage.sentences.compactMap { finding(in: $0, of: passage) }
  }

  private static let leads = ["类别分", "类型分", "级别分", "性质分", "区域分", "等级分", "种类分", "层级分", "行业分", "规模分"]

  /// nil where the sentence begins otherwise, or the classes come to what was told last before in that unit.
  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    guard let mark = passage.scalars[sentence].firstIndex(where: { $0 == ":" || $0 == "," }),
      mark - sentence.lowerBound <= 10
    else { return nil }
    let words = passage.text(sentence.lowerBound..<mark).withoutBlanks
    guard words.begins(with: "按"), leads.contains(where: words.ends) else { return nil }
    let figures = passage.figures(in: mark..<sentence.upperBound).filter { $0.kind.extent != nil }
    let parts = figures.compactMap(ProseQuantity.init)
    guard parts.count >= 2, parts.count == figures.count, Set(parts.map(\.unit)).count == 1, let first = parts.first,
      !["", "㎡", "元"].contains(first.unit),
      !passage.marks(in: mark..<sentence.upperBound).contains(where: { $0.cue == .rest }),
      let total = passage.figures(in: 0..<sentence.lowerBound).compactMap(ProseQuantity.init).last(where: {
        $0.unit == first.unit
      }), let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      parts.allSatisfy({ $0.value.relation(to: total.value) == .below }),
      // Far off, they sort something else.
      let share = sum.exact.divided(by: total.value.exact), share > Rational(2, over: 3) ?? .one,
      share < Rational(3, over: 2) ?? .one
    else { return nil }
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "所列各类之和 \(sum.exact.spoken(2))，与总数 \(passage.quote(total.figure)) 不等。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(sum.exact.spoken(2))")
  }
}
