import Evaluation
import Figures
import Testing

@Suite("Computed cells follow from typed ones")
struct CalculationTests {
  // MARK: The example county's forms

  @Test(
    "the control rate in per cent, rounded to two decimals",
    arguments: [
      ("20", "17", "85%"), ("8", "7", "87.5%"), ("24", "23", "95.83%"), ("24", "26", "108.33%"), ("3", "1", "33.33%"),
      ("20", "0", "0%"),
      ("0", "2", ""), ("", "2", ""), ("20", "", ""), ("二十", "17", ""),
    ])
  func controlRate(_ posts: String, _ actual: String, _ rate: String) {
    let calculation = Calculation(.typed(["base/staff/posts": posts, "base/staff/actual": actual]))
    #expect(calculation.text("base/staff/rate") == rate)
    #expect(calculation.isComputed(at: CellAddress("base", "staff", "rate")))
  }

  @Test("a row with parts is their sum; blank parts count for nothing, and all blank stays blank")
  func sumsOfParts() {
    let calculation = Calculation(
      .typed([
        "base/vehiclePurchase/final": "0", "base/vehicleRunning/final": "4.64", "base/reception/final": "5.17",
        "base/reception/budget": "2",
      ]))
    #expect(calculation.text("base/vehicles/final") == "4.64")
    #expect(calculation.text("base/threePublic/final") == "9.81")
    #expect(calculation.text("base/vehicles/budget") == "")
    #expect(calculation.text("base/threePublic/budget") == "2")
    #expect(calculation.text("base/threePublic/last") == "")
  }

  @Test("a sum keeps every decimal that was typed")
  func sumsStayExact() {
    let calculation = Calculation(
      .typed(["base/vehiclePurchase/final": "0.005", "base/vehicleRunning/final": "0.0001"]))
    #expect(calculation.text("base/vehicles/final") == "0.0051")
  }

  @Test("special funds are typed until a line is added, then they are the lines' sum")
  func linesOrTyped() {
    var filing = Filing.typed(["base/specialFunds/final": "218", "base/businessWork/final": "27"])
    #expect(Calculation(filing).text("base/projectExpenditure/final") == "245")
    #expect(!Calculation(filing).isComputed(at: CellAddress("base", "specialFunds", "final")))
    filing.add("r1", under: "specialFunds", to: "base", ["final": "77.7"])
    filing.add("r2", under: "specialFunds", to: "base", ["final": "97.3"])
    let calculation = Calculation(filing)
    #expect(calculation.text("base/specialFunds/final") == "175")
    #expect(calculation.isComputed(at: CellAddress("base", "specialFunds", "final")))
    #expect(calculation.text("base/projectExpenditure/final") == "202")
    // No line says anything of the budget: what is typed there stands.
    filing.sheets[0].entries[CellKey("specialFunds", "budget")] = Entry("50")
    #expect(Calculation(filing).text("base/specialFunds/budget") == "50")
  }

  @Test(
    "execution rate and points from the adjusted budget, from the initial one where there is none, never above full",
    arguments: [
      ("264.01", "716.83", "716.83", "100%", "10"), ("100", "", "86.19", "86.19%", "8.62"),
      ("", "100", "45.17", "45.17%", "4.52"),
      ("100", "200", "100", "50%", "5"), ("100", "", "120", "120%", "10"), ("100", "0", "5", "", ""),
      ("", "", "5", "", ""),
      ("100", "100", "", "", ""), ("3", "", "2", "66.67%", "6.67"),
    ])
  func execution(_ initial: String, _ budget: String, _ executed: String, _ rate: String, _ score: String) {
    let calculation = Calculation(
      .typed(["self/total/initial": initial, "self/total/budget": budget, "self/total/executed": executed]))
    #expect(calculation.text("self/total/rate") == rate)
    #expect(calculation.text("self/total/score") == score)
  }

  @Test("points and scores of all indicators add up with those of the funds")
  func totals() {
    var filing = Filing.typed(["self/total/budget": "716.83", "self/total/executed": "716.83"])
    filing.add("r1", under: "quantity", to: "self", ["points": "50", "score": "49.5"])
    filing.add("r2", under: "social", to: "self", ["points": "40", "score": "36.5"])
    filing.add("r3", under: "nowhere", to: "self", ["points": "7", "score": "7"])
    let calculation = Calculation(filing)
    #expect(calculation.text("self/sum/points") == "100")
    #expect(calculation.text("self/sum/score") == "96")
  }

  @Test("an indicator's points are proposed, not filled in")
  func proposals() {
    var filing = Filing.typed([:])
    filing.add("r1", under: "quantity", to: "self", ["target": "≥8个", "actual": "5个", "points": "10", "score": "6"])
    let calculation = Calculation(filing)
    let score = CellAddress("self", "r1", "score")
    #expect(calculation.text(at: score) == "6")
    #expect(calculation.proposal(at: score)?.description == "6.25")
    #expect(!calculation.isComputed(at: score))
  }

