import Testing

@testable import Workbooks

@Suite("Text of cells") struct SheetTextTests {
  @Test func whatXMLForbidsIsReplacedVisiblyAndTheRestStays() {
    #expect(SheetText.kept("a\u{0}b\u{1F}c\u{FFFE}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(SheetText.kept("一\r\n二\r三\n四\t五") == "一\n二\n三\n四\t五")
    #expect(SheetText.kept("𠮷 😀 \u{200F}‮ =1+1") == "𠮷 😀 \u{200F}‮ =1+1")
  }

  @Test func whatLooksLikeAnEscapeIsEscaped() {
    #expect(SheetText.kept("_x0041_ _x41_ _x") == "_x005F_x0041_ _x41_ _x")
  }

  @Test func tabsBearNamesThatProgramsTake() {
    #expect(SheetText.tabName("a/b:c?[d]", besides: []) == "a b c  d ")
    #expect(SheetText.tabName(" ", besides: []) == "表")
    #expect(SheetText.tabName(String(repeating: "长", count: 40), besides: []).count == 31)
    #expect(SheetText.tabName("农贸市场", besides: ["农贸市场"]) == "农贸市场（2）")
  }
}
