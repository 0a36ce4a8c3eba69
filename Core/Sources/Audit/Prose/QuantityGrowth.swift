import Figures
import Reading
import Text

/// A growth that prose states of any quantity beside last year's: x，比上年的 y 增长 p%.
struct QuantityGrowth {
  let now: ProseQuantity
  let base: ProseQuantity

  /// What the percentage is to be compared with; nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    guard let last = before.last(where: { $0.kind.extent != nil }), let base = ProseQuantity(last),
      passage.isChangeAlone(last.range.upperBound..<figure.range.lowerBound),
      let earlier = before.last(where: { $0.range.upperBound <= last.range.lowerBound && $0.kind.extent != nil }),
      let now = ProseQuantity(earlier), now.isLike(base), now.unit == base.unit
    else { return nil }
    let between = earlier.range.upperBound..<last.range.lowerBound
    if passage.leadsFromOneToOther(between) {
      (self.now, self.base) = (base, now)
    } else {
      // 比上年减少3起 tells what went, not what there was.
      guard passage.isComparison(between),
        !passage.marks(in: between).contains(where: { $0.cue == .rise || $0.cue == .fall })
      else { return nil }
      (self.now, self.base) = (now, base)
    }
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(
      percent: percent, part: now.value.gap(to: base.value).with(now.value.slack, base.value.slack), whole: base.value)
  }
}

/// A growth told by what came or went: x，较上年增加 d，增长 p%.
struct QuantityChange {
  let now: ProseQuantity
  let change: ProseQuantity
  /// Last year's, as it follows.
  let base: StatedAmount
  /// Quantities of the same kind told before: behind a list it may be the total that rose or fell.
  private let others: [ProseQuantity]
  private let isRise: Bool

  /// nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let change = ProseQuantity(before[before.count - 1]),
      let now = ProseQuantity(before[before.count - 2]), now.unit == change.unit, !now.unit.isEmpty,
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    let between = now.figure.range.upperBound..<change.figure.range.lowerBound
    let turns = passage.marks(in: between).filter { $0.cue == .rise || $0.cue == .fall }
    guard turns.count == 1, let turn = turns.first, turn.range.upperBound == between.upperBound,
      passage.isComparison(between.lowerBound..<turn.range.lowerBound),
      let base = turn.cue == .rise
        ? now.value.exact.subtracting(change.value.exact) : now.value.exact.adding(change.value.exact), base > .zero
    else { return nil }
    (self.now, self.change) = (now, change)
    self.base = StatedAmount(base, slack: .zero).with(now.value.slack, change.value.slack)
    others = before.dropLast(2).compactMap(ProseQuantity.init).filter { $0.unit == change.unit }
    isRise = turn.cue == .rise
  }

  /// The percentage fits the change of another quantity told before.
  func isOfAnother(_ percent: WrittenNumber) -> Bool {
    others.contains { other in
      guard
        let base = isRise
          ? other.value.exact.subtracting(change.value.exact) : other.value.exact.adding(change.value.exact),
        base > .zero
      else { return false }
      let whole = StatedAmount(base, slack: .zero).with(other.value.slack, change.value.slack)
      return WrittenRatio(percent: percent, part: change.value, whole: whole).isRight
    }
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(percent: percent, part: change.value, whole: base)
  }
}

/// A change told beside both quantities: x，比上年的 y 增加 d.
struct StatedChange {
  let now: ProseQuantity
  let base: ProseQuantity
  let change: ProseQuantity
  /// Of the same kind and told before: behind a list it may be the total that rose or fell.
  private let others: [ProseQuantity]

  /// nil for a figure that is no such change.
  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let change = ProseQuantity(figure), !change.unit.isEmpty else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let second = ProseQuantity(before[before.count - 1]), second.unit == change.unit,
      let first = ProseQuantity(before[before.count - 2]), first.unit == change.unit,
      passage.turnsAlone(second.figure.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    let between = first.figure.range.upperBound..<second.figure.range.lowerBound
    if passage.leadsFromOneToOther(between) {
      (base, now) = (first, second)
    } else if passage.setsAgainst(between) {
      (now, base) = (first, second)
    } else {
      return nil
    }
    self.change = change
    others = before.dropLast(2).compactMap(ProseQuantity.init).filter { $0.unit == change.unit }
  }

