import Testing

@testable import Evaluation

@Suite struct CellNamesTests {
  private let final = CellAddress("base", "operatingExpense", "final")

  private func filing(_ texts: [String: String] = [:]) -> Filing {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example)
    for _ in 1...2 { filing = filing.applying([.addProject]).filing }
    let edits = texts.map { Edit.set(CellAddress($0.key)!, text: $0.value, was: nil) }
    return filing.applying(edits).filing
  }
  private func names(_ filing: Filing) -> CellNames { CellNames(Calculation(filing)) }

  @Test func `a cell is called by its caption without the number in the list`() {
    let names = names(filing())
    #expect(names.name(of: final) == "【公用经费，2024年决算数】")
    #expect(names.name(of: CellAddress("base", "reception", "final")) == "【公务接待，2024年决算数】")
    #expect(names.cell(named: "【公用经费，2024年决算数】") == final)
    #expect(names.cell(named: "公用经费，2024年决算数") == nil && names.cell(named: "【没有】") == nil)
    #expect(names.name(of: CellAddress("base", "nowhere", "final")) == nil)
  }

  @Test func `cells with one caption are told apart by their form or their project`() {
    let filing = filing(["project-1/project/name": "农贸市场【改造】"])
    let names = names(filing)
    #expect(names.name(of: CellAddress("self", "sum", "score")) == "【自评表：总得分】")
    #expect(names.name(of: CellAddress("project-1", "sum", "score")) == "【农贸市场〔改造〕：总得分】")
    #expect(names.name(of: CellAddress("project-2", "sum", "score")) == "【项目支出：总得分】")
  }

  @Test func `every cell has a name of its own that leads back to it`() {
    let calculation = Calculation(
      filing(["project-1/project/name": "同名", "project-2/project/name": "同名"]))
    let names = CellNames(calculation)
    for layout in calculation.layouts {
      for cell in layout.definitions.map(\.address) {
        #expect(names.name(of: cell).flatMap { names.cell(named: $0) } == cell)
      }
    }
  }

  @Test(arguments: [
    "", "没有绑定", "支出{{base/operatingExpense/final}}万元", "{{base/reception/last}}{{self/sum/score}}",
    "【】【{{base/abroad/final}}】",
    "第一行【没写完\n{{base/abroad/final}}】", "𠮷👨‍👩‍👧e\u{301}{{base/abroad/final}}\u{301}", "{{{base/abroad/final}}}",
    "【没有这个数】{{ x }}",
  ])
  func `stored text reads back from its names`(stored: String) {
    let names = names(filing())
    let shown = names.named(BoundText(stored))
    #expect(!shown.text.contains("base/"))
    #expect(names.bound(NamedText(shown.text), instead: BoundText("")) == stored)
  }

  @Test(arguments: ["【没有这个数】", "公用经费，2024年决算数", "【公用经费，\n2024年决算数】", "【公用经费，2024年决算数", "[公用经费，2024年决算数]"])
  func `what names no cell stays as typed`(text: String) {
    #expect(names(filing()).bound(NamedText(text), instead: BoundText("")) == text)
  }

  @Test func `a cell that is gone is shown without its address and stays bound while its name is known`() {
    let names = names(filing())
    let stored = BoundText("{{base/r3/final}}、{{base/r4/final}}、{{base/r3/final}}")
    let shown = names.named(stored)
    #expect(shown.text == "【已删除的数据】、【已删除的数据（2）】、【已删除的数据】")
    #expect(names.bound(shown, instead: stored) == "{{base/r3/final}}、{{base/r4/final}}、{{base/r3/final}}")
    #expect(names.bound(shown, instead: BoundText("")) == shown.text)
  }

  @Test func `a name that the page showed counts before what it would stand for now`() {
    let before = filing(["project-1/project/name": "甲", "project-2/project/name": "乙"])
    let swapped = filing(["project-1/project/name": "乙", "project-2/project/name": "甲"])
    let stored = BoundText("得分{{project-1/sum/score}}")
    let page = names(before).named(stored)
    #expect(page.text == "得分【甲：总得分】")
    #expect(names(swapped).bound(page, instead: stored) == "得分{{project-1/sum/score}}")
    #expect(names(swapped).named(stored, known: page.cells).text == "得分【甲：总得分】")
    let both = names(swapped).named(BoundText("{{project-1/sum/score}}{{project-2/sum/score}}"), known: page.cells)
    #expect(both.text == "【甲：总得分】【甲：总得分（2）】")
  }

  private let section = CellAddress("report", "overview", "text")

  private func written(_ text: NamedText, was: String?, over stored: String) -> EditOutcome {
    filing(["report/overview/text": stored]).applying([.write(section, text: text, was: was)])
  }

  @Test func `a section is written with names and kept with bindings`() {
    let outcome = written(
      NamedText("共【公用经费，2024年决算数】万元"), was: "【公务接待，2024年决算数】", over: "{{base/reception/final}}")
    #expect(outcome.filing.entry(at: section)?.text == "共{{base/operatingExpense/final}}万元")
    #expect(outcome.conflicts.isEmpty)
  }

  @Test func `a name that stood there as plain text is no conflict`() {
    let plain = "【公用经费，2024年决算数】"
    var filing = filing()
    let index = filing.sheets.firstIndex { $0.id == "report" }!
    filing.sheets[index].entries[section.key] = Entry(plain)
    #expect(filing.applying([.write(section, text: NamedText(plain), was: plain)]).changes.isEmpty)
    let outcome = filing.applying([.write(section, text: NamedText("改写"), was: plain)])
    #expect(outcome.conflicts.isEmpty && outcome.filing.entry(at: section)?.text == "改写")
  }

  @Test func `what somebody else wrote meanwhile is a conflict`() {
    let outcome = written(NamedText("我的"), was: "【公务接待，2024年决算数】", over: "{{base/reception/last}}")
    #expect(outcome.conflicts.map(\.theirs) == ["{{base/reception/last}}"] && outcome.changes.isEmpty)
  }
}
