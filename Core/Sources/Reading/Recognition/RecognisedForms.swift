import Evaluation
import Text

/// The forms of a report under one set of policies, found by their labels.
struct RecognisedForms {
  private(set) var sheets: [Sheet] = []
  private(set) var places: [CellAddress: Range<Int>] = [:]
  /// Which tables of the report, by their number, are forms.
  private(set) var tables: Set<Int> = []
  private let forms: [KnownForm]

  /// `keys` are those of the report's tables, in order.
  init(_ report: Report, _ keys: [TableKeys], under forms: [KnownForm]) {
    self.forms = forms
    var projects = 0
    for group in groups(of: report, keys) {
      var id = group.known.form.id
      if group.known.form.kind == .projectEvaluation {
        projects += 1
        id = "project-\(projects)"
      } else if sheets.contains(where: { $0.id == id }) {
        continue
      }
      tables.formUnion(group.tables)
      var reader = FormReader(group.known, as: id, group.rows, group.keys)
      reader.readFooter(report.blocks[group.end...])
      sheets.append(reader.sheet)
      for (key, place) in reader.places { places[CellAddress(id, key.row, key.column)] = place }
    }
  }

  /// One form, however many tables it is broken up into.
  fileprivate struct Group {
    let known: KnownForm
    var rows: [[TextPart]]
    var keys: TableKeys
    var tables: [Int]
    /// The number of the block behind its last table.
    var end: Int
  }

  private func groups(of report: Report, _ tableKeys: [TableKeys]) -> [Group] {
    var groups: [Group] = []
    var number = -1
    for (index, block) in report.blocks.enumerated() {
      guard case .table(let table) = block else { continue }
      number += 1
      let keys = tableKeys[number]
      let found = form(of: keys)
      if let last = groups.last, last.goesOn(in: keys, as: found, between: report.blocks[last.end..<index]) {
        groups[groups.count - 1].rows += table.rows
        groups[groups.count - 1].keys.append(keys)
        groups[groups.count - 1].tables.append(number)
        groups[groups.count - 1].end = index + 1
      } else if let found {
        groups.append(Group(known: found, rows: table.rows, keys: keys, tables: [number], end: index + 1))
      }
    }
    return groups
  }

  /// How many of the forms' labels the report shows in all, for choosing among policies.
  static func likeness(of tables: [TableKeys], to forms: [KnownForm]) -> Int {
    tables.map { keys in forms.map { $0.labels.count(in: keys) }.max() ?? 0 }.reduce(0, +)
  }

  /// The form that a table shows most of; nil where it shows too little of any.
  private func form(of keys: TableKeys) -> KnownForm? {
    let best = forms.map { ($0, $0.labels.count(in: keys), $0.labels.share(in: keys)) }.max { $0.1 < $1.1 }
    guard let (found, count, share) = best, count >= 5, share >= 30 else { return nil }
    return found
  }
}

extension RecognisedForms.Group {
  /// A table that follows without a title, shows some of the form's labels and does not begin it anew.
  fileprivate func goesOn(in keys: TableKeys, as form: KnownForm?, between blocks: ArraySlice<ReportBlock>) -> Bool {
    guard form == nil || form?.form === known.form, known.labels.count(in: keys) >= 2, !form.begins(in: keys) else {
      return false
    }
    return blocks.allSatisfy { block in
      guard case .paragraph(let part) = block else { return false }
      return part.text.unicodeScalars.count <= 40 && !part.text.bare.begins(with: "附件")
        && !part.text.bare.ends(with: "表")
    }
  }
}

extension KnownForm? {
  /// The table shows the first label of the form.
  fileprivate func begins(in keys: TableKeys) -> Bool {
    guard let known = self, let first = known.form.blocks.first else { return false }
    let label: String? =
      switch first {
      case .grid(let grid): grid.rows.first?.labels.first
      case .table(let table): table.caption
      case .indicators: nil
      }
    return label.map { keys.words.contains(known.key(of: $0).plain) } ?? false
  }
}

extension FormReader {
  /// 填表人： and 联系电话： on the lines below the table.
  mutating func readFooter(_ blocks: ArraySlice<ReportBlock>) {
    for block in blocks.prefix(2) {
      guard case .paragraph(let part) = block else { return }
      for field in form.footer where sheet.entries[CellKey("footer", field.column)] == nil {
        guard let value = part.value(captioned: field.caption, among: form.footer.map(\.caption)) else { continue }
        put(value, "footer", field.column, labelled: nil)
      }
    }
  }
}

extension TextPart {
  /// What stands behind a caption and its colon, up to a wide gap or the next caption.
  fileprivate func value(captioned caption: String, among captions: [String]) -> TextPart? {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(caption.bare.unicodeScalars.filter { !["：", ":"].contains($0) })
    guard !wanted.isEmpty, scalars.count > wanted.count,
      let start = (0..<scalars.count - wanted.count).first(where: {
        scalars[$0..<$0 + wanted.count].elementsEqual(wanted)
      })
    else { return nil }
    var index = start + wanted.count
    guard ["：", ":"].contains(scalars[index]) else { return nil }
    index += 1
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    var end = index
    while end < scalars.count, !(scalars[end].isBlank && end + 1 < scalars.count && scalars[end + 1].isBlank) {
      end += 1
    }
    return end > index ? part(index..<end) : nil
  }
}
