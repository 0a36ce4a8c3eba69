import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t13RepeatedIndicator = AuditRule(
    RuleCard(
      "T13", "三级指标重名", severity: .warning,
      why: "同一项内容列了两次，等于重复计分；放在不同的二级指标下，说明分类不清。",
      remedy: "合并为一项，或写明两项各衡量什么。",
      sources: [.departmentSheet("三级指标栏"), .projectSheet("三级指标栏")]
    ),
    method: "同一张表里，名称去掉空格和标点后相同的三级指标，从第二个起报告。零分值和不涉及的行不算，不同的表之间不比。",
    examples: [
      .passes(.indicators("quantity | 储备到位量 | 500吨 | 500吨 | 5 | 5 |", "quality | 储备到位率 | 100% | 100% | 5 | 5 |")),
      .passes(
        .indicators(
          "social | 政策知晓率 | ≥90% | 92% | 15 | 15 |", "ecological | 无 | 无 | 无 | 0 | 0 |",
          "sustained | 无 | 无 | 无 | 0 | 0 |")),
      .fails(
        .indicators("quantity | 储备到位率 | 100% | 100% | 10 | 8 |", "quality | 储备 到位率。 | 100% | 100% | 10 | 9 |"),
        .at("self/quality.1/name", "“储备 到位率。”与数量指标下的“储备到位率”重名。")),
      .fails(
        .indicators(
          "social | 政策知晓率 | ≥90% | 92% | 15 | 15 |", "social | 政策知晓率 | ≥80% | 92% | 5 | 5 |", on: "project-1"),
        .at("project-1/social.2/name", "“政策知晓率”与社会效益指标下的“政策知晓率”重名。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.filter { !$0.countedLines.isEmpty }, each: "三级指标") { sheet in
      var first: [String: IndicatorLine] = [:]
      return sheet.countedLines.compactMap { line in
        let name = line.name.folded
        guard !name.isEmpty, !line.name.saysNothing else { return nil }
        guard let earlier = first[name] else {
          first[name] = line
          return nil
        }
        let node = earlier.node.label.withoutBlanks
        return Finding(
          at: line.address(.name), earlier.address(.name), message: "“\(line.title)”与\(node)下的“\(earlier.title)”重名。",
          derivation: name)
      }
    }
  }
}
