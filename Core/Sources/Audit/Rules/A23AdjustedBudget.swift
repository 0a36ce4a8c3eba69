import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a23AdjustedBudget = AuditRule(
    RuleCard(
      "A23", "调整后预算算不出", severity: .warning,
      why: "年初预算加上年中的追加、减去核减，就是全年预算；算不出来，说明漏了一笔调整或写错了一个数。",
      remedy: "逐笔核对预算追加、核减和结转的文件，补上漏写的一笔或改正写错的数。",
      sources: [.reportOutline("一般公共预算支出情况"), .departmentSheet("年初预算数、全年预算数栏")]
    ),
    method: """
      在同一句（一句不全的看同一段）里找一个年初预算、一个调整后（全年）预算和中间的追加、调增、结转、核减、调减等数，年初数加减调整数与调整后的数比较。\
      只写“调整”的按增或减都试；调整数中有几个另作细分的，任何一种取法算得出即不报。约数、与上年的增减、有两个年初数的不看。
      """,
    examples: [
      .passes(.prose("年初预算684.34万元，年中追加2011.25万元，调整后预算2695.59万元。")),
      .passes(
        .prose(
          "年初预算为1050万元，年中调增330万元（其中人员经费调增130万元，项目调增200万元）、调减20万元，全年预算数1360万元，比上年增加60万元。",
          "冷链项目年初预算数400万元，预算调整280.66万元，调整后预算数为119.34万元。")),
      .passes(
        .prose(
          "年初预算620万元，年中追加60万元，调整后预算680万元。",
          "年初预算数为1862.35万元，全年预算数为3128.6万元，全年执行数为3019.1万元。较2021年执行数2846.72万元增加172.38万元，增长6.06%。")),
      .passes(.prose("年初预算620万元，追加60万元，调整后预算680万元，支出650万元，其中年初结转12万元，年末结转30万元。")),
      .cannotLook(.prose("年初预算1268.4万元，执行中追加热线扩容经费96万元、人员增资23.5万元，全年预算1387.9万元。")),
      .cannotLook(.prose("年初预算862.5万元，调整后预算945.8万元，决算支出924.62万元。年初结转结余16.4万元，年末结转结余21.18万元。")),
      .fails(
        .prose("年初预算⟦684.34万元⟧，年中追加⟦2011.25万元⟧，调整后预算⟦2659.59万元⟧。"),
        .at("⟦2659.59万元⟧", "年初预算 684.34 万元加减调整数应为 2695.59 万元，写为 2659.59 万元，相差 36 万元。")),
      .fails(
        .prose("年初批复预算⟦1050万元⟧。年中追加⟦330万元⟧，核减⟦20万元⟧。全年预算数⟦1380万元⟧，执行1300万元。"),
        .at("⟦1380万元⟧", "年初预算 1050 万元加减调整数应为 1360 万元，写为 1380 万元，相差 20 万元。")),
      .cannotLook(.prose("年初预算684.34万元，调整后预算2695.59万元。")),
      .cannotLook(.prose("年初批复预算4960万元，年中追加569.76万元。按调整后口径为2110万元，执行率99.73%。")),
    ]
  ) { dossier in
    Verdict(over: dossier.found(in: BudgetAdjustment.finder), missing: "报告正文", "预算的调整数", look: \.look)
  }
}

/// What a budget was at the year's beginning, what it came to, and every change between.
private struct BudgetAdjustment {
  let initial: AmountStatement
  let adjusted: AmountStatement
  let changes: [AmountStatement]
  /// Some of the changes part others.
  let isNested: Bool

  /// One for each sentence, or else one for all of the passage.
  static let finder = PassageFinder(in: .amount) { read in
    let amounts = read.amounts.filter { !$0.isApproximate && !$0.words.holds("口径") }
    let bySentence = read.passage.sentences.compactMap { sentence in
      BudgetAdjustment(amounts.filter { sentence.contains($0.range.lowerBound) }, in: read.passage)
    }
    return bySentence.isEmpty ? [BudgetAdjustment(amounts, in: read.passage)].compactMap { $0 } : bySentence
  }

