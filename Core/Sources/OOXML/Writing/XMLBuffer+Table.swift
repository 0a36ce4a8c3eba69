extension XMLBuffer {
  /// `<w:tbl>` with fixed layout; rows without cells are left out, since Word takes them for damage.
  mutating func table(_ table: WordTable) {
    raw(#"<w:tbl><w:tblPr><w:tblW w:w=""#, table.width.twips, #"" w:type="dxa"/>"#)
    switch table.alignment {
    case .left: raw(#"<w:jc w:val="left"/>"#)
    case .center: raw(#"<w:jc w:val="center"/>"#)
    case .right: raw(#"<w:jc w:val="right"/>"#)
    }
    raw("<w:tblBorders>")
    borders(table.borders)
    raw(#"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>"#)
    raw(#"<w:top w:w=""#, table.cellMargins.top.twips, #"" w:type="dxa"/>"#)
    raw(#"<w:left w:w=""#, table.cellMargins.left.twips, #"" w:type="dxa"/>"#)
    raw(#"<w:bottom w:w=""#, table.cellMargins.bottom.twips, #"" w:type="dxa"/>"#)
    raw(#"<w:right w:w=""#, table.cellMargins.right.twips, #"" w:type="dxa"/>"#)
    raw(#"</w:tblCellMar></w:tblPr><w:tblGrid>"#)
    for width in table.columnWidths { raw(#"<w:gridCol w:w=""#, width.twips) }
    raw("</w:tblGrid>")
    for row in table.rows where !row.cells.isEmpty { self.row(row, widths: table.columnWidths) }
    raw("</w:tbl>")
  }

  private mutating func row(_ row: WordRow, widths: [Length]) {
    raw("<w:tr>")
    if !row.breaksAcrossPages || row.height != nil || row.repeatsAsHeader {
      raw("<w:trPr>")
      if !row.breaksAcrossPages { raw("<w:cantSplit/>") }
      switch row.height {
      case .atLeast(let height): raw(#"<w:trHeight w:val=""#, height.twips, #"" w:hRule="atLeast"/>"#)
      case .exactly(let height): raw(#"<w:trHeight w:val=""#, height.twips, #"" w:hRule="exact"/>"#)
      case nil: break
      }
      if row.repeatsAsHeader { raw("<w:tblHeader/>") }
      raw("</w:trPr>")
    }
    var column = 0
    for cell in row.cells {
      let columns = column..<(column + max(cell.columnSpan, 1))
      self.cell(cell, width: cell.width ?? widths[columns.clamped(to: widths.indices)].reduce(.zero, +))
      column = columns.upperBound
    }
    raw("</w:tr>")
  }

  private mutating func cell(_ cell: WordCell, width: Length) {
    raw(#"<w:tc><w:tcPr><w:tcW w:w=""#, width.twips, #"" w:type="dxa"/>"#)
    if cell.columnSpan > 1 { raw(#"<w:gridSpan w:val=""#, cell.columnSpan) }
    switch cell.verticalMerge {
    case .none: break
    case .restart: raw(#"<w:vMerge w:val="restart"/>"#)
    case .continue: raw("<w:vMerge/>")
    }
    if let borders = cell.borders {
      raw("<w:tcBorders>")
      self.borders(borders)
      raw("</w:tcBorders>")
    }
    if let shading = cell.shading {
      raw(#"<w:shd w:val="clear" w:color="auto" w:fill=""#)
      hexadecimal(shading)
      raw(#""/>"#)
    }
    switch cell.verticalAlignment {
    case .top: break
    case .center: raw(#"<w:vAlign w:val="center"/>"#)
    case .bottom: raw(#"<w:vAlign w:val="bottom"/>"#)
    }
    raw("</w:tcPr>")
    if !cell.blocks.isEmpty {
      blocks(cell.blocks, breaksPages: false)
    } else if cell.verticalMerge == .continue {
      slimParagraph()
    } else {
      raw("<w:p/>")
    }
    raw("</w:tc>")
  }

  private mutating func borders(_ borders: WordBorders) {
    border("<w:top", borders.top)
    border("<w:left", borders.left)
    border("<w:bottom", borders.bottom)
    border("<w:right", borders.right)
    border("<w:insideH", borders.betweenRows)
    border("<w:insideV", borders.betweenColumns)
  }

  private mutating func border(_ open: StaticString, _ border: WordBorder?) {
    guard let border else { return }
    raw(open)
    switch border.line {
    case .none: raw(#" w:val="nil"/>"#)
    case .single: raw(#" w:val="single""#)
    case .double: raw(#" w:val="double""#)
    case .dotted: raw(#" w:val="dotted""#)
    }
    guard border.line != .none else { return }
    raw(#" w:sz=""#, border.thickness, #"" w:space="0" w:color=""#)
    if let color = border.color { hexadecimal(color) } else { raw("auto") }
    raw(#""/>"#)
  }
}
