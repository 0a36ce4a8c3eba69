import Testing

@testable import Site

@Suite struct TextDifferenceTests {
  private func marked(_ pieces: [TextDifference.Piece]) -> String {
    pieces.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func `only sentences that differ are marked on either side`() {
    let difference = TextDifference(
      from: "全年接待12批。支出4.80万元。均在预算之内。", to: "全年接待12批。支出5.10万元。均在预算之内。")
    #expect(marked(difference.before) == "全年接待12批。[支出4.80万元。]均在预算之内。")
    #expect(marked(difference.after) == "全年接待12批。[支出5.10万元。]均在预算之内。")
  }

  @Test func `a figure differs as a whole, and what was blank has no pieces`() {
    let difference = TextDifference(from: "", to: "9.81")
    #expect(difference.before.isEmpty)
    #expect(marked(difference.after) == "[9.81]")
  }

  @Test func `long stretches that stayed are told by their ends`() {
    let kept = "开头的话" + String(repeating: "经费按规定使用，", count: 30) + "结尾的话。"
    let difference = TextDifference(from: kept + "旧句。", to: kept + "新句。")
    let shown = marked(difference.after)
    #expect(shown.hasPrefix("开头的话") && shown.hasSuffix("结尾的话。[新句。]"))
    #expect(shown.count < 70)
  }
}
