import Evaluation
import Text

/// A row of one of a report's tables, both counted from 0.
struct RowPlace: Hashable {
  let table: Int
  let row: Int
}

/// The forms of a report under one set of policies, found by their labels, and the scored tables of other regions.
struct RecognisedForms {
  private(set) var sheets: [Sheet] = []
  /// What each cell was read from.
  private(set) var fields: [CellAddress: ReadField] = [:]
  private(set) var marks = ReadMarks()
  /// Which rows of the report's tables belong to forms.
  private(set) var rows: Set<RowPlace> = []
  /// The policies of tables that no given policy describes.
  private(set) var printed: [Policy] = []
  /// The tables that some form was found in.
  var tables: Set<Int> { Set(rows.map(\.table)) }
  private let forms: [FormVocabulary]

  /// `keys` are those of the report's tables, one each; the `year` is the report's, as far as it is known. Where a person
  /// says which policies are meant, their forms are read even where labels are in words of another region.
  init(_ report: Report, keys: [TableKeys], under policies: PolicySet, year: Int?, areChosen: Bool = false) {
    forms = policies.policies.flatMap { PolicyVocabulary.of($0).forms }
    for group in groups(of: report, keys) {
      let isProject = group.known.map { $0.form.kind == .projectEvaluation } ?? false
      let printed = PrintedTable(group.rows, keys: group.keys, above: group.above)
      if let known = group.known, isProject || !sheets.contains(where: { $0.id == known.form.id }) {
        var reader = FormReader(
          known, as: isProject ? nextProject : known.form.id, group.formRows, keys: group.keys, year: year)
        if isProject { reader.readHead(PrintedHead(group.rows, keys: group.keys)) }
        let isOwn = group.isOwn || reader.translation.share >= 85
        // What a form asks for and a document has no column for is not a gap in the document.
        if printed.map({
          areChosen
            ? !$0.saysMuchMore(than: reader.sheet)
            : !$0.saysMore(than: reader.sheet) && isOwn && !reader.lacksColumns
              && !$0.isDivided(otherwiseThan: reader.tree)
        }) ?? true {
          if !group.isCutOff { reader.readFooter(report.blocks[group.end...]) }
          add(reader.sheet, reader.fields, reader.marks)
          rows.formUnion(group.places)
          continue
        }
      }
      if let printed {
        add(PrintedForm(printed, number: self.printed.count + 1, year: year, unit: report.notedUnit), group)
      }
    }
  }

  private var nextProject: String { "project-\(sheets.count { $0.id.begins(with: "project-") } + 1)" }

  private mutating func add(_ sheet: Sheet, _ fields: [CellKey: ReadField], _ marks: ReadMarks) {
    sheets.append(sheet)
    self.fields.reserveCapacity(self.fields.count + fields.count)
    for (key, field) in fields { self.fields[CellAddress(sheet.id, key.row, key.column)] = field }
    self.marks.known += marks.known
    self.marks.second += marks.second
    self.marks.shownNodes.merge(marks.shownNodes) { $0.union($1) }
  }

  private mutating func add(_ form: PrintedForm, _ group: Group) {
    let isProject = form.form.kind == .projectEvaluation
    guard isProject || !sheets.contains(where: { $0.id == "self" }) else { return }
    add(form.named(isProject ? nextProject : "self").sheet, form.fields, form.marks)
    printed.append(form.policy)
    rows.formUnion(form.rows.map { group.places[$0] })
  }

