import Evaluation
import Figures
import Policies
import Testing

/// Figures of published reports, put through the policies: computed cells must come to what was printed.
struct PublishedFigureTests {
  @Test func `the county's figures come to its printed rates, sums and points`() throws {
    let filing = Shipped.blank(try Shipped.policy("hunan-2024-department")).typing([
      "base/staff/posts": "20", "base/staff/actual": "17", "base/reception/final": "0.31",
      "base/businessWork/final": "27", "base/specialFunds/final": "218", "base/businessWork/last": "72.08",
      "base/maintenance/last": "95.44", "base/specialFunds/last": "8394.85", "self/total/initial": "264.01",
      "self/total/budget": "716.83", "self/total/executed": "716.83",
    ])
    expect(
      filing,
      [
        "base/staff/rate": "85%", "base/threePublic/final": "0.31", "base/vehicles/final": "",
        "base/projectExpenditure/final": "245", "base/projectExpenditure/last": "8562.37", "self/total/points": "10",
        "self/total/rate": "100%", "self/total/score": "10", "self/income/total": "716.83",
        "self/spending/total": "716.83",
      ])
  }

  @Test func `where there is no adjusted budget the initial one takes its place`() throws {
    for id in ["hunan-2024-department", "yueyang-2024-department"] {
      let filing = Shipped.blank(try Shipped.policy(id)).typing([
        "self/total/initial": "200", "self/total/executed": "150",
      ])
      let calculation = Calculation(filing)
      #expect(calculation.text(at: CellAddress("self", "total", "score")) == "7.5")
      #expect(calculation.figure(at: CellAddress("self", "total", "rate")) == 75)
    }
  }

  @Test func `execution beyond the budget earns no more than all points`() throws {
    let filing = Shipped.blank(try Shipped.policy("hunan-2024-department")).typing([
      "self/total/budget": "100", "self/total/executed": "120",
    ])
    expect(filing, ["self/total/score": "10", "self/total/rate": "120%"])
  }

  @Test func `the city prints its rate without a sign`() throws {
    let filing = Shipped.blank(try Shipped.policy("yueyang-2024-department")).typing([
      "base/staff/posts": "8", "base/staff/actual": "7", "self/total/initial": "124.08", "self/total/budget": "194.72",
      "self/total/executed": "194.72", "base/reception/final": "7.96",
    ])
    expect(
      filing,
      [
        "base/staff/rate": "87.5%", "self/total/rate": "100", "self/total/score": "10",
        "base/threePublic/final": "7.96",
      ])
  }

  @Test func `the project table of 2022 keeps what was typed and shows what the formula gives`() throws {
    let filing = Shipped.blank(try Shipped.policy("hunan-2022-project")).typing([
      "project-1/total/initial": "2000", "project-1/total/budget": "666.59", "project-1/total/executed": "666.59",
      "project-1/fiscal/budget": "646.26", "project-1/otherFunds/budget": "202.33", "project-1/total/rate": "100%",
      "project-1/total/score": "6",
    ])
    let calculation = Calculation(filing)
    func address(_ column: String) -> CellAddress { CellAddress("project-1", "total", column) }
    #expect(calculation.text(at: address("budget")) == "666.59")
    #expect(calculation.proposal(at: address("budget"))?.description == "848.59")
    #expect(calculation.text(at: address("score")) == "6")
    #expect(calculation.proposal(at: address("score")) == 10)
    #expect(calculation.text(at: address("rate")) == "100%")
    #expect(!calculation.isComputed(at: address("rate")))
    #expect(calculation.text(at: CellAddress("project-1", "sum", "score")) == "6")
  }

  @Test func `the county's project table adds up its three kinds of funds`() throws {
    for id in ["hunan-2024-project", "national-2021-project"] {
      let filing = Shipped.blank(try Shipped.policy(id)).typing([
        "project-1/fiscal/budget": "60", "project-1/carryOver/budget": "12.7", "project-1/otherFunds/budget": "5",
        "project-1/fiscal/executed": "30", "project-1/carryOver/executed": "8.85",
      ])
      expect(
        filing,
        [
          "project-1/total/budget": "77.7", "project-1/total/executed": "38.85", "project-1/total/rate": "50%",
          "project-1/total/score": "5",
        ])
    }
  }

  @Test func `operating expense beyond basic expenditure is found by the county's own check`() throws {
    let policy = try Shipped.policy("hunan-2024-department")
    let check = try #require(policy.localChecks.first { $0.id == "L01" })
    func holds(_ operating: String) -> Bool? {
      let filing = Shipped.blank(policy).typing([
        "base/operatingExpense/budget": operating, "base/basicExpenditure/budget": "264.01",
      ])
      return Calculation(filing).holds(check.condition, on: "base")
    }
    #expect([holds("90.76"), holds("264.01"), holds("264.02"), holds("")] == [true, true, false, nil])
  }

  private func expect(
    _ filing: Filing, _ texts: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let calculation = Calculation(filing)
    for (text, value) in texts {
      guard let address = CellAddress(text) else { continue }
      #expect(calculation.text(at: address) == value, "\(text)", sourceLocation: sourceLocation)
    }
  }
}
