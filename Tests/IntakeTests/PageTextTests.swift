import Reading
import Testing

@testable import Intake

@Suite struct PageTextTests {
  private let first = """
                      2024年度部门整体支出绩效自评报告

        为加强预算资金管理，本部门对2024年度部门整体支出开展了自评，
    全年支出合计716.83万元，其中基本支出471.83万元，项目支出245.00
    万元。
        一、基本情况
          项目                  预算数          决算数
          三公经费              2.00            0.31
                                 - 1 -
    """
  private let second =
    "    公务接待              2.00            0.31\n    出国经费              0.00            0.00\n    2 / 2\n"

  @Test func `lines that the page broke are one paragraph again`() {
    let text = PageText(first).report().text.string
    #expect(text.contains("自评，全年支出合计716.83万元，其中基本支出471.83万元，项目支出245.00万元。\n一、基本情况\n"))
    #expect(!text.contains("- 1 -"))
  }

  @Test func `columns are a table that goes on over the page`() {
    let pages = PageText(first + "\u{0C}" + second + "\u{0C}")
    let rows = pages.report().tables.map { $0.rows.map { $0.map(\.text) } }
    #expect(rows.count == 1)
    #expect(rows.first?.first == ["项目", "预算数", "决算数"])
    #expect(rows.first?.last == ["出国经费", "0.00", "0.00"])
    #expect(pages.pages.map(\.number) == [0, 1])
  }

  @Test func `a column where a line has nothing is a blank cell`() {
    let page = """
       财政供养人员情况（人）       编制数      2024年实际在职人数 控制率
                         20       17             85%
       三公经费              2.28     2.00           0.31
       1、公务用车购置和维护经费
       3、公务接待            2.28                    0.31
      """
    #expect(
      PageText(page).report().tables.map { $0.rows.map { $0.map(\.text) } } == [
        [
          ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"], ["", "20", "17", "85%"], ["三公经费", "2.28", "2.00", "0.31"],
          ["1、公务用车购置和维护经费", "", "", ""], ["3、公务接待", "2.28", "", "0.31"],
        ]
      ])
  }

  @Test func `a page without text is told, and counts among the pages`() throws {
    let file = SourceFile(pages: PageText("第一页的话。\u{0C}  \u{0C}第三页的话。\u{0C}"))
    #expect(file.pagesWithoutText == [1])
    #expect(file.origins(of: 7..<9).map(\.page) == [2])
  }

  @Test func `a place knows its page`() throws {
    let file = SourceFile(pages: PageText("第一页的话。\u{0C}第二页的话。\u{0C}"))
    #expect(file.origins(of: 0..<2).map(\.page) == [0])
    #expect(file.origins(of: 7..<9).map(\.page) == [1])
  }
}
