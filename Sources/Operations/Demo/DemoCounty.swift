import Evaluation

/// A fictional county: its units, and how far each has come.
enum DemoCounty {
  static let name = "云溪县"
  static let notice = (title: "关于开展2024年度财政支出绩效自评工作的通知", number: "云财绩〔2025〕1号")

  static let units: [DemoPlan.Unit] = [
    .init(code: "101001", name: "云溪县教育局", goal: .drafting, content: .plain(.education, funds: [], seed: 11)),
    .init(code: "101002", name: "云溪县第一中学", goal: .departmentReview, content: .plain(.school, funds: [], seed: 12)),
    .init(code: "101003", name: "云溪县特殊教育学校", goal: .returned, content: .plain(.specialSchool, funds: [], seed: 13)),
    .init(code: "201001", name: "云溪县商务局", goal: .done, content: .commerce, publications: [.first]),
    .init(code: "201002", name: "云溪县投资促进事务中心", goal: .done, content: .plain(.investment, funds: [], seed: 15)),
    .init(
      code: "202001", name: "云溪县国际贸易促进委员会", goal: .done, content: .trade,
      publications: [.first, .init(note: "补充自评工作的联系人和电话。", reason: "对外公布的联系人和办公电话")]),
    .init(code: "301001", name: "云溪县农业农村局", goal: .financeReview, content: .plain(.agriculture, funds: [], seed: 17)),
    .init(code: "401001", name: "云溪县卫生健康局", goal: .unitReview, content: .plain(.health, funds: [], seed: 18)),
    .init(code: "501001", name: "云溪县交通运输局", goal: .notStarted, content: .plain(.transport, funds: [], seed: 19)),
    .init(code: "601001", name: "云溪县文化旅游广电体育局", goal: .drafting, content: .plain(.culture, funds: [], seed: 20)),
  ]
}

extension DemoPlan {
  /// The county of the guide: ten units, one in every stage.
  public static let small = DemoPlan(units: DemoCounty.units)
}

/// What a demo filing is filled with.
enum DemoContent: Sendable {
  /// Figures like those of a county commerce bureau with four special funds and 96 points.
  case commerce
  /// Figures like those of a small trade promotion unit with 98 points.
  case trade
  /// Plausible figures from a seed, with a sheet for each fund.
  case plain(DemoStory, funds: [DemoFund], seed: UInt64)
}
