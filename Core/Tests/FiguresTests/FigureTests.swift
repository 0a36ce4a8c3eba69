import Figures
import Testing

@Suite("A figure keeps its value and how precisely it was written")
struct FigureTests {
  @Test(
    "reads numbers as keyboards leave them",
    arguments: [
      ("4.64", "4.64"), ("12.30", "12.30"), ("0", "0"), ("-0.5", "-0.5"), ("+5", "5"), ("007", "7"), ("0.00", "0.00"),
      ("１２．３", "12.3"), ("－３", "-3"), ("−3", "-3"), ("1,234,567.8", "1234567.8"), ("１，２３４", "1234"),
      ("\u{3000}9.81\u{A0}", "9.81"), ("\t8562.37\r\n", "8562.37"), ("999999999999.999999", "999999999999.999999"),
      ("000999999999999", "999999999999"),
    ])
  func readsNumbers(_ typed: String, _ spelled: String) throws {
    #expect(try Figure(reading: typed).description == spelled)
  }

  @Test(
    "refuses what is not one number",
    arguments: [
      "", " ", "-", "abc", "4.64万", "1.2.3", "5.", ".5", "1,23", "1234,567", "12,3456", ",123", "1 2", "--3", "3-",
      "￥5",
      "1e5", "八", "(5.2)",
    ])
  func refusesOthers(_ typed: String) {
    #expect(throws: FigureFault.notANumber) { try Figure(reading: typed) }
  }

  @Test func refusesMoreDigitsThanItHolds() {
    #expect(throws: FigureFault.tooLong) { try Figure(reading: "1000000000000") }
    #expect(throws: FigureFault.tooPrecise) { try Figure(reading: "0.1234567") }
    #expect(Figure(unscaled: 1_000_000_000_000_000_000, decimals: 0) == nil)
    #expect(Figure(unscaled: 1, decimals: 7) == nil)
  }

  @Test func standsForAHalfStepEachWay() throws {
    #expect(try Figure(reading: "12.3").halfStep == Rational(1, over: 20))
    #expect(try Figure(reading: "12.30").halfStep == Rational(1, over: 200))
    #expect(try Figure(reading: "12").halfStep == Rational(1, over: 2))
  }

  @Test func dropsOnlyClosingZeros() throws {
    #expect(try Figure(reading: "12.300").trimmed.description == "12.3")
    #expect(try Figure(reading: "100").trimmed.description == "100")
    #expect(try Figure(reading: "-0.00").trimmed.description == "0")
  }

  @Test("what it spells it reads back the same")
  func spellingIsReadBack() throws {
    var random = SeededGenerator(20_240_101)
    for _ in 0..<2_000 {
      let decimals = Int.random(in: 0...6, using: &random)
      let unscaled = Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
      guard let figure = Figure(unscaled: unscaled >> Int64.random(in: 0...36, using: &random), decimals: decimals)
      else { continue }
      #expect(try Figure(reading: figure.description) == figure)
    }
  }

  @Test func ordersByValueNotBySpelling() throws {
    #expect(try Figure(reading: "9.9") < Figure(reading: "10"))
    #expect(try Figure(reading: "-2") < Figure(reading: "-1.99"))
    #expect(try Figure(reading: "1.0") != Figure(reading: "1"))
    #expect(try Figure(reading: "1.0").rational == Figure(reading: "1").rational)
  }
}
