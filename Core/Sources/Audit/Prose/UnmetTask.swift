import Figures
import Reading
import Rules
import Text

/// A goal told under its name, and what was done of it, told elsewhere under the same name and less.
struct UnmetTask {
  let goal: NamedQuantity
  let actual: NamedQuantity

  /// "目标 4500个，实际 4320个"
  var spoken: String { "\(goal.name)目标 \(goal.text)，实际 \(actual.text)" }
}

/// Words of a sentence that a task is done, with what the sentence says was done: 新增学位4320个，全面完成年度学位建设任务.
struct TaskClaim {
  let passage: PassageReading
  /// The clause of the claim.
  let range: Range<Int>
  /// Says it of all tasks of the year.
  let isOfAll: Bool

  static let finder = PassageFinder(in: [.prose, .noPlans], holding: ["任务", "目标"]) { $0.passage.taskClaims }

  var place: TextPlace { passage.passage.place(range) }
  var quote: String { passage.text(range).droppingBlankEnds }

  /// What was done stands before it in its sentence, or it speaks of all.
  func speaks(of actual: NamedQuantity) -> Bool {
    guard actual.annex == passage.passage.annex else { return false }
    if isOfAll { return true }
    guard case .text(let place)? = actual.place, place.source == passage.passage.source else { return false }
    let sentence = passage.passage.place(passage.sentence(at: range.lowerBound))
    return sentence.range.contains(place.range.lowerBound) && place.range.upperBound <= self.place.range.lowerBound
  }
}

extension PassageReading {
  fileprivate var taskClaims: [TaskClaim] {
    guard passage.role != .heading, passage.text.holds(anyOf: ["完成", "实现", "达到", "控制在"]),
      passage.text.holds(anyOf: ["任务", "目标"])
    else { return [] }
    return clauses.compactMap { clause in
      let words = text(clause).withoutBlanks
      guard words.holds(anyOf: TaskClaim.done), words.holds(anyOf: ["任务", "目标"]), figures(in: clause).isEmpty,
        !words.holds(anyOf: TaskClaim.limits)
      else { return nil }
      let isOfAll = words.holds(anyOf: ["各项", "所有", "全部"]) && words.holds(anyOf: ["年度", "全年", "年初"])
      return TaskClaim(passage: self, range: clause, isOfAll: isOfAll)
    }
  }
}

extension TaskClaim {
  fileprivate static let done = [
    "全面完成", "全部完成", "圆满完成", "超额完成", "如期完成", "全面实现", "全部实现", "达到年度目标", "达到预期目标", "达到了年度目标", "实现年度目标", "完成年度目标",
    "达到了预期", "达到预期的", "达到既定", "达到了既定", "控制在目标", "控制在年度目标", "控制在预期目标",
  ]
  fileprivate static let limits = [
    "基本", "大部分", "除", "未", "不", "没", "尚", "拟", "将", "确保", "保证", "力争", "努力", "推动", "要", "应", "以便", "能", "若", "是否", "市委",
    "省委", "县委", "区委", "上级",
  ]
}

extension Dossier {
  /// Goals with a name that what was done under the same name does not reach, wherever it is told.
  var unmetTasks: [UnmetTask] {
    let goals = found(in: GoalComparison.goals)
    guard !goals.isEmpty else { return [] }
    let told = Dictionary(grouping: found(in: NamedQuantity.told)) { UnitOfPart($0) }
    return goals.compactMap { goal in
      guard goal.place != nil, let told = told[UnitOfPart(goal)] else { return nil }
      if goal.quantity.value.exact == .zero { return broken(goal, among: told) }
      let isCeiling = goal.quantity.figure.bound == .atMost || goal.quantity.figure.bound == .below
      guard isCeiling || goal.isBetterMore else { return nil }
      let same = told.filter {
        ($0.isSame(as: goal) || $0.isEnd(of: goal) || $0.isRate(of: goal)) && $0.place != goal.place
      }
      guard let actual = same.first,
        same.allSatisfy({ $0.quantity.value.relation(to: goal.quantity.value) == (isCeiling ? .above : .below) })
      else { return nil }
      return UnmetTask(goal: goal, actual: actual)
    }
  }

  /// Something of what should not be at all: 火点为0起 and 发现焚烧火点1起.
  private func broken(_ goal: NamedQuantity, among told: [NamedQuantity]) -> UnmetTask? {
    let actual = told.first {
      $0.quantity.value.exact > .zero && $0.name.endsLike(goal.name, atLeast: 4) && $0.place != goal.place
    }
    return actual.map { UnmetTask(goal: goal, actual: $0) }
  }

  /// Claims that tasks were done which something told under a name belies, each part of the report once for all tasks.
  func deniedTaskClaims(by unmet: () -> [UnmetTask]) -> [Finding] {
    let claims = found(in: TaskClaim.finder)
    let unmet = claims.isEmpty ? [] : unmet()
    return claims.compactMap { claim in
      guard let missed = unmet.first(where: { claim.speaks(of: $0.actual) }), let actual = missed.actual.place,
        let goal = missed.goal.place
      else { return nil }
      return Finding(
        at: [.text(claim.place), actual, goal], "写“\(claim.quote)”，而\(missed.spoken)，没有达到。",
        derivation: "\(missed.actual.text), \(missed.goal.text)")
    }
  }
}

/// A part of the report and what quantities are counted in there: others are not held against them.
private struct UnitOfPart: Hashable {
  let annex: Int?
  let unit: ExactText

  init(_ quantity: NamedQuantity) { (annex, unit) = (quantity.annex, ExactText(quantity.quantity.unit)) }
}

extension String {
  /// Both end in the same words.
  fileprivate func endsLike(_ other: String, atLeast count: Int) -> Bool {
    let (mine, theirs) = (unicodeScalars.reversed(), other.unicodeScalars.reversed())
    return zip(mine, theirs).prefix { $0 == $1 }.count >= count
  }
}

extension NamedQuantity {
  /// Without a bound more is better, if nothing tells that less is.
  fileprivate var isBetterMore: Bool {
    guard quantity.figure.bound != .atMost, quantity.figure.bound != .below else { return false }
    return !["元", "天", "日", "个工作日", "工作日", "小时", "分钟"].contains(quantity.unit)
      && !name.holds(anyOf: ["成本", "投诉", "事故", "死亡", "损失", "能耗", "排放", "下降", "降低", "控制", "时限", "流失", "差错", "费用"])
  }
}
