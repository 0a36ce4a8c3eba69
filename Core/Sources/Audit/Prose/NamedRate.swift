import Figures
import Reading
import Text

/// A rate that says what it is of, behind the two quantities that give it: 抽检1260批次，合格1236批次，合格率98.1%.
struct NamedRate {
  let part: ProseQuantity
  let whole: ProseQuantity
  /// What is not done yet, where both together are the whole: 支付1853.2万元，未支付72.8万元.
  let rest: ProseQuantity?

  /// What the part is divided by.
  var base: StatedAmount { rest.flatMap { StatedAmount(sumOf: [whole.value, $0.value]) } ?? whole.value }

  /// nil where it is not plain of which two quantities it is, and where some earlier quantity gives it.
  init?(wrong figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading) {
    guard let subject = passage.subject(ofRate: figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    let quantities = before.compactMap(ProseQuantity.init)
    if let (part, rest) = passage.doneAndLeft(quantities, sharing: subject),
      !quantities.contains(where: { WrittenRatio(percent: percent, part: part.value, whole: $0.value).isRight })
    {
      (self.part, whole, self.rest) = (part, part, rest)
      if WrittenRatio(percent: percent, part: part.value, whole: base).isRight { return nil }
      return
    }
    rest = nil
    let pair =
      subject == "完成"
      ? passage.doneAndTarget(quantities, behind: before.last(where: \.isPercent))
      : passage.partAndWholes(quantities, sharing: subject)
    guard let (part, wholes) = pair, let whole = wholes.last,
      // What is told between is told of something else.
      !before.contains(where: { $0.range.lowerBound >= part.figure.range.upperBound && $0.isPercent }),
      !wholes.contains(where: { WrittenRatio(percent: percent, part: part.value, whole: $0.value).isRight }),
      !quantities.give(percent),
      // 调查600人，收回有效问卷572份，满意532人: of those that came back, whatever they are counted in.
      !(subject == "满意"
        && quantities.contains { WrittenRatio(percent: percent, part: part.value, whole: $0.value).isRight })
    else { return nil }
    (self.part, self.whole) = (part, whole)
  }
}

extension PassageReading {
  /// Whose satisfaction or whose share a rate is needs no telling before.
  private static let people = [
    "群众", "用户", "总体", "社会", "师生", "家长", "服务对象", "居民", "市民", "患者", "员工", "职工", "企业", "公众", "村民", "学生", "农户", "游客",
  ]

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
    // 增产率 and 降低率 are of what there was before.
    guard stem.count >= 2,
      !name.holds(anyOf: ["按时", "及时", "按期", "如期", "平均", "综合", "到位", "控制", "增", "减", "降", "升", "涨"])
    else { return nil }
    // 无公害防治率 is of what these words tell, which nothing told before does.
    let qualifier = stem.dropLast(2)
    if qualifier.count >= 2 {
      let sentence = sentence(at: figure.range.lowerBound)
      let before = text(sentence.lowerBound..<words.lowerBound).withoutBlanks
      guard before.holds(String(qualifier.prefix(2))) || Self.people.contains(where: qualifier.hasPrefix) else {
        return nil
      }
    }
    return String(stem.suffix(2))
  }

  /// What a rate is called after is told of its part in other words as well: 收回 of 回收率, 审结 of 结案率.
  private static let otherWords = ["回收": ["回收", "收回"], "结案": ["结案", "审结", "办结"]]
  /// What was there to be done, told with one of these.
  private static let counterparts = ["结案": ["受理", "收案"]]

  /// The last quantity whose words name the subject, and those before it that it may be a part of.
  fileprivate func partAndWholes(_ quantities: [ProseQuantity], sharing subject: String)
    -> (ProseQuantity, [ProseQuantity])?
  {
    guard let part = quantities.last,
      text(words(before: part.figure)).holds(anyOf: Self.otherWords[subject] ?? [subject]),
      !text(words(before: part.figure)).holds(anyOf: ["不" + subject, "未" + subject, "标准", "每人", "每户", "人均"]),
      !marks(in: words(before: part.figure)).contains(where: { $0.cue == .rise || $0.cue == .target })
    else { return nil }
    let wholes = quantities.dropLast().filter {
      // 满意150人、比较满意40人 are answers both.
      !(subject == "满意" && text(words(before: $0.figure)).holds(subject))
        && $0.unit == part.unit && !["", "㎡"].contains($0.unit) && $0.value.exact >= part.value.exact
        && (!isClosed($0.figure.range.upperBound..<part.figure.range.lowerBound)
          || text(words(before: $0.figure)).holds(anyOf: Self.counterparts[subject] ?? []))
    }
    return (part, wholes)
  }

  /// 签约27280人，签约率44%；重点人群 has its own rate already, before a semicolon.
  private func isClosed(_ range: Range<Int>) -> Bool {
    scalars[range].contains(";") && figures(in: range).contains(where: \.isPercent)
  }

  /// 支付 and 未支付 behind it.
  fileprivate func doneAndLeft(_ quantities: [ProseQuantity], sharing subject: String)
    -> (ProseQuantity, ProseQuantity)?
  {
    // 未支 is 未支付 in short.
    guard let rest = quantities.last, let part = quantities.dropLast().last, rest.unit == part.unit,
      !part.unit.isEmpty, text(words(before: rest.figure)).withoutBlanks.holds("未" + subject.prefix(1)),
      text(words(before: part.figure)).holds(subject), !text(words(before: part.figure)).holds("未")
    else { return nil }
    return (part, rest)
  }

  /// What was to be done, and what was, told behind the rate before.
  fileprivate func doneAndTarget(_ all: [ProseQuantity], behind rate: WrittenFigure?)
    -> (ProseQuantity, [ProseQuantity])?
  {
    let quantities = all.filter { $0.figure.range.lowerBound >= rate?.range.upperBound ?? 0 }
    guard let target = quantities.last(where: { has(.target, in: words(before: $0.figure)) }) else { return nil }
    let done = quantities.filter { $0.unit == target.unit && !has(.target, in: words(before: $0.figure)) }
    guard done.count == 1, let part = done.first else { return nil }
    return (part, [target])
  }
}

extension [ProseQuantity] {
  /// Nobody adds up more answers than these; sentences of hundreds of quantities would take long.
  private static let mostLookedAt = 24

  /// Some that follow one another add up to that share of one before them: 收回196份，满意190份、基本满意5份 give 满意度99.49%.
  fileprivate func give(_ percent: WrittenNumber) -> Bool {
    suffix(Self.mostLookedAt).indices.contains { index in
      let whole = self[index]
      let behind = self[(index + 1)...].filter { $0.unit == whole.unit }
      return behind.indices.contains { start in
        (start + 1..<Swift.max(start + 1, behind.count)).contains { end in
          StatedAmount(sumOf: behind[start...end].map(\.value)).map {
            WrittenRatio(percent: percent, part: $0, whole: whole.value).isRight
          } ?? false
        }
      }
    }
  }
}
