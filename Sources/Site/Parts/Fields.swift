import Evaluation
import HTML

/// Fields of forms with their messages.
struct Fields {
  /// What was typed, by field name.
  var values: [String: String] = [:]
  var problems: [FieldProblem] = []

  static func token(_ visitor: Visitor?) -> HTML { hidden("csrf", visitor?.csrf ?? "") }

  static func hidden(_ name: String, _ value: String) -> HTML {
    .void("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
  }

  /// - Parameters:
  ///   - name: what the field is called where it is posted; as its id, unless a page has it twice.
  ///   - spoken: its label for readers of the screen, where many fields of a page have the same one.
  func text(
    _ id: String, _ label: String, name: String? = nil, hint: String = "", type: String = "text",
    autocomplete: String? = nil, width: String? = nil, spoken: String? = nil
  ) -> HTML {
    field(id, label, hint: hint) { described in
      HTML.void(
        "input",
        [
          Attribute("id", id), Attribute("name", name ?? id), Attribute("type", type),
          Attribute("value", type == "password" ? nil : values[id] ?? ""), Attribute("class", width),
          Attribute("autocomplete", autocomplete ?? "off"), Attribute("aria-describedby", described),
          Attribute("aria-label", spoken), Attribute("aria-invalid", message(for: id) == nil ? nil : "true"),
        ])
    }
  }

  /// Several lines.
  func area(
    _ name: String, _ label: String, hint: String = "", limit: Int = 500, rows: Int = 3, spoken: String? = nil
  ) -> HTML {
    field(name, label, hint: hint) { described in
      HTML.element(
        "textarea",
        [
          Attribute("id", name), Attribute("name", name), Attribute("rows", "\(rows)"),
          Attribute("data-limit", "\(limit)"), Attribute("aria-describedby", described),
          Attribute("aria-label", spoken),
          Attribute("aria-invalid", message(for: name) == nil ? nil : "true"),
        ]
      ) { values[name] ?? "" }
    }
  }

  func file(_ name: String, _ label: String, hint: String, accept: String) -> HTML {
    field(name, label, hint: hint) { described in
      HTML.void(
        "input",
        [
          Attribute("type", "file"), Attribute("id", name), Attribute("name", name), Attribute("accept", accept),
          Attribute("aria-describedby", described),
          Attribute("aria-invalid", message(for: name) == nil ? nil : "true"),
        ])
    }
  }

  func choice(_ name: String, _ label: String, hint: String = "", options: [(value: String, words: String)]) -> HTML {
    field(name, label, hint: hint) { described in
      HTML.element(
        "select",
        [
          Attribute("id", name), Attribute("name", name), Attribute("aria-describedby", described),
          Attribute("aria-invalid", message(for: name) == nil ? nil : "true"),
        ]
      ) {
        for option in options {
          HTML.element(
            "option", [Attribute("value", option.value), Attribute("selected", when: values[name] == option.value)]
          ) { option.words }
        }
      }
    }
  }

  /// The first thing on a page whose form was not taken.
  var summary: HTML {
    guard !problems.isEmpty else { return HTML() }
    return .element(
      "div",
      [
        Attribute("class", "error-summary"), Attribute("role", "alert"), Attribute("tabindex", "-1"),
        Attribute("aria-labelledby", "errors-title"),
      ]
    ) {
      HTML.element("h2", [Attribute("id", "errors-title")]) { "有 \(problems.count) 处需要改正" }
      HTML.element("ul") {
        for problem in problems {
          HTML.element("li") {
            HTML.element("a", [Attribute("href", "#\(problem.field.replacing("/", with: "_"))")]) { problem.message }
          }
        }
      }
    }
  }

  func message(for name: String) -> String? { problems.first { $0.field == name }?.message }

  private func field(
    _ name: String, _ label: String, hint: String, @HTMLBuilder _ control: (String?) -> HTML
  ) -> HTML {
    let message = message(for: name)
    let described = [hint.isEmpty ? nil : "\(name)-hint", message == nil ? nil : "\(name)-error"].compactMap(\.self)
    return .element("div", [Attribute("class", message == nil ? "field" : "field invalid")]) {
      HTML.element("label", [Attribute("for", name)]) { label }
      if !hint.isEmpty { HTML.element("p", [Attribute("class", "hint"), Attribute("id", "\(name)-hint")]) { hint } }
      if let message {
        HTML.element("p", [Attribute("class", "error"), Attribute("id", "\(name)-error")]) { message }
      }
      control(described.isEmpty ? nil : described.joined(separator: " "))
    }
  }
}
