import Evaluation
import Testing

@testable import Site

@Suite struct SumWordsTests {
  @Test func `amounts are told in 万元 and other figures as they are, with separators`() {
    #expect(SumWords.words(4_718_300_00, .amount) == "471.83" && SumWords.plain(4_718_300_00, .amount) == "471.83")
    #expect(SumWords.words(123_456_789_012, .amount) == "123,456.789012")
    #expect(SumWords.words(-1_000_000_000_000, .amount) == "-1,000,000.00")
    #expect(SumWords.words(0, .amount) == "0.00" && SumWords.words(413_100_00, .amount) == "41.31")
    #expect(SumWords.words(50_000_000, .amount) == "50.00" && SumWords.words(50_500_000, .amount) == "50.50")
    #expect(SumWords.words(23_330_000, .points) == "23.33" && SumWords.words(1_700_000_000, .count) == "1,700")
  }

  @Test func `shares are rounded half up and changes have their sign`() {
    #expect(SumWords.percent(1, of: 3) == "33.33" && SumWords.percent(1, of: 0) == nil)
    #expect(SumWords.percent(12_345, of: 1_000_000) == "1.23" && SumWords.percent(5, of: 100_000) == "0.01")
    #expect(SumWords.change(150, from: 100) == "+50.00" && SumWords.change(50, from: 100) == "-50.00")
    #expect(SumWords.change(100, from: 100) == "0.00" && SumWords.change(5, from: 0) == nil)
  }
}
