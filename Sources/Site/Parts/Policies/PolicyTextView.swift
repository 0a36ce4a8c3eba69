import HTML
import Policies
import Rules

/// The text of a policy with the numbers of its lines, and what is wrong beside the line.
struct PolicyTextView {
  let text: String
  var faults: [PolicyFault] = []

  var html: HTML {
    let byLine = Dictionary(grouping: faults, by: \.line)
    return .element(
      "div",
      [
        Attribute("class", "text-lines tall"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "原文"),
      ]
    ) {
      HTML.element("table") {
        HTML.element("tbody") {
          for (index, line) in LineDifference.lines(text).enumerated() {
            let found = byLine[index + 1] ?? []
            HTML.element(
              "tr", [Attribute("id", "line-\(index + 1)"), Attribute("class", found.isEmpty ? nil : "faulty")]
            ) {
              HTML.element("td", [Attribute("class", "line-number")]) { "\(index + 1)" }
              HTML.element("td", [Attribute("class", "line-text")]) {
                line
                for fault in found {
                  HTML.element("span", [Attribute("class", "line-fault \(fault.severity.rawValue)")]) {
                    fault.message
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