  /// The change is what lies between the two, or between another one and what it is set against.
  var isRight: Bool { ([now] + others).contains { gap(of: $0).relation(to: change.value) == .agree } }

  /// The quantity right before is what it is told of, not a total that is parted first.
  var isOfNearest: Bool { others.isEmpty || gap.relation(to: change.value) == .agree }

  var gap: StatedAmount { gap(of: now) }
  private func gap(of other: ProseQuantity) -> StatedAmount {
    other.value.gap(to: base.value).with(other.value.slack, base.value.slack)
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    let told = WrittenRatio(percent: percent, part: change.value, whole: base.value)
    let own = WrittenRatio(percent: percent, part: gap, whole: base.value)
    return own.isRight ? own : told
  }
}

/// A change told beside what there was before alone: 支出比上年的 y 增加 d，增长 p%.
struct BaseChange {
  let base: ProseQuantity
  let change: ProseQuantity

  /// nil where the words tell of something else.
  init?(before figure: WrittenFigure, in passage: PassageReading) {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, let change = ProseQuantity(before[before.count - 1]),
      let base = ProseQuantity(before[before.count - 2]), base.unit == change.unit, !base.unit.isEmpty,
      passage.isChangeAlone(change.figure.range.upperBound..<figure.range.lowerBound),
      passage.isChangeAlone(base.figure.range.upperBound..<change.figure.range.lowerBound)
    else { return nil }
    let words = passage.text(passage.words(before: base.figure)).withoutBlanks
    let isOfYear = passage.figures(in: passage.words(before: base.figure)).contains { $0.calendarYear != nil }
    guard words.holds("比") || words.holds("较") || words.holds("与"),
      isOfYear || words.holds(anyOf: ["上年", "去年", "上一年", "同期"]),
      !words.holds(anyOf: ["增", "减", "升", "降"])
    else { return nil }
    (self.base, self.change) = (base, change)
  }

  /// The stated percentage beside the change.
  func ratio(_ percent: WrittenNumber) -> WrittenRatio {
    WrittenRatio(percent: percent, part: change.value, whole: base.value)
  }
}

/// A rate told beside last year's and the points between them: 99.1%，比上年的98.6%提高0.5个百分点.
struct PointChange {
  let now: WrittenFigure
  let base: WrittenFigure
  let gap: Rational
  let isRight: Bool
  /// Off by no more than rounding may leave.
  let isRounding: Bool

  /// nil for a figure that is no such change.
  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percentPoints(.number(let points)) = figure.kind, !figure.isApproximate else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard before.count >= 2, case .percent(.number(let y)) = before[before.count - 1].kind,
      case .percent(.number(let x)) = before[before.count - 2].kind
    else { return nil }
    let (first, second) = (before[before.count - 2], before[before.count - 1])
    let between = first.range.upperBound..<second.range.lowerBound
    let isFromTo = passage.leadsFromOneToOther(between)
    (now, base) = isFromTo ? (second, first) : (first, second)
    guard now.isUnbounded, base.isUnbounded, !now.isApproximate, !base.isApproximate,
      passage.turnsAlone(second.range.upperBound..<figure.range.lowerBound),
      isFromTo || passage.setsAgainst(between),
      let gap = x.value.subtracting(y.value)?.magnitude, let off = gap.subtracting(points.value.magnitude)?.magnitude
    else { return nil }
    self.gap = gap
    isRight = off == .zero
    let slack = [x, y, points].map(\.halfStep).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    isRounding = off < slack
  }
}

extension PassageReading {
  /// What a change or a rate of change is told of in its own sentence, nearest last.
  fileprivate func quantities(before figure: WrittenFigure) -> [ProseQuantity] {
    let sentence = sentence(at: figure.range.lowerBound)
    return figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
      .compactMap { ProseQuantity($0) }
  }

