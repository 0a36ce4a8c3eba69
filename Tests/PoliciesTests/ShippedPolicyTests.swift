import Evaluation
import Figures
import Policies
import Rules
import Testing

struct ShippedPolicyTests {
  @Test func `every policy that comes with the program loads without a fault`() {
    let faults = PolicyLibrary.check(paths: [PolicyLibrary.bundledFolder]).filter { $0.severity != .info }
    #expect(faults.map(\.description) == [])
  }

  @Test func `the program finds its policies by id`() throws {
    let library = try PolicyLibrary.bundled()
    #expect(library.policies.map(\.id) == Shipped.ids)
    #expect(library["hunan-2024-department"]?.title == "湖南省县级2024年度部门整体支出绩效自评")
    #expect(library["hunan-2024"] == nil)
  }

  @Test(arguments: Shipped.ids) func `every group of values names a source that is there`(_ id: String) throws {
    let policy = try Shipped.policy(id)
    let groups = ["amounts", "rounding", "scoring.execution", "scoring.indicators", "scoring.reverse", "grades"]
    #expect(groups.allSatisfy { policy.origins[$0] != nil })
    #expect(policy.origins.values.allSatisfy { policy.sources[$0.source] != nil })
    #expect(policy.origins["grades"]?.note.isEmpty == false)
  }

  @Test(arguments: Shipped.ids) func `every tree adds up to the points beside budget execution`(_ id: String) throws {
    let policy = try Shipped.policy(id)
    #expect(policy.scoring.executionPoints + policy.scoring.indicatorPoints == 100)
    for tree in policy.trees {
      let points = tree.groups.map(\.points)
      // Some regions leave all of them to the unit.
      if points.allSatisfy({ $0 == nil }) { continue }
      #expect(points.reduce(0) { $0 + ($1 ?? 0) } == policy.scoring.indicatorPoints)
    }
  }

  @Test func `the county and the national trees weigh cost as prescribed`() throws {
    func points(_ id: String, _ tree: String) throws -> [Int?]? {
      try Shipped.policy(id).trees.first { $0.id == tree }?.groups.map(\.points)
    }
    #expect(try points("hunan-2024-department", "classic") == [50, 30, 10])
    #expect(try points("hunan-2024-department", "cost-first") == [20, 40, 20, 10])
    #expect(try points("national-2021-project", "cost-first") == [20, 40, 20, 10])
    #expect(try Shipped.policy("hunan-2024-department").tree(nil)?.id == "classic")
  }

  @Test func `the county's grades are those printed, each end in one of them`() throws {
    let grades = try Shipped.policy("hunan-2024-department").grades
    let points = ["0", "59.99", "60", "79.99", "80", "90", "90.01", "96", "100"]
    let labels = try points.map { try grades.grade(for: Figure(reading: $0).rational)?.label }
    #expect(labels == ["差", "差", "较差", "较差", "良好", "良好", "优秀", "优秀", "优秀"])
    let city = try Shipped.policy("yueyang-2024-department").grades
    #expect(
      try ["98", "90", "89.99"].map { try city.grade(for: Figure(reading: $0).rational)?.label } == ["优", "优", "良"])
  }

  @Test func `a department's report and, with special funds, its project report are wanted`() throws {
    let policy = try Shipped.policy("hunan-2024-department")
    #expect(policy.attachments.map(\.id) == ["report", "projectReport"])
    #expect(policy.attachments.map(\.need) == [.always, .withSpecialFunds])
    #expect(policy.attachments.allSatisfy { $0.endings == ["docx", "doc", "pdf", "wps"] })
    #expect(policy.paths?.steps(for: .lead) == [.unit, .finance])
    #expect(policy.paths?.steps(for: .subordinate) == [.unit, .department])
    #expect(policy.paths?.leadWaitsForSubordinates == true)
  }

  @Test(arguments: ["hunan-2024-department", "yueyang-2024-department"])
  func `report texts to start from name only cells that a new filing has`(_ id: String) throws {
    let filing = Shipped.blank(try Shipped.policy(id))
    let calculation = Calculation(filing)
    let starters = filing.policies.policies.flatMap(\.outlines).flatMap(\.sections).map(\.starter)
    let names = starters.joined().split(separator: "{{").dropFirst().compactMap { $0.split(separator: "}}").first }
    #expect(names.count > 10)
    #expect(names.filter { CellAddress(String($0)).flatMap { calculation.definition(at: $0) } == nil } == [])
  }

  @Test func `the city's table of work assessment has the points of the printed one`() throws {
    let policy = try Shipped.policy("yueyang-2024-department")
    let table = try #require(policy.workAssessment)
    let printed = [
      ("自评通知", 8), ("工作小组", 2), ("单位自查", 10), ("提交报告", 10), ("完整性", 15), ("绩效自评表", 20), ("反映问题情况", 20), ("建议情况", 15),
    ]
    for (second, points) in printed {
      #expect(table.rows.filter { $0.second == second }.reduce(0) { $0 + $1.points } == points, "\(second)")
    }
    #expect(table.rows.count { if case .computed = $0.method { true } else { false } } == 10)
    #expect(Shipped.ids.compactMap { try? Shipped.policy($0).workAssessment }.count == 1)
  }

  @Test func `what follows from a grade is said for every grade, and marked as not read in the original`() throws {
    for id in Shipped.ids {
      let policy = try Shipped.policy(id)
      guard let use = policy.resultUse else { continue }
      #expect(Set(use.uses.keys) == Set(policy.grades.map(\.label)))
      #expect(policy.sources[use.source]?.isVerified == false)
    }
  }
}
