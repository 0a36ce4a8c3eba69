import Reading
import Text

/// Words that all goals were reached: 各项绩效目标均已完成.
struct GoalClaim {
  let passage: PassageReading
  /// Its clause.
  let range: Range<Int>
  /// The kind of indicators that alone it speaks of: 产出; nil for all of them.
  let kind: String?

  /// Every one that prose makes.
  static let finder = PassageFinder(holding: ["目标", "指标"]) { $0.passage.goalClaims }

  var quote: String { passage.text(range).droppingBlankEnds }

  /// 各项绩效目标全部圆满完成: whatever the goals are, and of no project alone.
  var isOfAllGoals: Bool {
    kind == nil && quote.holds(anyOf: ["绩效目标", "绩效指标"]) && quote.holds(anyOf: ["各项", "全部", "所有"])
      && !quote.holds("项目")
  }

  /// A clause of the next two sentences that admits that a goal was missed; nil where it may speak of something else.
  var admission: Range<Int>? {
    let own = passage.sentence(at: range.lowerBound)
    guard kind == nil, let next = passage.sentences.firstIndex(where: { $0.lowerBound >= own.upperBound }) else {
      return nil
    }
    return passage.sentences[next...].prefix(2).lazy.flatMap { sentence in
      passage.clauses.filter { sentence.contains($0.lowerBound) }
    }.first { clause in
      let words = passage.text(clause).withoutBlanks
      return words.holds(anyOf: ["未达到", "没有达到", "未完成", "未达标", "低于目标", "未实现"])
        && words.holds(anyOf: ["目标", "指标", "任务"]) && !words.holds(anyOf: ["上年", "去年", "如", "若", "对未", "凡"])
    }
  }

  /// What it says holds of what is told there as well: in the same part of the report, and not under another project.
  func speaks(of other: PassageReading) -> Bool {
    guard passage.passage.annex == other.passage.annex else { return false }
    if let kind {
      return other.passage.headings.contains { $0.title.holds(anyOf: PassageReading.kinds(within: kind)) }
    }
    let (mine, theirs) = (passage.passage.headings, other.passage.headings)
    guard let fork = mine.indices.first(where: { !theirs.indices.contains($0) || theirs[$0] != mine[$0] }) else {
      return true
    }
    return mine[fork...].allSatisfy { $0.title.holds(anyOf: Self.general) }
  }

  /// What was done is told before it in its own paragraph.
  func follows(_ actual: NamedQuantity) -> Bool {
    guard case .text(let place)? = actual.place, place.source == passage.passage.source else { return false }
    return passage.passage.place.range.contains(place.range.lowerBound)
      && place.range.upperBound <= passage.passage.place(range).range.lowerBound
  }

  /// Headings under which a report speaks of itself as a whole.
  private static let general = ["绩效", "目标", "总体", "结论", "评价", "完成", "成效", "综述", "概况", "情况", "得分"]
}

extension PassageReading {
  /// Empty under headings of plans and of one kind of indicators.
  var goalClaims: [GoalClaim] {
    guard passage.role != .heading, passage.text.holds(anyOf: ["目标", "指标"]), !isAboutPlans,
      !passage.isHeaded("存在的问题", "存在问题")
    else { return [] }
    let isOfKind = passage.isHeaded("数量指标", "质量指标", "时效指标", "成本指标", "效益指标", "满意度", "产出指标")
    return clauses.filter(isGoalClaim).map { clause in
      GoalClaim(passage: self, range: clause, kind: Self.kind(in: text(clause)))
    }.filter { !isOfKind || $0.kind != nil }
  }

  /// 数量、质量等各项产出指标 are 产出指标 all the same.
  private func isOfOneKind(_ words: String) -> Bool {
    let named = Self.kinds.filter { words.holds($0) }
    return named.count <= 1 || words.holds("产出指标") && named.allSatisfy(Self.kinds(within: "产出").contains)
  }

  private static func kind(in words: String) -> String? {
    words.holds("产出指标") ? "产出" : kinds.first { words.holds($0) }
  }

  private func isGoalClaim(_ clause: Range<Int>) -> Bool {
    let words = text(clause).withoutBlanks
    guard words.holds(anyOf: ["完成", "实现", "达到", "达成", "达标"]), words.holds(anyOf: ["目标", "指标"]),
      !words.holds(anyOf: Self.limits), isOfOneKind(words)
    else { return false }
    // 除就业率外，
    let sentence = sentence(at: clause.lowerBound)
    guard !text(sentence.lowerBound..<clause.lowerBound).holds("除") else { return false }
    // 市委下达的目标任务 are other goals than those of the budget.
    let isOfBudget =
      words.holds("绩效") || words.holds("指标") || Self.kinds.contains { words.holds($0 + "目标") }
      || passage.isHeaded("绩效目标", "绩效指标")
      || passage.role == .cell && words.holds("目标")
      || words.holds(anyOf: ["年度目标", "年初目标", "预期目标", "既定目标", "总体目标", "设定的目标", "设定目标"])
    guard isOfBudget, !words.holds(anyOf: ["目标任务", "任务目标"]) || words.holds("绩效") else { return false }
    return words.holds(anyOf: Self.all)
  }

  private static let all = [
    "各项", "全部", "所有", "均", "都", "全面", "圆满", "逐项", "按计划完成", "按照计划完成", "如期完成", "100%完成", "百分之百",
  ]
  private static let kinds = ["数量", "质量", "时效", "成本", "效益", "满意度", "产出"]
  /// 数量指标 are 产出指标.
  fileprivate static func kinds(within kind: String) -> [String] {
    kind == "产出" ? ["产出", "数量", "质量", "时效", "成本"] : [kind]
  }
  /// Words that leave something out, or speak of what is to come or was asked.
  private static let limits = [
    "基本", "大部分", "多数", "部分", "较好", "除", "未", "不", "没", "尚", "拟", "将", "确保", "保障", "保证", "力争", "努力", "推动", "促进", "为了",
    "要", "需", "应", "以便", "能", "可", "如果", "若", "是否", "情况", "围绕", "对照", "按照绩效", "根据", "有待", "规定", "个", "项指标",
  ]
}