  private func groups(of report: Report, _ keys: [TableKeys]) -> [Group] {
    var groups: [Group] = []
    var number = -1
    var above = ""
    for (index, block) in report.blocks.enumerated() {
      // （2023年度） may stand between a title and its table.
      if case .paragraph(let part) = block, !part.text.beginsWithBracket { above = part.text }
      guard case .table(let table) = block else { continue }
      number += 1
      let found = form(of: keys[number], table.rows, above: above)
      let whole = Part(rows: LaidRows(table.formRows(number), keys: keys[number]).rows, first: 0, keys: keys[number])
      let parts = found?.form.kind == .projectEvaluation ? whole.parted() : [whole]
      for (place, part) in parts.enumerated() {
        let places = part.rows.indices.map { RowPlace(table: number, row: part.first + $0) }
        let known = parts.count == 1 ? found : form(of: part.keys, part.rows.map(\.cells), above: above) ?? found
        if place == 0, let last = groups.lastIndex(where: { $0.known != nil }),
          groups[last].goesOn(in: part, as: known, between: report.blocks[groups[last].end..<index])
            || known == nil && groups[last].goesOn(in: table, between: report.blocks[groups[last].end..<index])
        {
          groups[last].add(part, places, end: index + 1)
        } else {
          groups.append(
            Group(
              known: known, above: above, formRows: part.rows, keys: part.keys, places: places, end: index + 1,
              isCutOff: place + 1 < parts.count))
          if place == 0 { joinLast(&groups, of: report.blocks, at: index) }
        }
      }
    }
    return groups
  }

  /// The tables right before one that is known may be its beginning, with too few labels to be known by themselves.
  private func joinLast(_ groups: inout [Group], of blocks: [ReportBlock], at index: Int) {
    guard let known = groups.last?.known, known.form.kind == .projectEvaluation,
      !(groups.last.map { known.form.begins(in: $0.keys) } ?? true)
    else { return }
    var start = index
    while groups.count >= 2, groups[groups.count - 2].known == nil, groups[groups.count - 2].end == start,
      known.labels.count(in: groups[groups.count - 2].keys) >= 2 || groups[groups.count - 2].tellsPartOfProject
    {
      let last = groups.removeLast()
      groups[groups.count - 1] = groups[groups.count - 1].followed(by: last)
      start -= 1
      if known.form.begins(in: groups[groups.count - 1].keys) { return }
    }
  }

  /// How many of the forms' labels a report's tables show in all, and how much of these forms is there, for choosing among
  /// policies.
  static func likeness(of tables: [TableKeys], to policies: PolicySet) -> (count: Int, share: Int) {
    let forms = policies.policies.flatMap { PolicyVocabulary.of($0).forms }
    return tables.reduce((0, 0)) { sum, keys in
      let best = forms.map { $0.labels.likeness(to: keys) }.max { $0 < $1 } ?? (0, 0)
      return (sum.0 + best.0, sum.1 + best.1)
    }
  }

  /// The form that a table shows most of; nil where it shows too little of any.
  private func form(of keys: TableKeys, _ rows: [[TextPart]], above: String) -> FormVocabulary? {
    var ranked = forms.map { form in
      let likeness = form.labels.likeness(to: keys)
      return (form: form, count: likeness.count, share: likeness.share)
    }
    // A table of a whole department is no project's, however many labels both have.
    let others = ranked.filter { $0.form.form.kind != .projectEvaluation && $0.count >= 5 }
    if !others.isEmpty, ranked.contains(where: { $0.form.form.kind == .projectEvaluation && $0.count >= 5 }),
      !above.holds("项目"), PrintedHead(rows, keys: keys, above: above).isDepartment
    {
      ranked = others
    }
    guard var best = ranked.max(by: { $0.count < $1.count }), best.count >= 2 else { return nil }
    var share = best.share
    if best.share < 70 {
      // Where labels are in other words, forms with much in common are told by all that is alike.
      let near = ranked.filter { $0.count >= 2 && 3 * $0.count >= 2 * best.count }
      let alike = near.map { candidate in
        LabelTranslation(of: rows, keys: keys, into: candidate.form.withFirstTree.labels).share
      }
      if let first = alike.enumerated().max(by: { ($0.element, -$0.offset) < ($1.element, -$1.offset) }) {
        (best, share) = (near[first.offset], max(near[first.offset].share, first.element >= 33 ? first.element : 0))
      }
    }
    guard share >= 30, best.count >= 5 || share >= 33 else { return nil }
    return best.form
  }
}
