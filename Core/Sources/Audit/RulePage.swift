import Rules

/// A rule's page in the documentation: Chinese Markdown, made only from what the rule says about itself.
public enum RulePage {
  public static func markdown(_ rule: AuditRule) -> String {
    let card = rule.card
    var lines = ["# \(card.id) \(card.title)", "", "**\(card.severity.words)**（\(card.severity.effect)）", "", card.why]
    lines += ["", "## 怎样核对", "", rule.method, "", "## 怎样处理", "", card.remedy, "", "## 依据", ""]
    lines += card.sources.map { "- \($0.citation)" }
    lines += ["", "## 示例"]
    for (number, example) in rule.examples.enumerated() {
      lines += ["", "### \(number + 1). \(example.expected.label)", ""] + ExampleTable(example).lines
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Severity {
  fileprivate var effect: String {
    switch self {
    case .error: "改正后才能送审"
    case .warning: "改正或说明原因后才能送审"
    case .info: "不影响送审"
    }
  }
}

extension LegalSource {
  fileprivate var citation: String {
    "《\(title)》\(number.map { "（\($0)）" } ?? "")：\(clause)\(isVerified ? "" : "（未核对原文）")"
  }
}

extension AuditRule.Example.Expectation {
  fileprivate var label: String {
    switch self {
    case .pass: "通过"
    case .fail: "不通过"
    case .notCheckable: "无法核对"
    }
  }
}