  /// The word of rising or falling right before a figure.
  fileprivate func turn(before figure: WrittenFigure) -> CueMark? {
    marks(in: words(before: figure)).last { $0.cue == .rise || $0.cue == .fall }
  }
}

/// A rise that is a fall, or the other way round, where the numbers come out: 3264人次，比上年的3410人次增长4.28%.
struct WrongTurn {
  let now: ProseQuantity
  let base: ProseQuantity
  let turn: CueMark
  private let passage: PassageReading

  static let finder = PassageFinder { read -> [WrongTurn] in
    let passage = read.passage
    return passage.passage.figures.count < 3
      ? []
      : passage.passage.figures.compactMap {
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

/// A change and a rate behind it that go opposite ways: 增加0.07万人，下降4.52%.
struct OppositeTurns {
  static let finder = PassageFinder { read -> [Finding] in
    let passage = read.passage
    return passage.passage.figures.count < 2 ? [] : passage.passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard figure.isPercent, let later = passage.turn(before: figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).last { $0.kind.extent != nil }
    guard let change = before, let quantity = ProseQuantity(change), !quantity.unit.isEmpty,
      let first = passage.turn(before: change), first.cue != later.cue,
      first.range.upperBound == change.range.lowerBound,
      passage.isChangeAlone(change.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    return Finding(
      at: [later, first].map { .text(passage.passage.place($0.range)) },
      "前面说\(passage.text(first.range))，后面说\(passage.text(later.range))，请核对。",
      derivation: "\(passage.text(first.range)), \(passage.text(later.range))")
  }
}

extension PassageReading {
  /// ，比上年的, ，较年初预算: one quantity set against another of the year before or of the budget.
  fileprivate func setsAgainst(_ range: Range<Int>) -> Bool {
    guard !marks(in: range).contains(where: { $0.cue == .rise || $0.cue == .fall }) else { return false }
    let words = text(range).bare
    return isComparison(range)
      || words.unicodeScalars.count <= 12 && words.holds(anyOf: ["比", "较"])
        && words.holds(anyOf: ["预算", "计划", "目标", "任务"])
  }

  /// 增加, or 多 behind 比目标2400人次.
  fileprivate func turnsAlone(_ range: Range<Int>) -> Bool {
    let words = text(range).withoutBlanks
    return ["多", "少", "高", "低", "多了", "少了", "高出", "低了", "多出", "高了"].contains(words) || isChangeAlone(range)
  }

  /// 增加到, 提高至: from one quantity to the other.
  fileprivate func leadsFromOneToOther(_ range: Range<Int>) -> Bool {
    let turns = marks(in: range).filter { $0.cue == .rise || $0.cue == .fall }
    guard turns.count == 1, let turn = turns.first else { return false }
    let rest = scalars[range.lowerBound..<turn.range.lowerBound] + scalars[turn.range.upperBound..<range.upperBound]
    let words = String(String.UnicodeScalarView(rest.filter { !$0.isBlank }))
    return ["到", "至", "为"].contains(words)
  }

  /// 增长 and no other words.
  func isChangeAlone(_ range: Range<Int>) -> Bool {
    let marks = marks(in: range).filter { $0.cue == .rise || $0.cue == .fall }
    guard marks.count == 1, let mark = marks.first else { return false }
    let rest = scalars[range.lowerBound..<mark.range.lowerBound] + scalars[mark.range.upperBound..<range.upperBound]
    return rest.allSatisfy { $0.isBlank || ["了", "约", ","].contains($0) }
  }

  /// ，比上年的 or ，较去年: one quantity set against the other.
  fileprivate func isComparison(_ range: Range<Int>) -> Bool {
    let words = text(range).bare
    guard words.unicodeScalars.count <= 12, words.holds("比") || words.holds("较") else { return false }
    return words.holds(anyOf: ["上年", "去年", "同期", "上一年", "年"])
  }
}
