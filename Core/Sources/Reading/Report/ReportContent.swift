import Text

/// What of a report may stand in another document: its headings, paragraphs and tables as plain texts, and nothing else
/// of the file that it was read from.
public struct ReportContent: Hashable, Sendable {
  /// From top to bottom.
  public let blocks: [Block]

  /// A line, a paragraph or a table.
  public enum Block: Hashable, Sendable {
    /// A line that says what the report or an annex is called.
    case title(String)
    /// 1 is the outermost level.
    case heading(String, level: Int)
    case paragraph(String)
    case table(Table)
  }

  /// Cells on a grid of columns.
  public struct Table: Hashable, Sendable {
    /// At least one; every cell lies within.
    public let columnCount: Int
    /// From top to bottom, each from left to right.
    public let rows: [[Cell]]
  }

  /// A cell; one that a merge from above covers is blank.
  public struct Cell: Hashable, Sendable {
    /// As it reads here; may be blank.
    public let text: String
    /// Of the grid that it covers, from 0; never empty.
    public let columns: Range<Int>
  }

  /// `text` gives what a stretch of the report reads here; what it leaves blank of the prose is left out.
  public init(_ report: Report, text: (TextPart) -> String) {
    let passages = Dictionary(
      Narrative(report).passages.map { ($0.part.start, $0) }, uniquingKeysWith: { first, _ in first })
    blocks = report.blocks.compactMap { block in
      switch block {
      case .table(let table): return Table(table, text: text).map { .table($0) }
      case .paragraph(let part):
        let words = text(part)
        return words.isBlank ? nil : Self.block(words, passages[part.start])
      }
    }
  }

  private static func block(_ words: String, _ passage: Passage?) -> Block {
    switch passage?.role {
    case .title: .title(words)
    case .annexMark: .heading(words, level: 1)
    case .heading: .heading(words, level: (passage?.headings.last?.number?.style.rawValue ?? 0) + 1)
    case .headed, .body, .cell, nil: .paragraph(words)
    }
  }
}

extension ReportContent.Table {
  /// nil for a table without cells.
  init?(_ table: ReportTable, text: (TextPart) -> String) {
    let own = table.columns.count == table.rows.count ? table.columns : []
    let counts = table.rows.map(\.count) + own.flatMap { $0.map(\.upperBound) }
    guard let columnCount = counts.max(), columnCount > 0 else { return nil }
    self.columnCount = columnCount
    rows = table.rows.enumerated().map { number, cells in
      let columns = own.isEmpty ? [] : own[number]
      let isTold = columns.count == cells.count && Self.follow(columns)
      return cells.enumerated().map { index, part in
        let isLast = index == cells.count - 1
        return ReportContent.Cell(
          text: text(part), columns: isTold ? columns[index] : index..<(isLast ? columnCount : index + 1))
      }
    }
  }

  /// One behind the other, none of them empty.
  private static func follow(_ columns: [Range<Int>]) -> Bool {
    var end = 0
    for range in columns {
      guard range.lowerBound >= end, !range.isEmpty else { return false }
      end = range.upperBound
    }
    return true
  }
}
