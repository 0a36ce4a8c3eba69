import Testing

@testable import Paper

/// Widths of columns that follow from what stands in them, measured in halves of a character.
@Suite struct FittedColumnsTests {
  /// Columns of so many halves, with the texts of rows that fill each one.
  private func widths(_ given: [Int], _ rows: [[String]], margin: Int = 0) -> [Int] {
    let cells = rows.enumerated().flatMap { number, texts in
      texts.enumerated().map { FittedColumns.Cell(row: number, rowSpan: 1, columns: $0..<($0 + 1), text: $1) }
    }
    return FittedColumns(given: given, rows: rows.count, cells: cells, step: 1, margin: margin).widths()
  }

  @Test func `what fits stays as the form has it`() {
    #expect(widths([10, 10, 10], [["项目", "分值", "得分"], ["甲", "乙", "丙"]]) == [10, 10, 10])
  }

  @Test func `a column that breaks its text takes from one that has room, just enough`() {
    #expect(widths([8, 12], [["服务对象满意", "10"]]) == [12, 8])
    #expect(widths([8, 12], [["服务对象满意", "10"]], margin: 2) == [8, 12])
  }

  @Test func `nobody gives so much that its own text breaks`() {
    #expect(widths([8, 12], [["服务对象满意", "分值得分分"]]) == [8, 12])
  }

  @Test func `several give where one alone has too little`() {
    #expect(widths([8, 10, 10], [["三级指标名称", "分值分值", "得分得分"]]) == [12, 8, 8])
  }

  @Test func `an empty column keeps three fifths of its width`() {
    let widths = widths([10, 20], [[String(repeating: "长", count: 40), ""]])
    #expect(widths[1] >= 12 && widths.reduce(0, +) == 30)
  }

  @Test func `a figure is not torn, even where a line more is the price`() {
    #expect(widths([5, 9], [["123.32", "得分得分"]]) == [9, 5])
  }

  @Test func `a figure is not torn, even where many rows become higher for it`() {
    let name = String(repeating: "指标", count: 5)
    let fitted = widths([20, 5], (0..<30).map { [name, $0 == 7 ? "104.5" : "5"] })
    #expect(fitted == [17, 8])
    #expect(widths([20, 5], (0..<30).map { [name, $0 == 7 ? "abcde" : "5"] }) == [20, 5])
  }

  @Test func `a long text is not widened at the cost of all others`() {
    let long = String(repeating: "原因说明", count: 20)
    let fitted = widths([20, 20, 20], [["指标名称", "完成", long], ["指标名称", "完成", ""], ["指标名称", "完成", ""]])
    #expect(fitted[2] > 20 && fitted[0] >= 8 + 2 && fitted[1] >= 12)
  }

  @Test func `a caption down the side counts where it needs more than the rows beside it have`() {
    func width(isHeld: Bool) -> Int {
      FittedColumns(
        given: [4, 20], rows: 6,
        cells: [
          .init(row: 0, rowSpan: 6, columns: 0..<1, text: "产出指标合计", isHeld: isHeld)
        ]
          + (0..<6).map {
            .init(row: $0, rowSpan: 1, columns: 1..<2, text: $0 == 1 ? "服务对象满意度的调查" : "数量")
          }, step: 1, margin: 0
      ).widths()[0]
    }
    #expect(width(isHeld: false) == 4)
    #expect(width(isHeld: true) == 12)
  }

  @Test func `a text over two columns counts their widths together`() {
    let fitted = FittedColumns(
      given: [6, 6, 12], rows: 2,
      cells: [
        .init(row: 0, rowSpan: 1, columns: 0..<2, text: "实际完成情况说明"),
        .init(row: 0, rowSpan: 1, columns: 2..<3, text: "分值"),
        .init(row: 1, rowSpan: 1, columns: 0..<1, text: "甲"), .init(row: 1, rowSpan: 1, columns: 1..<2, text: "乙"),
        .init(row: 1, rowSpan: 1, columns: 2..<3, text: "丙"),
      ], step: 1, margin: 0
    ).widths()
    #expect(fitted[0] + fitted[1] == 16 && fitted[2] == 8)
  }

  @Test func `the same cells give the same widths`() {
    let rows = [["服务对象满意度指标", "≥90%", "2024年12月31日前", ""], ["质量", "97%", "完成", "抽样范围偏小，明年扩大样本。"]]
    let first = widths([8, 8, 8, 14], rows)
    for _ in 0..<5 { #expect(widths([8, 8, 8, 14], rows) == first) }
    #expect(first.reduce(0, +) == 38)
  }

  @Test func `digits count as wider than half a character`() {
    #expect(TextWidth.lines("2024年12月31日", halves: 14) == 1)
    #expect(TextPieces.safe("2024年12月31日").lines(14 * 4) == 2)
    #expect(TextPieces.safe("年初预算数").lines(10 * 4) == 1)
  }

  @Test(arguments: [("补助资金总额", 10, true), ("补助资金总额", 8, false), ("补助资金", 8, false), ("资金77", 4, false), ("", 4, false)])
  func `a single character on the last line is lonely`(text: String, halves: Int, isLonely: Bool) {
    #expect(TextPieces.safe(text).endsLonely(halves * 4) == isLonely)
  }
}
