/// A header or footer part of a document.
struct RunningTextPart: Hashable {
  enum Kind: Hashable { case header, footer }

  let kind: Kind
  let blocks: [WordBlock]
}

/// A section's mention of one of them.
struct RunningTextReference: Hashable {
  enum Pages: Hashable { case odd, even, first }

  let kind: RunningTextPart.Kind
  let pages: Pages
  /// Position in the list of parts.
  let part: Int
}

/// The header and footer parts of all sections, each different one once.
///
/// A section that names no footer would inherit that of the section before; so once any section has one, all name one.
struct RunningTextParts {
  private(set) var parts: [RunningTextPart] = []
  /// One list for each section.
  private(set) var references: [[RunningTextReference]] = []
  let distinguishesEvenPages: Bool

  init(_ sections: [WordSection]) {
    distinguishesEvenPages = sections.contains { $0.header?.even != nil || $0.footer?.even != nil }
    let hasHeaders = sections.contains { $0.header != nil }
    let hasFooters = sections.contains { $0.footer != nil }
    for section in sections {
      var list: [RunningTextReference] = []
      let hasFirst = section.header?.first != nil || section.footer?.first != nil
      if hasHeaders { list += refer(.header, section.header ?? WordRunningText([]), hasFirst: hasFirst) }
      if hasFooters { list += refer(.footer, section.footer ?? WordRunningText([]), hasFirst: hasFirst) }
      references.append(list)
    }
  }

  private mutating func refer(
    _ kind: RunningTextPart.Kind, _ text: WordRunningText, hasFirst: Bool
  ) -> [RunningTextReference] {
    var list = [RunningTextReference(kind: kind, pages: .odd, part: part(kind, text.blocks))]
    if distinguishesEvenPages {
      list.append(RunningTextReference(kind: kind, pages: .even, part: part(kind, text.even ?? text.blocks)))
    }
    if hasFirst {
      list.append(RunningTextReference(kind: kind, pages: .first, part: part(kind, text.first ?? text.blocks)))
    }
    return list
  }

  private mutating func part(_ kind: RunningTextPart.Kind, _ blocks: [WordBlock]) -> Int {
    let part = RunningTextPart(kind: kind, blocks: blocks)
    if let known = parts.firstIndex(of: part) { return known }
    parts.append(part)
    return parts.count - 1
  }
}
