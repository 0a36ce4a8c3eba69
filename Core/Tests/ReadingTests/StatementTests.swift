import Evaluation
import Figures
import Testing

@testable import Reading

@Suite("Amounts of prose are bound to what they are said of")
struct StatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let bound: [String]
    var testDescription: String { text }
    init(_ text: String, _ bound: String...) {
      self.text = text
      self.bound = bound
    }
  }

  static let cases = [
    Case(
      "2024年基本支出共计452.72万元，其中人员经费249.85万元，公用经费202.87万元。",
      "基本支出 4527200 2024 unknown", "人员经费 2498500 2024 unknown", "公用经费 2028700 2024 unknown"),
    Case("年初预算安排支出684.34万元，其中：基本支出578.38万元。", "总支出 6843400 budget", "基本支出 5783800 budget"),
    Case(
      "2024年“三公”经费预算10万元，决算7.96万元，比上年减少3.68万元。",
      "“三公”经费 100000 2024 budget", "“三公”经费 79600 2024 executed", "“三公”经费 36800 2024 executed fall"),
    Case(
      "公务接待费5万元，较上年的4万元增加1万元。",
      "公务接待费 50000 unknown", "公务接待费 40000 2023 unknown base", "公务接待费 10000 unknown rise"),
    Case("因公出国（境）费用0万元，公务用车购置及运行维护费11万元。", "因公出国（境）费 0 unknown", "公务用车购置和运行维护费 110000 unknown"),
    Case("2024年度无国有资本经营预算支出。", "国有资本经营预算支出 0 2024 unknown"),
    Case("“三公”经费支出为0。", "“三公”经费 0 unknown"),
    Case("其中甲农贸市场改造专项资金77.7万元。", "甲农贸市场改造专项资金 777000 unknown"),
    Case("（1）冷链项目：年初预算数400万元，全年实际拨付119.34万元。", "冷链项目 4000000 budget", "冷链项目 1193400 executed"),
    Case("年中追加项目支出20万元。", "年中追加项目支出 200000 unknown"),
    Case("其他项目支出449.19万元。", "其他项目支出 4491900 unknown"),
    Case("政府性基金预算基本支出3万元。", "基本支出 30000 unknown governmentFund"),
    Case(
      "2022年年末资产总额9273.2万元，负债总额8882.31万元，净资产390.89万元，固定资产总额612万元。", "资产总额 92732000 2022 unknown",
      "负债总额 88823100 2022 unknown", "净资产 3908900 2022 unknown", "固定资产总额 6120000 2022 unknown"),
    Case("资产负债率95%，采购货物类12.5万元。", "货物 125000 unknown"),
    Case("示例县商务局2024年项目支出30万元。", "项目支出 300000 2024 unknown"),
    Case("县城管局2024年项目支出30万元。", "县城管局2024年项目支出 300000 2024 unknown"),
  ]

  @Test("item, sum in 元, year, stage, scope and role", arguments: cases)
  func binds(_ item: Case) {
    let found = statements(item.text).amounts.map { amount in
      ([
        amount.item.spoken, amount.amount.value.numerator.description, amount.year?.description, "\(amount.stage)",
        amount.scope == .unknown ? nil : "\(amount.scope)", amount.role.word,
      ] as [String?]).compactMap { $0 }
        .joined(separator: " ")
    }
    #expect(found == item.bound)
  }

  @Test func theBudgetOfASectionIsThatOfItsHeading() {
    let found = statements("二、一般公共预算支出情况\n2024年基本支出452.72万元。").amounts
    #expect(found.map(\.scope) == [.generalBudget] && found.map(\.isScopeOfHeading) == [true])
  }

  @Test func thisItemIsThatOfTheHeading() {
    let found = statements("三、政府性基金预算支出情况\n2024年本单位无此项支出。").amounts
    #expect(found.map(\.item) == [.governmentFund] && found.allSatisfy { $0.amount.isZero })
  }

  @Test("parts follow their total behind 其中, in brackets and one level deep")
  func findsParts() {
    let text = "预算100万元（基本支出80万元，项目支出20万元），实际支出90万元，其中项目支出15万元，其中专项资金5万元。"
    let statements = statements(text)
    #expect(statements.lists.map { [$0.total] + $0.parts } == [[0, 1, 2], [3, 4], [4, 5]])
    #expect(statements.lists.map(\.isNested) == [false, true, false])
  }

  @Test func aNewYearOrTotalEndsAList() {
    let statements = statements("2024年收入70万元，其中拨款60万元；2024年支出70万元，其中基本支出50万元。")
    #expect(statements.lists.map { [$0.total] + $0.parts } == [[0, 1], [2, 3]])
  }

  @Test func `a table run together to one line is cut at commas`() {
    let reading = PassageReading(cell: (1...400).map { "第\($0)项共\($0)万元" }.joined(separator: "，"))
    let counts = reading.sentences.map { reading.figures(in: $0).count }
    #expect(counts.reduce(0, +) == reading.passage.figures.count)
    #expect(counts.count > 1 && counts.allSatisfy { $0 <= 122 })
    #expect(reading.sentences.allSatisfy { reading.clause(at: $0.lowerBound).lowerBound == $0.lowerBound })
  }

  @Test func `a line of figures without any mark is cut behind figures, and no clause goes on over a cut`() {
    let reading = PassageReading(cell: (1...1_000).map { "第\($0)项共\($0)万元" }.joined(separator: " "))
    let counts = reading.sentences.map { reading.figures(in: $0).count }
    #expect(counts.reduce(0, +) == reading.passage.figures.count)
    #expect(counts.count > 1 && counts.allSatisfy { $0 <= 241 })
    #expect(reading.sentences.allSatisfy { reading.clause(at: $0.lowerBound) == $0 })
    #expect(reading.clauses == reading.sentences)
  }

  @Test func `sixty parts make a list, and more are a table run together`() {
    func lists(_ count: Int) -> [PartList] {
      statements("支出900万元，其中" + (1...count).map { "第\($0)科支出\($0)万元" }.joined(separator: "、")).lists
    }
    #expect(lists(60).first?.parts.count == 60)
    #expect(lists(61).allSatisfy { $0.parts.count <= 60 && $0.total > 0 })
  }

  @Test func wordsInsideOtherWordsAreNone() {
    let marks = PassageReading(cell: "一般公共服务支出占比比上年比例高").marks.map(\.cue)
    #expect(marks.filter { $0 == .comparison }.count == 1 && !marks.contains(.item(.services)))
  }

  @Test func aSentenceDoesNotEndWithinAFigure() throws {
    let text = "评价项目12\n个，优9个、良2个、中2个。另有1个未评。"
    let reading = PassageReading(cell: text)
    let figure = try #require(reading.passage.figures.first)
    #expect(figure.range == 4..<8)
    #expect(reading.sentences == [0..<21, 21..<28])
  }

  private func statements(_ text: String) -> Statements {
    Statements([
      ProseGroup(Narrative(Report(flattened: text)).passages, year: 2024, unit: "示例县商务局")
    ])
  }
}

extension AmountStatement.Role {
  fileprivate var word: String? {
    switch self {
    case .level: nil
    case .base: "base"
    case .change(let isRise): isRise ? "rise" : "fall"
    }
  }
}
