public import Database
import Evaluation
import Store

/// Takes over a list of units from a file: all rows, or only the right ones.
public struct ImportUnits: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// The columns, in the order in which rows keep their texts.
  public static let captions = ["单位编码", "单位名称"]

  /// The rows of a file, each with what is wrong with it. Throws `Invalid` or `DatabaseFault`.
  public func rows(of file: TableFile) async throws -> [ListRow] {
    try file.demand(Self.captions)
    return try await checked(
      file.rows.map { ListRow(number: $0.number, texts: file.texts(of: $0, under: Self.captions)) })
  }

  /// Rows that were shown before, checked again. Throws `DatabaseFault`.
  public func checked(_ rows: [ListRow]) async throws -> [ListRow] {
    try await engine.read { try Self.checked(rows, in: $0) }
  }

  /// How many units were added. Throws `RowsRefused` where a row cannot be taken and `onlyRight` is false, and
  /// `DatabaseFault`.
  public func callAsFunction(_ rows: [ListRow], onlyRight: Bool, by person: Int64?, at seconds: Int64) async throws
    -> Int
  {
    try await engine.write { database in
      let checked = try Self.checked(rows, in: database.reading)
      guard onlyRight || checked.allSatisfy({ $0.problem == nil }) else { throw RowsRefused(rows: checked) }
      let new = checked.filter(\.isNew)
      for row in new {
        guard let code = UnitCode(row.texts[0]) else { continue }
        try database.open(BudgetUnit(code: code, name: row.texts[1]), by: person, at: seconds)
      }
      return new.count
    }
  }

  private static func checked(_ rows: [ListRow], in database: ReadTransaction) throws -> [ListRow] {
    let known = Dictionary(
      try database.ask(Query<BudgetUnit>.units).map { ($0.code.description, $0.name) },
      uniquingKeysWith: { first, _ in first })
    var checked = rows.map { row in
      var row = ListRow(number: row.number, texts: row.texts)
      let (code, name) = (row.texts[0], row.texts[1])
      if UnitCode(code) == nil {
        row.problem = "编码须为六位数字：前三位部门，后三位单位，001 为主管部门。"
      } else if !(1...80).contains(name.count) {
        row.problem = "请填单位名称，最多 80 字。"
      } else if let present = known[code] {
        if present == name { row.isKnown = true } else { row.problem = "该编码已有单位“\(present)”。" }
      }
      return row
    }
    checked.refuseRepeats(of: 0) { "编码与第 \($0) 行相同。" }
    checked.refuseRepeats(of: 1) { "名称与第 \($0) 行相同。" }
    let codes = Set(checked.filter { $0.problem == nil }.map { $0.texts[0] }).union(known.keys)
    for index in checked.indices where checked[index].isNew {
      // Nobody could review what such a unit files.
      guard let code = UnitCode(checked[index].texts[0]), case let lead = code.department + "001", !codes.contains(lead)
      else { continue }
      checked[index].problem = "没有主管部门 \(lead)，请一并填写。"
    }
    return checked
  }
}
