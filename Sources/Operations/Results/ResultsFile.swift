public import Database
import Evaluation
import Figures
public import Foundation
public import Store

/// The results of a task that a query selects, one row each, written page by page however many there are.
public struct ResultsFile: Sendable {
  private let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  private static let pageSize = 200

  private static let columns: [SpreadsheetFile.Column] = [
    .init("名次", width: 6, isNumber: true), .init("单位编码", width: 10), .init("单位名称", width: 30),
    .init("状态", width: 14), .init("自评得分", width: 9, isNumber: true), .init("自评等级", width: 9),
    .init("核查得分", width: 9, isNumber: true), .init("核查等级", width: 9),
    .init("工作考核得分", width: 12, isNumber: true), .init("提示数", width: 7, isNumber: true), .init("提示", width: 60),
  ]

  /// A file of its own that is gone once it is closed. All rows are of one moment. Throws `WorkbookDefect` or
  /// `DatabaseFault`.
  public func file(
    _ filter: ResultFilter, by order: ResultOrder, as format: SpreadsheetFile.Format
  ) async throws -> FileHandle {
    let table = SpreadsheetFile(title: "绩效自评结果", columns: Self.columns, format: format)
    return try await reader.read { database in
      try table.written { append in try Self.forEachRow(filter, order, in: database, append) }
    }
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
