public import Database
import Evaluation
import Figures
public import Foundation
public import Store
import Workbooks

/// The results of a task that a query selects, one row each, written page by page however many there are.
public struct ResultsFile: Sendable {
  private let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  private static let pageSize = 200

  private static let columns: [(caption: String, width: Double, isNumber: Bool)] = [
    ("名次", 6, true), ("单位编码", 10, false), ("单位名称", 30, false), ("状态", 14, false), ("自评得分", 9, true),
    ("自评等级", 9, false), ("核查得分", 9, true), ("核查等级", 9, false), ("工作考核得分", 12, true), ("提示数", 7, true),
    ("提示", 60, false),
  ]

  /// A file of its own that is gone once it is closed. All rows are of one moment. Throws `WorkbookDefect` or
  /// `DatabaseFault`.
  public func file(
    _ filter: ResultFilter, by order: ResultOrder, as format: CountyLedger.Format
  ) async throws -> FileHandle {
    let path = TemporaryFile.path(ending: format.rawValue)
    defer { TemporaryFile.remove(path) }
    try await reader.read { database in
      switch format {
      case .xlsx: try Self.writeWorkbook(filter, order, to: path, database)
      case .csv: try Self.writeCSV(filter, order, to: path, database)
      }
    }
    guard let file = FileHandle(forReadingAtPath: path) else { throw WorkbookDefect.noFile }
    return file
  }

  private static func writeWorkbook(
    _ filter: ResultFilter, _ order: ResultOrder, to path: String, _ database: ReadTransaction
  ) throws {
    let ledger = try LedgerFile(
      path: path, title: "绩效自评结果",
      columns: columns.map { column in
        var style = EntryStyle()
        style.hasBorder = true
        style.alignment = column.isNumber ? .right : .left
        return LedgerFile.Column(column.caption, width: column.width, style: style)
      })
    try forEachRow(filter, order, in: database) { texts in
      try ledger.append(
        zip(columns, texts).map { column, text in
          if column.isNumber, let number = Double(text) { .number(number) } else { .text(text) }
        })
    }
    try ledger.close()
  }

  private static func writeCSV(
    _ filter: ResultFilter, _ order: ResultOrder, to path: String, _ database: ReadTransaction
  ) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw WorkbookDefect.noFile }
    defer { try? file.close() }
    try file.write(contentsOf: Data((CSVText.mark + CSVText.line(columns.map(\.caption))).utf8))
    try forEachRow(filter, order, in: database) { try file.write(contentsOf: Data(CSVText.line($0).utf8)) }
  }

  private static func forEachRow(
    _ filter: ResultFilter, _ order: ResultOrder, in database: ReadTransaction, _ body: ([String]) throws -> Void
  ) throws {
    var offset = 0
    while true {
      let rows = try database.ask(.results(filter, by: order, limit: pageSize, offset: offset))
      let stored = try database.ask(Query<StoredFlag>.flags(of: rows.map(\.id)))
      let flags = Dictionary(grouping: stored, by: \.filing)
      for row in rows { try body(texts(of: row, flags[row.id] ?? [])) }
      guard rows.count == pageSize else { return }
      offset += pageSize
    }
  }

  private static func texts(of row: ResultRow, _ flags: [StoredFlag]) -> [String] {
    [
      "\(row.rank)", row.unit.code.description, row.unit.name, row.stage.title, points(row.result.own, 6),
      row.result.ownGrade, points(row.result.reviewed, 6), row.result.reviewedGrade, points(row.assessed, 2),
      "\(flags.count)", flags.map { "\($0.flag.kind.title)：\($0.flag.words)" }.joined(separator: "；"),
    ]
  }

  /// "96.5"; empty where there is none.
  private static func points(_ unscaled: Int64?, _ decimals: Int) -> String {
    unscaled.flatMap { Figure(unscaled: $0, decimals: decimals) }?.trimmed.description ?? ""
  }
}
