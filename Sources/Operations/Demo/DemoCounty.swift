import Evaluation

/// A fictional county: its units, its people, and how far each unit has come.
enum DemoCounty {
  static let name = "云溪县"
  static let notice = (title: "关于开展2024年度财政支出绩效自评工作的通知", number: "云财绩〔2025〕1号")

  struct Unit: Sendable {
    let code: String
    let name: String
    let goal: Goal
    let content: DemoContent
  }

  /// How far the demo takes a unit's filing.
  enum Goal: Sendable {
    case notStarted, drafting, returned, unitReview, departmentReview, financeReview, done
  }

  static let units: [Unit] = [
    Unit(code: "101001", name: "云溪县教育局", goal: .drafting, content: .plain(.education, seed: 11)),
    Unit(code: "101002", name: "云溪县第一中学", goal: .departmentReview, content: .plain(.school, seed: 12)),
    Unit(code: "101003", name: "云溪县特殊教育学校", goal: .returned, content: .plain(.specialSchool, seed: 13)),
    Unit(code: "201001", name: "云溪县商务局", goal: .done, content: .commerce),
    Unit(code: "201002", name: "云溪县投资促进事务中心", goal: .done, content: .plain(.investment, seed: 15)),
    Unit(code: "202001", name: "云溪县国际贸易促进委员会", goal: .done, content: .trade),
    Unit(code: "301001", name: "云溪县农业农村局", goal: .financeReview, content: .plain(.agriculture, seed: 17)),
    Unit(code: "401001", name: "云溪县卫生健康局", goal: .unitReview, content: .plain(.health, seed: 18)),
    Unit(code: "501001", name: "云溪县交通运输局", goal: .notStarted, content: .plain(.transport, seed: 19)),
    Unit(code: "601001", name: "云溪县文化旅游广电体育局", goal: .drafting, content: .plain(.culture, seed: 20)),
  ]

  struct Someone: Sendable {
    let account: String
    let name: String
    let mobile: String
    let posts: [Post]
  }

  /// Two people per unit, and the bureau's.
  static var people: [Someone] {
    let surnames = Array("李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢")
    let given = Array("敏强丽伟静洋艳勇杰娟涛超霞平刚桂")
    var all = [
      Someone(account: "admin", name: "郑毅", mobile: "", posts: [Post(.administrator, at: nil)]),
      Someone(account: "finance", name: "梁静", mobile: "13800000001", posts: [Post(.finance, at: nil)]),
      Someone(account: "finance2", name: "宋涛", mobile: "", posts: [Post(.finance, at: nil)]),
    ]
    for (number, unit) in units.enumerated() {
      for (offset, kind) in [Post.Kind.handler, .reviewer].enumerated() {
        let index = number * 2 + offset
        let name = "\(surnames[index % surnames.count])\(given[(index * 5 + 3) % given.count])"
        let account = (kind == .handler ? "jb" : "sh") + unit.code
        all.append(Someone(account: account, name: name, mobile: "", posts: [Post(kind, at: unit.code)]))
      }
    }
    return all
  }
}

/// What a demo filing is filled with.
enum DemoContent: Sendable {
  /// Figures like those of a county commerce bureau with four special funds and 96 points.
  case commerce
  /// Figures like those of a small trade promotion unit with 98 points.
  case trade
  /// Plausible figures from a seed.
  case plain(DemoStory, seed: UInt64)
}
