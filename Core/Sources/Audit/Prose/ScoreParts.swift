import Figures
import Reading
import Rules
import Text

/// A score and the scores that make it up: 得分95分，其中预算执行9分、产出48分、效益28分、满意度10分.
struct ScoreParts {
  let parts: [WrittenFigure]
  let sum: Rational

  /// nil where fewer than three are told, or they add up.
  init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let total = figure.points, passage.labelOfScore(figure).holds("得分") || passage.isScore(figure),
      !passage.text(passage.words(before: figure)).holds("平均")
    else { return nil }
    guard let list = passage.list(ofScoresBehind: figure) else { return nil }
    func words(_ figure: WrittenFigure) -> String { passage.text(passage.words(before: figure)).withoutBlanks }
    // …、效果18分，合计92分 says the total once more.
    // （90分以上为优，80分至90分为良） tells of the bands.
    let told = passage.text(list)
    guard ["为优", "为良", "为中", "为差"].count(where: told.holds) < 2 else { return nil }
    let behind = passage.figures(in: list).filter { !["合计", "共计", "总计", "合计得分"].contains(words($0)) }
    guard behind.allSatisfy({ $0.points != nil && !words($0).holds(anyOf: Self.others) }) else { return nil }
    // 满意度10分，得9分 and 投入14分（满分15分） name what could be had as well.
    let earned = behind.filter { one in
      ["得", "得分"].contains { words(one).ends(with: $0) }
    }
    let named = behind.filter { one in
      let start = passage.words(before: one).lowerBound
      let isInBracket = words(one).isEmpty && start > 0 && passage.scalars[start - 1] == "("
      return !isInBracket && !words(one).holds(anyOf: Self.worth) && !passage.isInBracketOfPoints(one)
    }
    parts = earned.count * 2 == behind.count ? earned : named
    guard parts.count >= 3, parts.count == behind.count || parts.count * 2 == behind.count else { return nil }
    let sum = parts.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    guard sum != total else { return nil }
    self.sum = sum
  }

  /// A total behind the scores that make it up: 产出得48分（50分），效益得29分，满意度得9分，总分86分; nil as above.
  init?(wrongBehind figure: WrittenFigure, in passage: PassageReading) {
    guard let total = figure.points else { return nil }
    func words(_ figure: WrittenFigure) -> String { passage.text(passage.words(before: figure)).withoutBlanks }
    var name = words(figure)
    if name.ends(with: "为") { name.removeLast() }
    let isSum = name.isExactly(anyOf: ["总分", "总得分", "合计", "总计", "合计得分", "自评总分", "共得", "共计得", "合计得", "总计得"])
    guard isSum || name.isExactly(anyOf: ["自评得分", "综合得分", "自评综合得分", "最终得分", "评价得分"]) else {
      return nil
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    let bracketed = before.filter { passage.isInBracketOfPoints($0) }
    let named = before.filter { !passage.isInBracketOfPoints($0) }
    // 决策14分（满分15分）、过程19分（满分20分） tells both of each.
    let isPaired =
      bracketed.count == named.count && zip(named, bracketed).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
    let earned = isPaired ? named : before.filter { one in ["得", "得分"].contains { words(one).ends(with: $0) } }
    guard earned.count >= (isSum ? 3 : 2), before.count == earned.count || before.count == 2 * earned.count,
      before.allSatisfy({ $0.points != nil && !words($0).holds(anyOf: Self.others) })
    else { return nil }
    let sum = earned.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    guard sum != total, let gap = total.subtracting(sum)?.magnitude else { return nil }
    // Far off, some of what makes it up is told elsewhere.
    guard isSum || gap <= Rational(2) else { return nil }
    (parts, self.sum) = (earned, sum)
  }

  /// What could be had in all, where each part tells it and it is not 100 as it should be:
  /// 履职（40分）得38分、管理（35分）得33分、效益（30分）得29分.
  private static func wrongPoints(behind figure: WrittenFigure, in passage: PassageReading) -> (
    points: [WrittenFigure], sum: Rational
  )? {
    guard let total = figure.points, passage.labelOfScore(figure).holds("得分") || passage.isScore(figure),
      let list = passage.list(ofScoresBehind: figure)
    else { return nil }
    func words(_ figure: WrittenFigure) -> String { passage.text(passage.words(before: figure)).withoutBlanks }
    let behind = passage.figures(in: list).filter { $0.kind.extent != nil }
    let earned = behind.filter { one in ["得", "得分", "实得", "自评得"].contains { words(one).ends(with: $0) } }
    let points = behind.filter { !earned.contains($0) }
    guard earned.count >= 3, points.count == earned.count, behind.allSatisfy({ $0.points != nil }),
      zip(points, earned).allSatisfy({
        $0.range.upperBound <= $1.range.lowerBound && ($0.points ?? .zero) >= ($1.points ?? .zero)
      }),
      !passage.text(list).holds(anyOf: Self.others + ["附加", "加减"])
    else { return nil }
    let sum = points.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    let all = earned.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    // Far from 100, the parts of one part are told.
    guard all == total, sum != Rational(100), let gap = sum.subtracting(Rational(100))?.magnitude, gap <= Rational(10)
    else {
      return nil
    }
    return (points, sum)
  }

  /// What is wrong with a score and those that make it up, or with what each part could earn.
  static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    func added(_ parts: [WrittenFigure], _ sum: Rational) -> String {
      "\(parts.map { passage.quote($0) }.joined(separator: " + ")) = \(sum.spoken(2))"
    }
    func places(_ figures: [WrittenFigure]) -> [Place] { figures.map { .text(passage.passage.place($0.range)) } }
    if let list = ScoreParts(wrong: figure, in: passage) ?? ScoreParts(wrongBehind: figure, in: passage) {
      return Finding(
        at: places([figure] + list.parts), "所列各项得分之和 \(list.sum.spoken(2)) 分，与 \(passage.quote(figure)) 不等。",
        derivation: added(list.parts, list.sum))
    }
    guard let (points, sum) = wrongPoints(behind: figure, in: passage) else { return nil }
    return Finding(
      at: places(points), "各项满分之和 \(sum.spoken(2)) 分，应为 100 分。", derivation: added(points, sum))
  }

  /// Words before what is no score of a part.
  private static let others = ["扣", "加分", "平均", "上年", "去年"]
  private static let worth = ["满分", "分值", "权重"]
}

