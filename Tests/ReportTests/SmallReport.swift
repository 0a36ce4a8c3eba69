import Evaluation
import Reading
import Rules

@testable import Audit
@testable import Report

/// A report of a made-up bureau with findings placed by hand.
enum SmallReport {
  static let text = """
    青禾县𠮷祥文旅局2024年度自评报告
    一、支出情况
    本年三公经费9.81万元，其中公务接待5.71万元。
    \t三公经费
    \t9.31

    <b>联系人：李明 & 王芳

    """

  static func rule(_ id: String, _ title: String, _ severity: Severity, _ verdict: Verdict) -> AuditRule {
    let card = RuleCard(
      id, title, severity: severity, why: "理由。", remedy: "请核对。",
      sources: [LegalSource("评价办法", clause: "第三条")])
    return AuditRule(card, method: "", examples: []) { _ in verdict }
  }

  static func place(_ words: String, _ number: Int = 0) -> TextPlace {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let starts = scalars.indices.filter { scalars[$0...].starts(with: wanted) }
    return TextPlace(.file, starts[number]..<(starts[number] + wanted.count))
  }

  static let rules = [
    rule(
      "D01", "正文与表不符", .error,
      .fail([
        Finding(
          at: place("9.81万元"), place("9.31"), message: "正文三公经费 9.81 万元，表中 9.31 万元。",
          derivation: "9.81 − 9.31 = 0.50")
      ])),
    rule("H09", "缺少报告", .warning, .fail([Finding(at: [.attachment("report")], "没有附件。")])),
    rule("P04", "姓名", .info, .fail([Finding(at: place("李明 & 王芳"), message: "出现姓名。")])),
    rule("C06", "专项资金", .error, .notCheckable(missing: ["项目支出自评表"])),
  ]

  static func audited(
    file: String = "a b.txt", rules: [AuditRule] = rules, origins: (Range<Int>) -> [TextOrigin] = { _ in [] }
  ) -> AuditedReport {
    let report = RecognisedReport(Report(flattened: text), under: [], year: 2024)
    return AuditedReport(file: file, report, Audit(of: report.dossier, rules: rules), origins: origins)
  }
}
