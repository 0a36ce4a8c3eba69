import Evaluation
import Text

extension RecognisedForms {
  /// One form, however many tables it is broken up into, or one table that may have a form of its own.
  struct Group {
    let known: FormVocabulary?
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
  struct Part {
    let rows: [FormRow]
    /// The number of the first of them in the table.
    let first: Int
    let keys: TableKeys
  }
}

extension ReportTable {
  func formRows(_ number: Int) -> [FormRow] {
    rows.enumerated().map { index, cells in
      FormRow(
        cells: cells,
        columns: columns.indices.contains(index) && columns[index].count == cells.count ? columns[index] : nil,
        table: number)
    }
  }
}

extension RecognisedForms.Group {
  mutating func add(_ part: RecognisedForms.Part, _ places: [RowPlace], end: Int) {
    formRows += part.rows
    keys.formUnion(part.keys)
    self.places += places
    self.end = end
  }

  /// The two as one form, known as the second is.
  func followed(by other: Self) -> Self {
    var keys = keys
    keys.formUnion(other.keys)
    return Self(
      known: other.known, above: above, formRows: formRows + other.formRows, keys: keys, places: places + other.places,
      end: other.end, isCutOff: other.isCutOff)
  }

  /// A table that follows without a title, shows some of the form's labels and does not begin it anew.
  func goesOn(
    in part: RecognisedForms.Part, as found: FormVocabulary?, between blocks: ArraySlice<ReportBlock>
  ) -> Bool {
    let keys = part.keys
    // A few rows right behind the others may be its sum alone.
    let least = blocks.isEmpty && part.rows.count <= 3 ? 1 : 2
    guard let known, !known.form.begins(in: keys), !(found?.form.begins(in: keys) ?? false) else { return false }
    // Of forms with the same indicators that one goes on which was begun.
    guard
      known.labels.count(in: keys) >= max(least, found?.labels.count(in: keys) ?? 0)
        || found == nil && blocks.isEmpty && known.count(in: part) >= least
    else { return false }
    return blocks.allSatisfy { block in
      guard case .paragraph(let part) = block else { return false }
      return part.text.saysThatTableGoesOn || part.text.tellsOfGoals
        || part.text.unicodeScalars.count <= 40 && !part.text.bare.begins(with: "附件")
          && !part.text.bare.ends(with: "表")
    }
  }
}

extension FormVocabulary {
  /// How many of the form's labels a part of a table shows in whatever words.
  fileprivate func count(in part: RecognisedForms.Part) -> Int {
    LabelTranslation(of: part.rows.map(\.cells), keys: part.keys, into: withFirstTree.labels).count
  }
}

extension RecognisedForms.Group {
  /// Names a project, or tells its money or its goals, in whatever words.
  var tellsPartOfProject: Bool {
    !PrintedHead(rows, keys: keys).cells.isEmpty || PrintedFunds(rows, keys: keys) != nil
      || rows.contains { row in keys.row(row).count { GoalWord($0) != nil } >= 2 }
  }
}

extension RecognisedForms.Part {
  /// Fewer rows than these are no form of a project.
  private static let least = 8

  /// One part for each project that is named.
  func parted() -> [Self] {
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
      return LabelKey.of(only.text).plain.ends(with: "表") || only.text.beginsWithBracket
        || only.text.bare.begins(with: "附件")
    }
    return keys.row(row.cells).contains { ["department", "implementer"].contains(PrintedHead.column(named: $0) ?? "") }
  }
}

extension RecognisedForms.Group {
  /// The rest of a table that a break has cut off: no words between, the same number of cells.
  func goesOn(in table: ReportTable, between blocks: ArraySlice<ReportBlock>) -> Bool {
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
  func begins(in keys: TableKeys) -> Bool {
    if kind == .projectEvaluation, keys.nameProject { return true }
    guard let first = blocks.first else { return false }
    let label: String? =
      switch first {
      case .grid(let grid): grid.rows.first?.labels.first
      case .table(let table): table.caption
      case .indicators: nil
      }
    return label.map { keys.shows(LabelKey.of($0).plainWord) } ?? false
  }
}

extension String {
  /// （2023年度）, blanks in front or not.
  var beginsWithBracket: Bool { unicodeScalars.first { !$0.isBlank }?.halfWidth == "(" }

  /// 预期目标：…, a row of the form that was written as a line.
  fileprivate var tellsOfGoals: Bool {
    let bare = bare
    return ["预期目标:", "实际完成情况:", "年度总体目标:", "年度目标:", "总体目标:", "年初目标:", "全年实际完成情况:", "年初设定目标:"].contains {
      bare.begins(with: $0)
    }
  }

  /// （续表） above the rest of a table.
  var saysThatTableGoesOn: Bool { LabelKey.of(self).whole.isExactly(anyOf: ["续表", "续上表", "接上表", "上接表"]) }
}
