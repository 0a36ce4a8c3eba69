import Audit
import Evaluation
import Reading
import Text

extension RecognisedReport {
  /// Where a finding's places stand in the running text, in order and each once, blank cells at their labels. Where
  /// nothing of a cell is written, its sheet stands in; `sheets` are the places of this report's sheets.
  func ranges(of places: [Place], sheets: SheetPlaces) -> [Range<Int>] {
    var seen: Set<Range<Int>> = []
    let ranges = places.compactMap { range(of: $0, sheets) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    guard ranges.isEmpty, case .cell(let blank)? = places.first else { return ranges }
    return sheets(blank.sheet).map { [$0] } ?? []
  }

  /// Where a sheet stands, by its id. Looked for once, as a faulty sheet is named by many findings.
  typealias SheetPlaces = Memo<String, Range<Int>?>

  var sheetPlaces: SheetPlaces { SheetPlaces { range(ofSheet: $0) } }

  private func range(of place: Place, _ sheets: SheetPlaces) -> Range<Int>? {
    switch place {
    case .cell(let address): self.place(of: address)
    case .sheet(let id): sheets(id)
    case .text(let place): place.source == .file ? place.range : nil
    case .attachment, .trace, .companion: nil
    }
  }

  /// The title of a sheet, or else its first cell that is not blank.
  private func range(ofSheet id: String) -> Range<Int>? {
    guard let sheet = dossier.sheets.first(where: { $0.id == id }) else { return nil }
    let cells = sheet.definitions.compactMap { place(of: $0.address) }.filter { !$0.isEmpty }
    guard let first = cells.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    return title(of: sheet.form, above: first.lowerBound) ?? firstCell(around: first.lowerBound) ?? first
  }

  /// The nearest paragraph above a place, with no other table in between, that the form's title is in.
  private func title(of form: Form, above offset: Int) -> Range<Int>? {
    let words = form.nameInTitles
    let above = report.blocks.prefix { $0.start <= offset }.dropLast()
    for block in above.reversed() {
      guard case .paragraph(let part) = block else { return nil }
      if part.text.bare.holds(words) { return part.place }
    }
    return nil
  }

  private func firstCell(around offset: Int) -> Range<Int>? {
    let table = report.tables.last { table in table.rows.joined().contains { $0.start <= offset } }
    return table?.rows.joined().first { !$0.isEmpty }?.place
  }
}

extension ReportTable {
  var cells: [TextPart] { rows.flatMap(\.self) }
}

extension ReportBlock {
  /// Where it begins in the running text.
  var start: Int {
    switch self {
    case .paragraph(let part): part.start
    case .table(let table): table.cells.first { !$0.isEmpty }?.start ?? table.cells.first?.start ?? 0
    }
  }
}

extension Form {
  /// What of its title stays the same, whatever the year and the unit.
  fileprivate var nameInTitles: String {
    let parts = title.split { "{}".contains($0) }.enumerated().filter {
      $0.offset % 2 == (title.hasPrefix("{") ? 1 : 0)
    }
    let longest = parts.map { String($0.element).bare }.max { $0.utf8.count < $1.utf8.count } ?? title.bare
    return longest.begins(with: "年度") ? String(longest.dropFirst(2)) : longest
  }
}
