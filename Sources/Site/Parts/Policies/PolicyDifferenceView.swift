import Evaluation
import HTML

/// What differs between two policies: in words, and line by line behind it.
struct PolicyDifferenceView {
  let difference: PolicyDifference
  let lines: LineDifference

  var html: HTML {
    HTML {
      HTML.element("h2") { "内容的差异" }
      if difference.changes.isEmpty {
        HTML.element("p") { lines.stretches.isEmpty ? "两份文本完全相同。" : "内容没有差异，只是原文的写法（注释、排列等）不同。" }
      } else {
        HTML.element("p", [Attribute("role", "status")]) { "共 \(difference.changes.count) 处。" }
        Self.table(difference.changes)
      }
      if !lines.stretches.isEmpty {
        HTML.element("details", [Attribute("class", "line-difference")]) {
          HTML.element("summary") { "原文逐行的差异：去掉 \(lines.removed) 行，增加 \(lines.added) 行" }
          for stretch in lines.stretches { text(stretch) }
        }
      }
    }
  }

  static func table(_ changes: [PolicyDifference.Change]) -> HTML {
    let columns: [ListTable.Column] = ["位置", "原来", "现在"]
    return ListTable(caption: "内容的差异", columns: columns).html {
      for change in changes {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row"), Attribute("class", "difference-place")]) { change.place }
          ListTable.cell("原来") { words(change.before, isRemoval: true) }
          ListTable.cell("现在") { words(change.after, isRemoval: false) }
        }
      }
    }
  }

  private static func words(_ words: String?, isRemoval: Bool) -> HTML {
    guard let words else { return .element("span", [Attribute("class", "muted")]) { "（没有）" } }
    return isRemoval ? .element("del") { words } : .element("ins") { words }
  }

  private func text(_ stretch: [LineDifference.Line]) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "text-lines"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "原文的差异，自第 \(stretch.first?.after ?? stretch.first?.before ?? 1) 行"),
      ]
    ) {
      HTML.element("table") {
        HTML.element("tbody") {
          for line in stretch {
            let style = line.before == nil ? "added" : line.after == nil ? "removed" : nil
            HTML.element("tr", [Attribute("class", style)]) {
              HTML.element("td", [Attribute("class", "line-number")]) { line.before.map { "\($0)" } ?? "" }
              HTML.element("td", [Attribute("class", "line-number")]) { line.after.map { "\($0)" } ?? "" }
              HTML.element("td", [Attribute("class", "line-sign")]) {
                line.before == nil ? "＋" : line.after == nil ? "−" : ""
              }
              HTML.element("td", [Attribute("class", "line-text")]) { line.text }
            }
          }
        }
      }
    }
  }
}
