extension TemplateFilling {
  mutating func write(_ paragraph: TemplateParagraph) {
    guard let alone = paragraph.alone, !isBlanked, case let lines = text(alone).lines,
      lines.count > 1 || lines.contains(where: { $0.level > 0 })
    else { return write(paragraph, pieces(of: paragraph)) }
    let wasCopy = isCopy
    for (number, line) in lines.enumerated() {
      isCopy = wasCopy || number > 0
      if line.level > 0, let style = headings[line.level] {
        heading(line.text, style, paragraph.prefix)
      } else {
        write(paragraph, pieces(of: paragraph, alone: line.text))
      }
    }
    isCopy = wasCopy
  }

  mutating func heading(_ text: String, _ style: String, _ prefix: Range<Int>) {
    let prefix = String(decoding: source[prefix], as: UTF8.self)
    bytes += Array("<\(prefix)p><\(prefix)pPr><\(prefix)pStyle \(prefix)val=\"".utf8)
    var xml = XMLBuffer(capacity: 256)
    xml.text(style)
    bytes += xml.bytes
    bytes += Array("\"/></\(prefix)pPr><\(prefix)r>".utf8)
    bytes += TemplateRunText.markup(text, prefix: Array(prefix.utf8))
    bytes += Array("</\(prefix)r></\(prefix)p>".utf8)
  }

  mutating func write(_ paragraph: TemplateParagraph, _ pieces: [String]) {
    for part in paragraph.parts {
      switch part {
      case .bytes(let part): copy(part)
      case .piece(let piece):
        guard !pieces[piece].isEmpty, let prefix = paragraph.prefixes[piece] else { continue }
        bytes += TemplateRunText.markup(pieces[piece], prefix: Array(source[prefix]))
      case .steps(let steps):
        let outer = last
        write(steps)
        last = outer
      }
    }
  }

  /// The text of each element; `alone` in place of the one placeholder.
  mutating func pieces(of paragraph: TemplateParagraph, alone: String? = nil) -> [String] {
    var pieces = [String](repeating: "", count: paragraph.pieceCount)
    add(paragraph.items, to: &pieces, at: nil, alone: alone)
    return pieces
  }

  /// `place` is where all of it goes: the text of a part that is repeated stands in one element.
  mutating func add(
    _ items: [TemplateParagraph.Item], to pieces: inout [String], at place: Int?, alone: String?
  ) {
    for item in items {
      switch item {
      case .text(let piece, let text): pieces[place ?? piece] += text
      case .value(let piece, let reference):
        if !isBlanked { pieces[place ?? piece] += alone ?? text(reference).joined }
      case .region(let piece, let region, let items):
        guard region.isList && !region.isForBlank else {
          if stands(region) { add(items, to: &pieces, at: place, alone: alone) }
          continue
        }
        let values = self.items(region)
        for position in values.indices {
          contexts.append(Context(items: values, position: position))
          add(items, to: &pieces, at: place ?? piece, alone: alone)
          contexts.removeLast()
        }
      }
    }
  }
}
