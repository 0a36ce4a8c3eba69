extension PartReader {
  /// What of a paragraph has been read so far.
  struct OpenParagraph {
    let index: Int
    let start: Int
    var text: [UInt8] = []
    var runs: [SourceRun] = []
    var runCount = 0
    var style: String?
    var outlineLevel: Int?
    var numberingID: Int?
    var numberingLevel: Int?
    /// Runs are hidden unless they say otherwise.
    var isHidden = false
    /// What stands in text boxes anchored here.
    var boxes: [SourceBlock] = []
    var sectionEnd: SourceSection?
  }

  /// `<w:p>`, what its text boxes hold, and the section that ends with it.
  mutating func readParagraph(into blocks: inout [SourceBlock]) throws(XMLDefect) {
    var open = OpenParagraph(index: paragraphCount, start: xml.eventStart)
    paragraphCount += 1
    try readInline(&open)
    blocks.append(.paragraph(finish(open)))
    blocks += open.boxes
    if let section = open.sectionEnd { blocks.append(.sectionEnd(section)) }
  }

  private mutating func finish(_ open: OpenParagraph) -> SourceParagraph {
    let style = open.style.flatMap { styles[$0] }
    let level = open.outlineLevel ?? style?.outlineLevel
    var list: SourceNumbering?
    if let id = open.numberingID ?? style?.numberingID, id > 0 {
      let level = open.numberingLevel ?? style?.numberingLevel ?? 0
      list = SourceNumbering(id: id, level: level, label: numbering.label(list: id, level: level))
    }
    return SourceParagraph(
      index: open.index, bytes: open.start..<xml.position, text: String(decoding: open.text, as: UTF8.self),
      runs: open.runs, style: open.style, styleName: style?.name,
      outlineLevel: level.flatMap { (0...8).contains($0) ? $0 : nil }, numbering: list)
  }

  /// What stands in a line, up to the end of the element that just started.
  mutating func readInline(_ open: inout OpenParagraph) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        switch xml.namespace {
        case .word: try readInlineElement(&open)
        case .math:
          if xml.name == "r" { try readRun(&open) } else { try readInline(&open) }
        case .compatibility where xml.name == "AlternateContent":
          try readAlternatives { reader throws(XMLDefect) in try reader.readInline(&open) }
        default: try xml.skip()
        }
      }
    }
  }

  private mutating func readInlineElement(_ open: inout OpenParagraph) throws(XMLDefect) {
    switch WordElement(xml.name) {
    case .r: try readRun(&open)
    case .pPr: try readProperties(&open)
    case .hyperlink, .smartTag, .rubyBase, .sdt, .sdtContent, .customXml, .dir, .bdo: try readInline(&open)
    case .fldSimple:
      traces.fields.append(.init(text: try xml.value("instr", .word) ?? "", place: place(open.index)))
      try readInline(&open)
    case .ins: try readChange(.insertion, &open)
    case .moveTo: try readChange(.moveTo, &open)
    case .del: try readChange(.deletion, &open)
    case .moveFrom: try readChange(.moveFrom, &open)
    case .bookmarkStart: try readBookmark(paragraph: open.index)
    default: try xml.skip()
    }
  }

  private mutating func readChange(
    _ kind: DocumentTraces.Change.Kind, _ open: inout OpenParagraph
  ) throws(XMLDefect) {
    try readChange(kind, paragraph: open.index) { reader throws(XMLDefect) in try reader.readInline(&open) }
  }

  /// `<w:pPr>`
  private mutating func readProperties(_ open: inout OpenParagraph) throws(XMLDefect) {
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start else { continue }
      guard xml.namespace == .word, let element = WordElement(xml.name) else {
        try xml.skip()
        continue
      }
      switch element {
      case .pStyle:
        open.style = try xml.value(.val, .word)
        open.isHidden = open.style.flatMap { styles[$0] }?.isHidden == true
      case .outlineLvl: open.outlineLevel = xml.number(.val, .word)
      case .numPr, .rPr: break
      case .ilvl: open.numberingLevel = xml.number(.val, .word)
      case .numId: open.numberingID = xml.number(.val, .word)
      case .sectPr: open.sectionEnd = try readSection(paragraph: open.index)
      case .ins: try noteChange(.insertion, paragraph: open.index)
      case .del: try noteChange(.deletion, paragraph: open.index)
      case .moveTo: try noteChange(.moveTo, paragraph: open.index)
      case .moveFrom: try noteChange(.moveFrom, paragraph: open.index)
      case .pPrChange, .rPrChange, .numberingChange: try noteChange(.formatting, paragraph: open.index)
      default: try xml.skip()
      }
    }
  }
}
