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
  private let forms: [(form: Form, policy: Policy, labels: FormLabels)]

  /// `keys` are those of the report's tables, one each; the `year` is the report's, as far as it is known. Where a person
  /// says which policies are meant, their forms are read even where labels are in words of another region.
  init(_ report: Report, keys: [TableKeys], under policies: PolicySet, year: Int?, areChosen: Bool = false) {
    forms = policies.policies.flatMap { policy in policy.forms.map { ($0, policy, FormLabels($0, policy)) } }
    for group in groups(of: report, keys) {
      let isProject = group.known.map { $0.form.kind == .projectEvaluation } ?? false
      let printed = PrintedForm(
        group.rows, keys: group.keys, above: group.above, number: self.printed.count + 1, year: year)
      if let known = group.known, isProject || !sheets.contains(where: { $0.id == known.form.id }) {
        var reader = FormReader(
          known.form, known.policy, as: isProject ? nextProject : known.form.id, group.formRows, keys: group.keys,
          year: year)
        if isProject { reader.readHead(PrintedHead(group.rows, keys: group.keys)) }
        let isOwn = group.isOwn || reader.translation.share >= 85
        // What a form asks for and a document has no column for is not a gap in the document.
        if printed.map({
          areChosen
            ? !$0.saysMuchMore(than: reader.sheet)
            : !$0.saysMore(than: reader.sheet) && isOwn && !reader.lacksColumns
              && !$0.sharesOtherwise(than: reader.tree)
              && !$0.placesCostOtherwise(than: reader.tree)
        }) ?? true {
          if !group.isCutOff { reader.readFooter(report.blocks[group.end...]) }
          add(reader.sheet, reader.fields, reader.marks)
          rows.formUnion(group.places)
          continue
        }
      }
      if let printed { add(printed, group) }
    }
  }

  private var nextProject: String { "project-\(sheets.count { $0.id.begins(with: "project-") } + 1)" }

  private mutating func add(_ sheet: Sheet, _ fields: [CellKey: ReadField], _ marks: ReadMarks) {
    sheets.append(sheet)
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

  /// One form, however many tables it is broken up into, or one table that may have a form of its own.
  fileprivate struct Group {
    let known: Known?
    /// The line above its first table.
    let above: String
    var formRows: [FormRow]
    var keys: TableKeys
    var places: [RowPlace]
    /// The number of the block behind its last table.
    var end: Int
    /// Another form follows in the same table.
    var isCutOff = false

    var rows: [[TextPart]] { formRows.map(\.cells) }

    /// Most of the form's labels are there: it is not another region's that only resembles it.
    var isOwn: Bool { known.map { $0.labels.share(in: keys) >= 70 } ?? false }
  }

  /// Rows of one table that belong to one form.
  fileprivate struct Part {
    let rows: [FormRow]
    /// The number of the first of them in the table.
    let first: Int
    let keys: TableKeys
  }

  /// A form of a given policy.
  fileprivate struct Known {
    let form: Form
    let policy: Policy
    let labels: FormLabels
  }

  private func groups(of report: Report, _ keys: [TableKeys]) -> [Group] {
    var groups: [Group] = []
    var number = -1
    var above = ""
    for (index, block) in report.blocks.enumerated() {
      // （2023年度） may stand between a title and its table.
      if case .paragraph(let part) = block, !part.text.bare.begins(with: "(") { above = part.text }
      guard case .table(let table) = block else { continue }
      number += 1
      let found = form(of: keys[number], table.rows)
      let whole = Part(rows: table.formRows(number), first: 0, keys: keys[number])
      let parts = found?.form.kind == .projectEvaluation ? whole.parted() : [whole]
      for (place, part) in parts.enumerated() {
        let places = part.rows.indices.map { RowPlace(table: number, row: part.first + $0) }
        let known = parts.count == 1 ? found : form(of: part.keys, part.rows.map(\.cells)) ?? found
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
      known.labels.count(in: groups[groups.count - 2].keys) >= 2
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
    let forms = policies.policies.flatMap { policy in policy.forms.map { FormLabels($0, policy) } }
    return tables.reduce((0, 0)) { sum, keys in
      let best = forms.map { ($0.count(in: keys), $0.share(in: keys)) }.max { $0 < $1 } ?? (0, 0)
      return (sum.0 + best.0, sum.1 + best.1)
    }
  }

  /// The form that a table shows most of; nil where it shows too little of any.
  private func form(of keys: TableKeys, _ rows: [[TextPart]]) -> Known? {
    let ranked = forms.map { (form: $0, count: $0.labels.count(in: keys), share: $0.labels.share(in: keys)) }
    guard var best = ranked.max(by: { $0.count < $1.count }), best.count >= 2 else { return nil }
    var share = best.share
    if best.share < 70 {
      // Where labels are in other words, forms with much in common are told by all that is alike.
      let near = ranked.filter { $0.count >= 2 && 3 * $0.count >= 2 * best.count }
      let alike = near.map { candidate in
        let labels = FormLabels.labels(of: candidate.form.form, candidate.form.policy.trees.prefix(1).map(\.self))
        return LabelTranslation(of: rows, keys: keys, into: labels.map(LabelKey.ofForm).filter { !$0.isEmpty }).share
      }
      if let first = alike.enumerated().max(by: { ($0.element, -$0.offset) < ($1.element, -$1.offset) }) {
        (best, share) = (near[first.offset], max(near[first.offset].share, first.element >= 33 ? first.element : 0))
      }
    }
    guard share >= 30, best.count >= 5 || share >= 33 else { return nil }
    return Known(form: best.form.form, policy: best.form.policy, labels: best.form.labels)
  }
}

extension ReportTable {
  fileprivate func formRows(_ number: Int) -> [FormRow] {
    rows.enumerated().map { index, cells in
      FormRow(
        cells: cells,
        columns: columns.indices.contains(index) && columns[index].count == cells.count ? columns[index] : nil,
        table: number)
    }
  }
}

extension RecognisedForms.Group {
  fileprivate mutating func add(_ part: RecognisedForms.Part, _ places: [RowPlace], end: Int) {
    formRows += part.rows
    keys.formUnion(part.keys)
    self.places += places
    self.end = end
  }

  /// The two as one form, known as the second is.
  fileprivate func followed(by other: Self) -> Self {
    var keys = keys
    keys.formUnion(other.keys)
    return Self(
      known: other.known, above: above, formRows: formRows + other.formRows, keys: keys, places: places + other.places,
      end: other.end, isCutOff: other.isCutOff)
  }

  /// A table that follows without a title, shows some of the form's labels and does not begin it anew.
  fileprivate func goesOn(
    in part: RecognisedForms.Part, as found: RecognisedForms.Known?, between blocks: ArraySlice<ReportBlock>
  ) -> Bool {
    let keys = part.keys
    // A few rows right behind the others may be its sum alone.
    let least = blocks.isEmpty && part.rows.count <= 3 ? 1 : 2
    // Of forms with the same indicators that one goes on which was begun.
    guard let known, known.labels.count(in: keys) >= max(least, found?.labels.count(in: keys) ?? 0),
      !known.form.begins(in: keys), !(found?.form.begins(in: keys) ?? false)
    else { return false }
    return blocks.allSatisfy { block in
      guard case .paragraph(let part) = block else { return false }
      return part.text.saysThatTableGoesOn || part.text.tellsOfGoals
        || part.text.unicodeScalars.count <= 40 && !part.text.bare.begins(with: "附件")
          && !part.text.bare.ends(with: "表")
    }
  }
}

extension RecognisedForms.Part {
  /// Fewer rows than these are no form of a project.
  private static let least = 8

  /// One part for each project that is named.
  fileprivate func parted() -> [Self] {
    let named = rows.indices.filter { number in
      keys.row(rows[number].cells).contains { PrintedHead.column(named: $0) == "name" }
    }
    var starts = [0]
    for row in named {
      var start = row
      while start > 0, leadsToName(rows[start - 1]) { start -= 1 }
      if start - starts[starts.count - 1] >= Self.least { starts.append(start) }
    }
    guard starts.count > 1 else { return [self] }
    return zip(starts, starts.dropFirst() + [rows.count]).map { start, end in
      let part = Array(rows[start..<end])
      return Self(rows: part, first: first + start, keys: TableKeys(part.map(\.cells)))
    }
  }

  /// A title, or who is in charge, where it stands before the project.
  private func leadsToName(_ row: FormRow) -> Bool {
    let told = row.cells.filter { !$0.isEmpty }
    if told.count == 1, let only = told.first {
      return LabelKey(only.text).plain.ends(with: "表") || only.text.bare.begins(with: "(")
        || only.text.bare.begins(with: "附件")
    }
    return keys.row(row.cells).contains { ["department", "implementer"].contains(PrintedHead.column(named: $0) ?? "") }
  }
}

extension Form {
  fileprivate func hasCell(_ row: String, _ column: String) -> Bool {
    blocks.contains { block in
      guard case .grid(let grid) = block else { return false }
      return grid.rows.joined().contains { item in
        if case .cell(let cell) = item.content { cell.key == CellKey(row, column) } else { false }
      }
    }
  }
}

extension RecognisedForms.Group {
  /// The rest of a table that a break has cut off: no words between, the same number of cells.
  fileprivate func goesOn(in table: ReportTable, between blocks: ArraySlice<ReportBlock>) -> Bool {
    guard known != nil, let last = formRows.last else { return false }
    let isNear = blocks.allSatisfy { block in
      if case .paragraph(let part) = block { part.text.saysThatTableGoesOn } else { false }
    }
    let above = formRows.filter { $0.table == last.table }.map(\.cells.count).max() ?? 0
    return isNear && above >= 4 && table.rows.map(\.count).max() == above
  }
}

extension Form {
  /// The table shows the first label of the form.
  fileprivate func begins(in keys: TableKeys) -> Bool {
    if kind == .projectEvaluation, keys.nameProject { return true }
    guard let first = blocks.first else { return false }
    let label: String? =
      switch first {
      case .grid(let grid): grid.rows.first?.labels.first
      case .table(let table): table.caption
      case .indicators: nil
      }
    return label.map { keys.shows(LabelKey.ofForm($0).plainWord) } ?? false
  }
}

extension FormReader {
  /// The project and who is in charge, where a region labels them otherwise: 项目名称 for 项目支出名称.
  mutating func readHead(_ head: PrintedHead) {
    for cell in head.cells where form.hasCell("project", cell.column) {
      put(cell.part, "project", cell.column, labelled: cell.label)
    }
  }

  /// 填表人： and 联系电话： on the lines below the table.
  mutating func readFooter(_ blocks: ArraySlice<ReportBlock>) {
    for block in blocks.prefix(2) {
      guard case .paragraph(let part) = block else { return }
      for field in form.footer where sheet.entries[CellKey("footer", field.column)] == nil {
        let captions = form.footer.flatMap { FootWords.spellings(of: $0) }
        let value = FootWords.spellings(of: field).lazy.compactMap { part.value(captioned: $0, among: captions) }.first
        guard let value else { continue }
        put(value, "footer", field.column, labelled: nil)
      }
    }
  }
}

extension String {
  /// 预期目标：…, a row of the form that was written as a line.
  fileprivate var tellsOfGoals: Bool {
    let bare = bare
    return ["预期目标:", "实际完成情况:", "年度总体目标:", "年度目标:", "总体目标:", "年初目标:", "全年实际完成情况:", "年初设定目标:"].contains {
      bare.begins(with: $0)
    }
  }

  /// （续表） above the rest of a table.
  var saysThatTableGoesOn: Bool { ["续表", "续上表", "接上表", "上接表"].contains(LabelKey(self).whole) }
}

extension TextPart {
  /// What stands behind a caption and its colon, up to a wide gap or the next caption.
  fileprivate func value(captioned caption: String, among captions: [String]) -> TextPart? {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(caption.bare.unicodeScalars.filter { !["：", ":"].contains($0) })
    guard !wanted.isEmpty, scalars.count > wanted.count,
      let start = (0..<scalars.count - wanted.count).first(where: {
        scalars[$0..<$0 + wanted.count].elementsEqual(wanted)
          // 负责人 alone is not the end of 财务负责人.
          && ($0 == 0 || wanted.count > 3 || !scalars[$0 - 1].isIdeograph)
      })
    else { return nil }
    var index = start + wanted.count
    guard ["：", ":"].contains(scalars[index]) else { return nil }
    index += 1
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    var end = index
    let others = captions.map { Array($0.bare.unicodeScalars.filter { !["：", ":"].contains($0) }) }
    func isEnd(_ place: Int) -> Bool {
      let isWideGap = scalars[place].isBlank && place + 1 < scalars.count && scalars[place + 1].isBlank
      return isWideGap
        || others.contains { caption in
          scalars[place...].starts(with: caption) && place + caption.count < scalars.count
            && ["：", ":"].contains(scalars[place + caption.count])
        }
    }
    while end < scalars.count, !isEnd(end) { end += 1 }
    return end > index ? part(index..<end) : nil
  }
}
