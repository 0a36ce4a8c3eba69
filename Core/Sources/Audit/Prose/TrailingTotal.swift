import Figures
import Reading
import Text

/// A sum behind what it is the sum of: 行政编制46名、事业编制52名，合计98名.
struct TrailingTotal {
  let total: ProseQuantity
  let parts: [ProseQuantity]
  let sum: StatedAmount

  /// nil where there is none, or the parts add up to it in some way.
  init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let total = ProseQuantity(figure), !total.unit.isEmpty else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard words.isExactly(anyOf: ["合计", "共计", "总计", "合计为", "共计为"]) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    // Only what is counted alike and runs on without a break can be told to be summed up.
    let alike = before.compactMap(ProseQuantity.init).filter { $0.unit == total.unit }
    let parts = alike.withoutPartsOfParts
    guard parts.count >= 2, let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      !alike.indices.dropLast().contains(where: { start in
        StatedAmount(sumOf: alike[start...].map(\.value)).map { $0.relation(to: total.value) == .agree } ?? true
      }),
      // Far off, it sums up something else.
      let ratio = sum.exact.divided(by: total.value.exact), ratio > Rational(1, over: 2) ?? .zero, ratio < Rational(2)
    else { return nil }
    (self.total, self.parts, self.sum) = (total, parts, sum)
  }
}

extension [ProseQuantity] {
  /// 386, 212, 138, 36, 114 are 386 and 114: the three between make up the first.
  fileprivate var withoutPartsOfParts: [ProseQuantity] {
    var kept: [ProseQuantity] = []
    var index = 0
    while index < count {
      kept.append(self[index])
      let end = (index + 3..<Swift.max(count + 1, index + 3)).first { end in
        StatedAmount(sumOf: self[index + 1..<end].map(\.value))?.relation(to: self[index].value) == .agree
      }
      index = end ?? index + 1
    }
    return kept
  }
}