  @Test("a report written elsewhere says what it says, and the formula's value stands beside it")
  func asWritten() {
    let filing = Filing.typed([
      "self/total/budget": "100", "self/total/executed": "86.19", "self/total/rate": "100%", "self/total/score": "7",
    ])
    let calculation = Calculation(filing, mode: .asWritten)
    #expect(calculation.text("self/total/score") == "7")
    #expect(calculation.figure(at: CellAddress("self", "total", "rate")) == 100)
    #expect(calculation.proposal(at: CellAddress("self", "total", "score"))?.description == "8.62")
    #expect(!calculation.isComputed(at: CellAddress("self", "total", "score")))
  }

  @Test("the same formula under other figures")
  func assumes() {
    let calculation = Calculation(.typed(["self/total/budget": "100", "self/total/executed": "86.19"]))
    let executed = CellAddress("self", "total", "executed")
    let score = CellAddress("self", "total", "score")
    #expect(calculation.proposal(at: score, assuming: [executed: Rational(90)])?.description == "9")
    #expect(calculation.proposal(at: score, assuming: [:])?.description == "8.62")
    #expect(calculation.proposal(at: executed, assuming: [:]) == nil)
  }

  @Test(
    "a share may be typed with its sign, in any width, with blanks",
    arguments: ["85", "85%", "８５％", "\u{3000}85 %\u{A0}", "85.0%"])
  func sharesWithSigns(_ typed: String) {
    let calculation = Calculation(.typed(["base/staff/rate": typed]), mode: .asWritten)
    #expect(calculation.value(at: CellAddress("base", "staff", "rate")) == Rational(85))
  }

  // MARK: Formulas of every kind

  @Test(
    "formulas of a policy of its own",
    arguments: [
      ("a + b", "12"), ("a - b", "8"), ("a * b", "20"), ("a / b", "5"), ("b / a", "0.2"), ("a / 3", "3.333333"),
      ("-a", "-10"),
      ("a / (b - 2)", ""), ("a + blank", ""), ("sum(a, blank, b)", "12"), ("sum(blank, blank)", ""), ("min(a, b)", "2"),
      ("max(a, b)", "10"),
      ("min(a, blank)", ""), ("first(blank, a)", "10"), ("first(blank, 7)", "7"), ("first(blank)", ""), ("a > b", "1"),
      ("a < b", "0"),
      ("a >= 10", "1"), ("a <= 9.99", "0"), ("a = 10.00", "1"), ("a != 10", "0"), ("other.a", "30"),
      ("sum(a, other.a)", "40"),
      ("second:row.a", "500"), ("nowhere.a", ""), ("third:row.a", ""),
      ("a * 1000000 * 1000000 * 1000000 * 1000000 * 1000000 * 1000000", ""),
    ])
  func formulas(_ formula: String, _ text: String) throws {
    let filing = Filing.formulas(["result": formula])
    #expect(Calculation(filing).text("first/row/result") == text)
  }

  @Test("a formula that comes back to itself has no value, whichever cell is worked out first")
  func circles() {
    for names in [["x", "y", "z"], ["z", "y", "x"]] {
      var formulas: [(String, String)] = [(names[0], "sum(\(names[1]), 1)"), (names[1], "sum(\(names[2]), 1)")]
      formulas.append((names[2], "sum(\(names[0]), 1)"))
      let calculation = Calculation(.formulas(Dictionary(uniqueKeysWithValues: formulas)))
      for name in names { #expect(calculation.text("first/row/\(name)") == "") }
    }
    let calculation = Calculation(.formulas(["self": "sum(self, 1)", "after": "sum(self, a)"]))
    #expect(calculation.text("first/row/self") == "")
    #expect(calculation.text("first/row/after") == "10")
  }

  @Test("a proposal may lead back to a typed cell")
  func proposalsMayLeadBack() {
    let calculation = Calculation(
      .formulas(["part": "whole - 3", "whole": "part + 3"], areProposed: true, ["part": "4", "whole": "8"]))
    #expect(calculation.text("first/row/part") == "4")
    #expect(calculation.proposal(at: CellAddress("first", "row", "part"))?.description == "5")
    #expect(calculation.proposal(at: CellAddress("first", "row", "whole"))?.description == "7")
  }

  @Test("a condition holds, does not, or cannot be told")
  func conditions() throws {
    let calculation = Calculation(.formulas([:]))
    #expect(calculation.holds(try Formula("row.a > row.b"), on: "first") == true)
    #expect(calculation.holds(try Formula("row.a + row.b = 13"), on: "first") == false)
    #expect(calculation.holds(try Formula("row.blank > 1"), on: "first") == nil)
    #expect(calculation.holds(try Formula("1 = 1"), on: "nowhere") == nil)
  }

  @Test(
    "points are rounded as the policy says",
    arguments: [(RoundingMode.halfUp, "8.62"), (.halfEven, "8.62"), (.down, "8.61")])
  func pointsAreRounded(_ mode: RoundingMode, _ text: String) {
    let calculation = Calculation(.formulas(["result": "8.615 * 1"], kind: .points, rounding: mode))
    #expect(calculation.text("first/row/result") == text)
  }
}

extension Calculation {
  func text(_ address: String) -> String { CellAddress(address).map { text(at: $0) } ?? "no address" }
}
