import Reading
import Text

/// The text of printed pages as running text: lines that the page broke are joined, rows of tables become cells.
///
/// Where several lines in a row stand in columns, each is a row. What a page repeats at its edges, its number, is left
/// out.
struct PageText {
  /// Where in the text each page begins that has any, with its number, from 0.
  private(set) var pages: [(number: Int, start: Int)] = []
  /// The numbers of the pages on which nothing can be read.
  private(set) var blankPages: [Int] = []
  private var text = String.UnicodeScalarView()
  private var count = 0
  private var blocks: [DraftBlock] = []

  /// `text` is set out in columns; a form feed ends each page.
  init(_ text: String) {
    var isOpen = false
    var pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    // What follows the last form feed is no page.
    if pages.count > 1, pages.last?.isEmpty == true { pages.removeLast() }
    for (number, page) in pages.enumerated() {
      let lines = PageLines(page).lines
      guard !lines.isEmpty else {
        blankPages.append(number)
        continue
      }
      self.pages.append((number, count))
      add(lines, isOpen: &isOpen)
    }
  }

  func report() -> Report { Report(text, blocks) }

  /// `isOpen`: the last line ran to its edge, so the next may go on with it, across pages too.
  private mutating func add(_ lines: [PageLine], isOpen: inout Bool) {
    var index = 0
    while index < lines.count {
      if let table = PageTable(startOf: lines[index...]) {
        addTable(table.rows)
        index += table.rows.count
        isOpen = false
      } else {
        addLine(lines[index], goesOn: isOpen)
        isOpen = lines[index].isFull
        index += 1
      }
    }
  }

  private mutating func addLine(_ line: PageLine, goesOn: Bool) {
    let joined = line.words.map(\.text).joined(separator: " ")
    if goesOn, !line.isIndented, !line.isNumbered, case .paragraph(let last)? = blocks.last {
      text.removeLast()
      count -= 1
      let start = last.lowerBound
      write(joined)
      blocks[blocks.count - 1] = .paragraph(start..<count)
    } else {
      let start = count
      write(joined)
      blocks.append(.paragraph(start..<count))
    }
    write("\n")
  }

  private mutating func addTable(_ texts: [[String]]) {
    let rows = texts.map { cells in
      let row = cells.map { cell -> Range<Int> in
        let start = count
        write("\t" + cell)
        defer { write("\n") }
        return start..<count
      }
      write("\n")
      return row
    }
    if case .table(let earlier, _)? = blocks.last {
      blocks[blocks.count - 1] = .table(earlier + rows)
    } else {
      blocks.append(.table(rows))
    }
  }

  private mutating func write(_ words: String) {
    for scalar in words.unicodeScalars {
      text.append(scalar)
      count += 1
    }
  }
}
