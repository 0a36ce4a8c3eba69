import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let d25ReasonOfOtherIndicator = AuditRule(
    RuleCard(
      "D25", "偏差原因说的是别的指标", severity: .info,
      why: "原因栏只说了另一个指标的事，多半是填错了行，这一行的偏差仍然没有解释。",
      remedy: "把原因移到所说的指标，补写本指标的原因。",
      sources: [.departmentSheet("偏差原因分析及改进措施栏")]
    ),
    method: """
      原因里写有同一张表另一指标的全名（至少四个字），而与本指标的名称、指标值、完成值没有一个相同的词（相连两字），即提示。\
      只是没有提到本指标名称的不报，“无偏差”之类不看；两个指标名称相近的不报。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 76个 | 5 | 4.75 | 四个项目推迟签约", "social | 政策知晓率 | ≥90% | 85% | 5 | 4.72 | 宣传次数不足")),
      .passes(
        .indicators(
          "quantity | 培训电商人员 | ≥80人 | 76人 | 5 | 4.75 | 与政策知晓率的宣传同时开展，电商培训少办一期",
          "social | 政策知晓率 | ≥90% | 85% | 5 | 4.72 | 政策宣传不足")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 76个 | 5 | 4.75 | 政策知晓率低，下年加强宣传", "social | 政策知晓率 | ≥90% | 92% | 5 | 5 | 无偏差"),
        .at("self/quantity.1/reason", "新签约项目的原因说的是“政策知晓率”，没有说到本指标。")),
      .fails(
        .indicators(
          "quantity | 建成服务站 | ≥60个 | 55个 | 5 | 4.58 | 摊位改造尚未验收", "quality | 摊位改造 | 100% | 100% | 5 | 5 |"),
        .at("self/quantity.1/reason", "建成服务站的原因说的是“摊位改造”，没有说到本指标。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差")),
    ]
  ) { dossier in
    let lines = dossier.countedLines.filter { !$0.hasNoReason }
    return Verdict(over: lines, missing: "偏差原因") { line in
      let reason = line.reason.folded
      let own = [line.name, line.targetText, line.actualText].map(\.folded)
      let sheet = line.address(.reason).sheet
      guard !own.contains(where: { $0.sharesPair(with: reason) }),
        let other = dossier.countedLines.first(where: { other in
          other.address(.reason).sheet == sheet && other.id != line.id && other.name.folded.unicodeScalars.count >= 4
            && reason.holds(other.name.folded)
        })
      else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.reason), line.address(.name), other.address(.name),
          message: "\(line.title)的原因说的是“\(other.name.bare)”，没有说到本指标。", derivation: other.name.bare))
    }
  }
}

extension String {
  /// Two neighbouring ideographs stand in both.
  fileprivate func sharesPair(with other: String) -> Bool {
    let (mine, theirs) = (Array(unicodeScalars), Array(other.unicodeScalars))
    let pairs = Set(zip(theirs, theirs.dropFirst()).map { [$0, $1] })
    return zip(mine, mine.dropFirst()).contains { $0.isIdeograph && $1.isIdeograph && pairs.contains([$0, $1]) }
  }
}
