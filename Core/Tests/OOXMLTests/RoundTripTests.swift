import Testing

@testable import OOXML

@Suite struct RoundTripTests {
  /// What must survive writing and reading: texts and tables; paragraphs without text may come and go.
  private indirect enum Shape: Equatable {
    case text(String, bold: [String], style: String?)
    case table(rows: Int, columns: Int, [Cell])

    struct Cell: Equatable {
      let rows: Range<Int>
      let columns: Range<Int>
      let content: [Shape]
    }
  }

  private func written(_ blocks: [WordBlock]) -> [Shape] {
    blocks.compactMap { block in
      switch block {
      case .pageBreak: return nil
      case .table(let table): return written(table)
      case .paragraph(let paragraph):
        let texts = paragraph.runs.map { run -> (String, Bool) in
          guard case .text(let text) = run.content else { return ("", false) }
          return (text, run.format.bold == true)
        }
        let whole = texts.map(\.0).joined()
        let bold = texts.filter { $0.1 && !$0.0.isEmpty }.map(\.0)
        return whole.isEmpty ? nil : .text(whole, bold: bold, style: paragraph.style?.rawValue)
      }
    }
  }

  private func written(_ table: WordTable) -> Shape {
    let rows = table.rows.map { row in
      var column = 0
      return row.cells.map { cell -> (WordCell, Range<Int>) in
        defer { column += cell.columnSpan }
        return (cell, column..<(column + cell.columnSpan))
      }
    }
    var cells: [Shape.Cell] = []
    for (index, row) in rows.enumerated() {
      for (cell, columns) in row where cell.verticalMerge != .continue {
        let below = rows[(index + 1)...].prefix { row in
          row.contains { $0.1 == columns && $0.0.verticalMerge == .continue }
        }
        cells.append(.init(rows: index..<(index + 1 + below.count), columns: columns, content: written(cell.blocks)))
      }
    }
    return .table(rows: rows.count, columns: table.columnWidths.count, cells)
  }

  private func read(_ blocks: [SourceBlock], _ part: [UInt8]) -> [Shape] {
    blocks.compactMap { block in
      switch block {
      case .sectionEnd: return nil
      case .table(let table):
        let cells = table.cells.map {
          Shape.Cell(rows: $0.rows, columns: $0.columns, content: read($0.blocks, part))
        }
        return .table(rows: table.rowCount, columns: table.columnCount, cells)
      case .paragraph(let paragraph):
        let text = Array(paragraph.text.utf8)
        #expect(part[paragraph.bytes].starts(with: "<w:p".utf8))
        for run in paragraph.runs {
          #expect(part[run.bytes].starts(with: "<w:r>".utf8) && part[run.bytes].suffix(6).elementsEqual("</w:r>".utf8))
        }
        let bold = paragraph.runs.filter(\.isBold).map { String(decoding: text[$0.range], as: UTF8.self) }
        return paragraph.text.isEmpty ? nil : .text(paragraph.text, bold: bold, style: paragraph.style)
      }
    }
  }

  @Test(arguments: 0..<200)
  func `what is written is read back`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = RandomDocument.make(using: &generator)
    let file = document.bytes(compression: .deflated(level: 1))
    let source = try WordReader.read(file)
    let part = try ZipReader(file).bytes("word/document.xml")
    // Compared before `#expect`, which would print both whole documents.
    let isSame = read(source.blocks, part) == written(document.sections.flatMap(\.blocks))
    #expect(isSame)
    let ends = source.blocks.filter { if case .sectionEnd = $0 { true } else { false } }
    #expect(ends.count == document.sections.count)
    #expect(source.properties["title"] ?? "" == document.title)
    #expect(source.properties["creator"] ?? "" == document.author)
    let markup = String(decoding: part, as: UTF8.self).replacing("<w:p/>", with: "<w:p>")
    let paragraphs = markup.split(separator: "<w:p>", omittingEmptySubsequences: false).count - 1
    #expect(source.blocks.paragraphs.allSatisfy { $0.index < paragraphs })
    #expect(zip(source.blocks.paragraphs, source.blocks.paragraphs.dropFirst()).allSatisfy { $0.index < $1.index })
    #expect(source.traces.hiddenTexts.isEmpty && source.traces.changes.isEmpty)
  }

  @Test func `page numbers are read from the footers`() throws {
    let source = try WordReader.read(WordDocument(sections: [WordSection([], footer: .dashedPageNumbers())]).bytes())
    #expect(source.parts.map(\.kind) == [.body, .footer, .footer])
    #expect(source.parts.dropFirst().map { $0.blocks.paragraphs.map(\.text) } == [["— 1 —"], ["— 1 —"]])
    #expect(source.traces.fields.map(\.text) == [" PAGE ", " PAGE "])
  }
}
