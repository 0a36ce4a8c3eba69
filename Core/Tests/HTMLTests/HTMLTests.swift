import HTML
import Testing

@Suite struct HTMLTests {
  @Test func textAndAttributesAreEscapedByConstruction() {
    let html = HTML.element("p", [Attribute("title", "\"<&>'")]) { "1 < 2 & \"3\"" }
    #expect(html.markup == "<p title=\"&quot;&lt;&amp;&gt;&#39;\">1 &lt; 2 &amp; &quot;3&quot;</p>")
  }

  @Test func anAttributeWithoutValueIsLeftOutAndABareOneIsWrittenBare() {
    let html = HTML.void(
      "input", [Attribute("value", nil), Attribute("disabled", when: false), Attribute("required", when: true)])
    #expect(html.markup == "<input required=\"\">")
  }

  @Test func piecesKeepTheirOrder() {
    let html = HTML {
      "a"
      for number in 1...2 { HTML.element("b") { "\(number)" } }
      if Bool(true) { "c" } else { "d" }
    }
    #expect(html.markup == "a<b>1</b><b>2</b>c")
  }
}
