import Reading
import Rules
import Text

extension AuditRule {
  static let f05BlankDate = AuditRule.inProse(
    RuleCard(
      "F05", "填报日期空白", severity: .warning,
      why: "没有日期，就不知道数截止到何时，也不知道是否按期报送。",
      remedy: "补填填报日期。",
      sources: [.departmentSheet("填报日期"), .projectSheet("填报日期")]
    ),
    method: "正文中“填报日期”“填表日期”后直到下一个栏目或段末没有年月日，即报告；一段里的每一处都看。",
    examples: [
      .passes(.prose("填表人：某某 填报日期：2025年3月5日 联系电话：")),
      .passes(.prose("填报日期要写明年月日。")),
      .fails(.prose("填表人：⟦填报日期⟧：联系电话：单位负责人签字："), .at("⟦填报日期⟧", "填报日期空白，请补填。")),
      .fails(.prose("⟦填表日期⟧：    年  月  日"), .at("⟦填表日期⟧", "填报日期空白，请补填。")),
      .cannotLook([:]),
    ]
  ) { read in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["填报日期", "填表日期"]) else { return [] }
    return passage.dateLabels.filter { passage.isBlank(behind: $0) }.map {
      Finding(at: passage.passage.place($0), message: "填报日期空白，请补填。", derivation: "填报日期")
    }
  }
}

extension PassageReading {
  fileprivate var dateLabels: [Range<Int>] {
    let words = ["填报日期", "填表日期"].map { Array($0.unicodeScalars) }
    return scalars.indices.filter { start in words.contains { scalars[start...].starts(with: $0) } }.map { $0..<$0 + 4 }
  }

  /// A colon, then nothing, the words 年月日 alone, or the next label.
  fileprivate func isBlank(behind label: Range<Int>) -> Bool {
    guard label.upperBound < scalars.count, scalars[label.upperBound] == ":" else { return false }
    let rest = text(label.upperBound + 1..<min(scalars.count, label.upperBound + 40)).withoutBlanks
    let labels = ["联系电话", "单位负责人", "填表人", "填报人", "负责人", "审核人", "电话", "签字"]
    return ["", "年月日", "年月", "日"].contains(rest)
      || labels.contains { rest.begins(with: $0) || rest.begins(with: "年月日" + $0) }
  }
}
