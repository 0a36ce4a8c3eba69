public import Database
public import Evaluation
import Store

/// Keeps results of audits that were made elsewhere beside the filings that they are about.
public struct ImportAudits: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What came of an import.
  public struct Outcome: Sendable {
    /// Files of reports whose results are kept now, with the unit's name.
    public var kept: [(file: String, unit: String)] = []
    /// Why others are not, each with its file.
    public var problems: [String] = []
  }

  /// Finds the filing of each result by the report's year and unit: the one that is given, else the one whose name the
  /// report states. Throws `DatabaseFault`.
  public func callAsFunction(
    _ results: [AuditResult], unit: UnitCode? = nil, year: Int? = nil, by person: Int64, at seconds: Int64
  ) async throws -> Outcome {
    try await engine.write { database in
      var outcome = Outcome()
      let units = try database.ask(.units)
      for result in results {
        guard let year = year ?? result.year else {
          outcome.problems.append("\(result.file)：报告没有写明年度，请用 --year 指定。")
          continue
        }
        let stated = result.recognised.unit ?? ""
        let named = units.filter { unit == nil ? $0.name == stated : $0.code == unit }
        guard let found = named.first, named.count == 1 else {
          outcome.problems.append(Self.noUnit(result.file, unit, stated, count: named.count))
          continue
        }
        guard let filing = try database.first(.filing(of: found.code, year: year)) else {
          outcome.problems.append("\(result.file)：\(found.name)没有 \(year) 年度的自评。")
          continue
        }
        try database.keep(result, beside: filing.id, by: person, at: seconds)
        outcome.kept.append((result.file, found.name))
      }
      return outcome
    }
  }

  /// Keeps one result beside a filing, whatever the report says about itself. Throws `DatabaseFault`.
  public func callAsFunction(
    _ result: AuditResult, beside filing: Int64, by person: Int64, at seconds: Int64
  ) async throws {
    try await engine.write { try $0.keep(result, beside: filing, by: person, at: seconds) }
  }

  /// Throws `NotFound` or `DatabaseFault`.
  public func remove(_ id: Int64, of filing: Int64) async throws {
    let rows = try await engine.write { try $0.tell(.deleteImportedAudit(id, of: filing)) }
    guard rows == 1 else { throw NotFound() }
  }

  private static func noUnit(_ file: String, _ code: UnitCode?, _ stated: String, count: Int) -> String {
    if let code { return "\(file)：没有编码为 \(code) 的单位。" }
    if stated.isEmpty { return "\(file)：报告没有写明单位，请用 --unit 指定。" }
    return count > 1 ? "\(file)：有 \(count) 个单位叫“\(stated)”，请用 --unit 指定。" : "\(file)：没有名称为“\(stated)”的单位，请用 --unit 指定。"
  }
}

extension WriteTransaction {
  fileprivate func keep(
    _ result: AuditResult, beside filing: Int64, by person: Int64, at seconds: Int64
  ) throws {
    let content = result.stored
    try tell(.putImportedAudit(content, digest: Digest.of(content), of: filing, by: person, at: seconds))
  }
}
