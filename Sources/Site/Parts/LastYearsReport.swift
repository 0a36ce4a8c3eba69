import Database
import Evaluation
import Operations
import Store

/// What a unit's report of the year before says in its sections.
struct LastYearsReport {
  let year: Int
  /// As it reads, by the section's id; without sections that were left blank.
  let texts: [String: String]

  /// nil where the sheet is no report, or none of the year before is here. Throws `NotFound` or `DatabaseFault`.
  init?(of sheet: String, in loaded: LoadedFiling, _ site: Site) async throws {
    guard let content = loaded.filing.sheet(sheet),
      case .report(_, let report)? = loaded.filing.policies.definition(of: content)
    else { return nil }
    let (unit, year) = (loaded.record.unit.code, loaded.task.year)
    guard let record = try await site.engine.read({ try $0.first(.filing(of: unit, before: year)) }) else { return nil }
    let earlier = try await site.shelf.filing(record.id)
    var texts: [String: String] = [:]
    for other in earlier.filing.sheets {
      guard case .report(_, let outline)? = earlier.filing.policies.definition(of: other), outline.id == report.id
      else { continue }
      for section in outline.sections {
        let text = earlier.filing.entry(at: CellAddress(other.id, section.id, "text"))?.text ?? ""
        if !text.isEmpty { texts[section.id] = BoundText(text).rendered(in: earlier.calculation) }
      }
    }
    guard !texts.isEmpty else { return nil }
    (self.year, self.texts) = (earlier.task.year, texts)
  }
}
