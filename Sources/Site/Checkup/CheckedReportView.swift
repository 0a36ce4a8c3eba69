import HTML
import Reading
import Report
import Rules

/// A report with its findings marked in place, to be filtered, walked through and taken away.
struct CheckedReportView {
  let site: Site
  let visitor: Visitor?
  let results: CheckupResults

  private var report: AuditedReport { results.report }

  var page: HTML {
    Shell(site: site, title: "体检结果", visitor: visitor, current: .checkup, isWide: true, hasMarkedReport: true).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.checkup.path)]) { "报告体检" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { "结果" }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("h1") { report.recognised.title ?? report.file }
        HTML.element("div", [Attribute("class", "actions")]) {
          for (words, file) in downloads { link(words, file) }
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.checkup.path)]) { "再体检一份" }
        }
      }
      HTML.element("div", [Attribute("class", "notice")]) { HTML.element("p") { kept } }
      if let caution { HTML.element("div", [Attribute("class", "notice warning")]) { HTML.element("p") { caution } } }
      if report.findings.isEmpty {
        HTML.element("p", [Attribute("class", "findings-none")]) { "没有发现问题。" }
      } else {
        bar
      }
      HTML.element("div", [Attribute("class", "checked")]) {
        HTMLOutput.section(of: report) { check in Route.rule(check).path }
      }
    }
  }

  private var downloads: [(String, CheckupResults.File)] {
    let all = [("下载加批注的 Word", results.word), ("下载网页", results.html), ("下载 JSON", results.json)]
    return all.compactMap { words, file in
      file.flatMap { $0.bytes.count <= site.checkup.settings.bounds.largestHeld ? (words, $0) : nil }
    }
  }

  /// What keeps the checks from seeing all of it; nil where nothing does.
  private var caution: String? {
    // A report has sentences, or a form that was recognised.
    let isReport = !report.recognised.dossier.sheets.isEmpty || report.text.string.count { $0 == "。" } >= 3
    guard isReport else { return "没有认出自评报告的正文，也没有认出自评表，只做了一般检查：没有发现问题不等于没有问题。请核对上传的文件。" }
    return report.unreadWords.map { "\($0)。没有发现问题不等于没有问题。" }
  }

  private var kept: String {
    let isComplete = downloads.count == (results.word == nil ? 2 : 3)
    return "文件和结果没有保存在系统中，只在本页上；需要的请先下载。" + (isComplete ? "" : "结果太大、本页放不下的，请重新体检，在“结果”中选择下载。")
  }

  private func link(_ words: String, _ file: CheckupResults.File) -> HTML {
    .element(
      "a", [Attribute("class", "button"), Attribute("download", file.name), Attribute("href", file.held)]
    ) { words }
  }

  /// Which findings are shown, and from one to the next. The boxes work by the style sheet, so without scripts too.
  private var bar: HTML {
    .element(
      "div", [Attribute("class", "checked-bar"), Attribute("role", "group"), Attribute("aria-label", "筛选和定位")]
    ) {
      for severity in Severity.allCases.sorted(by: >) where report.count(of: severity) > 0 {
        HTML.element("label", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "show-\(severity.rawValue)"),
              Attribute("checked", when: true),
              Attribute("autocomplete", "off"),
            ])
          HTML.element("span", [Attribute("class", "severity \(severity.rawValue)")]) { severity.words }
          HTML.element("span", [Attribute("class", "num")]) { "\(report.count(of: severity))" }
        }
      }
      HTML.element("span", [Attribute("class", "walk"), Attribute("data-walk", ""), Attribute("hidden", when: true)]) {
        button("上一处", "-1", keys: "Shift+F8")
        HTML.element("span", [Attribute("class", "num"), Attribute("role", "status"), Attribute("data-place", "")]) {
          ""
        }
        button("下一处", "1", keys: "F8")
      }
    }
  }

  private func button(_ words: String, _ step: String, keys: String) -> HTML {
    .element(
      "button",
      [
        Attribute("type", "button"), Attribute("class", "small"), Attribute("data-step", step),
        Attribute("aria-keyshortcuts", keys), Attribute("title", keys),
      ]
    ) { words }
  }
}
