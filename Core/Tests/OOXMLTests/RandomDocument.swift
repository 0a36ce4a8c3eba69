import OOXML

/// Documents with everything in them, from random numbers.
enum RandomDocument {
  private static let pieces = [
    "绩效", "自评", "716.83万元", "“三公”经费", "𠮷", "👨‍👩‍👧", "e\u{301}", "\t", "\n", " ", "  ", "<", "&amp;", "]]>", "\"", "'",
    "\u{3000}", "\u{A0}", "\u{200F}", "100％", "—", "（一）", "\u{FFFD}", "a",
  ]

  static func make(using generator: inout SeededGenerator) -> WordDocument {
    let sections = (0..<Int.random(in: 1...3, using: &generator)).map { index in
      WordSection(
        blocks(using: &generator, depth: 0), page: index == 1 ? .officialLandscape : .officialPortrait,
        footer: Bool.random(using: &generator) ? .dashedPageNumbers() : nil)
    }
    let styles = [WordStyle.heading(1, WordRunFormat(halfPoints: 32), WordParagraphFormat())]
    return WordDocument(
      sections: sections, styles: styles, title: text(using: &generator), author: text(using: &generator))
  }

  static func blocks(using generator: inout SeededGenerator, depth: Int) -> [WordBlock] {
    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: .pageBreak
      case 1...2 where depth < 2: .table(table(using: &generator, depth: depth))
      default: .paragraph(paragraph(using: &generator))
      }
    }
  }

  static func text(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func paragraph(using generator: inout SeededGenerator) -> WordParagraph {
    let runs = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      WordRun(text(using: &generator), WordRunFormat(bold: Bool.random(using: &generator) ? true : nil))
    }
    return WordParagraph(runs, style: Bool.random(using: &generator) ? .heading(1) : nil)
  }

  private static func table(using generator: inout SeededGenerator, depth: Int) -> WordTable {
    let rowCount = Int.random(in: 1...5, using: &generator)
    let columns = Int.random(in: 1...5, using: &generator)
    var cells: [PlacedWordCell] = []
    for _ in 0..<8 {
      let row = Int.random(in: 0..<rowCount, using: &generator)
      let column = Int.random(in: 0..<columns, using: &generator)
      let candidate = PlacedWordCell(
        row: row, column: column, rowSpan: Int.random(in: 1...(rowCount - row), using: &generator),
        columnSpan: Int.random(in: 1...(columns - column), using: &generator),
        WordCell(blocks(using: &generator, depth: depth + 1)))
      if (try? WordTable.rows(rowCount, columns: columns, cells: cells + [candidate])) != nil {
        cells.append(candidate)
      }
    }
    let rows = (try? WordTable.rows(rowCount, columns: columns, cells: cells)) ?? []
    return WordTable(columnWidths: (0..<columns).map { .twips(1000 + $0) }, rows: rows)
  }
}
