import Evaluation
import Figures
import Text

/// The cells of a file's tables: each in its field, printed by a form, or unplaced.
struct ImportedTables {
  private(set) var fields: [ImportedField] = []
  private(set) var unplaced: [UnplacedPart] = []
  /// The sheets with what their cells can hold.
  private(set) var sheets: [Sheet] = []

  init(_ recognised: RecognisedReport) {
    let forms = recognised.forms
    let calculation = recognised.calculation
    // 指标2： and …… are the form's own, for indicators that nobody wrote.
    let toCome = Set(
      recognised.dossier.scoredSheets.flatMap(\.indicators).filter(\.isPrinted).map { $0.address(.name) })
    func isToCome(_ row: String, of sheet: String) -> Bool {
      toCome.contains(CellAddress(sheet, row, IndicatorColumn.name.rawValue))
    }
    let filled = forms.fields.filter { !$0.value.part.isEmpty && calculation.definition(at: $0.key) != nil }
    let read = filled.filter { !isToCome($0.key.row, of: $0.key.sheet) }
      .sorted { ($0.value.place.lowerBound, $0.key) < ($1.value.place.lowerBound, $1.key) }
    var empty = calculation.filing
    for index in empty.sheets.indices {
      empty.sheets[index].entries = [:]
      let sheet = empty.sheets[index].id
      empty.sheets[index].rows.removeAll { isToCome($0.id, of: sheet) }
      // A second level that is printed without an indicator is blank, not left out.
      empty.sheets[index].removedNodes.subtract(forms.marks.shownNodes[empty.sheets[index].id] ?? [])
    }
    let blank = Calculation(empty)
    let working = Calculation(calculation.filing)
    var typed: [CellAddress: String] = [:]
    for (address, field) in read where !working.isComputedAlways(at: address) {
      if let kind = calculation.definition(at: address)?.kind {
        let entry = calculation.filing.entry(at: address)?.text ?? ""
        typed[address] = ImportedValue.typed(field, read: entry, kind, unit: calculation.unit(at: address))
      }
    }
    let outcome = empty.applying(
      read.compactMap { address, _ in typed[address].map { .set(address, text: $0, was: nil) } }, to: blank)
    let problems = Dictionary(outcome.problems.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
    sheets = outcome.filing.sheets
    for (address, field) in read {
      guard let definition = calculation.definition(at: address) else { continue }
      let problem = problems[address.description]
      let entry = calculation.filing.entry(at: address)?.text ?? ""
      fields.append(
        ImportedField(
          address: address, caption: definition.caption, kind: definition.kind, text: field.printed.text,
          value: outcome.filing.entry(at: address)?.text
            ?? ImportedValue.typed(field, read: entry, definition.kind, unit: calculation.unit(at: address)),
          quantity: calculation.meaning(at: address).quantity,
          confidence: problem == nil ? field.confidence : .doubtful, problem: problem,
          isComputed: typed[address] == nil, place: field.place))
    }
    findUnplaced(recognised, Covered(filled.values.map(\.place) + forms.marks.known + recognised.unitCells))
  }

  private mutating func findUnplaced(_ recognised: RecognisedReport, _ covered: Covered) {
    let forms = recognised.forms
    let second = Set(forms.marks.second.map(\.start))
    let notes = Set(recognised.policies.policies.flatMap(\.forms).flatMap(\.notes).map(\.withoutNoteMark))
    for (number, table) in recognised.report.tables.enumerated() {
      guard forms.tables.contains(number) else {
        let cells = table.rows.joined().filter { !$0.isEmpty }
        guard let first = cells.first, let last = cells.last else { continue }
        unplaced.append(
          UnplacedPart(
            kind: .table, text: recognised.report.text[first.start..<last.end], place: first.start..<last.end,
            reason: .unknownTable))
        continue
      }
      for row in table.rows {
        let isKnown = row.contains { covered.touches($0.place) }
        for cell in row where !cell.isEmpty && !covered.touches(cell.place) {
          guard !notes.contains(cell.text.withoutNoteMark), !cell.text.isPrintedForIndicator else { continue }
          unplaced.append(
            UnplacedPart(
              kind: .cell, text: cell.text, place: cell.place,
              reason: second.contains(cell.start) ? .second : isKnown ? .unknownCell : .unknownRow))
        }
      }
    }
  }
}

extension RecognisedReport {
  /// The cells that name the unit as it was understood.
  fileprivate var unitCells: [Range<Int>] {
    guard let name = unit?.bare else { return [] }
    return report.tables.flatMap { $0.rows.joined() }.filter { !$0.isEmpty && $0.text.bare == name }.map(\.place)
  }
}

extension Calculation {
  /// The formula of the form decides, or the sum of lines.
  fileprivate func isComputedAlways(at address: CellAddress) -> Bool {
    if case .computed? = definition(at: address)?.source { return true }
    return isComputed(at: address)
  }

  fileprivate func unit(at address: CellAddress) -> String {
    layout(of: address.sheet)?.policy.amounts.unit.rawValue ?? ""
  }
}

extension IndicatorValue {
  fileprivate var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
}

extension String {
  /// A note under a form without 说明： and its number, for comparing.
  var withoutNoteMark: String {
    var text = self
    for word in ["说明", "注", "备注"] where text.droppingBlankEnds.begins(with: word) {
      text = String(
        String.UnicodeScalarView(text.droppingBlankEnds.unicodeScalars.dropFirst(word.unicodeScalars.count)))
      text = String(String.UnicodeScalarView(text.unicodeScalars.drop { $0.isBlank || $0 == "：" || $0 == ":" }))
      break
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(HeadingNumber(of: text)?.length ?? 0))).folded
  }
}
