import HTML

/// A button that says what it does before it does it, where that cannot be undone: pressed once, it opens; the button
/// in it sends. Works without scripts.
struct Confirmation {
  let words: String
  /// For readers of the screen, where many buttons of a page have the same words.
  var spoken: String?
  let consequence: String
  let confirm: String
  let path: String
  let visitor: Visitor
  /// In a list, where it must not stand out.
  var isQuiet = true

  var html: HTML {
    .element("details", [Attribute("class", "confirm")]) {
      HTML.element(
        "summary",
        [Attribute("class", isQuiet ? "button quiet small" : "button danger"), Attribute("aria-label", spoken)]
      ) { words }
      HTML.element("form", [Attribute("method", "post"), Attribute("action", path)]) {
        Fields.token(visitor)
        HTML.element("p") { consequence }
        HTML.element("button", [Attribute("class", isQuiet ? "danger small" : "danger")]) { confirm }
      }
    }
  }
}
