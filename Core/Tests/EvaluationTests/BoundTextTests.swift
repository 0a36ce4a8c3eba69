import Evaluation
import Testing

@Suite struct BoundTextTests {
  private let final = CellAddress("base", "basicExpenditure", "final")

  private func calculation() -> Calculation {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example)
    for index in filing.sheets.indices where filing.sheets[index].id == "base" {
      filing.sheets[index].entries[CellKey("basicExpenditure", "final")] = Entry("471.83")
      filing.sheets[index].entries[CellKey("vehicleRunning", "final")] = Entry("4.64")
      filing.sheets[index].entries[CellKey("reception", "final")] = Entry("5.17")
    }
    return Calculation(filing)
  }

  @Test func `text and bound cells alternate`() {
    #expect(
      BoundText("支出{{base/basicExpenditure/final}}万元").pieces == [.text("支出"), .cell(final), .text("万元")])
    #expect(BoundText("").pieces == [])
    #expect(BoundText("没有绑定").pieces == [.text("没有绑定")])
    #expect(
      BoundText("{{a/b/c}}{{ d/e.1/f-2 }}").pieces == [
        .cell(CellAddress("a", "b", "c")), .cell(CellAddress("d", "e.1", "f-2")),
      ])
  }

  @Test(arguments: [
    "{{", "}}", "{{}}", "{a/b/c}", "{{a/b}}", "{{a/b/c/d}}", "{{a/b/c}", "{{a/b/c", "{{a//c}}", "{{表/行/列}}",
    "{{a/b/c\n}}",
    "{{a/b/c} }", "{ {a/b/c}}",
  ])
  func `braces around anything else are plain text`(text: String) {
    #expect(BoundText(text).pieces == [.text(text)])
  }

  @Test func `a brace too many stays where it is`() {
    #expect(BoundText("{{{a/b/c}}}").pieces == [.text("{"), .cell(CellAddress("a", "b", "c")), .text("}")])
    #expect(BoundText("{{a{{a/b/c}}").pieces == [.text("{{a"), .cell(CellAddress("a", "b", "c"))])
  }

  @Test func `an address of the greatest length is read`() {
    let name = String(repeating: "n", count: 60)
    #expect(BoundText("{{\(name)/\(name)/\(name)}}").pieces == [.cell(CellAddress(name, name, name))])
  }

  @Test func `any text comes back from its pieces`() {
    for text in ["𠮷👨‍👩‍👧e\u{301}{{a/b/c}}\u{301}\r\n{{", "{{a/b/c}}{{x}}}}{{", "العربية{{base/x/y}}"] {
      let back = BoundText(text).rendered { _ in nil }
      #expect(Array(back.utf8) == Array(text.utf8))
    }
  }

  @Test func `typed and computed cells show their text`() {
    let text = BoundText("支出{{base/basicExpenditure/final}}万元，三公{{base/threePublic/final}}万元，出国{{base/abroad/final}}万元")
    #expect(text.rendered(in: calculation()) == "支出471.83万元，三公9.81万元，出国0万元")
  }

  @Test func `a blank that is no amount says so`() {
    #expect(BoundText("控制率{{base/staff/rate}}").rendered(in: calculation()) == "控制率（未填）")
  }

  @Test func `cells that the filing does not have read as gone without their address`() {
    let text = BoundText("{{base/nowhere/final}}{{base/abroad/final}}{{x/y/z}}{{base/nowhere/final}}")
    #expect(text.rendered(in: calculation()) == "【已删除的数据】0【已删除的数据】【已删除的数据】")
    #expect(text.addresses.count == 4)
  }

  @Test func `a report's own text is no cell to bind to`() {
    let text = BoundText("{{report/overview/text}}")
    #expect(text.addresses == [CellAddress("report", "overview", "text")])
    #expect(text.rendered(in: calculation()) == "【已删除的数据】")
  }
}
