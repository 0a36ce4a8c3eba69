import Text

/// Turns one part of a template into the steps that fill it in, and notes every fault on the way.
struct TemplateCompiler {
  /// A mark whose other end stands in another element.
  struct Boundary {
    let id: Int
    let isOpen: Bool
    let region: TemplateRegion
    let mark: TemplateMark
    let place: TemplatePlace
    /// Nothing stands between it and the edge of its paragraph.
    let isAtEdge: Bool
  }

  /// What an element became.
  struct Compiled {
    var steps: [TemplateStep]
    var boundaries: [Boundary] = []
    /// Shows nothing but such marks.
    var isBlank = false
    /// Ends a section of the document.
    var endsSection = false
  }

  var scopes: TemplateScopes
  var faults: [TemplateFault] = []
  var markCount = 0
  let partTitle: String
  /// Where the compiler is, as a person counts.
  var paragraphNumber = 0
  var tableNumber = 0
  var cellPlace: TemplatePlace.Cell?
  var isInTextBox = false
  var isInRow = false
  /// Values and other text that the present cell holds.
  var cellFields: [(field: TemplateVocabulary.Field, reference: TemplateReference)] = []
  var cellHasText = false
  private var splits: [Boundary] = []

  init(_ vocabulary: TemplateVocabulary, partTitle: String) {
    scopes = TemplateScopes(vocabulary)
    self.partTitle = partTitle
  }

  /// The steps of a whole part.
  mutating func steps(of root: TemplateNode, count: Int) -> [TemplateStep] {
    let compiled = compile(root)
    splits += compiled.boundaries
    let unclosed = Set(scopes.open.map(\.id))
    for open in scopes.open { faults.append(TemplateFault(at: open.place, open.mark.written, .unclosedRegion)) }
    for split in splits where split.isOpen && !unclosed.contains(split.id) {
      faults.append(TemplateFault(at: split.place, split.mark.written, .splitRegion))
    }
    let before = TemplateBytes(range: 0..<root.bytes.lowerBound)
    let after = TemplateBytes(range: root.bytes.upperBound..<count)
    return [.bytes(before)] + compiled.steps + [.bytes(after)]
  }

  mutating func compile(_ node: TemplateNode) -> Compiled {
    // A cell beside repeated ones may begin a merged one.
    guard node.hasBraces || node.element == .tc else {
      count(node)
      return Compiled(steps: [.bytes(raw(node))], isBlank: node.isEmptyText)
    }
    switch node.element {
    case .p: return paragraph(node)
    case .tbl: return table(node)
    case .tr: return row(node)
    case .tc: return cell(node)
    case .body: return holder(node, .body)
    case .hdr, .ftr, .footnote, .endnote: return holder(node, .holder)
    default:
      let content = isInRow ? collected(node) : grouped(node)
      return Compiled(
        steps: [.element(element(node, .other), content.steps)], boundaries: content.boundaries,
        isBlank: content.isBlank)
    }
  }

  func raw(_ node: TemplateNode) -> TemplateBytes {
    let kind: TemplateBytes.Kind =
      switch node.element {
      case .p, .sdt, .customXml: .paragraph
      case .tbl: .table
      case .sectPr: .sectionEnd
      default: .other
      }
    return TemplateBytes(range: node.bytes, unique: node.uniqueBytes, kind: kind)
  }

  func element(_ node: TemplateNode, _ kind: TemplateElement.Kind) -> TemplateElement {
    TemplateElement(
      kind: kind, start: TemplateBytes(range: node.start, unique: node.identities), end: node.end,
      prefix: node.prefix)
  }

  private mutating func count(_ node: TemplateNode) {
    if node.element == .p, cellPlace == nil, !isInTextBox { paragraphNumber += 1 }
    if node.element == .tbl { tableNumber += 1 }
    if node.element == .tr, let here = cellPlace {
      cellPlace = TemplatePlace.Cell(table: here.table, row: here.row + 1, cell: 0)
    }
    if node.element == .tc, let here = cellPlace {
      cellPlace = TemplatePlace.Cell(table: here.table, row: here.row, cell: here.cell + 1)
    }
    if node.element == .tbl {
      let outer = cellPlace
      cellPlace = TemplatePlace.Cell(table: tableNumber, row: 0, cell: 0)
      for child in node.children { count(child) }
      cellPlace = outer
    } else {
      for child in node.children { count(child) }
    }
  }

  // MARK: What stands in elements

  /// Something whose parts begin and end inside of it.
  mutating func holder(_ node: TemplateNode, _ kind: TemplateElement.Kind) -> Compiled {
    let content = grouped(node)
    splits += content.boundaries
    return Compiled(steps: [.element(element(node, kind), content.steps)])
  }

  private mutating func table(_ node: TemplateNode) -> Compiled {
    tableNumber += 1
    let (outer, wasInRow) = (cellPlace, isInRow)
    cellPlace = TemplatePlace.Cell(table: tableNumber, row: 0, cell: 0)
    isInRow = false
    let content = grouped(node)
    (cellPlace, isInRow) = (outer, wasInRow)
    splits += content.boundaries
    return Compiled(steps: [.element(element(node, .table), content.steps)])
  }

