import Testing

@testable import Text

@Suite struct TextCutsTests {
  private let scalars = "支出1,260.5万元，é😀".scalarArray

  @Test func `every stretch reads as its scalars do`() {
    let cuts = TextCuts(scalars)
    for lower in 0...scalars.count {
      for upper in lower...scalars.count {
        #expect(cuts[lower..<upper] == String(scalars: scalars[lower..<upper]))
      }
    }
  }

  @Test func `what reaches beyond the text ends with it`() {
    let cuts = TextCuts(scalars)
    #expect(cuts[0..<2] == "支出")
    #expect(cuts[scalars.count - 2..<100] == "é😀")
    #expect(cuts[50..<60].isEmpty)
    #expect(TextCuts([])[0..<3].isEmpty)
  }
}
