import Figures
import Testing

@testable import Evaluation

/// A draw follows from its seed, its ratio and the candidates, whatever their order.
@Suite struct SampleDrawTests {
  private func candidates(_ codes: String...) -> [SampleCandidate] {
    codes.enumerated().compactMap { number, code in
      UnitCode(code).map { SampleCandidate(filing: Int64(number + 1), unit: $0) }
    }
  }
  /// Stands in for SHA-256: the digits of the code turned round, so that the order is easy to see.
  private func turned(_ text: String) -> String { String(text.split(separator: "-")[1].reversed()) }

  @Test func `of each department the smallest keys are chosen`() {
    let draw = SampleDraw(
      candidates("201001", "201012", "201021", "201030", "305001"), ratio: 50, seed: SampleSeed(1), digest: turned)
    // Turned round: 201001 → 100102, 201012 → 210102, 201021 → 120102, 201030 → 030102.
    #expect(draw.places.map(\.candidate.unit.description) == ["201030", "201001", "201021", "201012", "305001"])
    #expect(draw.places.map(\.rank) == [1, 2, 3, 4, 1])
    #expect(draw.places.map(\.quota) == [2, 2, 2, 2, 1])
    #expect(draw.chosen.map(\.unit.description) == ["201030", "201001", "305001"])
  }

  @Test func `the order in which candidates are given makes no difference`() {
    let given = candidates("201001", "201002", "201003", "101001", "101002")
    let draws = [given, given.reversed()].map {
      SampleDraw($0, ratio: 40, seed: SampleSeed(7), digest: turned).places
    }
    #expect(draws[0] == draws[1])
  }

  @Test(arguments: [
    (1, 15, 1), (6, 15, 1), (7, 15, 2), (20, 15, 3), (21, 15, 4), (100, 15, 15), (101, 15, 16), (3, 100, 3), (0, 15, 0),
  ])
  func `the share is rounded up, one at least`(_ count: Int, _ ratio: Int, _ quota: Int) {
    #expect(SampleDraw.quota(of: count, ratio: Figure(Int32(ratio))) == quota)
  }

  @Test func `a ratio with decimals is exact`() throws {
    // 3 percent of 100 is 3; 3.01 percent is more, so 4.
    #expect(SampleDraw.quota(of: 100, ratio: 3) == 3)
    #expect(SampleDraw.quota(of: 100, ratio: try #require(Figure(unscaled: 301, decimals: 2))) == 4)
  }

  @Test func `a seed is written with all its digits and read with fewer`() throws {
    #expect(SampleSeed(0xA7).description == "00000000000000a7")
    #expect(SampleSeed("A7")?.value == 0xA7)
    #expect(SampleSeed("ffffffffffffffff")?.value == .max)
    for text in ["", "g", "-1", "+7", " 7", "ffffffffffffffff0", "７"] { #expect(SampleSeed(text) == nil, "\(text)") }
    let unit = try #require(UnitCode("201002"))
    #expect(SampleSeed(0xA7).keyText(of: unit) == "00000000000000a7-201002")
  }

  @Test func `another seed gives other keys`() {
    let codes = candidates("201001", "201002")
    let keys = [SampleSeed(1), SampleSeed(2)].map { seed in
      Set(SampleDraw(codes, ratio: 15, seed: seed) { $0 }.places.map(\.key))
    }
    #expect(keys[0].isDisjoint(with: keys[1]))
  }
}
