import Evaluation
import Figures
import Reading
import Rules
import Text

/// A figure of what a form calls its goal, or of what came of it, beside the indicator of the same form that tells the
/// same: 发展节水灌溉面积0.9万亩 and a target of ≥0.8万亩, 完成11个村庄环境整治 and 整治村庄数量, 12个.
struct GoalFigure {
  let quantity: ProseQuantity
  let text: String
  /// The words before it.
  let name: NamedQuantity
  /// What is counted, where that stands behind the figure, up to a mark.
  let noun: String
  /// Noun and the words before the figure.
  let clause: String
  let place: Place

  init?(_ figure: WrittenFigure, in passage: PassageReading, at place: Place) {
    guard let quantity = ProseQuantity.orGoal(figure), !quantity.unit.isEmpty else { return nil }
    let words = passage.words(before: figure)
    let before = passage.text(words).withoutBlanks
    let cues = passage.marks(in: words)
    let name = passage.name(before: figure)
    guard !before.holds(anyOf: ["其中", "每", "平均", "另", "上年", "去年", "同比", "超"]),
      name.namesTurn || !cues.contains(where: { $0.cue.isTurn || $0.cue == .comparison })
    else { return nil }
    let rest = passage.scalars[passage.clause(at: figure.range.lowerBound).rest(behind: figure.range)]
    noun = passage.text(rest.startIndex..<(rest.firstIndex { !$0.isIdeograph } ?? rest.endIndex)).withoutBlanks
    clause = before + noun
    self.quantity = quantity
    self.place = place
    text = passage.quote(figure)
    self.name = NamedQuantity(name: name.withoutGoalWords, quantity: quantity, text: text, place: place)
  }
}

extension IndicatorQuantity {
  /// Says the same, in the same unit.
  func agrees(with figure: GoalFigure) -> Bool {
    named.quantity.isCounted(like: figure.quantity)
      && named.quantity.value.relation(to: figure.quantity.value) == .agree
  }

  /// Named alike, or by the noun behind the figure.
  func isMeant(by figure: GoalFigure) -> Bool {
    guard named.quantity.isCounted(like: figure.quantity) else { return false }
    let (mine, theirs) = (named.core, figure.name.core)
    return figure.name.isNamed(like: named) || mine.scalarCount >= 5 && theirs.ends(with: mine)
      || named.quantity.unit != "%" && mine.isCounted(by: figure.noun, in: figure.clause)
  }

  /// Its digits in another order under words that it shares.
  func isSlip(of figure: GoalFigure) -> Bool {
    named.quantity.isCounted(like: figure.quantity) && named.quantity.isTransposed(figure.quantity, atLeast: 2)
      && figure.clause.sharesWords(with: named.name)
  }
}

extension String {
  /// 整治村庄 is what 村庄环境整治 counts behind a figure: one half begins the noun, the other stands in the clause.
  func isCounted(by noun: String, in clause: String) -> Bool {
    let scalars = Array(unicodeScalars)
    guard (4...8).contains(scalars.count), noun.scalarCount >= 2 else { return false }
    return (2...scalars.count - 2).contains { cut in
      let halves = [String(scalars: Array(scalars[..<cut])), String(scalars: Array(scalars[cut...]))]
      return noun.begins(with: halves[0]) && clause.holds(halves[1])
        || noun.begins(with: halves[1]) && clause.holds(halves[0])
    }
  }

  /// 合格率 of 合格率不低于.
  fileprivate var withoutGoalWords: String {
    ["不低于", "不少于", "达到", "不高于", "不超过", "控制在", "达", "为"].first(where: ends).map { String(dropLast($0.count)) } ?? self
  }
}
