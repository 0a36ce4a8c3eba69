import Figures

/// What makes a self-evaluation look too good: worth a look over the whole county, no proof of anything.
public struct RedFlag: Hashable, Sendable {
  /// What was noticed.
  public let kind: Kind
  /// With the figures that led to it.
  public let words: String
  /// The cells to look at, the most telling first.
  public let cells: [CellAddress]
  public init(_ kind: Kind, _ words: String, at cells: [CellAddress]) {
    self.kind = kind
    self.words = words
    self.cells = cells
  }

  /// What can look too good.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case backfilledBudget, exactTargets, fullPoints, sameTargets, scoreGap, copiedText

    /// What people call it: 预算倒填.
    public var title: String {
      switch self {
      case .backfilledBudget: "预算倒填"
      case .exactTargets: "全部恰好完成"
      case .fullPoints: "指标全部满分"
      case .sameTargets: "指标与上年相同"
      case .scoreGap: "核查分相差大"
      case .copiedText: "文字雷同"
      }
    }

    /// When it is set.
    public var criterion: String {
      switch self {
      case .backfilledBudget:
        "全年预算数与全年执行数恰好相等，而执行数不到年初预算数的 \(RedFlag.usualShare.lowerBound)%，"
          + "或者超过 \(RedFlag.usualShare.upperBound)%。"
      case .exactTargets: "一张表有三条以上定量指标，完成值全部恰好等于指标值。"
      case .fullPoints: "一张表的三级指标全部得满分。"
      case .sameTargets: "一张表的指标和指标值与上年填报完全相同。"
      case .scoreGap: "核查后的总分与自评总分相差 \(RedFlag.greatestGap) 分以上。"
      case .copiedText: "报告正文有 \(RedFlag.leastCopied)% 以上与同一任务中另一家单位的相同。"
      }
    }
  }

  /// What is spent of the first budget in most years, in percent.
  public static let usualShare: ClosedRange<Int64> = 80...120
  /// From so many points on, the reviewed total is far from the unit's own.
  public static let greatestGap = 5
  /// From this percentage on, a text counts as copied.
  public static let leastCopied = 60
}

extension RedFlag {
  /// The totals of a sheet before and after its review, where they are far apart.
  public static func gap(of sheet: ReviewedSheet) -> RedFlag? {
    guard sheet.isReviewed, let own = sheet.ownTotal, let reviewed = sheet.reviewedTotal,
      let gap = own.subtracting(reviewed)?.magnitude, let size = Int64(exactly: gap.floor), size >= Int64(greatestGap),
      let before = own.rounded(decimals: 2)?.trimmed, let after = reviewed.rounded(decimals: 2)?.trimmed,
      let apart = gap.rounded(decimals: 2)?.trimmed
    else { return nil }
    let changed = sheet.lines.filter { $0.reviewed != $0.own }.map(\.cell)
    return RedFlag(.scoreGap, "自评 \(before) 分，核查 \(after) 分，相差 \(apart) 分", at: changed)
  }
}
