/// What went wrong in the database or on the way to it.
public enum DatabaseFault: Error, Hashable, Sendable {
  /// The database cannot be reached or cannot write now: away, full disk, read error, lock held too long.
  /// Nothing was acknowledged; trying again later is right.
  case unavailable(String)
  /// The statement breaks a unique, foreign-key, not-null or check constraint.
  case constraint(String)
  /// The statement is not understood or not allowed here: an error of ours.
  case refused(String, sql: String)
  /// The column with this index, from 0, does not hold what its reader expects; nil stands for a column past the end.
  case unexpectedColumn(Int, SQLValue?)
  /// The schema in the database does not fit the one of this program.
  case schema(String)
}

extension DatabaseFault: CustomStringConvertible {
  /// The fault in Chinese, for the log and for whoever runs the machine.
  public var description: String {
    switch self {
    case .unavailable(let reason): "数据库暂不可用：\(reason)"
    case .constraint(let reason): "违反数据库约束：\(reason)"
    case .refused(let reason, let sql): "数据库拒绝执行：\(reason)（语句：\(sql)）"
    case .unexpectedColumn(let index, nil): "查询结果没有第 \(index + 1) 列"
    case .unexpectedColumn(let index, let value?): "查询结果第 \(index + 1) 列的内容不符合预期：\(value)"
    case .schema(let reason): "数据库结构与程序不符：\(reason)"
    }
  }
}
