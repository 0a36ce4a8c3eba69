import Rules

extension AuditRule {
  /// The examples as people read them.
  public var shownExamples: [ShownExample] { examples.map(ShownExample.init) }
}

/// A rule's page in the documentation: Chinese Markdown, made only from what the rule says about itself.
public enum RulePage {
  /// The whole page, with a line end at its close.
  public static func markdown(_ rule: AuditRule) -> String {
    let card = rule.card
    var lines = ["# \(card.id) \(card.title)", "", "**\(card.severity.words)**（\(card.severity.effect)）", "", card.why]
    lines += ["", "## 怎样核对", "", rule.method, "", "## 怎样处理", "", card.remedy, "", "## 依据", ""]
    lines += card.sources.map { "- \($0.citation)" }
    lines += ["", "## 示例"]
    for (number, example) in rule.shownExamples.enumerated() {
      lines += ["", "### \(number + 1). \(example.label)", ""] + markdown(example)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A table of what is filled in, and the findings.
  private static func markdown(_ example: ShownExample) -> [String] {
    let cells = example.rows.map { "| \($0.name.inTableCell) | \($0.text.inTableCell) |" }
    let table = cells.isEmpty ? ["没有填写任何内容。"] : ["| 单元格 | 填写 |", "| --- | --- |"] + cells
    let prose = example.prose.map { "> \($0.text)" }
    let given = prose.isEmpty || !cells.isEmpty ? table : []
    guard !example.findings.isEmpty else { return given + prose }
    return given + prose + [""] + example.findings.map { "- \($0.place)：**\($0.message)**" }
  }
}

extension String {
  /// On one line and without the sign that parts columns.
  fileprivate var inTableCell: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}
