import HTML
import Intake
import Reading

/// The words of a file that was taken apart: what found a place and what did not can be told at a glance.
struct OriginalView {
  let report: ImportedReport
  let file: SourceFile

  var html: HTML {
    let placed = Covered(report.fields.map(\.place))
    let left = Covered(report.unplaced.map(\.place))
    return .element(
      "aside",
      [
        Attribute("class", "original"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "原文"),
      ]
    ) {
      HTML.element("h2") { "原文" }
      HTML.element("p", [Attribute("class", "muted")]) { "标色的格已归入各表，划虚线的没有归入。" }
      for block in report.recognised.report.blocks {
        switch block {
        case .paragraph(let text):
          HTML.element(
            "p",
            [
              Attribute("id", Self.anchor(text)),
              Attribute("class", left.touches(text.place) ? "left" : nil),
            ]
          ) { text.text }
        case .table(let table): self.table(table, placed, left)
        }
      }
    }
  }

  private func table(_ table: ReportTable, _ placed: Covered, _ left: Covered) -> HTML {
    .element("div", [Attribute("class", "scroll")]) {
      HTML.element("table") {
        for row in table.rows {
          HTML.element("tr") {
            for cell in row {
              HTML.element(
                "td",
                [
                  Attribute("id", Self.anchor(cell)),
                  Attribute(
                    "class",
                    cell.isEmpty ? nil : placed.touches(cell.place) ? "placed" : left.touches(cell.place) ? "left" : nil
                  ),
                ]
              ) { cell.text }
            }
          }
        }
      }
    }
  }

  private static func anchor(_ part: TextPart) -> String { "original-\(part.start)" }

  /// The paragraph or cell in which a place stands.
  static func anchor(of place: Range<Int>, in report: ImportedReport?) -> String {
    for block in report?.recognised.report.blocks ?? [] {
      switch block {
      case .paragraph(let text): if text.place.contains(place.lowerBound) { return anchor(text) }
      case .table(let table):
        if let cell = table.rows.joined().first(where: { $0.place.contains(place.lowerBound) }) { return anchor(cell) }
      }
    }
    return "original-\(place.lowerBound)"
  }
}
