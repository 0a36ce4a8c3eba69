import Figures
import Testing

@Suite("Surplus decimals go as the policy says")
struct RoundingTests {
  @Test(
    "halves go up, to even, or away with the rest",
    arguments: [
      ("8.615", 2, "8.62", "8.62", "8.61"), ("8.625", 2, "8.63", "8.62", "8.62"), ("4.517", 2, "4.52", "4.52", "4.51"),
      ("0.5", 0, "1", "0", "0"), ("1.5", 0, "2", "2", "1"), ("2.5", 0, "3", "2", "2"), ("-2.5", 0, "-3", "-2", "-2"),
      ("-8.615", 2, "-8.62", "-8.62", "-8.61"), ("0.994999", 2, "0.99", "0.99", "0.99"),
      ("9.995", 2, "10.00", "10.00", "9.99"),
      ("3", 2, "3.00", "3.00", "3.00"),
    ])
  func rounds(_ value: String, _ decimals: Int, _ halfUp: String, _ halfEven: String, _ down: String) throws {
    let value = try Figure(reading: value).rational
    #expect(value.rounded(decimals: decimals, .halfUp)?.description == halfUp)
    #expect(value.rounded(decimals: decimals, .halfEven)?.description == halfEven)
    #expect(value.rounded(decimals: decimals, .down)?.description == down)
  }

  @Test func thirdsHaveNoHalves() throws {
    let twoThirds = try #require(Rational(2, over: 3))
    #expect(twoThirds.rounded(decimals: 2)?.description == "0.67")
    #expect(twoThirds.rounded(decimals: 2, .down)?.description == "0.66")
    #expect(twoThirds.negated.rounded(decimals: 6)?.description == "-0.666667")
  }

  @Test func saysWhenAFigureCannotHoldIt() {
    #expect(Rational(Int64.max).rounded(decimals: 0) == nil)
    #expect(Rational.one.rounded(decimals: 7) == nil)
    #expect(Rational.one.rounded(decimals: -1) == nil)
  }

  @Test(
    "rounding moves a number by less than one step, by half a step to the nearest", arguments: RoundingMode.allCases)
  func staysNear(_ mode: RoundingMode) throws {
    var random = SeededGenerator(42)
    for _ in 0..<1_000 {
      let value = try #require(
        Rational(
          Int128(Int64.random(in: -1_000_000...1_000_000, using: &random)),
          over: Int128(Int.random(in: 1...9_973, using: &random))))
      let rounded = try #require(value.rounded(decimals: 2, mode))
      let moved = try #require(value.subtracting(rounded.rational)).magnitude
      #expect(mode == .down ? moved < Rational(1, over: 100) ?? .zero : moved <= rounded.halfStep)
      if mode == .down { #expect(rounded.rational.magnitude <= value.magnitude) }
    }
  }
}
