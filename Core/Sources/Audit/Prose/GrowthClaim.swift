import Figures
import Reading
import Rules
import Text

/// A rise or fall that is claimed to reach the goal right behind it, and the smaller one than the goal asks for:
/// 旅游收入增长15%以上 and 旅游收入10.26亿元，增长12.5%，超额完成年度目标.
struct GrowthClaim {
  /// A goal: by how much something is to rise or fall.
  struct Goal {
    let name: String
    let quantity: ProseQuantity
    let text: String
    let place: TextPlace
    let annex: Int
  }

  /// A change told right before a clause that says that the goal is reached.
  struct Told {
    let figure: WrittenFigure
    let quantity: ProseQuantity
    let clause: Range<Int>
    let passage: PassageReading
  }

  static let goals = PassageFinder(in: [.prose, .noPlans, .figure]) { read -> [Goal] in
    let passage = read.passage
    guard passage.passage.text.holds("目标") || passage.passage.isHeaded("目标") else { return [] }
    return passage.figures.compactMap { goal($0, in: passage) }
  }

  static let told = PassageFinder(in: [.prose, .noPlans], holding: ["目标"]) { read -> [Told] in
    let passage = read.passage
    return passage.clauses.compactMap { told(before: $0, in: passage) }
  }

  private static let turns = ["增长", "提高", "提升", "上升", "增加", "下降", "降低", "减少"]

  private static func change(_ figure: WrittenFigure) -> ProseQuantity? {
    switch figure.kind {
    case .percent: .orGoal(figure)
    case .percentPoints: .orPoints(figure)
    default: nil
    }
  }

  private static func goal(_ figure: WrittenFigure, in passage: PassageReading) -> Goal? {
    guard let quantity = change(figure), figure.bound != .atMost, figure.bound != .below else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let before = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    let isHeaded = passage.passage.isHeaded("绩效目标", "年度目标", "总体目标")
    let sentence = passage.text(passage.sentence(at: figure.range.lowerBound)).withoutBlanks
    guard
      isHeaded && !passage.passage.isHeaded("完成", "实现", "情况") || sentence.begins(with: "绩效目标")
        || sentence.begins(with: "年度目标"),
      let name = name(in: before)
    else { return nil }
    return Goal(
      name: name, quantity: quantity, text: passage.quote(figure), place: passage.passage.place(figure.range),
      annex: passage.passage.annex)
  }

  /// 旅游收入 of 旅游收入增长 and of 提高旅游收入.
  private static func name(in words: String) -> String? {
    for turn in turns {
      var name: String?
      if words.ends(with: turn) { name = String(words.dropLast(turn.count)) }
      if words.begins(with: turn) { name = String(words.dropFirst(turn.count)) }
      guard let name, (3...12).contains(name.unicodeScalars.count), !turns.contains(where: name.holds) else { continue }
      return name
    }
    return nil
  }

  private static func told(before clause: Range<Int>, in passage: PassageReading) -> Told? {
    let words = passage.text(clause).withoutBlanks
    guard words.holds("目标"), ["达到", "完成", "实现", "超额完成", "超过"].contains(where: words.begins),
      !words.holds(anyOf: ["未", "不", "没", "基本", "接近", "的"]), passage.figures(in: clause).isEmpty,
      let figure = passage.figures(in: 0..<clause.lowerBound).last, let quantity = change(figure),
      passage.text(figure.range.upperBound..<clause.lowerBound).withoutBlanks == ",",
      turns.contains(where: passage.text(passage.words(before: figure)).withoutBlanks.ends)
    else { return nil }
    return Told(figure: figure, quantity: quantity, clause: clause, passage: passage)
  }
}

extension GrowthClaim.Told {
  /// Of what the goal is of, and less.
  fileprivate func misses(_ goal: GrowthClaim.Goal) -> Bool {
    let part = passage.text(passage.semicolonPart(at: figure.range.lowerBound))
    let core = String(scalars: Array(goal.name.unicodeScalars.suffix(4)))
    return passage.passage.annex == goal.annex && quantity.unit == goal.quantity.unit
      && (part.holds(goal.name) || core.unicodeScalars.count >= 3 && part.holds(String(core.suffix(3))))
      && quantity.value.relation(to: goal.quantity.value) == .below
  }
}

extension Dossier {
  /// Changes that do not reach the goal they are said to reach.
  var missedGrowthGoals: [Finding] {
    let told = found(in: GrowthClaim.told)
    guard !told.isEmpty else { return [] }
    let goals = found(in: GrowthClaim.goals)
    return told.compactMap { one in
      let missed = goals.filter(one.misses)
      guard missed.count == 1, let goal = missed.first else { return nil }
      let claim = one.passage.text(one.clause).droppingBlankEnds
      let quote = one.passage.quote(one.figure)
      return Finding(
        at: [one.clause, one.figure.range].map { .text(one.passage.passage.place($0)) } + [.text(goal.place)],
        "写“\(claim)”，而\(goal.name)的目标是 \(goal.text)，实际 \(quote)，没有达到。",
        derivation: "\(quote) < \(goal.text)")
    }
  }
}
