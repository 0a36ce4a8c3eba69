import HTML

/// A list in a box of its own that scrolls: caption for readers of the screen, headings.
struct ListTable {
  let caption: String
  let columns: [Column]
  /// A class beside `list`.
  var style: String?
  /// Whether the box is no higher than the window, so that the headings stay in sight.
  var isTall = true

  struct Column: ExpressibleByStringLiteral {
    let words: String
    var isNumber = false
    /// Only for readers of the screen.
    var isHidden = false
    /// Where a press on the heading leads, and how the column is sorted now: "ascending", "descending" or nil.
    var sort: (path: String, now: String?)?
    /// In place of the words, in a narrow column for ticks.
    var content: HTML?
  }

  /// A table of one part.
  func html(@HTMLBuilder _ rows: () -> HTML) -> HTML { html(parts: HTML.element("tbody") { rows() }) }

  /// A table of several parts, each a `tbody`.
  func html(parts: HTML) -> HTML {
    .element(
      "div",
      [
        Attribute("class", isTall ? "list-scroll tall" : "list-scroll"), Attribute("tabindex", "0"),
        Attribute("role", "region"),
        Attribute("aria-label", caption),
      ]
    ) {
      HTML.element("table", [Attribute("class", ["list", style].compactMap(\.self).joined(separator: " "))]) {
        HTML.element("caption", [Attribute("class", "visually-hidden")]) { caption }
        HTML.element("thead") { HTML.element("tr") { for column in columns { heading(column) } } }
        parts
      }
    }
  }

  private func heading(_ column: Column) -> HTML {
    .element(
      "th",
      [
        Attribute("scope", "col"), Attribute("class", column.isNumber ? "num" : column.content == nil ? nil : "tick"),
        Attribute("aria-sort", column.sort?.now),
      ]
    ) {
      if let content = column.content {
        content
      } else if let sort = column.sort {
        HTML.element("a", [Attribute("href", sort.path)]) { column.words }
      } else if column.isHidden {
        HTML.element("span", [Attribute("class", "visually-hidden")]) { column.words }
      } else {
        column.words
      }
    }
  }

  /// A cell with its heading for narrow screens, where rows become blocks.
  static func cell(_ label: String, isNumber: Bool = false, @HTMLBuilder _ content: () -> HTML) -> HTML {
    .element("td", [Attribute("class", isNumber ? "num" : nil), Attribute("data-label", label)], content)
  }
}

extension ListTable.Column {
  init(stringLiteral words: String) { self.init(words: words) }
}

/// Steps from one page of a list to the next.
struct Paging {
  static let size = 50

  let page: Int
  let total: Int
  var size = Paging.size
  /// The address of a page by its number.
  let address: (Int) -> String

  var last: Int { max(1, (total + size - 1) / size) }

  /// "共 120 家，第 51–100 家".
  static func range(_ page: Int, _ count: Int, of total: Int, measure: String, size: Int = Paging.size) -> String {
    let start = (page - 1) * size
    return count == 0 || total <= size
      ? "共 \(total) \(measure)" : "共 \(total) \(measure)，第 \(start + 1)–\(start + count) \(measure)"
  }

  var html: HTML {
    guard last > 1 else { return HTML() }
    return .element("nav", [Attribute("class", "pages"), Attribute("aria-label", "分页")]) {
      if page > 1 { HTML.element("a", [Attribute("href", address(page - 1)), Attribute("rel", "prev")]) { "上一页" } }
      HTML.element("span", [Attribute("aria-current", "page")]) { "第 \(page) / \(last) 页" }
      if page < last { HTML.element("a", [Attribute("href", address(page + 1)), Attribute("rel", "next")]) { "下一页" } }
    }
  }
}
