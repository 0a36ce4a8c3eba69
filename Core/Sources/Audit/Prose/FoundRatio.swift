import Figures
import Reading
import Text

/// A percentage of prose with the words of the two quantities that it is worked out from.
struct FoundRatio {
  let ratio: WrittenRatio
  /// "915.76万元 ÷ 2669.35万元"
  let working: String
  /// Where the two quantities stand in the text of the passage.
  let ranges: [Range<Int>]
  /// Quantities that stand in other passages.
  private(set) var elsewhere: [Place] = []

  /// One amount of a passage in per cent of another.
  init(_ percent: WrittenNumber, of part: AmountStatement, in whole: AmountStatement, _ passage: PassageReading) {
    self.init(
      ratio: WrittenRatio(percent: percent, part: part.stated, whole: whole.stated),
      working: "\(passage.text(part.range)) ÷ \(passage.text(whole.range))", ranges: [part.range, whole.range])
  }

  /// One amount in per cent of another that stands in another passage.
  init(_ percent: WrittenNumber, of part: AmountStatement, in whole: AmountStatement, _ statements: Statements) {
    let (passage, other) = (statements.passage(of: part), statements.passage(of: whole))
    self.init(
      ratio: WrittenRatio(percent: percent, part: part.stated, whole: whole.stated),
      working: "\(passage.text(part.range)) ÷ \(other.text(whole.range))", ranges: [part.range])
    elsewhere = [.text(whole.place)]
  }

  /// A budget in whole 万元 beside spending with decimals is whole: 12万元 is not 11.6万元.
  var asPreciseAsItsPart: FoundRatio {
    let (part, whole) = (ratio.part, ratio.whole)
    guard part.slack < whole.slack else { return self }
    return FoundRatio(
      ratio: WrittenRatio(percent: ratio.percent, part: part, whole: StatedAmount(whole.exact, slack: part.slack)),
      working: working, ranges: ranges)
  }

  init(ratio: WrittenRatio, working: String, ranges: [Range<Int>]) {
    (self.ratio, self.working, self.ranges) = (ratio, working, ranges)
  }

  /// A finding where the percentage cannot stand for the quotient.
  func look(at figure: WrittenFigure, in passage: PassageReading) -> Look {
    guard !ratio.isRight else { return .agrees }
    let percentage = passage.rangeWithoutSign(of: figure)
    let quoted = passage.text(percentage)
    if ratio.isOfOtherUnit {
      return .breaks(
        Finding(
          at: ([percentage] + ranges).map { .text(passage.passage.place($0)) } + elsewhere,
          "所写 \(quoted)，\(working) 差一万倍，金额的单位可能写错，请核对。", derivation: "\(working) ≠ \(quoted)"))
    }
    return .breaks(
      Finding(
        at: ([percentage] + ranges).map { .text(passage.passage.place($0)) } + elsewhere,
        "所写 \(quoted)，\(working) 应为 \(ratio.right)%。", derivation: "\(working) = \(ratio.right)% ≠ \(quoted)"))
  }
}

extension PassageReading {
  /// Without a sign of equality in front.
  func rangeWithoutSign(of figure: WrittenFigure) -> Range<Int> {
    var start = figure.range.lowerBound
    while start < figure.number.lowerBound, scalars[start] == "=" || scalars[start].isBlank { start += 1 }
    return start..<figure.range.upperBound
  }
}

extension WrittenFigure {
  /// No least and no most: the number itself is meant.
  var isUnbounded: Bool { bound == nil || bound == .exactly }
}

extension Dossier {
  /// The amounts of a passage up to an offset.
  func amounts(in passage: PassageReading, before offset: Int) -> [AmountStatement] {
    amounts(in: passage).filter { $0.range.upperBound <= offset }
  }

  /// The amounts of a passage.
  func amounts(in passage: PassageReading) -> [AmountStatement] {
    let place = passage.passage.place
    return statements.amounts.filter {
      $0.place.source == place.source && place.range.contains($0.place.range.lowerBound)
    }
  }

  /// One verdict over every single percentage of prose that is exactly meant.
  func verdict(overPercentages missing: String, look: (WrittenFigure, WrittenNumber, PassageReading) -> Look?)
    -> Verdict
  {
    let percentages = statements.passages.flatMap { passage in
      passage.figures.compactMap { figure -> (WrittenFigure, WrittenNumber, PassageReading)? in
        guard case .percent(.number(let percent)) = figure.kind, !figure.isApproximate else { return nil }
        return (figure, percent, passage)
      }
    }
    return Verdict(over: percentages, missing: "报告正文", missing) { look($0.0, $0.1, $0.2) }
  }
}

extension StatedAmount {
  /// The same with the slacks of others.
  func with(_ slacks: Rational...) -> StatedAmount {
    StatedAmount(exact, slack: slacks.reduce(.zero) { $0.adding($1) ?? $0 })
  }
}
