import Audit
import Evaluation

extension ConsistentFiling {
  /// Prose that says the same as the forms, and other sums that agree among themselves.
  mutating func fillReport(_ spending: Spending) {
    let (basic, project) = (spending.basic["final", default: 0], spending.project["final", default: 0])
    self["report/overview/text"] = [heads, assets, procurement].joined(separator: "\n")
    self["report/basic/text"] = [basicSpending(basic), total(basic, project), adjustment].joined(separator: "\n")
    self["self/goal/actual"] = "全年任务完成，自评得分\(self["self/sum/score"])分。"
  }

  private var heads: String {
    mutating get {
      let (posts, staff) = (Int(self["base/staff/posts"]) ?? 0, Int(self["base/staff/actual"]) ?? 0)
      let (kind, group) = (random.number(0...posts), random.number(0...staff))
      return "年末共有编制\(posts)人，其中行政编制\(kind)人，事业编制\(posts - kind)人。"
        + "实有在职人员\(staff)人（行政人员\(group)人，事业人员\(staff - group)人）。"
    }
  }

  private var assets: String {
    mutating get {
      let (liabilities, net, fixed) = (yuan(1...900), yuan(1...900), yuan(100...400))
      let used = fixed - yuan(0...50)
      return "年末资产总额\(wan(liabilities + net))，负债总额\(wan(liabilities))，净资产\(wan(net))。"
        + "固定资产原值\(wan(fixed))，在用固定资产\(wan(used))，固定资产利用率\(share(used, of: fixed))。"
    }
  }

  private var procurement: String {
    mutating get {
      let (goods, works, services) = (yuan(1...30), yuan(0...30), yuan(0...30))
      return "政府采购支出\(wan(goods + works + services))，其中货物\(wan(goods))，工程\(wan(works))，服务\(wan(services))。"
    }
  }

  private mutating func basicSpending(_ basic: Int) -> String {
    let personnel = basic / 300 * 100
    return "2024年基本支出\(wan(basic))，其中人员经费\(wan(personnel))，公用经费\(wan(basic - personnel))。"
  }

  private mutating func total(_ basic: Int, _ project: Int) -> String {
    "2024年总支出\(wan(basic + project))，其中基本支出\(wan(basic))，占总支出的\(share(basic, of: basic + project))。"
  }

  private var adjustment: String {
    mutating get {
      let (initial, more) = (yuan(100...400), yuan(1...90))
      return "年初预算\(wan(initial))，年中追加\(wan(more))，全年预算数\(wan(initial + more))。"
    }
  }

  private mutating func wan(_ yuan: Int) -> String { decimal(hundredths(yuan)) + "万元" }

  /// What the written amounts give.
  private func share(_ part: Int, of whole: Int) -> String {
    let share = (hundredths(part) * 20_000 + hundredths(whole)) / (2 * hundredths(whole))
    return "\(share / 100).\(share % 100 < 10 ? "0" : "")\(share % 100)%"
  }
}
