import Evaluation
import Store
import Testing

@testable import Site

@Suite struct UnitNamesTests {
  @Test func `a post at a unit is called by the unit's code and name`() throws {
    let code = try #require(UnitCode("201001"))
    let names = UnitNames([BudgetUnit(code: code, name: "示例县商务局")])
    #expect(names.words(Post(.handler, at: "201001")) == "201001 示例县商务局 经办岗")
    #expect(names.words(Post(.reviewer, at: "209009")) == "209009 审核岗")
    #expect(names.words(Post(.finance, at: nil)) == Post.Kind.finance.title)
  }
}
