import Figures
import Reading
import Text

/// A rate that says what it is of, behind the two quantities that give it: 抽检1260批次，合格1236批次，合格率98.1%.
struct NamedRate {
  let part: ProseQuantity
  let whole: ProseQuantity

  /// nil where it is not plain of which two quantities it is, and where some earlier quantity gives it.
  init?(wrong figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading) {
    guard let subject = passage.subject(ofRate: figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    let quantities = before.compactMap(ProseQuantity.init)
    let pair =
      subject == "完成" ? passage.doneAndTarget(quantities) : passage.partAndWholes(quantities, sharing: subject)
    guard let (part, wholes) = pair, let whole = wholes.last,
      // What is told between is told of something else.
      !before.contains(where: { $0.range.lowerBound >= part.figure.range.upperBound && $0.isPercent }),
      !wholes.contains(where: { WrittenRatio(percent: percent, part: part.value, whole: $0.value).isRight })
    else { return nil }
    (self.part, self.whole) = (part, whole)
  }
}

extension PassageReading {
  /// 合格 of 合格率, 满意 of 满意度; nil where other words qualify it, or a change is told.
  fileprivate func subject(ofRate figure: WrittenFigure) -> String? {
    let words = words(before: figure)
    guard !marks(in: words).contains(where: { [.rise, .fall, .comparison, .target].contains($0.cue) }) else {
      return nil
    }
    var name = text(words).withoutBlanks
    for link in ["为", "是", "达到", "达", "约"] where name.ends(with: link) { name.removeLast(link.count) }
    guard let last = name.last, last == "率" || last == "度" else { return nil }
    let stem = name.dropLast()
    // Of what part of them these words tell cannot be seen from the quantities.
    guard stem.count >= 2, !name.holds(anyOf: ["按时", "及时", "按期", "如期", "平均", "综合", "到位", "增长", "控制"]) else {
      return nil
    }
    return String(stem.suffix(2))
  }

  /// The last quantity whose words name the subject, and those before it that it may be a part of.
  fileprivate func partAndWholes(_ quantities: [ProseQuantity], sharing subject: String)
    -> (ProseQuantity, [ProseQuantity])?
  {
    guard let part = quantities.last, text(words(before: part.figure)).holds(subject),
      !marks(in: words(before: part.figure)).contains(where: { $0.cue == .rise || $0.cue == .target })
    else { return nil }
    let wholes = quantities.dropLast().filter {
      $0.unit == part.unit && !$0.unit.isEmpty && $0.value.exact >= part.value.exact
    }
    return (part, wholes)
  }

  /// What was to be done, and what was.
  fileprivate func doneAndTarget(_ quantities: [ProseQuantity]) -> (ProseQuantity, [ProseQuantity])? {
    guard let target = quantities.last(where: { has(.target, in: words(before: $0.figure)) }) else { return nil }
    let done = quantities.filter { $0.unit == target.unit && !has(.target, in: words(before: $0.figure)) }
    guard done.count == 1, let part = done.first else { return nil }
    return (part, [target])
  }
}
