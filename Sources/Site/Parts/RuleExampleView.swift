import Audit
import HTML
import Rules

/// An example of a rule: what is filled in, the places marked, and what the rule says of it.
struct RuleExampleView {
  private let example: ShownExample
  /// From 1.
  private let number: Int

  init(_ example: ShownExample, number: Int) {
    self.example = example
    self.number = number
  }

  var html: HTML {
    .element("section", [Attribute("class", "panel example")]) {
      HTML.element("h3") { "\(number). \(example.label)" }
      if !example.rows.isEmpty {
        table
      } else if example.prose.isEmpty {
        HTML.element("p", [Attribute("class", "muted")]) { "没有填写任何内容。" }
      }
      if !example.prose.isEmpty {
        HTML.element("blockquote") { for paragraph in example.prose { self.paragraph(paragraph) } }
      }
      if !example.findings.isEmpty {
        HTML.element("ul", [Attribute("class", "example-findings")]) {
          for finding in example.findings {
            HTML.element("li") {
              "\(finding.place)："
              HTML.element("strong") { finding.message }
            }
          }
        }
      }
    }
  }

  private var table: HTML {
    .element("table", [Attribute("class", "example-cells")]) {
      HTML.element("thead") {
        HTML.element("tr") {
          for caption in ["单元格", "填写"] { HTML.element("th", [Attribute("scope", "col")]) { caption } }
        }
      }
      HTML.element("tbody") {
        for row in example.rows {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) { row.name }
            HTML.element("td") { if row.isFound { HTML.element("mark") { row.text } } else { HTML.text(row.text) } }
          }
        }
      }
    }
  }

  private func paragraph(_ marked: MarkedText) -> HTML {
    let scalars = Array(marked.text.unicodeScalars)
    func text(_ range: Range<Int>) -> HTML {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return .text(String(view))
    }
    var html = HTML()
    var end = 0
    for span in marked.spans {
      html.append(text(end..<span.lowerBound))
      html.append(.element("mark") { text(span) })
      end = span.upperBound
    }
    html.append(text(end..<scalars.count))
    return .element("p") { html }
  }
}
