import Evaluation
import Figures
import Reading
import Rules
import Testing

@testable import Audit

@Suite("One cause makes one finding")
struct OneCauseOneFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let codes: [String]
    var testDescription: String { "\(line) → \(codes.joined(separator: " "))" }
    init(_ line: String, _ codes: String...) {
      self.line = line
      self.codes = codes
    }
  }

  /// Single indicators as reports have them, and every rule that may speak of the row.
  static let cases = [
    // As r1 prints them.
    Case("quantity | 农贸市场改造 | 达标 | 77.7万元 | 5 | 5 |", "G07"),
    Case("quality | 支出正确率 | 100% | 100% | 20 | 20 |", "Q05"),
    Case("cost | 基本支出 | 106.2万元 | 106.2万元 | 10 | 8 |", "B09", "B16"),
    Case("social | 政策知晓率 | 100% | 100% | 15 | 13 |", "B09", "B16"),
    // As r4 prints them.
    Case("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差"),
    Case("quantity | 投资过亿项目 | ≥8个 | 19个 | 5 | 5 | 无偏差", "B18"),
    Case("quantity | 开展招商洽谈活动 | \u{3000}≥30次 | 30次 | 5 | 5 | 无偏差"),
    Case("quality | 分解任务指标 | \u{3000}\u{3000}＝100% | ＝100% | 5 | 5 | 无偏差", "G05", "G11"),
    Case("timeliness | 任务完成期限 | 2024年12月31日前 | 2024年12月20日前 | 10 | 10 | 无偏差"),
    Case("cost | 预算控制率 | ≦100% | ≦100% | 10 | 10 | 无偏差", "G05", "G11"),
    Case("economic | 招商引资 | 定性 | 有效推进 | 15 | 13 | 措施未到位，下年将加强措施"),
    Case("ecological | 无生态效益 | 无生态效益 | 无生态效益 | 0 | 0 | 无偏差", "B19"),
    Case("satisfaction | 招商对象满意度 | ≥90% | ≥90% | 10 | 10 | 无偏差", "G05"),
    // As r3 prints them.
    Case("quantity | 其中总投资过亿项目 | 5个 | 4个 | 10 | 5 |", "B03", "B16"),
    Case("cost | 项目投资总额 | 100000万元 | 154500万元 | 10 | 10 |", "B10"),
    Case("satisfaction | 粮食安全事件发生数 | 0起 | 0起 | 5 | 5 |", "Q02"),
    Case("satisfaction | 市民满意度调查 | ≥90% | 100% | 5 | 4 |", "B09", "B16", "Q08"),
    Case("quality | 工资按月发放 | 到位率 | 100% | 20 | 17 |", "B16", "G07"),
    Case(
      "quantity | 社零总额 | 社零总额53.46亿元，增长12%，新增30（8个大个体）家 | 社零总额50.29亿元，增长2.5%，新增2家 | 50 | 45 | 基数较大", "B20", "G12", "Q25"
    ),
    Case("economic | | 扩大消费规模，激发消费热情 | 开展一系列促消费活动 | 30 | 25 |", "B16", "H02", "Q01"),
    Case("satisfaction | 企业满意度 | 满意 | | 10 | 10 |", "H01"),
    Case("quality | 无 | | | | |", "B19"),
    // Others.
    Case("quantity | | | | | |", "H01"),
    Case("quantity | 投资过亿项目 | ≥8个 | 19个 | 5 | 5 |", "B11"),
    Case("quantity | 投资过亿项目 | ≥8个 | 19个 | 5 | 3 |", "B09", "B16"),
    Case("quantity | 投资过亿项目 | ≥8个 | 19个 | 5 | 5 | 承接转移项目十一个"),
    Case("quantity | 新签约项目 | ≥80个 | 已完成 | 5 | 5 |", "H06"),
    Case("timeliness | 完成期限 | 2024年12月31日前 | 按期完成 | 5 | 5 |", "H06"),
    Case("timeliness | 完成期限 | 按期完成 | 按期完成 | 5 | 5 |", "G13"),
    Case("timeliness | 完成期限 | 及时 | 100% | 5 | 5 |", "G07"),
    Case("timeliness | 完成期限 | 2024年6月30日前 | 2024年9月20日 | 5 | 5 |", "B10"),
    Case("timeliness | 完成期限 | 2024年12月31日前 | 100% | 5 | 5 |", "G07"),
    Case("satisfaction | 企业满意度 | ≥90% | 95 | 10 | 10 |", "G09"),
    Case("satisfaction | 企业满意度 | ≥90% | 0.95 | 10 | 10 |", "G09"),
    Case("satisfaction | 企业满意度 | 90 | 95 | 10 | 10 |", "G09"),
    Case("satisfaction | 企业满意度 | ≥90% | 120% | 10 | 10 |", "G08"),
    Case("quality | 验收合格率 | ≥100% | 100% | 10 | 10 |", "G10"),
    Case("social | 公众受益 | 无 | 良好 | 15 | 15 |", "G06"),
    Case("cost | 无 | 无 | 无 | 10 | 10 |", "B30"),
    Case("quality | 安全事故 | ≥0起 | 0起 | 5 | 5 |", "B06"),
    Case("quality | 安全事故 | 0起 | 2起 | 5 | 4 | 已整改", "B05", "Q25"),
    Case("quality | 安全事故 | 0起 | 2起 | 5 | 5 | 无偏差", "B10"),
    Case("social | 推进回归 | 定性 | 基本完成 | 15 | 14 | 推迟两场", "B07", "Q25"),
    Case("social | 推进回归 | 定性 | 基本完成 | 15 | 15 |", "B07"),
    Case("social | 推进回归 | 定性 | 亿元以上项目19个 | 15 | 15 |"),
    Case("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 6 |", "A20"),
    Case("quantity | 新签约项目 | ≥80个 | 40个 | 5 | 6 | 推迟", "A20"),
    Case("quantity | 新签约项目 | ≥80个 | 40个 | 5 | 5 | 无偏差", "B10"),
    Case("quantity | 新签约项目 | ≥80个 | 40个 | 5 | 4 | 推迟", "B03", "Q25"),
    Case("quantity | 新签约项目 | ≥80个 | 40个 | 5 | 1 | 推迟", "Q25"),
    Case("quantity | 新签约项目 | ≥80个 | 80.23亿元 | 5 | 5 |", "G07"),
    Case("quantity | 新签约项目 | ≥80 | 84 | 5 | 5 |", "G06"),
    Case("quantity | 新签约项目 | ≥80个 | 84 | 5 | 5 |", "G07"),
    Case("cost | 改造成本 | ≤100万元 | 0.0095亿元 | 5 | 5 |"),
    Case("cost | 改造成本 | ≤100万元 | 1200000元 | 5 | 4.5 | 材料涨价", "B04", "Q25"),
    Case("cost | 改造成本 | ≤100万元 | 62万元 | 5 | 5 |", "Q17"),
    Case("cost | 改造成本 | ≤100万元 | 62万元 | 5 | 5 | 无偏差", "B18"),
    Case("cost | 改造成本 | ≤100万元 | 9.5万元 | 5 | 5 |", "Q07"),
    Case("cost | 改造成本 | ≥100万元 | 120万元 | 5 | 5 |", "Q03"),
    Case("cost | 收购价格执行率 | 100% | 90% | 5 | 5 |", "Q03"),
    Case("cost | 单位成本 | 合理 | 90万元 | 5 | 5 |", "G07"),
    Case("social | 营商环境 | 持续改善 | 明显改善 | 5 | 5 |", "Q01"),
    Case("social | 营商环境 | 持续改善 | 95% | 5 | 5 |", "G07"),
    Case("satisfaction | 企业满意度 | ≥90% | 非常满意 | 5 | 5 |", "G07"),
    Case("timeliness | 支出及时率 | 100% | 100% | 5 | 5 |", "Q04"),
  ]

  @Test(
    "each row is spoken of as often as it has something wrong", arguments: cases,
    [Calculation.Mode.computing, .asWritten])
  func speaksOnce(_ item: Case, mode: Calculation.Mode) {
    let audit = Audit(of: Dossier(Calculation(ExampleFiling.indicators(item.line).filing(), mode: mode)))
    let row = item.line.prefix { $0 != " " } + ".1"
    let codes = audit.findings.filter { $0.finding.places.contains { $0.isIn(row: String(row)) } }.map(\.card.id)
    #expect(codes.filter { !["B21", "B22", "A16", "A17", "A18"].contains($0) } == item.codes)
  }

  @Test("no key is given twice, whatever the filing", arguments: cases)
  func keysAreUnique(_ item: Case) {
    let lines = Self.cases.map(\.line)
    for given in [
      ExampleFiling.indicators(item.line), .indicators(item.line, lines[0]), .indicators(item.line, item.line),
    ] {
      let keys = Audit(of: Dossier(Calculation(given.filing()))).findings.map(\.id)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("a message is one polite sentence of bearable length", arguments: cases)
  func messagesAreShort(_ item: Case) {
    for reported in Audit(of: Dossier(Calculation(ExampleFiling.indicators(item.line).filing()))).findings {
      let message = reported.finding.message
      #expect(
        message.hasSuffix("。") && message.count <= 160 && !message.contains("Optional") && !message.contains("nil"))
      #expect(!reported.finding.places.isEmpty)
    }
  }
}

extension Place {
  fileprivate func isIn(row: String) -> Bool {
    if case .cell(let address) = self { address.row == row } else { false }
  }
}
