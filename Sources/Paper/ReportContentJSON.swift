import JSON
public import Reading

/// A report that was read from a file, for other programs.
public struct ReportContentJSON: Sendable {
  let value: JSONValue

  /// Its blocks in their order.
  public init(_ content: ReportContent) {
    value = ["blocks": .array(content.blocks.map(Self.block))]
  }

  /// UTF-8 with sorted keys.
  public func bytes() -> [UInt8] { value.sorted().indented() }

  private static func block(_ block: ReportContent.Block) -> JSONValue {
    switch block {
    case .title(let text): ["kind": "title", "text": .string(text)]
    case .heading(let text, let level):
      ["kind": "heading", "level": .number(Int64(level)), "text": .string(text)]
    case .paragraph(let text): ["kind": "paragraph", "text": .string(text)]
    case .table(let table):
      [
        "kind": "table", "columns": .number(Int64(table.columnCount)),
        "rows": .array(table.rows.map { .array($0.map(cell)) }),
      ]
    }
  }

  private static func cell(_ cell: ReportContent.Cell) -> JSONValue {
    [
      "text": .string(cell.text), "column": .number(Int64(cell.columns.lowerBound)),
      "span": .number(Int64(cell.columns.count)),
    ]
  }
}
