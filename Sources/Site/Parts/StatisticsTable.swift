import HTML
import Operations

/// A table of sums with a bar in each row: the picture and its figures in one, so it prints and reads without a script.
struct StatisticsTable {
  let title: String
  /// What it tells and how, in a sentence; empty where nothing need be said.
  var note = ""
  let columns: [Column]
  var rows: [Row] = []
  /// Drawn above it.
  var picture: HTML?
  /// Where the table is taken away as a file; nil where it is not.
  var file: (csv: String, xlsx: String)?

  struct Column {
    let caption: String
    var isNumber = false
    /// Drawn as a bar instead of being told; not in files.
    var isBar = false
    /// Leads somewhere and tells nothing: not in files.
    var isLink = false
  }

  struct Row {
    let cells: [Cell]
    var isTotal = false
  }

  struct Cell {
    /// As the page tells it.
    var words: String
    /// As a file tells it: a number without separators.
    var plain: String
    /// Down to what it sums.
    var link: String?
    /// How long the bar is, of 1.
    var share: Double?

    init(_ words: String, plain: String? = nil, link: String? = nil) {
      self.words = words
      self.plain = plain ?? words
      self.link = link
    }

    /// A bar; `share` is cut to 0…1.
    static func bar(_ share: Double) -> Cell {
      var cell = Cell("")
      cell.share = max(0, min(1, share))
      return cell
    }
  }

  var html: HTML {
    .element("section", [Attribute("class", "panel statistics")]) {
      HTML.element("h2") { title }
      if !note.isEmpty { HTML.element("p", [Attribute("class", "hint")]) { note } }
      if rows.isEmpty {
        HTML.element("p") { "没有数据。" }
      } else {
        if let picture { picture }
        ListTable(
          caption: title,
          columns: columns.map { .init(words: $0.caption, isNumber: $0.isNumber, isHidden: $0.isBar) }
        ).html { for row in rows { html(of: row) } }
        if let file {
          HTML.element("p", [Attribute("class", "table-files")]) {
            HTML.element("a", [Attribute("href", file.xlsx)]) { "导出 Excel" }
            " "
            HTML.element("a", [Attribute("href", file.csv)]) { "导出 CSV" }
          }
        }
      }
    }
  }

  private func html(of row: Row) -> HTML {
    .element("tr", [Attribute("class", row.isTotal ? "total" : nil)]) {
      for (number, cell) in row.cells.enumerated() {
        if number == 0 {
          HTML.element("th", [Attribute("scope", "row")]) { Self.words(cell) }
        } else if let share = cell.share {
          HTML.element("td", [Attribute("class", "bar-cell")]) { Self.bar(share) }
        } else {
          ListTable.cell(columns[number].caption, isNumber: columns[number].isNumber) { Self.words(cell) }
        }
      }
    }
  }

  private static func words(_ cell: Cell) -> HTML {
    guard let link = cell.link else { return .text(cell.words) }
    return .element("a", [Attribute("href", link)]) { cell.words }
  }

  /// The figures stand beside it, so it says nothing to readers of the screen.
  private static func bar(_ share: Double) -> HTML {
    .element(
      "svg",
      [
        Attribute("class", "share"), Attribute("viewBox", "0 0 1000 10"), Attribute("preserveAspectRatio", "none"),
        Attribute("aria-hidden", "true"), Attribute("focusable", "false"),
      ]
    ) {
      HTML.element(
        "rect",
        [Attribute("width", "\(Int((share * 1_000).rounded()))"), Attribute("height", "10"), Attribute("x", "0")]
      ) { HTML() }
    }
  }

  /// What the table tells, for spreadsheets: without bars and links.
  var export: TableExport {
    let kept = columns.indices.filter { !columns[$0].isBar && !columns[$0].isLink }
    return TableExport(
      title: title, columns: kept.map { .init(columns[$0].caption, isNumber: columns[$0].isNumber) },
      rows: rows.map { row in kept.map { row.cells[$0].plain } })
  }
}
