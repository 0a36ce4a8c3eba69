import Database
import Evaluation
import Hummingbird
import JSON
import Operations
import Store

/// Names that third-level indicators bear elsewhere, offered while one is typed: in this filing's other sheets, in those
/// of earlier years and of the other units of the department, which shares names though not filings.
struct IndicatorNames {
  let site: Site
  private static let mostSheets = 60
  private static let mostNames = 100

  /// JSON: names by second-level indicator, the nearest first.
  func answer(_ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    guard let sheet = loaded.filing.sheet(try context.parameters.require("sheet")) else { throw NotFound() }
    let own = loaded.filing.sheets.filter { $0.form == sheet.form && $0.id != sheet.id }
    let id = loaded.record.id
    // nil stands for all.
    let departments: [String?] = visitor.person.posts.reach.departments?.map(\.self) ?? [nil]
    let others = try await site.engine.read { database in
      try departments.flatMap {
        try database.ask(
          Query<Sheet>.sheets(madeTo: sheet.form, department: $0, besides: id, limit: Self.mostSheets))
      }
    }
    let names = Self.names(in: own + others, besidesThoseOf: sheet).sorted { $0.key < $1.key }
    return .json(.object(names.map { .init($0, .array($1.map { .string($0) })) }))
  }

  static func names(in sheets: [Sheet], besidesThoseOf sheet: Sheet) -> [String: [String]] {
    var seen = Set(entries(of: sheet).map { "\($0.node) \($0.name)" })
    var names: [String: [String]] = [:]
    for (node, name) in sheets.flatMap(entries) where seen.insert("\(node) \(name)").inserted {
      if names[node, default: []].count < mostNames { names[node, default: []].append(name) }
    }
    return names
  }

  private static func entries(of sheet: Sheet) -> [(node: String, name: String)] {
    sheet.rows.compactMap { row in
      guard let name = sheet.entries[CellKey(row.id, IndicatorColumn.name.rawValue)]?.text, !name.isEmpty else {
        return nil
      }
      return (row.under, name)
    }
  }
}
