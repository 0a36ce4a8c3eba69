import Evaluation
import Policies
import Testing

/// A project filled in under a region's policy. Fictional.
struct RegionSample: Sendable, CustomTestStringConvertible {
  let policy: String
  /// "fiscal/initial": "90.5".
  let cells: [(cell: String, text: String)]
  /// Second level, then the columns by role.
  let lines: [(node: String, texts: [IndicatorColumn: String])]
  var goals: [(target: String, actual: String, weight: String)] = []
  var testDescription: String { policy }

  /// The only project of a filing of this policy alone.
  func filing() throws -> EditOutcome {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024,
      policies: PolicySet([try Shipped.policy(policy)]))
    let adds = goals.map { _ in "goals" } + lines.map(\.node)
    filing = filing.applying([.addProject] + adds.map { .addLine(sheet: "project-1", under: $0) }).filing
    var texts = cells
    for (number, goal) in goals.enumerated() {
      texts += [("target", goal.target), ("actual", goal.actual), ("weight", goal.weight)].map {
        ("r\(number + 1)/\($0)", $1)
      }
    }
    for (number, line) in lines.enumerated() {
      texts += line.texts.map { ("r\(goals.count + number + 1)/\($0.rawValue)", $1) }
    }
    return filing.applying(
      texts.compactMap { cell, text in
        CellAddress("project-1/\(cell)").map { .set($0, text: text, was: nil) }
      })
  }

  static let all = [sichuan, hubei, anhui, hainan, guangxi]

  static let sichuan = RegionSample(
    policy: "sichuan-2024-project",
    cells: [
      ("project/name", "51000024T000000000001-农贸市场改造"), ("project/department", "示例县商务局"),
      ("project/implementer", "示例县商务局"), ("goal/target", "改造农贸市场两个，方便周边居民。"),
      ("goal/actual", "两个市场完成改造并开业。"), ("process/text", "三月招标，五月开工，十一月验收。"),
      ("fiscal/initial", "80"), ("fiscal/budget", "90"), ("fiscal/executed", "72"), ("unitFunds/budget", "10"),
      ("unitFunds/executed", "10"), ("total/reason", "年中追加十万元；工程尾款按合同下年支付。"),
      ("conclusion/text", "自评良好，两个市场按期开业。"), ("problems/text", "验收资料归档不及时。"), ("measures/text", "按月归档，专人核对。"),
    ],
    lines: [
      ("quantity", [.name: "改造市场", .sign: "≥", .target: "2", .unit: "个", .actual: "2", .points: "30", .score: "30"]),
      (
        "quality",
        [
          .name: "验收合格率", .sign: "=", .target: "100", .unit: "%", .actual: "95", .points: "20", .score: "19",
          .reason: "一处返工",
        ]
      ),
      (
        "economicCost",
        [.name: "改造总成本", .sign: "≤", .target: "100", .unit: "万元", .actual: "82", .points: "10", .score: "10"]
      ),
      ("social", [.name: "周边居民便利", .sign: "定性", .target: "明显改善", .actual: "达成年度指标", .points: "20", .score: "20"]),
      (
        "satisfaction",
        [.name: "商户满意度", .sign: "≥", .target: "90", .unit: "%", .actual: "97", .points: "10", .score: "10"]
      ),
    ])

  static let hubei = RegionSample(
    policy: "hubei-2024-project",
    cells: [
      ("project/name", "水质监测"), ("project/department", "示例县水利局"), ("project/implementer", "示例县水文站"),
      ("project/category", "本级专项"), ("project/attribute", "持续性项目"), ("project/type", "常年性项目"),
      ("total/budget", "60"), ("total/executed", "45"), ("deviation/text", "汛期推迟两次采样。"),
      ("measures/text", "下年提前安排，结果与预算挂钩。"),
    ],
    lines: [
      (
        "quality", [.goal: "1", .name: "监测数据合格率", .target: "≥98%", .actual: "99%", .points: "25", .score: "25"]
      ),
      ("timeliness", [.goal: "1", .name: "按月采样", .target: "12次", .actual: "10次", .points: "15", .score: "12.5"]),
      (
        "social", [.goal: "2", .name: "公众用水安全", .target: "有保障", .actual: "部分达成预期指标", .points: "20", .score: "14"]
      ),
      ("satisfaction", [.goal: "2", .name: "用水户满意度", .target: "≥90%", .actual: "93%", .points: "20", .score: "20"]),
    ],
    goals: [("取得全年水质监测数据", "取得十次采样的数据", "40"), ("保障公众用水安全", "全年没有水质事故", "40")])

  /// Where forms are alike, the region's name in the report tells whose it is.
  private static func plainCells(in region: String) -> [(cell: String, text: String)] {
    [("project/department", "219-\(region)示例县商务局")] + plainCells
  }
  private static let plainCells = [
    ("project/name", "农贸市场改造"), ("project/implementer", "219001-示例县商务局"),
    ("fiscal/initial", "900000"), ("fiscal/budget", "900000"), ("fiscal/executed", "720000"),
    ("carryOver/budget", "100000"), ("carryOver/executed", "100000"), ("goal/target", "改造农贸市场两个。"),
    ("goal/actual", "两个市场完成改造并开业。"),
  ]
  private static let plainLines: [(node: String, texts: [IndicatorColumn: String])] = [
    ("quantity", [.name: "改造市场", .target: "≥2个", .actual: "2个", .points: "30", .score: "30"]),
    (
      "quality", [.name: "验收合格率", .target: "=100%", .actual: "95%", .points: "20", .score: "19", .reason: "一处返工，已整改"]
    ),
    ("social", [.name: "周边居民便利", .target: "明显改善", .actual: "达成", .points: "30", .score: "30"]),
    ("satisfaction", [.name: "商户满意度", .target: "≥90%", .actual: "97%", .points: "10", .score: "10"]),
  ]
  static let hainan = RegionSample(
    policy: "hainan-2024-project", cells: plainCells(in: "海南省"), lines: plainLines)
  static let guangxi = RegionSample(
    policy: "guangxi-2024-project",
    cells: plainCells(in: "广西").map { ($0, Int($1) == nil ? $1 : String($1.dropLast(4))) }, lines: plainLines)
  static let anhui = RegionSample(
    policy: "anhui-2024-project",
    cells: plainCells(in: "安徽省").map { ($0, Int($1) == nil ? $1 : String($1.dropLast(4))) }, lines: plainLines)
}
