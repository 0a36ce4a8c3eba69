import Text

extension FormLayout {
  func rows(of block: TableBlock) -> [FormGrid.Row] {
    let block = expanded(block)
    var rows = [header(of: block)]
    /// Rows whose added lines stand behind their prescribed parts, the innermost last.
    var open: [(row: TableBlock.Row, rule: LineRule)] = []
    for (index, row) in block.rows.enumerated() {
      rows.append(labelled(row, in: block))
      if let rule = row.lines {
        rows[rows.count - 1].adds = FormGrid.Adds(under: row.id, caption: rule.addCaption)
        open.append((row, rule))
      }
      let next = index + 1 < block.rows.count ? block.rows[index + 1] : nil
      while let (owner, rule) = open.last, !block.isPart(next, of: owner) {
        open.removeLast()
        rows += lines(under: owner.id).enumerated().map { line($0 + 1, $1, rule, isLabelled: true, in: block) }
      }
    }
    if let rule = block.lines {
      rows[0].adds = FormGrid.Adds(under: block.id, caption: rule.addCaption)
      rows += freeLines(rule, in: block)
    }
    if block.isCaptionMerged { rows[0].cells[0].rowSpan = rows.count }
    return rows
  }

  private func header(of block: TableBlock) -> FormGrid.Row {
    var row = FormGrid.Row(isHeader: true)
    row.cells.append(.init(column: 0, columnSpan: block.captionWidth, content: .heading(expanded(block.caption))))
    forEachColumn(of: block) { column, start in
      row.cells.append(.init(column: start, columnSpan: column.width, content: .heading(column.caption)))
    }
    return row
  }

  private func labelled(_ row: TableBlock.Row, in block: TableBlock) -> FormGrid.Row {
    var placed = FormGrid.Row()
    let label = expanded(row.label)
    placed.help = expanded(row.help)
    if !block.isCaptionMerged {
      placed.cells.append(
        .init(column: 0, columnSpan: block.captionWidth, content: .label(label, level: row.level)))
    }
    let plain = label.withoutBlanks
    forEachColumn(of: block) { column, start in
      let definition = CellDefinition(
        address: CellAddress(sheet.id, row.id, column.id), of: plain, caption: column.caption,
        kind: column.kind, source: source(of: column, row.source), isRequired: row.isRequired,
        choices: column.choices)
      placed.cells.append(
        .init(column: start, columnSpan: column.width, content: .value(definition, prefix: "", level: 1)))
    }
    return placed
  }

  /// A line that the unit added, the `number`th of its kind, with its name as the first cell where the block has labels.
  private func line(
    _ number: Int, _ added: AddedRow, _ rule: LineRule, isLabelled: Bool, in block: TableBlock
  ) -> FormGrid.Row {
    var placed = FormGrid.Row()
    mark(&placed, as: added)
    let subject =
      rule.isNumbered
      ? "\(rule.placeholder)\(number)".withoutBlanks : name(&placed, as: added, unnamed: rule.placeholder)
    if isLabelled, rule.isNumbered {
      placed.cells.append(
        .init(column: 0, columnSpan: block.captionWidth, content: .label(subject, level: rule.level)))
    } else if isLabelled {
      let definition = CellDefinition(
        address: CellAddress(sheet.id, added.id, "name"), caption: "名称（\(rule.placeholder)）", kind: .text,
        isRequired: true, limit: 60)
      placed.cells.append(
        .init(
          column: 0, columnSpan: block.captionWidth, content: .value(definition, prefix: "", level: rule.level)))
    }
    forEachColumn(of: block) { column, start in
      let definition = CellDefinition(
        address: CellAddress(sheet.id, added.id, column.id), of: subject, caption: column.caption,
        kind: column.kind, source: column.source, choices: column.choices)
      placed.cells.append(
        .init(column: start, columnSpan: column.width, content: .value(definition, prefix: "", level: 1)))
    }
    return placed
  }

  /// Lines straight under a block; an empty row stands where there is none yet.
  private func freeLines(_ rule: LineRule, in block: TableBlock) -> [FormGrid.Row] {
    let rows = lines(under: block.id).enumerated().map {
      line($0 + 1, $1, rule, isLabelled: !block.isCaptionMerged, in: block)
    }
    // That there is nothing to fill in can be declared beside spare lines too.
    let isBlank = rows.isEmpty || block.declaration != nil && sheet.lines(under: block.id).isEmpty
    return isBlank ? [emptyLine(in: block)] + rows : rows
  }

  /// Holds the declaration that there is nothing to fill in, if the block has one.
  private func emptyLine(in block: TableBlock) -> FormGrid.Row {
    var row = FormGrid.Row()
    var start = 0
    if block.isCaptionMerged { start = block.captionWidth }
    let width = block.columns.reduce(block.isCaptionMerged ? 0 : block.captionWidth) { $0 + $1.width }
    guard let declaration = block.declaration else {
      row.cells.append(.init(column: start, columnSpan: width, content: .empty))
      return row
    }
    let definition = CellDefinition(
      address: CellAddress(sheet.id, block.id, "none"), caption: declaration.caption, kind: .declaration)
    row.cells.append(.init(column: start, columnSpan: width, content: .value(definition, prefix: "", level: 1)))
    return row
  }

  private func source(of column: TableBlock.Column, _ row: CellSource) -> CellSource {
    if case .typed = column.source { return row }
    return column.source
  }

  /// With the years and the unit in its columns' captions.
  private func expanded(_ block: TableBlock) -> TableBlock {
    var block = block
    block.columns = block.columns.map { column in
      var column = column
      column.caption = expanded(column.caption)
      return column
    }
    return block
  }

  private func forEachColumn(of block: TableBlock, _ body: (TableBlock.Column, Int) -> Void) {
    var start = block.captionWidth
    for column in block.columns {
      body(column, start)
      start += column.width
    }
  }
}

extension TableBlock.Column {
  fileprivate var choices: Choices? { kind == .choice ? Choices(options) : nil }
}

extension TableBlock {
  /// Whether a row is a part of another, or a part of such a part.
  func isPart(_ row: Row?, of whole: Row) -> Bool {
    var current = row
    while let parent = current?.parent {
      if parent == whole.id { return true }
      current = rows.first { $0.id == parent && $0.id != current?.id }
    }
    return false
  }
}