  private mutating func row(_ node: TemplateNode) -> Compiled {
    if let here = cellPlace { cellPlace = TemplatePlace.Cell(table: here.table, row: here.row + 1, cell: 0) }
    let implied = impliedList(node)
    if let implied { scopes.push(implied.list) }
    isInRow = true
    var content = collected(node)
    isInRow = false
    if implied != nil { scopes.pop() }
    var step = TemplateStep.element(element(node, .other), content.steps)
    if let implied {
      step = .region(
        TemplateRegion(reference: implied.reference, isList: true, isForBlank: false, extent: .rows), [step])
    }
    let closed = Set(content.boundaries.filter { !$0.isOpen }.map(\.id))
    // The innermost is the last to begin.
    for boundary in content.boundaries.reversed() where boundary.isOpen && closed.contains(boundary.id) {
      step = .region(boundary.region.over(.rows), [step])
      content.isBlank = false
    }
    let opened = Set(content.boundaries.filter(\.isOpen).map(\.id))
    let rest = content.boundaries.filter { !(opened.contains($0.id) && closed.contains($0.id)) }
    return Compiled(steps: [step], boundaries: rest, isBlank: content.isBlank)
  }

  /// The list whose fields a row holds though it is not being repeated: then the row is.
  private func impliedList(
    _ row: TemplateNode
  ) -> (list: TemplateVocabulary.List, reference: TemplateReference)? {
    let marks = Self.marks(in: row)
    let begun = Set(marks.filter { $0.kind == .open }.map { TemplateName.key($0.name) })
    for mark in marks where mark.kind == .text {
      guard case .fieldOfList(let list, let reference)? = scopes.meaning(of: mark.name),
        list.field(TemplateName.key(mark.name)) != nil, begun.isDisjoint(with: list.nameKeys)
      else { continue }
      return (list, reference)
    }
    return nil
  }

  private static func marks(in node: TemplateNode) -> [TemplateMark] {
    node.children.filter { $0.hasBraces && $0.element != .tbl }.flatMap { child -> [TemplateMark] in
      guard child.element == .p else { return marks(in: child) }
      return TemplateScanner(TemplatePieces(child).texts).tokens.compactMap { token in
        guard case .mark(_, let mark) = token else { return nil }
        return mark
      }
    }
  }

  private mutating func cell(_ node: TemplateNode) -> Compiled {
    if let here = cellPlace { cellPlace = TemplatePlace.Cell(table: here.table, row: here.row, cell: here.cell + 1) }
    let place = cellPlace
    isInRow = false
    (cellFields, cellHasText) = ([], false)
    let content = grouped(node, without: .tcPr)
    let isSingle = node.children.count { $0.element == .p } == 1 && cellFields.count == 1 && !cellHasText
    isInRow = true
    cellPlace = place
    let merged = isSingle ? cellFields.first.flatMap(Self.mergedBy) : nil
    let made = TemplateCell(node, element(node, .holder), mergedBy: merged)
    return Compiled(
      steps: [.cell(made, content.steps)], boundaries: content.boundaries, isBlank: content.isBlank)
  }

  private static func mergedBy(
    _ value: (field: TemplateVocabulary.Field, reference: TemplateReference)
  ) -> TemplateReference? {
    value.field.mergedBy.map { TemplateReference(depth: value.reference.depth, key: $0) }
  }

  /// What stands in an element, one behind the other.
  private mutating func collected(_ node: TemplateNode) -> Compiled {
    var content = Compiled(steps: [], isBlank: true)
    var position = node.start.upperBound
    for child in node.children {
      content.steps += Self.gap(position, child.bytes.lowerBound)
      position = child.bytes.upperBound
      let compiled = compile(child)
      content.steps += compiled.steps
      content.boundaries += compiled.boundaries
      if !compiled.isBlank { content.isBlank = false }
    }
    content.steps += Self.gap(position, node.end.lowerBound)
    return content
  }

  /// What stands in an element, with the parts that begin and end there.
  mutating func grouped(_ node: TemplateNode, without left: WordElement? = nil) -> Compiled {
    var groups = TemplateGroups()
    var isBlank = true
    var position = node.start.upperBound
    for child in node.children {
      groups.add(Self.gap(position, child.bytes.lowerBound))
      position = child.bytes.upperBound
      guard child.element != left || left == nil else { continue }
      let compiled = compile(child)
      if !compiled.isBlank { isBlank = false }
      groups.add(compiled, isRow: child.element == .tr)
    }
    groups.add(Self.gap(position, node.end.lowerBound))
    let content = groups.finished()
    faults += groups.faults
    return Compiled(steps: content.steps, boundaries: content.boundaries, isBlank: isBlank)
  }

  private static func gap(_ start: Int, _ end: Int) -> [TemplateStep] {
    start < end ? [.bytes(TemplateBytes(range: start..<end))] : []
  }
}

extension TemplateRegion {
  func over(_ extent: Extent) -> TemplateRegion {
    var region = self
    region.extent = extent
    return region
  }
}

extension TemplateNode {
  /// Shows no text.
  var isEmptyText: Bool {
    switch element {
    case .t: text.isBlank
    case .drawing, .pict, .object: false
    default: children.allSatisfy(\.isEmptyText)
    }
  }
}

extension TemplateCell {
  fileprivate init(_ node: TemplateNode, _ element: TemplateElement, mergedBy: TemplateReference?) {
    let properties = node.child(.tcPr).flatMap { $0.end.isEmpty ? nil : $0 }
    let merge = properties?.child(.vMerge)
    var place = properties?.start.upperBound ?? 0
    for child in properties?.children ?? [] {
      guard ["cnfStyle", "tcW", "gridSpan", "hMerge"].contains(child.name) else { break }
      place = child.bytes.upperBound
    }
    self.init(
      element: element, properties: properties?.bytes, mergePlace: merge?.bytes.lowerBound ?? place,
      merge: merge?.bytes, isRestart: merge?.isRestart ?? false, mergedBy: mergedBy)
  }
}
