import Evaluation
import HTML
import Operations
import Store

/// Cells with their texts before and now.
struct ChangeTable {
  let loaded: LoadedFiling
  let names: WriterNames
  let caption: String
  /// Whether every row leads on to all that was ever changed in its cell.
  var leadsOn = true

  func html(_ changes: [ReviewChanges.CellChange]) -> HTML {
    let words = CellNames(loaded.calculation)
    return ListTable(caption: caption, columns: ["单元格", "原来", "现在", "谁、何时"], style: "diff", isTall: false).html {
      for change in changes {
        row(loaded.filing.isReport(change.cell.sheet) ? change.named(by: words) : change)
      }
    }
  }

  private func row(_ change: ReviewChanges.CellChange) -> HTML {
    let texts = TextDifference(from: change.before, to: change.after)
    return .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) {
        if let words = CellWords.words(change.cell, in: loaded) {
          HTML.element("a", [Attribute("href", CellWords.link(to: change.cell, in: loaded))]) { words }
        } else {
          "已删除的行"
        }
      }
      ListTable.cell("原来") { Self.text(texts.before, "del") }
      ListTable.cell("现在") { Self.text(texts.after, "ins") }
      ListTable.cell("谁、何时") {
        let who = "\(names.words(change.person, for: change.principal)) \(Moment(change.at).short)"
        if leadsOn {
          HTML.element(
            "a",
            [
              Attribute("href", CellWords.history(of: change.cell, in: loaded)),
              Attribute("title", "这一格的全部修改"),
            ]
          ) { who }
        } else {
          who
        }
      }
    }
  }

  private static func text(_ pieces: [TextDifference.Piece], _ mark: StaticString) -> HTML {
    guard !pieces.isEmpty else {
      return .element("span", [Attribute("class", "muted whole")]) { "（空）" }
    }
    return .element("div", [Attribute("class", "text-diff")]) {
      for piece in pieces {
        if piece.isChanged { HTML.element(mark) { piece.text } } else { piece.text }
      }
    }
  }
}

/// What a cell is called on pages, and where it and its history are found.
enum CellWords {
  /// Its caption or its section's heading; nil for a cell that is not there any more.
  static func words(_ cell: CellAddress, in loaded: LoadedFiling) -> String? {
    loaded.calculation.definition(at: cell)?.caption
      ?? loaded.filing.section(at: cell).map { loaded.filing.placeholders.filled(into: $0.heading) }
  }

  static func link(to cell: CellAddress, in loaded: LoadedFiling) -> String {
    Route.sheet(loaded.record.id, cell.sheet).path + "#" + cell.description.replacing("/", with: "_")
  }

  static func history(of cell: CellAddress, in loaded: LoadedFiling) -> String {
    Route.history(loaded.record.id).path + "?cell=\(cell)"
  }
}
