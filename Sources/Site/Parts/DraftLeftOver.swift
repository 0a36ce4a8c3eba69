import HTML
import Operations
import Reading

/// What a draft does not give, with the reasons.
struct DraftLeftOver {
  let plan: CarryOver
  let texts: DraftTexts

  @HTMLBuilder var html: HTML {
    let same = plan.items.count(where: \.changesNothing)
    if same > 0 { HTML.element("p", [Attribute("class", "muted")]) { "另有 \(same) 处与现有内容相同。" } }
    if !plan.leftOut.isEmpty {
      HTML.element("details", [Attribute("class", "panel")]) {
        HTML.element("summary") { "没有带入的 \(plan.leftOut.count) 处" }
        HTML.element("ul") {
          for item in plan.leftOut {
            HTML.element("li") { "\(item.caption)：\(Self.excerpt(item.text))（\(item.reason.words)）" }
          }
        }
      }
    }
    if let report = texts.report, !report.unplaced.isEmpty {
      HTML.element("details", [Attribute("class", "panel"), Attribute("id", "unplaced")]) {
        HTML.element("summary") { "文件中没有归入表格和章节的 \(report.unplaced.count) 处" }
        HTML.element("ul") {
          for part in report.unplaced {
            HTML.element("li") {
              HTML.element("a", [Attribute("href", "#\(OriginalView.anchor(of: part.place, in: report))")]) {
                "\(part.kind.words)"
              }
              " \(Self.excerpt(part.text))（\(part.reason.words)）"
            }
          }
        }
      }
    }
  }

  private static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : String(line.prefix(60)) + "…"
  }
}
