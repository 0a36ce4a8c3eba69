import Audit
import Evaluation
import Figures
import Policies
import Reading
import Rules
import Testing

/// Other regions' layouts are data: each is filled in, scored, printed and read back by the same code.
struct RegionTests {
  @Test(arguments: RegionSample.all) func `a project is filled in without a refusal`(_ sample: RegionSample) throws {
    let outcome = try sample.filing()
    #expect(outcome.problems == [] && outcome.conflicts == [])
    #expect(outcome.changes.count > sample.cells.count)
  }

  @Test(arguments: [
    (RegionSample.sichuan, "8.2", "97.2"), (RegionSample.hubei, "15", "86.5"), (RegionSample.hainan, "8.2", "97.2"),
    (RegionSample.guangxi, "8.2", "97.2"), (RegionSample.anhui, "8.2", "97.2"),
  ])
  func `budget execution and the total are worked out as the policy says`(
    _ sample: RegionSample, execution: String, total: String
  ) throws {
    let calculation = Calculation(try sample.filing().filing)
    func text(_ row: String, _ column: String) -> String {
      calculation.text(at: CellAddress("project-1", row, column))
    }
    #expect(text("total", "score") == execution)
    #expect(text("sum", "score") == total)
    #expect(text("sum", "points") == "100")
  }

  @Test(arguments: RegionSample.all) func `the points typed are those that the policy proposes`(
    _ sample: RegionSample
  ) throws {
    let calculation = Calculation(try sample.filing().filing)
    for row in calculation.layouts[0].sheet.rows where row.under != GoalTable.id {
      let score = CellAddress("project-1", row.id, "score")
      switch calculation.advice(at: score) {
      case .points(let proposal): #expect(proposal.points.rational == calculation.value(at: score), "\(row.id)")
      case .band(let low, let high, _):
        let value = try #require(calculation.figure(at: score))
        #expect(low <= value && value <= high)
      case let other: Issue.record("\(row.id): \(String(describing: other))")
      }
    }
  }

  @Test(arguments: RegionSample.all) func `no rule finds an error in a project that is right`(
    _ sample: RegionSample
  ) throws {
    let dossier = Dossier(Calculation(try sample.filing().filing))
    var found: [String] = []
    for rule in AuditRule.all where rule.card.severity == .error {
      guard case .fail(let findings) = rule.check(dossier) else { continue }
      found += findings.filter { ($0.severity ?? .error) == .error }.map { "\(rule.id) \($0.message)" }
    }
    #expect(found == [])
  }

  @Test(arguments: RegionSample.all) func `what was printed is recognised under its policy, cell by cell`(
    _ sample: RegionSample
  ) throws {
    let filing = try sample.filing().filing
    let calculation = Calculation(filing)
    let report = RecognisedReport(
      Report(flattened: calculation.layouts[0].flattened(calculation)), under: try PolicyLibrary.bundled().sets)
    #expect(report.policies.policies.map(\.id) == [sample.policy])
    let read = report.dossier.calculation
    for definition in calculation.layouts[0].grid.definitions {
      let cell = definition.address
      #expect(read.text(at: cell) == calculation.text(at: cell), "\(cell)")
    }
  }

  @Test func `a form that several regions share is nobody's own where the report names none of them`() throws {
    var filing = try RegionSample.guangxi.filing().filing
    filing = filing.typing(["project-1/project/department": "示例县商务局"])
    let calculation = Calculation(filing)
    let report = RecognisedReport(
      Report(flattened: calculation.layouts[0].flattened(calculation)), under: try PolicyLibrary.bundled().sets)
    #expect(report.policies.policies.map(\.id) == ["national-2021-project"])
  }

  @Test func `weights of goals that do not add up are found`() throws {
    var filing = try RegionSample.hubei.filing().filing
    filing = filing.typing(["project-1/r2/weight": "30"])
    guard case .fail(let findings) = Self.rule("A24").check(Dossier(Calculation(filing))) else {
      Issue.record("nothing found")
      return
    }
    #expect(
      findings.map(\.message) == [
        "项目“水质监测”各目标权重合计 70，应为 80，相差 10。", "项目“水质监测”年度绩效目标2权重 30，其下指标分值合计 40，相差 10。",
      ])
  }

  @Test(arguments: [RegionSample.hubei, .guangxi]) func `a level of one's own making is found where it must be chosen`(
    _ sample: RegionSample
  ) throws {
    let filing = try sample.filing().filing
    let line = try #require(filing.sheets[0].rows.first { $0.under == "social" })
    let typed = filing.typing(["project-1/\(line.id)/actual": "有效推进"])
    guard case .fail(let findings) = Self.rule("B08").check(Dossier(Calculation(typed))) else {
      Issue.record("nothing found")
      return
    }
    #expect(findings.count == 1)
  }

  @Test(arguments: [RegionSample.sichuan, .anhui, .hainan]) func `elsewhere a level may be put in own words`(
    _ sample: RegionSample
  ) throws {
    let verdict = Self.rule("B08").check(Dossier(Calculation(try sample.filing().filing)))
    guard case .notCheckable = verdict else {
      Issue.record("\(verdict)")
      return
    }
  }

  private static func rule(_ id: String) -> AuditRule {
    guard let rule = AuditRule.all.first(where: { $0.id == id }) else { preconditionFailure(id) }
    return rule
  }
}
