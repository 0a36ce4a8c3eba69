import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let q11OperatingExpensePerHead = AuditRule(
    RuleCard(
      "Q11", "人均公用经费与同类单位相差过大", severity: .info,
      why: "公用经费按人按标准安排，同一地方的单位人均相差不会太大；差得多的，常常是人数或金额填错，或口径不同。",
      remedy: "核对公用经费决算数和实际在职人数；属实的不必修改。",
      sources: [.baseSheet("公用经费行和实际在职人数"), .customary("与同类单位比较")]
    ),
    method: """
      公用经费本年决算数除以实际在职人数，与一起检查的其他单位同一年度比较，至少要有 8 个其他单位。\
      超出四分位数以外 1.5 倍四分位距，并且多于中位数的 2 倍或少于中位数的一半，才提示。
      """,
    examples: [
      .passes(spending("63", staff: "20").beside(county)),
      .passes(
        spending("90", staff: "20").beside(
          ["2", "3.5", "4.6", "1.9", "2.8", "3.9", "4.4", "2.2"].map { spending($0, staff: "1") })),
      .fails(
        spending("221.98", staff: "17").beside(county),
        .at("base/operatingExpense/final", "人均公用经费 13.06 万元，其他 8 个单位的中位数 3.1 万元，请核对。")),
      .fails(
        spending("14", staff: "20").beside(county),
        .at("base/operatingExpense/final", "人均公用经费 0.7 万元，其他 8 个单位的中位数 3.1 万元，请核对。")),
      .cannotLook(spending("221.98", staff: "17").beside(Array(county.prefix(7)))),
    ]
  ) { dossier in
    guard let own = dossier.operatingExpensePerHead else {
      return .notCheckable(missing: ["公用经费决算数和实际在职人数"])
    }
    let others = dossier.companions.peers?.operatingExpensePerHead(
      of: dossier.filing.year, besides: PeerReport.key(of: dossier.filing.unit.name))
    guard let others, others.count >= 8, let range = PeerRange(others) else {
      return .notCheckable(missing: ["至少 8 个其他单位同一年度的公用经费和人数"])
    }
    guard range.isOutlier(own.value) else { return .pass }
    let (mine, middle) = (own.value.tenThousands, range.median.tenThousands)
    return .fail([
      Finding(
        at: own.cells.map { .cell($0) }, "人均公用经费 \(mine) 万元，其他 \(others.count) 个单位的中位数 \(middle) 万元，请核对。",
        derivation: "\(mine), \(range.low.tenThousands)–\(range.high.tenThousands)")
    ])
  }

  private static func spending(_ amount: String, staff: String) -> ExampleFiling {
    ["base/operatingExpense/final": amount, "base/staff/actual": staff]
  }
  private static let county = ["2.8", "3.2", "3", "2.9", "3.3", "3.5", "2.7", "3.4"].map {
    spending($0, staff: "1")
  }
}

/// Where most of some figures lie.
private struct PeerRange {
  let low: Rational
  let median: Rational
  let high: Rational

  /// nil where they cannot be held. `sorted` has at least one, the least first.
  init?(_ sorted: [Rational]) {
    guard let low = Self.quantile(1, of: sorted), let median = Self.quantile(2, of: sorted),
      let high = Self.quantile(3, of: sorted)
    else { return nil }
    (self.low, self.median, self.high) = (low, median, high)
  }

  /// Far outside of the quarters, and more than twice or less than half of the median.
  func isOutlier(_ value: Rational) -> Bool {
    guard let spread = high.subtracting(low).flatMap({ Rational(3, over: 2)?.multiplied(by: $0) }),
      let most = high.adding(spread), let least = low.subtracting(spread), let double = median.adding(median),
      let twice = value.adding(value)
    else { return false }
    return value > most && value > double || value < least && twice < median
  }

  /// The figure that so many quarters lie below, between two of them in proportion.
  private static func quantile(_ quarters: Int, of sorted: [Rational]) -> Rational? {
    let place = quarters * (sorted.count - 1)
    let (index, rest) = (place / 4, place % 4)
    guard rest > 0, let share = Rational(Int128(rest), over: 4),
      let step = sorted[index + 1].subtracting(sorted[index])?.multiplied(by: share)
    else { return sorted[index] }
    return sorted[index].adding(step)
  }
}

extension Rational {
  /// An amount in 元 as 万元 with two decimals.
  fileprivate var tenThousands: String { divided(by: Rational(10_000))?.spoken(2) ?? "?" }
}
