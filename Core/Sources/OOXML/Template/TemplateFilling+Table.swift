extension TemplateFilling {
  mutating func write(_ element: TemplateElement, _ steps: [TemplateStep]) {
    let outer = last
    switch element.kind {
    case .other:
      copy(element.start)
      write(steps)
      bytes += source[element.end]
    case .table: writeTable(element, steps, after: outer)
    case .holder:
      copy(element.start)
      last = .other
      write(steps)
      if last != .paragraph { blankParagraph(element.prefix) }
      bytes += source[element.end]
      last = outer
    case .body:
      copy(element.start)
      for step in steps {
        if case .bytes(let part) = step, part.kind == .sectionEnd, last == .table { blankParagraph(element.prefix) }
        write(step)
      }
      bytes += source[element.end]
    }
  }

  /// Without rows there is no table; two tables must not grow together.
  mutating func writeTable(_ element: TemplateElement, _ steps: [TemplateStep], after outer: TemplateBytes.Kind) {
    let wasRowCopy = isRowCopy
    isRowCopy = false
    let start = bytes.count
    if outer == .table { blankParagraph(element.prefix) }
    copy(element.start)
    var hasRows = false
    for step in steps {
      let before = bytes.count
      write(step)
      switch step {
      case .region, .element, .cell: hasRows = hasRows || bytes.count > before
      case .bytes(let part): hasRows = hasRows || isRow(part)
      case .paragraph: break
      }
    }
    bytes += source[element.end]
    isRowCopy = wasRowCopy
    if hasRows {
      last = .table
    } else {
      bytes.removeSubrange(start...)
      last = outer
    }
  }

  func isRow(_ part: TemplateBytes) -> Bool { source[tag(part).local].elementsEqual("tr".utf8) }

  /// The name of the element that begins there, in two.
  func tag(_ part: TemplateBytes) -> (prefix: Range<Int>, local: Range<Int>) {
    let start = min(part.range.lowerBound + 1, part.range.upperBound)
    let rest = source[start..<part.range.upperBound]
    let end = rest.firstIndex { " />\n\r\t".utf8.contains($0) } ?? part.range.upperBound
    let colon = source[start..<end].firstIndex(of: UInt8(ascii: ":"))
    let local = colon.map { $0 + 1 } ?? start
    return (start..<local, local..<end)
  }

  mutating func blankParagraph(_ prefix: Range<Int>) {
    bytes += Array("<".utf8) + source[prefix] + Array("p/>".utf8)
    last = .paragraph
  }

  // MARK: Cells

  enum Merge { case asWritten, none, restart, goesOn }

  mutating func write(_ cell: TemplateCell, _ steps: [TemplateStep]) {
    let merge = merge(of: cell)
    copy(cell.element.start)
    writeProperties(of: cell, merge)
    let outer = (last, isBlanked)
    last = .other
    if merge == .goesOn && cell.mergedBy != nil { isBlanked = true }
    write(steps)
    if last != .paragraph { blankParagraph(cell.element.prefix) }
    bytes += source[cell.element.end]
    (last, isBlanked) = outer
  }

  func merge(of cell: TemplateCell) -> Merge {
    guard let reference = cell.mergedBy, reference.depth < contexts.count else {
      return isRowCopy && cell.isRestart ? .goesOn : .asWritten
    }
    let context = contexts[reference.depth]
    func text(_ position: Int) -> TemplateText? {
      context.items.indices.contains(position) ? context.items[position].texts[reference.key] ?? "" : nil
    }
    let own = text(context.position)
    if own == text(context.position - 1) { return .goesOn }
    return own == text(context.position + 1) ? .restart : .none
  }

  mutating func writeProperties(of cell: TemplateCell, _ merge: Merge) {
    guard let properties = cell.properties else {
      guard merge == .restart || merge == .goesOn else { return }
      let prefix = Array(source[cell.element.prefix])
      bytes += Array("<".utf8) + prefix + Array("tcPr>".utf8)
      write(merge, prefix)
      bytes += Array("</".utf8) + prefix + Array("tcPr>".utf8)
      return
    }
    guard merge != .asWritten else {
      bytes += source[properties]
      return
    }
    bytes += source[properties.lowerBound..<cell.mergePlace]
    write(merge, Array(source[cell.element.prefix]))
    bytes += source[(cell.merge?.upperBound ?? cell.mergePlace)..<properties.upperBound]
  }

  mutating func write(_ merge: Merge, _ prefix: [UInt8]) {
    switch merge {
    case .asWritten, .none: break
    case .restart:
      bytes += Array("<".utf8) + prefix + Array("vMerge ".utf8) + prefix + Array("val=\"restart\"/>".utf8)
    case .goesOn: bytes += Array("<".utf8) + prefix + Array("vMerge/>".utf8)
    }
  }
}
