import Testing

@testable import Text

@Suite struct WordIndexTests {
  private func places(of words: [String], in texts: [String]) -> [Int] {
    WordIndex(texts.map { ($0, $0.halfWidthScalars) }).places(holding: SoughtWords(words))
  }

  @Test func `texts that hold one of the words are told in their order`() {
    let texts = ["平均每户", "合计", "户均", "每户", ""]
    #expect(places(of: ["户均", "平均"], in: texts) == [0, 2])
    #expect(places(of: ["每"], in: texts) == [0, 3])
    #expect(places(of: [], in: texts) == [])
  }

  @Test func `words and texts in full width are found as they are written`() {
    #expect(places(of: ["（合", "100%"], in: ["（合2亩）", "(合2亩)", "达100%", "达１００％"]) == [0, 2])
  }

  @Test func `an empty word stands in every text`() {
    #expect(places(of: [""], in: ["合计", ""]) == [0, 1])
  }

  /// More texts than a block has, characters that share their rows.
  @Test func `no text that holds a word is left out`() {
    let pieces = ["平", "均", "每", "\u{5E73}\u{1}", "合计", "a", "％", "%", "\u{20BB7}", "。"]
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for count in [0, 1, 63, 64, 65, 200] {
      let texts = (0..<count).map { _ in (0..<next(8)).map { _ in pieces[next(pieces.count)] }.joined() }
      for words in [["平均"], ["每", "合计a"], ["%", "\u{20BB7}"], ["均。", "计计"]] {
        let expected = texts.indices.filter { texts[$0].holds(anyOf: words) }
        #expect(places(of: words, in: texts) == expected)
      }
    }
  }
}
