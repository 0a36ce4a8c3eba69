import Testing

@testable import Text

@Suite struct HoldingTests {
  @Test(arguments: [
    ("预算执行率", "预算", true, false), ("预算执行率", "执行率", false, true), ("预算", "预算", true, true), ("预算", "", true, true),
    ("算", "预算", false, false), ("", "率", false, false), ("率😀", "😀", false, true),
  ])
  func `text begins and ends with what stands there`(text: String, words: String, begins: Bool, ends: Bool) {
    #expect(text.begins(with: words) == begins)
    #expect(text.ends(with: words) == ends)
    #expect(text.dropFirst(0).description.begins(with: words) == begins)
  }

  @Test func `text is exactly what has the same scalars`() {
    #expect("支出".isExactly("支出"))
    #expect(!"支出".isExactly("支出数"))
    #expect(!"支出数".isExactly("支出"))
    // The same character in other scalars.
    #expect(!"é".isExactly("e\u{301}"))
    #expect("合计".isExactly(anyOf: ["共计", "合计"]))
    #expect(!"合计数".isExactly(anyOf: ["共计", "合计"]))
    #expect(!"合计".isExactly(anyOf: []))
  }

  @Test func `text holds any of several words`() {
    #expect("比上年减少3人".holds(anyOf: ["增加", "减少"]))
    #expect(!"比上年减少3人".holds(anyOf: ["增加", "上升"]))
    #expect(!"比上年减少3人".holds(anyOf: []))
  }

  @Test(arguments: ["", "a", "支出１2", "e\u{301}😀\u{20BB7}"])
  func `scalars are counted and listed as the text has them`(text: String) {
    #expect(text.scalarCount == text.unicodeScalars.count)
    #expect(text.scalarArray == Array(text.unicodeScalars))
    #expect(text.halfWidthScalars == text.unicodeScalars.map(\.halfWidth))
  }

  @Test(arguments: [("支 出", "支出"), ("支\u{3000}出\u{FEFF}", "支出"), ("\u{1680}a\u{85}", "a"), ("支出。", "支出。")])
  func `no blank is left wherever it stood`(text: String, rest: String) { #expect(text.withoutBlanks == rest) }
}