  /// nil unless there is one of each and a change.
  init?(_ amounts: [AmountStatement], in passage: PassageReading) {
    let initials = amounts.filter(\.isInitialBudget)
    let adjusted = amounts.filter(\.isAdjustedBudget)
    guard initials.count == 1, adjusted.count == 1 else { return nil }
    changes = amounts.enumerated().filter { index, amount in
      // 较2021年的2846.72万元增加172.38万元 is no change of the budget.
      let isGrowth =
        index > 0 && amounts[index - 1].role == .base
        && passage.clause(at: amount.range.lowerBound).contains(amounts[index - 1].range.lowerBound)
      // 年初结转x，年末结转y behind both budgets tells of what was left, not of what was added.
      let isLeft =
        amount.words.holds("结转")
        && amount.range.lowerBound > max(initials[0].range.lowerBound, adjusted[0].range.lowerBound)
        && !passage.text(passage.clause(at: amount.range.lowerBound)).holds(anyOf: ["含", "其中"])
      return amount.adjustment != nil && !isGrowth && !isLeft
    }.map(\.element)
    // 追加甲96万元、乙23.5万元: the word holds for both, which is as much as not told.
    let isSeries = amounts.indices.dropFirst().contains { index in
      let (last, next) = (amounts[index - 1], amounts[index])
      return last.adjustment != nil && next.adjustment == nil && next.role == .level && !next.isAdjustedBudget
        && !next.isInitialBudget && next.range.lowerBound < adjusted[0].range.lowerBound
        && passage.text(last.range.upperBound..<next.range.lowerBound).withoutBlanks.begins(with: "、")
    }
    guard (1...8).contains(changes.count), !isSeries,
      initials[0].item == adjusted[0].item || initials[0].item.name != nil || adjusted[0].item.name != nil
    else { return nil }
    (self.initial, self.adjusted) = (initials[0], adjusted[0])
    let between = changes[0].range.lowerBound..<changes[changes.count - 1].range.upperBound
    isNested = passage.has(.parts, in: between) || passage.scalars[between].contains("(")
  }

  var look: Look? {
    let goal = adjusted.stated
    guard !sums.isEmpty, let right else { return nil }
    guard !sums.contains(where: { $0.relation(to: goal) == .agree }) else { return .agrees }
    return .breaks(
      Finding(
        at: ([adjusted, initial] + changes).map { .text($0.place) },
        "年初预算 \(initial.stated.spoken)加减调整数应为 \(right.spoken)，写为 \(goal.spoken)，相差 \(right.gap(to: goal).spoken)。",
        derivation:
          "\(initial.stated.digits) 与 \(changes.map(\.stated.digits).joined(separator: "、")) → \(right.digits) ≠ \(goal.digits)"
      ))
  }

  /// What all of the changes make of the initial budget, or some where one parts another.
  private var sums: [StatedAmount] {
    var sums = [initial.stated]
    for change in changes {
      let more = sums.flatMap { sum in steps(of: change).compactMap { sum.adding($0) } }
      sums = isNested ? sums + more : more
    }
    return isNested ? Array(sums.dropFirst()) : sums
  }

  /// What all of them make of it.
  private var right: StatedAmount? {
    changes.reduce(Optional(initial.stated)) { sum, change in
      let steps = steps(of: change)
      let isSmaller = adjusted.stated.exact < initial.stated.exact
      return sum?.adding(isSmaller ? steps[steps.count - 1] : steps[0])
    }
  }

  private func steps(of change: AmountStatement) -> [StatedAmount] {
    switch change.adjustment {
    case .more?: [change.stated]
    case .less?: [change.stated.negated]
    case .either?, nil: [change.stated, change.stated.negated]
    }
  }
}

/// Which way a budget was adjusted.
private enum Adjustment { case more, less, either }

extension AmountStatement {
  /// nil for an amount that is none, or the difference to another year.
  fileprivate var adjustment: Adjustment? {
    guard !isInitialBudget, !isAdjustedBudget, role != .base, !words.holds(anyOf: ["上年", "去年", "同期", "同比", "相比", "比较"])
    else {
      return nil
    }
    switch role {
    case .change(let isRise): return isRise ? .more : .less
    default: break
    }
    if words.holds(anyOf: ["调减", "核减", "减收", "收回", "调出", "统筹收"]) { return .less }
    if words.holds(anyOf: ["追加", "调增", "新增预算", "结转", "调入"]) { return .more }
    return words.holds(anyOf: ["预算调整", "年中调整", "中期调整", "调整金额", "调整数"]) ? .either : nil
  }
}

extension StatedAmount {
  fileprivate var negated: StatedAmount { StatedAmount(Rational.zero.subtracting(exact) ?? exact, slack: slack) }

  fileprivate func adding(_ other: StatedAmount) -> StatedAmount? { StatedAmount(sumOf: [self, other]) }
}