extension PassageReading {
  /// Behind 其中, or in a sentence of its own that tells the scores one by one.
  fileprivate func list(ofScoresBehind figure: WrittenFigure) -> Range<Int>? {
    let sentence = sentence(at: figure.range.lowerBound)
    let rest = sentence.rest(behind: figure.range)
    // 总分94分（产出48分、效益29分、满意度9分）
    if figure.range.upperBound < sentence.upperBound, scalars[figure.range.upperBound] == "(",
      let close = scalars[rest].firstIndex(of: ")"), figures(in: figure.range.upperBound..<close).count >= 3
    {
      return figure.range.upperBound + 1..<close
    }
    if let lead = marks(in: rest).first(where: { $0.cue == .parts || $0.cue == .allParts }),
      figures(in: rest.lowerBound..<lead.range.lowerBound).isEmpty
    {
      let list = sentence.rest(behind: lead.range)
      // ；自评得分依次为 tells of what was earned.
      let end = scalars[list].firstIndex(of: ";").flatMap { text($0..<list.upperBound).holds("得分") ? $0 : nil }
      return list.lowerBound..<(end ?? list.upperBound)
    }
    guard figures(in: rest).isEmpty, sentence.upperBound < scalars.count else { return nil }
    let next = self.sentence(at: sentence.upperBound)
    let words = text(next).withoutBlanks
    if words.begins(with: "其中") { return next }
    // 各部分得分：, 得分情况如下：
    let lead = words.prefix { $0 != ":" && $0 != "," && $0 != "。" }
    return lead.count <= 14 && String(lead).holds("得分") && lead.count < words.count
      && words[lead.endIndex] == ":" ? next : nil
  }

  /// （满分分别为15分、25分、35分） tells once more what could be had.
  fileprivate func isInBracketOfPoints(_ figure: WrittenFigure) -> Bool {
    let sentence = sentence(at: figure.range.lowerBound)
    guard let open = scalars[sentence.lowerBound..<figure.range.lowerBound].lastIndex(of: "("),
      !scalars[open..<figure.range.lowerBound].contains(")")
    else { return false }
    return text(open..<figure.range.lowerBound).holds(anyOf: ["满分", "分值", "权重"])
  }

  fileprivate func isScore(_ figure: WrittenFigure) -> Bool {
    labelOfScore(figure).holds(anyOf: ["自评分", "总分", "自评"])
  }
}
