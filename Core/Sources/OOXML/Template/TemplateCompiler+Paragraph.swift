import Text

extension TemplateCompiler {
  mutating func paragraph(_ node: TemplateNode) -> Compiled {
    if cellPlace == nil, !isInTextBox { paragraphNumber += 1 }
    let pieces = TemplatePieces(node)
    let place = TemplatePlace(
      part: partTitle, cell: cellPlace, paragraph: paragraphNumber, excerpt: Self.excerpt(of: pieces.texts))
    let scanner = TemplateScanner(pieces.texts)
    faults += scanner.faults.map { TemplateFault(at: place, $0.written, $0.problem) }
    var words = TemplateWords()
    for (position, token) in scanner.tokens.enumerated() {
      switch token {
      case .text(let piece, let text): words.add(text, piece, at: position)
      case .mark(let piece, let mark): add(mark, piece, at: position, place, &words)
      }
    }
    words.finish()
    let endsSection = node.child(.pPr)?.child(.sectPr) != nil
    let touched = scanner.touched.union(words.covered)
    var parts: [TemplateParagraph.Part] = [.bytes(TemplateBytes(range: node.start, unique: node.identities))]
    let unique = node.children.flatMap(\.uniqueBytes)
    var hasNested = false
    for part in pieces.parts {
      switch part {
      case .bytes(let range): parts.append(.bytes(Self.bytes(range, unique)))
      case .piece(let piece):
        if touched.contains(piece) {
          parts.append(.piece(piece))
        } else if let text = pieces.nodes[piece] {
          parts.append(.bytes(TemplateBytes(range: text.bytes)))
        }
      case .nested(let node):
        parts.append(.steps(nested(node)))
        hasNested = true
      }
    }
    parts.append(.bytes(TemplateBytes(range: node.end)))
    if words.hasText { cellHasText = true }
    let isAlone = !hasNested && !endsSection && !words.hasText && words.values.count == 1 && words.isFlat
    let paragraph = TemplateParagraph(
      parts: parts, items: words.items, pieceCount: pieces.texts.count,
      prefixes: pieces.nodes.mapValues(\.prefix), alone: isAlone ? words.values.first : nil, prefix: node.prefix)
    let isBlank = !hasNested && !pieces.hasPicture && !words.hasText && words.values.isEmpty && words.isFlat
    return Compiled(
      steps: [.paragraph(paragraph)], boundaries: words.boundaries, isBlank: isBlank, endsSection: endsSection)
  }

  private mutating func nested(_ node: TemplateNode) -> [TemplateStep] {
    let wasInTextBox = isInTextBox
    isInTextBox = true
    defer { isInTextBox = wasInTextBox }
    return holder(node, .holder).steps
  }

  private static func bytes(_ range: Range<Int>, _ unique: [Range<Int>]) -> TemplateBytes {
    TemplateBytes(
      range: range, unique: unique.filter { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound })
  }

  private static func excerpt(of texts: [String?]) -> String {
    let text = texts.map { $0 ?? " " }.joined().droppingBlankEnds
    return text.count <= 20 ? text : text.prefix(20) + "…"
  }

  // MARK: Marks

  private mutating func add(
    _ mark: TemplateMark, _ piece: Int, at position: Int, _ place: TemplatePlace, _ words: inout TemplateWords
  ) {
    markCount += 1
    guard !mark.name.isEmpty else { return }
    switch mark.kind {
    case .text:
      if let reference = value(mark, place) { words.add(reference, piece, at: position) }
    case .open, .openIfBlank: begin(mark, piece, at: position, place, &words)
    case .close:
      guard let ended = scopes.end(mark) else {
        return faults.append(
          TemplateFault(at: place, mark.written, .unopenedRegion(open: scopes.open.last?.mark.name)))
      }
      words.end(ended, mark, piece, at: position, place)
    }
  }

  private mutating func value(_ mark: TemplateMark, _ place: TemplatePlace) -> TemplateReference? {
    switch scopes.meaning(of: mark.name) {
    case .field(let field, let reference)?:
      cellFields.append((field, reference))
      return reference
    case .list(let list, _)?: fault(place, mark, .listAsText(list.names.first ?? mark.name))
    case .fieldOfList(let list, _)?: fault(place, mark, .fieldOutsideList(list.names.first ?? ""))
    case nil: fault(place, mark, .unknownName(nearest: scopes.nearest(to: mark.name)))
    }
    return nil
  }

  private mutating func begin(
    _ mark: TemplateMark, _ piece: Int, at position: Int, _ place: TemplatePlace, _ words: inout TemplateWords
  ) {
    let isForBlank = mark.kind == .openIfBlank
    var (list, names): (TemplateVocabulary.List?, [String]) = (nil, [])
    let region: TemplateRegion
    switch scopes.meaning(of: mark.name) {
    case .field(let field, let reference)?:
      names = field.names
      region = TemplateRegion(reference: reference, isList: false, isForBlank: isForBlank)
    case .list(let found, let reference)?:
      if scopes.isOpen(found, reference) { fault(place, mark, .repeatedTwice) }
      names = found.names
      list = isForBlank ? nil : found
      region = TemplateRegion(reference: reference, isList: true, isForBlank: isForBlank)
    case .fieldOfList(let list, _)?: return fault(place, mark, .fieldOutsideList(list.names.first ?? ""))
    case nil: return fault(place, mark, .unknownName(nearest: scopes.nearest(to: mark.name)))
    }
    let id = scopes.begin(mark, at: place, region, list: list, names: names)
    words.begin(id, mark, region, piece, at: position, place)
  }

  private mutating func fault(_ place: TemplatePlace, _ mark: TemplateMark, _ problem: TemplateFault.Problem) {
    faults.append(TemplateFault(at: place, mark.written, problem))
  }
}
