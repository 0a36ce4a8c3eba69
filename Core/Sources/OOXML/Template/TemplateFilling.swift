/// Writes the steps of one part with the values of one document.
struct TemplateFilling {
  /// An item of a list that is being repeated.
  struct Context {
    let items: [TemplateValues]
    let position: Int
    var values: TemplateValues { items[position] }
  }

  let source: [UInt8]
  /// The styles of headings, by level.
  let headings: [Int: String]
  var bytes: [UInt8] = []
  var contexts: [Context]
  /// What must not stand twice is left out.
  var isCopy = false
  /// The rows that are written repeat those before.
  var isRowCopy = false
  /// Placeholders show nothing: the cell belongs to the one above.
  var isBlanked = false
  /// What was written last among what stands below one another.
  var last = TemplateBytes.Kind.other

  init(_ source: [UInt8], _ values: TemplateValues, headings: [Int: String]) {
    self.source = source
    self.headings = headings
    contexts = [Context(items: [values], position: 0)]
    bytes.reserveCapacity(source.count + source.count / 2)
  }

  mutating func write(_ steps: [TemplateStep]) {
    for step in steps { write(step) }
  }

  mutating func write(_ step: TemplateStep) {
    switch step {
    case .bytes(let part):
      if part.kind == .table, last == .table { blankParagraph(tag(part).prefix) }
      copy(part)
      if part.kind == .paragraph || part.kind == .table { last = part.kind }
    case .paragraph(let paragraph):
      write(paragraph)
      last = .paragraph
    case .region(let region, let steps): write(region, steps)
    case .element(let element, let steps): write(element, steps)
    case .cell(let cell, let steps): write(cell, steps)
    }
  }

  mutating func copy(_ part: TemplateBytes) {
    guard isCopy else {
      bytes += source[part.range]
      return
    }
    var position = part.range.lowerBound
    for unique in part.unique where unique.lowerBound >= position {
      bytes += source[position..<unique.lowerBound]
      position = unique.upperBound
    }
    bytes += source[position..<part.range.upperBound]
  }

  // MARK: Parts

  func text(_ reference: TemplateReference) -> TemplateText {
    contexts[min(reference.depth, contexts.count - 1)].values.texts[reference.key] ?? ""
  }

  func items(_ region: TemplateRegion) -> [TemplateValues] {
    contexts[min(region.reference.depth, contexts.count - 1)].values.lists[region.reference.key] ?? []
  }

  /// Whether a part that is not repeated stands.
  func stands(_ region: TemplateRegion) -> Bool {
    let isBlank = region.isList ? items(region).isEmpty : text(region.reference).isBlank
    return isBlank == region.isForBlank
  }

  mutating func write(_ region: TemplateRegion, _ steps: [TemplateStep]) {
    guard region.isList && !region.isForBlank else {
      if stands(region) { write(steps) }
      return
    }
    let items = items(region)
    let (wasCopy, wasRowCopy) = (isCopy, isRowCopy)
    for position in items.indices {
      contexts.append(Context(items: items, position: position))
      isCopy = wasCopy || position > 0
      if region.extent == .rows { isRowCopy = wasRowCopy || position > 0 }
      write(steps)
      contexts.removeLast()
    }
    (isCopy, isRowCopy) = (wasCopy, wasRowCopy)
  }
}
