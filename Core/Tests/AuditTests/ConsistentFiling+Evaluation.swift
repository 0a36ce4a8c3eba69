import Evaluation

extension ConsistentFiling {
  mutating func fillSheets(_ spending: Spending) {
    let (basic, project) = (spending.basic["final", default: 0], spending.project["final", default: 0])
    var adjusted = 0
    for (number, fund) in spending.funds.enumerated() {
      let sheet = "project-\(number + 1)"
      let budget = fund.final + (random.chance(50) ? yuan(1...10) : 0)
      adjusted += budget - fund.final
      self["\(sheet)/project/name"] = random.chance(50) ? fund.name : "2024年\(fund.name) 项目"
      self["\(sheet)/project/department"] = "示例县商务局"
      for (column, amount) in [("initial", fund.budget), ("budget", budget), ("executed", fund.final)] {
        let parts = split(amount)
        write("\(sheet)/total/\(column)", amount)
        for (row, part) in zip(["fiscal", "carryOver", "otherFunds"], parts) {
          write("\(sheet)/\(row)/\(column)", part)
        }
      }
      let execution = fillExecution(of: sheet, fund.final, of: budget)
      fillIndicators(
        of: sheet, groups: [["quantity", "quality", "cost"], ["social", "economic"], ["satisfaction"]], [50, 30, 10],
        execution)
    }
    let executed = basic + project
    let budget = executed + adjusted + yuan(0...30)
    write("self/total/initial", spending.basic["budget", default: 0] + spending.project["budget", default: 0])
    write("self/total/budget", budget)
    write("self/total/executed", executed)
    write("self/income/total", budget)
    write("self/spending/total", executed)
    write("self/spending/basic", basic)
    write("self/spending/project", project)
    for (column, part) in zip(["generalBudget", "governmentFund", "other"], split(budget)) {
      write("self/income/\(column)", part)
    }
    let execution = fillExecution(of: "self", executed, of: budget)
    let isClassic = tree == "classic"
    fillIndicators(
      of: "self",
      groups: (isClassic ? [] : [["economicCost", "socialCost"]]) + [
        ["quantity", "quality", "timeliness"], ["social", "sustained"], ["satisfaction"],
      ],
      isClassic ? [50, 30, 10] : [20, 40, 20, 10], execution)
  }

  /// The points of budget execution, in hundredths.
  private mutating func fillExecution(of sheet: String, _ executed: Int, of budget: Int) -> Int {
    self["\(sheet)/total/points"] = "10"
    self["\(sheet)/total/rate"] = percent(executed, of: budget)
    // What the forms show decides, as in the system.
    let shown = (hundredths(executed), hundredths(budget))
    let score = min(1000, (shown.0 * 2000 + shown.1) / (2 * shown.1))
    self["\(sheet)/total/score"] = decimal(score)
    return score
  }

  private mutating func fillIndicators(of sheet: String, groups: [[String]], _ points: [Int], _ execution: Int) {
    var total = execution
    for (nodes, points) in zip(groups, points) {
      var (sum, prescribed) = (0, [String: Int]())
      let shares = random.split(points, into: random.number(nodes.count...nodes.count + 2))
      for (number, share) in shares.enumerated() {
        let row = "\(sheet)/\(nodes[number % nodes.count]).\(number + 1)"
        let lost = random.chance(20) ? random.number(1...50) : 0
        self["\(row)/name"] = "指标\(number + 1)"
        self["\(row)/target"] = "100%"
        self["\(row)/actual"] = lost > 0 ? "98%" : "100%"
        self["\(row)/points"] = "\(share)"
        self["\(row)/score"] = decimal(share * 100 - lost)
        self["\(row)/reason"] = lost > 0 ? "宣传不足，明年增加两次" : ""
        total += share * 100 - lost
        sum += share * 100 - lost
        prescribed[nodes[number % nodes.count], default: 0] += share
      }
      let tree = self.tree == "classic" || sheet != "self" ? IndicatorTree.exampleClassic : .exampleWithCost
      let group = tree.group(ofNode: nodes[0])?.id ?? ""
      self["\(sheet)/\(group)/points"] = "\(points)"
      self["\(sheet)/\(group)/score"] = decimal(sum)
      for (node, points) in prescribed { self["\(sheet)/\(node)/prescribed"] = "二级指标（\(points)分）" }
    }
    self["\(sheet)/sum/points"] = "100"
    self["\(sheet)/sum/score"] = decimal(total)
  }
}
