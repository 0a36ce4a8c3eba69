public import Database
public import Evaluation
import Figures
public import Foundation
public import Store

/// 台账: all filings that a query selects, one row each, written page by page however many there are.
public struct CountyLedger: Sendable {
  let reader: any Reader
  let policies: PolicyShelf

  /// `policies` answers those that each task is held under.
  public init(reader: any Reader, policies: PolicyShelf) {
    self.reader = reader
    self.policies = policies
  }

  private static let pageSize = 50

  private static let columns: [SpreadsheetFile.Column] = [
    .init("单位编码", width: 10), .init("单位名称", width: 30), .init("任务", width: 34), .init("状态", width: 12),
    .init("年初预算数", width: 14, isNumber: true), .init("全年预算数", width: 14, isNumber: true),
    .init("全年执行数", width: 14, isNumber: true), .init("金额单位", width: 9),
    .init("执行率（%）", width: 11, isNumber: true), .init("得分", width: 9, isNumber: true), .init("等级", width: 8),
    .init("须改正", width: 8, isNumber: true), .init("待说明", width: 8, isNumber: true), .init("截止日期", width: 12),
    .init("逾期", width: 6),
  ]

  /// A file of its own that is gone once it is closed. All rows are of one moment. Throws `WorkbookDefect`,
  /// `PolicyMissing` or `DatabaseFault`.
  public func file(
    _ filter: FilingFilter, as format: SpreadsheetFile.Format, today: CivilDay
  ) async throws -> FileHandle {
    let table = SpreadsheetFile(title: "绩效自评台账", columns: Self.columns, format: format)
    return try await reader.read { [policies] database in
      try table.written { append in try Self.forEachRow(filter, in: database, policies, today, append) }
    }
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
        let lateness = Self.lateness(of: record, in: task, today, calendar)
        try body(try row(of: record, task, in: database, policies) + [record.deadline(in: task), lateness])
      }
      guard records.count == pageSize else { return }
      offset += pageSize
    }
  }

  private static func row(
    of record: FilingRecord, _ task: EvaluationTask, in database: ReadTransaction, _ policies: PolicyShelf
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
    return [
      record.unit.code.description, record.unit.name, task.title, record.stateTitle, figure("total", "initial"),
      figure("total", "budget"), figure("total", "executed"), layout?.policy.amounts.unit.rawValue ?? "",
      figure("total", "rate"), record.score, total.flatMap { layout?.policy.grades.grade(for: $0)?.label } ?? "",
      isBegun ? String(record.errors) : "", isBegun ? String(record.unexplained) : "",
    ]
  }

  /// Empty for whoever is excused from filing.
  private static func lateness(
    of record: FilingRecord, in task: EvaluationTask, _ today: CivilDay, _ calendar: WorkingCalendar
  ) -> String {
    guard record.standing.waiver != .accepted,
      let left = record.daysLeft(in: task, today: today, calendar: calendar)
    else { return "" }
    return left.isLate ? "是" : "否"
  }
}
