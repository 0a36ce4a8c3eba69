/// What a word tells of the figures around it.
public enum Cue: Hashable, Sendable {
  case item(BudgetItem)
  case stage(BudgetStage)
  case scope(FundScope)
  /// 支出 alone: spending, whatever it is of.
  case spending
  /// 其中 and 包括: parts follow.
  case parts
  /// 分别为 and 组成: what follows leaves nothing out.
  case allParts
  /// 其余, 等, 主要: something is left out.
  case rest
  /// 共计, 合计.
  case sum
  /// 较 and 比: what it is measured against follows.
  case comparison
  case rise, fall
  /// 持平.
  case unchanged
  /// 占: a share of what follows.
  case share
  /// 完成; `fully` for 圆满完成 and the like.
  case done(fully: Bool)
  /// 任务, 目标, 计划.
  case target
  /// 无, 没有.
  case nothing
  /// Says nothing of its own before an amount.
  case filler
  /// A word that holds another one and has nothing to do with it: 比例.
  case other
}

/// A cue where it stands.
public struct CueMark: Hashable, Sendable {
  /// What the word tells.
  public let cue: Cue
  /// Unicode scalars of the passage's text.
  public let range: Range<Int>
}
