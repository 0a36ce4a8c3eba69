import HTML
import Reading

/// A report that was read from a file, as part of a page.
struct PublishedReport {
  let content: ReportContent
  /// The heading above it, which need not be said again.
  let title: String

  var html: HTML {
    HTML {
      for block in content.blocks {
        switch block {
        case .title(let text): if text != title { HTML.element("p", [Attribute("class", "report-title")]) { text } }
        case .heading(let text, let level): HTML.element(Self.heading(level)) { text }
        case .paragraph(let text): HTML.element("p") { text }
        case .table(let table): self.table(table)
        }
      }
    }
  }

  /// Below the report's own, which is of the second level.
  private static func heading(_ level: Int) -> StaticString {
    switch level {
    case ...1: "h3"
    case 2: "h4"
    case 3: "h5"
    default: "h6"
    }
  }

  private func table(_ table: ReportContent.Table) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "报告中的表格"),
      ]
    ) {
      HTML.element("table") {
        for row in table.rows {
          HTML.element("tr") {
            for cell in row {
              let span = cell.columns.count
              HTML.element("td", [Attribute("colspan", span > 1 ? "\(span)" : nil)]) {
                for (number, line) in cell.text.split(separator: "\n").enumerated() {
                  if number > 0 { HTML.void("br", []) }
                  String(line)
                }
              }
            }
          }
        }
      }
    }
  }
}
