public import HTML
import Reading
import Rules

/// What was found in reports as one page that needs nothing else: for a browser, a mail or paper.
public enum HTMLOutput {
  /// Every report with its findings marked in place.
  public static func page(of reports: [AuditedReport], unread: [UnreadFile] = []) -> HTML {
    HTML {
      HTML.verbatim("<!doctype html>\n")
      HTML.element("html", [Attribute("lang", "zh-CN")]) {
        HTML.element("head") {
          HTML.void("meta", [Attribute("charset", "utf-8")])
          HTML.void("meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width")])
          HTML.element("title") { title(of: reports) }
          HTML.element("style") { ReportStyle.sheet }
        }
        HTML.element("body") {
          HTML.element("header") {
            HTML.element("h1") { title(of: reports) }
            if reports.count + unread.count > 1 { contents(reports) }
            list(unread)
          }
          HTML.element("main") {
            for (number, report) in reports.enumerated() { ReportSection(report, number: number).html }
          }
        }
      }
    }
  }

  /// One report as a part of another page, which brings the style for its classes. `ruleAddress` is where a check is
  /// explained; nil for one that is explained nowhere.
  public static func section(of report: AuditedReport, ruleAddress: @escaping (String) -> String?) -> HTML {
    ReportSection(report, number: 0, ruleAddress: ruleAddress).html
  }

  private static func title(of reports: [AuditedReport]) -> String {
    guard reports.count == 1, let report = reports.first else { return "自评报告检查结果" }
    return "检查结果：" + (report.recognised.title ?? report.file)
  }

  private static func contents(_ reports: [AuditedReport]) -> HTML {
    .element("table", [Attribute("class", "summary")]) {
      HTML.element("tr") {
        HTML.element("th") { "文件" }
        for severity in Severity.downwards { HTML.element("th") { severity.words } }
      }
      for (number, report) in reports.enumerated() {
        HTML.element("tr") {
          HTML.element("td") {
            HTML.element("a", [Attribute("href", "#report-\(number + 1)")]) { report.file }
          }
          for severity in Severity.downwards {
            HTML.element("td", [Attribute("class", "number")]) { String(report.count(of: severity)) }
          }
        }
      }
    }
  }

  private static func list(_ unread: [UnreadFile]) -> HTML {
    guard !unread.isEmpty else { return HTML() }
    return HTML {
      HTML.element("h2") { "未能读取的文件" }
      HTML.element("ul") {
        for file in unread { HTML.element("li") { "\(file.file)：\(file.reason)" } }
      }
    }
  }
}

extension Severity {
  /// The gravest first.
  static let downwards = allCases.sorted(by: >)
}
