import Figures
import Reading
import Rules
import Text

/// A sum or a number of things that a colon parts into all that makes it up: 下达各县1240万元：甲县380万元、乙县310万元.
struct ColonParts {
  let total: ProseQuantity
  let parts: [ProseQuantity]
  let sum: StatedAmount
  private let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { ColonParts(wrong: $0, in: passage)?.finding }
  }

  /// nil where the parts add up, are not all of them, or tell of anything else.
  private init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    let scalars = passage.scalars
    let colon = figure.range.upperBound
    guard colon < scalars.count, scalars[colon] == ":", let total = ProseQuantity(figure), !total.unit.isEmpty,
      !passage.marks(in: passage.words(before: figure)).contains(where: {
        [.rise, .fall, .comparison, .target].contains($0.cue)
      })
    else { return nil }
    let sentence = passage.sentence(at: colon)
    let list = colon + 1..<max(colon + 1, sentence.upperBound)
    let figures = passage.figures(in: list).filter { $0.kind.extent != nil }
    let parts = figures.compactMap(ProseQuantity.init)
    guard parts.count >= 2, parts.count == figures.count, parts.allSatisfy({ $0.isCounted(like: total) }),
      parts.allSatisfy({ passage.names($0.figure) }), !passage.marks(in: list).contains(where: { $0.cue == .rest }),
      !CountedParts.overlap(in: passage.text(list)), !passage.text(list).holds(anyOf: ["按", "均", "每", "累计"]),
      // One mark parts them all: what stands behind another one is told of something else.
      Set(zip(parts, parts.dropFirst()).map { passage.mark(between: $0.figure, $1.figure) }).count == 1,
      let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      !parts.contains(where: { $0.value.relation(to: total.value) != .below })
    else { return nil }
    (self.total, self.parts, self.sum, self.passage) = (total, parts, sum, passage)
  }

  private var finding: Finding { Finding("所列各项", parts, comingTo: sum, of: total, in: passage) }
}

extension PassageReading {
  /// A name stands before it, and nothing that sets it against something or calls it left or spent.
  fileprivate func names(_ figure: WrittenFigure) -> Bool {
    let words = words(before: figure)
    return text(words).bare.unicodeScalars.count >= 2
      && !text(words).holds(anyOf: ["结余", "结转", "剩余", "其中", "实际", "支出", "执行", "完成"])
      && !marks(in: words).contains { [.rise, .fall, .comparison, .target, .sum, .parts].contains($0.cue) }
  }

  /// The first mark of punctuation between two figures.
  fileprivate func mark(between first: WrittenFigure, _ second: WrittenFigure) -> Unicode.Scalar? {
    let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
    return scalars[gap].first { [",", ";", "、", "。"].contains($0) }
  }
}
