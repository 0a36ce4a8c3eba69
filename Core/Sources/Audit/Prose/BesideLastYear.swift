import Figures
import Reading
import Rules
import Text

/// What there was, what there was last year, and by how many per cent it rose or fell:
/// 查处违法案件378件，上年为412件，同比下降8.25%.
struct BesideLastYear {
  /// Words of a rise where it fell, or the other way round.
  static let directions = PassageFinder(in: [.prose, .noPlans, .threeFigures]) { read in
    all(in: read.passage).compactMap { $0.isOpposite ? $0.opposite : nil }
  }

  /// Percentages that both do not give.
  static let rates = PassageFinder(in: [.prose, .noPlans, .threeFigures]) { read in
    all(in: read.passage).compactMap { $0.isOpposite ? nil : $0.wrongRate }
  }

  private let now: LabelledQuantity
  private let base: LabelledQuantity
  private let figure: WrittenFigure
  private let percent: WrittenNumber
  private let words: Range<Int>
  private let isRise: Bool
  private let passage: PassageReading

  private static func all(in passage: PassageReading) -> [BesideLastYear] {
    guard passage.passage.text.holds(anyOf: years) else { return [] }
    return passage.figures.compactMap { BesideLastYear($0, in: passage) }
  }

  private static let years = ["上年", "去年", "上一年"]
  private static let leads = ["", "同比", "同比上年", "较上年", "比上年"]
  private static let rises = ["增长", "增加", "上升", "提高"]
  private static let falls = ["下降", "减少", "降低"]

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      !percent.isNegative
    else { return nil }
    let words = passage.words(before: figure)
    let turn = passage.text(words).withoutBlanks
    let isRise = Self.leads.contains { lead in Self.rises.contains { turn == lead + $0 } }
    guard isRise || Self.leads.contains(where: { lead in Self.falls.contains { turn == lead + $0 } }) else {
      return nil
    }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.labelledQuantities(in: part.lowerBound..<figure.range.lowerBound).suffix(2)
    guard told.count == 2, let now = told.first, let base = told.last, !now.unit.isEmpty, now.unit == base.unit,
      Self.years.contains(where: base.label.begins), base.label.unicodeScalars.count <= 6,
      !base.label.holds(anyOf: ["比", "较", "均", "增", "减"]),
      // Straight from one to the other, and on to the percentage.
      passage.text(base.figure.range.upperBound..<words.lowerBound).withoutBlanks == ",",
      ["", ","].contains(
        passage.text(now.figure.range.upperBound..<passage.words(before: base.figure).lowerBound).withoutBlanks),
      !now.label.holds(anyOf: ["其中", "均", "每", "上年", "去年", "目标", "计划"]),
      now.value.relation(to: base.value) != .agree
    else { return nil }
    (self.now, self.base, self.figure, self.percent, self.words, self.isRise, self.passage) = (
      now, base, figure, percent, words, isRise, passage
    )
  }

  private var isOpposite: Bool { (now.value.relation(to: base.value) == .above) != isRise }

  private var opposite: Finding {
    let quotes = [now, base].map { passage.quote($0.figure) }
    return Finding(
      at: [words.lowerBound..<figure.range.upperBound, now.figure.range, base.figure.range].map {
        .text(passage.passage.place($0))
      }, "写\(passage.text(words).withoutBlanks)，\(quotes[0]) 比 \(quotes[1]) \(isRise ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]) \(isRise ? "<" : ">") \(quotes[1])")
  }

  private var wrongRate: Finding? {
    let gap = now.value.gap(to: base.value).with(now.value.slack, base.value.slack)
    let quotes = [now, base].map { passage.quote($0.figure) }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: gap, whole: base.value),
      working: "（\(quotes[0]) 与 \(quotes[1]) 之差）÷ \(quotes[1])", ranges: [now.figure.range, base.figure.range]
    ).look(at: figure, in: passage).finding
  }
}
