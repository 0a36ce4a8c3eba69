import Figures
import Testing

@testable import Evaluation

@Suite("Sign, value and unit in three columns are one target")
struct IndicatorPartsTests {
  @Test(arguments: [
    ("≥", "80", "个", "≥80个"), ("=", "100", "%", "=100%"), ("≤", "30", "万元", "≤30万元"), ("", "80", "", "80"),
    ("≥", "≥80", "个", "≥80个"), ("≥", "80个", "个", "≥80个"), ("=", "100", "百分比", "=100百分比"),
    ("≥", "80", "/", "≥80"), ("≥", "80-90", "%", "80-90%"), ("定性", "优良", "", "优良"), ("定性", "", "级", "定性"),
    ("≤", "2024年12月底前", "", "2024年12月底前"), ("=", "达标", "项", "达标"), ("≤", "12", "月", "12月"), ("≥", "", "个", ""),
  ])
  func `a target is put together as other forms write it`(sign: String, value: String, unit: String, written: String) {
    #expect(IndicatorParts(sign: sign, unit: unit).written(value, in: .target) == written)
  }

  @Test(arguments: [
    ("≥", "84", "个", "84个"), ("=", "99.5%", "%", "99.5%"), ("≤", "28.5万元", "元", "28.5万元"), ("定性", "优", "级", "优"),
    ("≥", "", "个", ""), ("≥", "已完成", "个", "已完成"),
  ])
  func `an actual value has the unit and no sign`(sign: String, value: String, unit: String, written: String) {
    #expect(IndicatorParts(sign: sign, unit: unit).written(value, in: .actual) == written)
  }

  @Test func `百分比 is the per cent sign`() {
    #expect(
      IndicatorValue(reading: "≥100百分比") == .quantity(.init(sign: .atLeast, figure: 100, unit: "%")))
  }

  private func filing(sign: String, target: String, unit: String, actual: String, points: String = "40") -> Filing {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .exampleWithGoals)
    filing = filing.applying([.addProject]).filing
    filing.add(
      "r1", under: "quantity", to: "project-1",
      ["sign": sign, "target": target, "unit": unit, "actual": actual, "points": points])
    return filing
  }

  @Test(arguments: [
    ("≥", "80", "个", "84", "40", "40"), ("≥", "80", "个", "60", "30", "40 × 60 ÷ 80 = 30"),
    ("≤", "80", "个", "100", "32", "40 × 80 ÷ 100 = 32"), ("=", "0", "起", "1", "0", "0"),
  ])
  func `points are proposed from all three columns`(
    sign: String, target: String, unit: String, actual: String, points: String, working: String
  ) throws {
    let calculation = Calculation(filing(sign: sign, target: target, unit: unit, actual: actual))
    guard case .points(let proposal)? = calculation.advice(at: CellAddress("project-1", "r1", "score")) else {
      Issue.record("no points")
      return
    }
    #expect(proposal.points.description == points && proposal.working == working)
  }

  @Test func `another sign or unit changes the proposal of a kept calculation`() {
    var filing = filing(sign: "≥", target: "80", unit: "个", actual: "100")
    var kept = Calculation(filing)
    for (column, text) in [("sign", "≤"), ("unit", "%"), ("sign", "定性"), ("sign", "="), ("unit", ""), ("sign", "")] {
      let cell = CellAddress("project-1", "r1", column)
      let before = kept
      filing = filing.applying([.set(cell, text: text, was: nil)], to: kept).filing
      kept = Calculation(filing, after: kept)
      let fresh = Calculation(filing)
      for column in ["target", "actual"] {
        let cell = CellAddress("project-1", "r1", column)
        #expect(kept.meaning(at: cell) == fresh.meaning(at: cell))
      }
      let score = CellAddress("project-1", "r1", "score")
      #expect(kept.advice(at: score) == fresh.advice(at: score))
      // Rules that looked at the target are asked again.
      let changed = kept.sheet("project-1")?.cells(unlike: before.sheets[0])
      let target = kept.layouts[0].position(of: "r1", "target") ?? -1
      if kept.meaning(at: CellAddress("project-1", "r1", "target"))
        != before.meaning(at: CellAddress("project-1", "r1", "target"))
      {
        #expect(changed?.contains(target) == true)
      }
    }
  }

  @Test func `20 points for budget execution are proposed by the form's own formula`() throws {
    var filing = filing(sign: "≥", target: "80", unit: "个", actual: "100")
    for (cell, text) in [("fiscal/budget", "200"), ("fiscal/executed", "150")] {
      let edit = Edit.set(try #require(CellAddress("project-1/\(cell)")), text: text, was: nil)
      filing = filing.applying([edit]).filing
    }
    #expect(Calculation(filing).text(at: CellAddress("project-1", "total", "score")) == "15")
  }
}
