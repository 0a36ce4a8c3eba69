import Database
import Evaluation
import Store

/// Rates of execution against scores: much spent and few points, or little spent and many, is worth a question.
extension StatisticsTables {
  /// A unit's rate and score, both in hundredths.
  private struct Pair {
    let unit: BudgetUnit
    let filing: Int64
    let rate: Int64
    let score: Int64

    var gap: Int64 { abs(score - rate) }
  }

  /// How many units the picture shows.
  private static let most = 1_000

  func gapsTable() throws -> StatisticsTable {
    let pairs = try pairs()
    let points = pairs.map { pair in
      ScatterChart.Point(
        name: "\(pair.unit.name)：执行率 \(Self.words(pair.rate))%，得分 \(Self.words(pair.score))",
        across: Double(pair.rate) / 100, up: Double(pair.score) / 100, link: Route.score(pair.filing).path)
    }
    return StatisticsTable(
      title: "\(year)年得分与执行率相差最大的单位",
      note: "图上每点一家，横为执行率，竖为自评得分；离开多数的点值得看一看。表中列相差最大的，最多 \(Self.rank) 家。",
      columns: [
        .init(caption: "单位"), .init(caption: "执行率（%）", isNumber: true), .init(caption: "自评得分", isNumber: true),
        .init(caption: "相差", isNumber: true),
      ],
      rows: pairs.sorted { ($1.gap, $0.unit.code.description) < ($0.gap, $1.unit.code.description) }.prefix(Self.rank)
        .map { pair in
          .init(cells: [
            .init(pair.unit.name, link: Route.score(pair.filing).path), .init(Self.words(pair.rate)),
            .init(Self.words(pair.score)), .init(Self.words(pair.gap)),
          ])
        },
      picture: ScatterChart(across: "执行率（%）", up: "自评得分", points: points).html)
  }

  private func pairs() throws -> [Pair] {
    let scores = try database.ask(.figures(of: "self/sum/score", in: scope(of: year), limit: Self.most, offset: 0))
    let byFiling = Dictionary(scores.map { ($0.filing, $0.value) }, uniquingKeysWith: { first, _ in first })
    return try database.ask(.executions(in: scope(of: year), highestFirst: true, limit: Self.most)).compactMap { unit in
      guard let millionths = byFiling[unit.filing], let rate = SumWords.hundredths(unit.executed, of: unit.base),
        let score = SumWords.hundredths(millionths, of: 100_000_000)
      else { return nil }
      return Pair(unit: unit.unit, filing: unit.filing, rate: rate, score: score)
    }
  }

  /// "97.50" for 9750 hundredths.
  private static func words(_ hundredths: Int64) -> String { SumWords.percent(hundredths, of: 10_000) ?? "" }
}
