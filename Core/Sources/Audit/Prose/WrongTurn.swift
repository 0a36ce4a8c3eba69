import Figures
import Reading
import Rules
import Text

extension PassageReading {
  /// What a change or a rate of change is told of in its own sentence, nearest last.
  fileprivate func quantities(before figure: WrittenFigure) -> [ProseQuantity] {
    let sentence = sentence(at: figure.range.lowerBound)
    return figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
      .compactMap { ProseQuantity($0) }
  }
}

/// A rise that is a fall, or the other way round, where the numbers come out: 3264人次，比上年的3410人次增长4.28%.
struct WrongTurn {
  let now: ProseQuantity
  let base: ProseQuantity
  let turn: CueMark
  private let passage: PassageReading

  static let finder = PassageFinder(in: .threeFigures) { read -> [WrongTurn] in
    let passage = read.passage
    return !passage.marks.contains { $0.cue == .rise || $0.cue == .fall }
      ? []
      : passage.figures.compactMap {
        WrongTurn(rate: $0, in: passage) ?? WrongTurn(change: $0, in: passage) ?? WrongTurn(behindBase: $0, in: passage)
      }
  }

  var place: Place { .text(passage.passage.place(turn.range)) }
  var finding: Finding {
    let quotes = [now, base].map { passage.quote($0.figure) }
    let isRise = turn.cue == .rise
    return Finding(
      at: [place] + [now, base].map { .text(passage.passage.place($0.figure.range)) },
      "写\(passage.text(turn.range))，\(quotes[0]) 比 \(quotes[1]) \(isRise ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]) \(isRise ? "<" : ">") \(quotes[1])")
  }

  /// nil where the direction is right for some quantity told before that gives the change.
  private init?(
    _ now: ProseQuantity, _ base: ProseQuantity, _ turn: CueMark, _ others: [ProseQuantity], _ passage: PassageReading,
    gives: (ProseQuantity) -> Bool
  ) {
    let wrong: StatedAmount.Relation = turn.cue == .rise ? .below : .above
    guard gives(now), now.value.relation(to: base.value) == wrong,
      !others.contains(where: {
        $0.unit == base.unit && gives($0) && ![wrong, .agree].contains($0.value.relation(to: base.value))
      })
    else { return nil }
    (self.now, self.base, self.turn, self.passage) = (now, base, turn, passage)
  }

  /// x，比上年的y增长p%.
  private init?(rate figure: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, !percent.isNegative, figure.isUnbounded,
      let told = QuantityGrowth(before: figure, in: passage), let turn = passage.turn(before: figure)
    else { return nil }
    self.init(told.now, told.base, turn, passage.quantities(before: figure), passage) { now in
      WrittenRatio(
        percent: percent, part: now.value.gap(to: told.base.value).with(now.value.slack, told.base.value.slack),
        whole: told.base.value
      ).isRight
    }
  }

  /// x，比上年的y增加d.
  private init?(change figure: WrittenFigure, in passage: PassageReading) {
    guard let told = StatedChange(figure, in: passage), let turn = passage.turn(before: figure) else { return nil }
    self.init(told.now, told.base, turn, passage.quantities(before: figure), passage) { now in
      now.value.gap(to: told.base.value).with(now.value.slack, told.base.value.slack).relation(to: told.change.value)
        == .agree
    }
  }

  /// x，上年y，比上年增加d.
  private init?(behindBase figure: WrittenFigure, in passage: PassageReading) {
    guard let change = ProseQuantity(figure), !change.unit.isEmpty, let turn = passage.turn(before: figure),
      passage.isComparison(passage.words(before: figure).lowerBound..<turn.range.lowerBound)
    else { return nil }
    let before = passage.quantities(before: figure).filter { $0.unit == change.unit }
    guard let base = before.last, before.count >= 2 else { return nil }
    let words = passage.text(passage.words(before: base.figure)).withoutBlanks
    let isOfLastYear = ["上年", "去年", "上一年"].contains(where: words.begins) && !words.holds(anyOf: ["比", "较", "末"])
    guard isOfLastYear, base.value.exact != change.value.exact else { return nil }
    func gives(_ now: ProseQuantity) -> Bool {
      now.value.gap(to: base.value).with(now.value.slack, base.value.slack).relation(to: change.value) == .agree
    }
    guard let now = before.dropLast().last(where: gives) else { return nil }
    self.init(now, base, turn, Array(before.dropLast()), passage, gives: gives)
  }
}
