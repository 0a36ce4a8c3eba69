public import Database
public import Evaluation
import Figures
public import Foundation
public import Store
import Workbooks

/// 台账: all filings that a query selects, one row each, written page by page however many there are.
public struct CountyLedger: Sendable {
  let reader: any Reader
  let policies: PolicyShelf

  public init(reader: any Reader, policies: PolicyShelf) {
    self.reader = reader
    self.policies = policies
  }

  public enum Format: String, Sendable, CaseIterable {
    case xlsx, csv
  }

  private static let pageSize = 50

  private static let columns: [(caption: String, width: Double, isNumber: Bool)] = [
    ("单位编码", 10, false), ("单位名称", 30, false), ("任务", 34, false), ("状态", 12, false), ("年初预算数", 14, true),
    ("全年预算数", 14, true), ("全年执行数", 14, true), ("金额单位", 9, false), ("执行率（%）", 11, true), ("得分", 9, true),
    ("等级", 8, false), ("须改正", 8, true), ("待说明", 8, true), ("截止日期", 12, false), ("逾期", 6, false),
  ]

  /// A file of its own that is gone once it is closed. All rows are of one moment.
  /// Throws `WorkbookDefect`, `PolicyMissing` or `DatabaseFault`.
  public func file(_ filter: FilingFilter, as format: Format, today: CivilDay) async throws -> FileHandle {
    let path = TemporaryFile.path(ending: format.rawValue)
    defer { TemporaryFile.remove(path) }
    switch format {
    case .xlsx: try await writeWorkbook(filter, to: path, today)
    case .csv: try await writeCSV(filter, to: path, today)
    }
    guard let file = FileHandle(forReadingAtPath: path) else { throw WorkbookDefect.noFile }
    return file
  }

  private func writeWorkbook(_ filter: FilingFilter, to path: String, _ today: CivilDay) async throws {
    try await reader.read { [policies] database in
      let columns = Self.columns.map { column in
        var style = EntryStyle()
        style.hasBorder = true
        style.alignment = column.isNumber ? .right : .left
        return LedgerFile.Column(column.caption, width: column.width, style: style)
      }
      let ledger = try LedgerFile(path: path, title: "绩效自评台账", columns: columns)
      try Self.forEachRow(filter, in: database, policies, today) { texts in
        try ledger.append(
          zip(Self.columns, texts).map { column, text in
            if column.isNumber, let number = Self.number(text) { .number(number) } else { .text(text) }
          })
      }
      try ledger.close()
    }
  }

  private func writeCSV(_ filter: FilingFilter, to path: String, _ today: CivilDay) async throws {
    try await reader.read { [policies] database in
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw WorkbookDefect.noFile }
      defer { try? file.close() }
      try file.write(contentsOf: Data((CSVText.mark + CSVText.line(Self.columns.map(\.caption))).utf8))
      try Self.forEachRow(filter, in: database, policies, today) { texts in
        try file.write(contentsOf: Data(CSVText.line(texts).utf8))
      }
    }
  }

  /// What a spreadsheet keeps as a number without losing a digit.
  static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ "0123456789.-".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  private static func forEachRow(
    _ filter: FilingFilter, in database: ReadTransaction, _ policies: PolicyShelf, _ today: CivilDay,
    _ body: ([String]) throws -> Void
  ) throws {
    let tasks = Dictionary(
      try database.ask(Query<EvaluationTask>.tasks).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let calendar = try database.workingCalendar()
    var offset = 0
    while true {
      let records = try database.ask(.filings(filter, limit: pageSize, offset: offset))
      for record in records {
        guard let task = tasks[record.task] else { continue }
        try body(row(of: record, task, in: database, policies, today, calendar))
      }
      guard records.count == pageSize else { return }
      offset += pageSize
    }
  }

  private static func row(
    of record: FilingRecord, _ task: EvaluationTask, in database: ReadTransaction, _ policies: PolicyShelf,
    _ today: CivilDay, _ calendar: WorkingCalendar
  ) throws -> [String] {
    let filing = Filing(
      unit: record.unit.filingUnit, year: task.year, policies: try policies.policies(of: task, in: database),
      sheets: try database.ask(.sheets(of: record.id)))
    let calculation = Calculation(filing)
    let layout = calculation.layouts.first { $0.form.kind == .selfEvaluation } ?? calculation.layouts.last
    func figure(_ row: String, _ column: String) -> String {
      layout.flatMap { calculation.figure(at: CellAddress($0.sheet.id, row, column)) }?.description ?? ""
    }
    let total = layout.flatMap { calculation.value(at: CellAddress($0.sheet.id, "sum", "score")) }
    let isBegun = record.stage != .notStarted
    let days = record.standing.waiver == .accepted ? nil : record.daysLeft(in: task, today: today, calendar: calendar)
    return [
      record.unit.code.description, record.unit.name, task.title, record.stateTitle, figure("total", "initial"),
      figure("total", "budget"), figure("total", "executed"), layout?.policy.amounts.unit.rawValue ?? "",
      figure("total", "rate"), record.score, total.flatMap { layout?.policy.grades.grade(for: $0)?.label } ?? "",
      isBegun ? String(record.errors) : "", isBegun ? String(record.unexplained) : "", record.deadline(in: task),
      days?.isLate == true ? "是" : "否",
    ]
  }
}
