import Testing

@testable import Paper

@Suite struct TitleSettingTests {
  @Test(
    arguments: [
      ("短标题", 40, nil), ("2024年度示例县商务局部门整体支出绩效自评报告", 40, 32), ("2024年度部门整体支出绩效自评表", 40, nil),
      // 40 halves on 40: fonts with wide digits would not hold it.
      ("2024年度示例县商务局项目支出绩效自评报告", 40, 20), ("甲乙丙丁戊己庚辛壬癸子丑", 20, 12), ("", 40, nil),
    ] as [(String, Int, Int?)])
  func `a long title breaks before a new thought or in the middle`(title: String, most: Int, halves: Int?) {
    #expect(TitleSetting.lineHalves(of: title, most: most) == halves)
  }

  @Test(arguments: [
    ("", 8, 1), ("四个汉字", 8, 1), ("五个汉字啊", 8, 2), ("一\n二", 8, 2), ("abcdefgh", 8, 1), ("abcdefghi", 8, 2),
    ("全年预算数(A)", 8, 2), ("字(B/A)字", 6, 3), ("ab cd ef", 5, 2), (String(repeating: "w", count: 33), 8, 5), ("字", 1, 1),
  ])
  func `lines are counted, Chinese breaking anywhere and words staying whole`(text: String, width: Int, lines: Int) {
    #expect(TextWidth.lines(text, halves: width) == lines)
  }

  @Test func `balanced lines are as short as the number of lines allows`() {
    #expect(TextWidth.balanced("年初预算数", most: 9) == 6)
    #expect(TextWidth.balanced("偏差原因分析及改进措施", most: 9) == 8)
    #expect(TextWidth.balanced("短", most: 9) == nil)
  }
}
