import Text

extension FormLayout {
  func rows(of block: IndicatorBlock) -> [FormGrid.Row] {
    var rows = [header(of: block)]
    for group in tree?.groups ?? [] {
      let nodes = group.nodes.filter { !sheet.removedNodes.contains($0.id) }
      let groupStart = rows.count
      for node in nodes {
        rows += self.rows(of: node, in: block)
      }
      guard rows.count > groupStart else { continue }
      let cell = FormGrid.Cell(
        column: block.side.width, columnSpan: block.groupWidth, rowSpan: rows.count - groupStart,
        content: .heading(group.label))
      rows[groupStart].cells.insert(cell, at: 0)
    }
    let side = FormGrid.Cell(
      column: 0, columnSpan: block.side.width, rowSpan: rows.count, content: .heading(expanded(block.side.label)))
    rows[0].cells.insert(side, at: 0)
    return rows
  }

  private func header(of block: IndicatorBlock) -> FormGrid.Row {
    var row = FormGrid.Row(isHeader: true)
    var column = block.side.width
    let captions =
      [(block.groupCaption, block.groupWidth), (block.nodeCaption, block.nodeWidth)]
      + block.columns.map { ($0.caption, $0.width) }
    for (caption, width) in captions {
      row.cells.append(.init(column: column, columnSpan: width, content: .heading(expanded(caption))))
      column += width
    }
    return row
  }

  private func rows(of node: IndicatorTree.Node, in block: IndicatorBlock) -> [FormGrid.Row] {
    let lines = lines(under: node.id)
    var rows = lines.map { line($0, of: node, in: block) }
    if rows.isEmpty { rows = [emptyLine(in: block)] }
    let cell = FormGrid.Cell(
      column: block.side.width + block.groupWidth, columnSpan: block.nodeWidth, rowSpan: rows.count,
      content: .heading(node.label))
    rows[0].cells.insert(cell, at: 0)
    if node.isRemovable { rows[0].removableNode = node.id }
    rows[0].adds = FormGrid.Adds(under: node.id, caption: "添加")
    return rows
  }

  private func line(_ added: AddedRow, of node: IndicatorTree.Node, in block: IndicatorBlock) -> FormGrid.Row {
    var row = FormGrid.Row()
    mark(&row, as: added)
    let subject = name(&row, as: added, unnamed: node.label)
    forEachColumn(of: block) { column, start in
      let choices = choices(in: column)
      let definition = CellDefinition(
        address: CellAddress(sheet.id, added.id, column.role.rawValue),
        of: subject, caption: expanded(column.caption), kind: choices == nil ? column.role.kind : .choice,
        source: column.role == .score ? .scored : .typed,
        isRequired: column.role.isRequired, limit: column.limit, choices: choices)
      row.cells.append(
        .init(column: start, columnSpan: column.width, content: .value(definition, prefix: "", level: 1)))
    }
    return row
  }

  /// The policy's list; for the goal that an indicator serves, the numbers of the goals that the unit added.
  private func choices(in column: IndicatorBlock.Column) -> Choices? {
    if column.role == .goal { return Choices(sheet.lines(under: GoalTable.id).indices.map { "\($0 + 1)" }) }
    return column.options.isEmpty ? nil : Choices(column.options)
  }

  private func emptyLine(in block: IndicatorBlock) -> FormGrid.Row {
    var row = FormGrid.Row()
    forEachColumn(of: block) { column, start in
      row.cells.append(.init(column: start, columnSpan: column.width, content: .empty))
    }
    return row
  }

  private func forEachColumn(of block: IndicatorBlock, _ body: (IndicatorBlock.Column, Int) -> Void) {
    var start = block.side.width + block.groupWidth + block.nodeWidth
    for column in block.columns {
      body(column, start)
      start += column.width
    }
  }
}

extension IndicatorColumn {
  var kind: CellKind {
    switch self {
    case .points, .score: .points
    case .name, .target, .actual, .sign, .unit, .goal: .text
    case .reason: .paragraph
    }
  }
}
