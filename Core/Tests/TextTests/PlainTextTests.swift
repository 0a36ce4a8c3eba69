import Testing

@testable import Text

@Suite struct PlainTextTests {
  @Test(arguments: [
    (" ９.8１％　", "9.81%"), ("（一）", "(一)"), ("\u{FEFF}达标\u{200B}", "达标"), ("ok", "ok"), ("\u{3000}\u{A0}", ""),
    ("一 二", "一 二"), ("~～", "~~"),
  ])
  func `narrow text has keyboard forms and no blanks at its ends`(text: String, narrow: String) {
    #expect(text.narrow == narrow)
  }

  @Test(arguments: [
    ("无 偏差。", "无偏差"), ("1，2；", "1,2"), ("完 成！。", "完成"), ("已完成", "已完成"), ("。", ""), ("３．５", "3.5"),
  ])
  func `bare text has neither blanks nor closing marks`(text: String, bare: String) { #expect(text.bare == bare) }

  @Test(arguments: [
    ("《ＡBc》 １２ 、示例县", "abc12示例县"), ("示例县", "示例县"), ("é-É", "éé"), ("①", "①"), ("Ⅳ级", "ⅳ级"), ("—", ""),
    ("一䷀二䶵鿿", "一二䶵鿿"), ("Ab12", "ab12"), ("", ""),
  ])
  func `folded text has letters, digits and ideographs alone`(text: String, folded: String) {
    #expect(text.folded == folded)
  }

  @Test(arguments: ["", " 无 ", "/", "——", "不涉及。", "不适用"])
  func `a word for nothing says nothing`(text: String) { #expect(text.saysNothing) }
  @Test(arguments: ["无偏差", "0", "没有资金"])
  func `more than a word for nothing says something`(text: String) { #expect(!text.saysNothing) }

  @Test func `blank text is blank whatever the blanks are`() {
    #expect(" \t\u{A0}\u{3000}\u{FEFF}\u{200B}\u{2009}".isBlank)
    #expect(!"\u{3000}零".isBlank)
    #expect("a".dropFirst().isBlank)
  }

  @Test(arguments: [
    ("群众满意度", "满意度", true), ("满意度", "满意度", true), ("满意", "满意度", false), ("任何", "", true), ("", "率", false),
    ("完成率率高", "率高", true), ("\u{20BB7}率", "率", true), ("意度满", "满意度", false),
  ])
  func `text holds what stands in it`(text: String, words: String, holds: Bool) { #expect(text.holds(words) == holds) }

  /// The widest difference between two ways to look: every scalar of the lower planes.
  @Test func `blanks are what Unicode calls white space, and three marks without width`() {
    for value in UInt32(0)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = scalar.properties.isWhitespace || [0x200B, 0xFEFF].contains(value)
      #expect(scalar.isBlank == expected, "U+\(String(value, radix: 16))")
    }
  }
}
