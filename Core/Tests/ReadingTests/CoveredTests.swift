import Reading
import Testing

@Suite struct CoveredTests {
  @Test func `a long stretch counts however many short ones begin within it`() {
    let covered = Covered([0..<1_000] + (1..<100).map { $0 * 2..<$0 * 2 + 1 })
    #expect(covered.touches(500..<501) && covered.touches(999..<1_200))
    #expect(!covered.touches(1_000..<1_200))
  }

  @Test func `stretches side by side are two, and empty ones cover nothing`() {
    let covered = Covered([5..<10, 0..<5, 20..<20])
    #expect(covered.touches(4..<6) && covered.touches(9..<30))
    #expect(!covered.touches(5..<5) && !covered.touches(10..<20) && !covered.touches(20..<21))
  }
}
