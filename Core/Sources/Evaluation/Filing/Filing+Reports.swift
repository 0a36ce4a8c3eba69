import Text

extension Filing {
  /// What the places {year}, {lastYear} and {unit} of a policy's titles and headings stand for.
  public var placeholders: Placeholders {
    Placeholders(["year": String(year), "lastYear": String(year - 1), "unit": unit.name])
  }

  /// The edits that put each section's first text, its figures bound to cells, into the reports.
  public var reportStarters: [Edit] {
    sheets.flatMap { sheet -> [Edit] in
      guard case .report(_, let outline)? = policies.definition(of: sheet) else { return [] }
      return outline.sections.filter { !$0.starter.isEmpty }.map {
        .set(CellAddress(sheet.id, $0.id, "text"), text: starter(of: $0), was: nil)
      }
    }
  }

  /// The first text of a section, its figures bound to cells; empty where it begins blank.
  public func starter(of section: ReportOutline.Section) -> String { placeholders.filled(into: section.starter) }

  /// Whether a section's text says something of its own: a blank one and the first text do not.
  public func isOwn(_ text: String, in section: ReportOutline.Section) -> Bool {
    !text.isBlank && text != starter(of: section)
  }

  /// Whether anything of its own is written in the report of a sheet.
  public func isStarted(_ sheet: Sheet) -> Bool {
    guard case .report(_, let outline)? = policies.definition(of: sheet) else { return false }
    return outline.sections.contains { isOwn(sheet.entries[CellKey($0.id, "text")]?.text ?? "", in: $0) }
  }

  /// The section of a report whose text stands at an address; nil where it is another cell's.
  public func section(at cell: CellAddress) -> ReportOutline.Section? {
    guard cell.column == "text", let sheet = sheet(cell.sheet),
      case .report(_, let outline)? = policies.definition(of: sheet)
    else { return nil }
    return outline.sections.first { $0.id == cell.row }
  }

  /// Whether a sheet is a report rather than a form.
  public func isReport(_ sheet: String) -> Bool {
    guard let sheet = self.sheet(sheet), case .report? = policies.definition(of: sheet) else { return false }
    return true
  }
}
