import Figures
import Testing

@Suite("Fractions are exact or say that they cannot be held")
struct RationalTests {
  private static let huge = Rational(Int128.max, over: 1) ?? .zero

  @Test func reducesAndKeepsTheSignAbove() throws {
    let fraction = try #require(Rational(6, over: -8))
    #expect(fraction.numerator == -3 && fraction.denominator == 4)
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
  }

  @Test func addsTenthsWithoutDrift() throws {
    let tenth = try #require(Rational(1, over: 10))
    let sum = try (0..<10).reduce(Rational.zero) { sum, _ in try #require(sum.adding(tenth)) }
    #expect(sum == .one)
  }

  @Test func answersNilInsteadOfAWrongNumber() {
    #expect(Self.huge.adding(.one) == nil)
    #expect(Self.huge.multiplied(by: Rational(2)) == nil)
    #expect(Rational.one.divided(by: .zero) == nil)
    #expect(Self.huge.subtracting(.one) != nil)
  }

  @Test("compares fractions whose cross products leave 128 bits")
  func comparesBeyond128Bits() throws {
    let top = Int128(1) << 100
    let lower = try #require(Rational(top, over: top + 1))
    let upper = try #require(Rational(top + 1, over: top + 2))
    #expect(lower < upper && !(upper < lower) && !(lower < lower))
    #expect(upper.negated < lower.negated)
    #expect(lower.negated < upper)
  }

  @Test("compares fractions at the edge of what can be held")
  func comparesAtTheEdge() throws {
    let big = Int128.max
    let low = try #require(Rational(-big, over: big - 2))
    let high = try #require(Rational(-big + 1, over: big - 2))
    #expect(low < high && !(high < low))
    #expect(low < .zero && .zero < low.negated)
  }

  @Test("orders like the integers that it was made from")
  func ordersLikeIntegers() throws {
    var random = SeededGenerator(7)
    let scale = Int128(1) << 90
    for _ in 0..<1_000 {
      let (a, b) = (Int64.random(in: -50...50, using: &random), Int64.random(in: -50...50, using: &random))
      let (over, under) = (Int128(Int64.random(in: 1...40, using: &random)), Int128(3))
      // The same denominator for both, too large for cross products: the order is that of the numerators.
      let left = try #require(Rational(Int128(a) * scale + 1, over: scale * over + under))
      let right = try #require(Rational(Int128(b) * scale + 1, over: scale * over + under))
      #expect((left < right) == (a < b))
    }
  }

  @Test("adding and taking away comes back, dividing and multiplying too")
  func operationsComeBack() throws {
    var random = SeededGenerator(11)
    for _ in 0..<1_000 {
      let a = try #require(
        Rational(
          Int128(Int64.random(in: -9_999...9_999, using: &random)),
          over: Int128(Int.random(in: 1...999, using: &random))))
      let b = try #require(
        Rational(
          Int128(Int64.random(in: 1...9_999, using: &random)), over: Int128(Int.random(in: 1...999, using: &random))))
      #expect(a.adding(b)?.subtracting(b) == a)
      #expect(a.divided(by: b)?.multiplied(by: b) == a)
      #expect((a < b) == (a.subtracting(b) ?? .zero < .zero))
    }
  }

  @Test(
    arguments: [(7, 2, 3), (-7, 2, -4), (-8, 2, -4), (0, 5, 0), (1, 3, 0), (-1, 3, -1)] as [(Int128, Int128, Int128)])
  func floorIsNotAbove(_ top: Int128, _ bottom: Int128, _ floor: Int128) throws {
    #expect(try #require(Rational(top, over: bottom)).floor == floor)
  }
}
