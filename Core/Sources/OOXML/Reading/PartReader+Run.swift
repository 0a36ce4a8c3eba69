extension PartReader {
  /// What of a run has been read so far.
  struct OpenRun {
    let start: Int
    /// Where in the paragraph its text begins, that of runs inside of it not counted.
    var textStart: Int
    let index: Int
    var isBold = false
    var isHidden = false
    /// Text that is not shown.
    var hidden: [UInt8] = []
  }

  /// `<w:r>`
  mutating func readRun(_ open: inout OpenParagraph) throws(XMLDefect) {
    var run = OpenRun(start: xml.eventStart, textStart: open.text.count, index: open.runCount)
    run.isHidden = open.isHidden
    open.runCount += 1
    try readRunContent(&run, &open)
    if !run.hidden.isEmpty {
      traces.hiddenTexts.append(.init(text: String(decoding: run.hidden, as: UTF8.self), place: place(open.index)))
    }
    close(run, &open)
  }

  /// Adds the run with the text it got since the last time, if any.
  private func close(_ run: OpenRun, _ open: inout OpenParagraph) {
    guard open.text.count > run.textStart else { return }
    open.runs.append(
      SourceRun(
        index: run.index, range: run.textStart..<open.text.count, bytes: run.start..<xml.position, isBold: run.isBold))
  }

  private mutating func readRunContent(_ run: inout OpenRun, _ open: inout OpenParagraph) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        switch xml.namespace {
        case .word: try readRunElement(&run, &open)
        case .math where xml.name == "t": try readText(&run, &open)
        case .compatibility where xml.name == "AlternateContent":
          try readAlternatives { reader throws(XMLDefect) in try reader.readRunContent(&run, &open) }
        default: try xml.skip()
        }
      }
    }
  }

  private mutating func readRunElement(_ run: inout OpenRun, _ open: inout OpenParagraph) throws(XMLDefect) {
    switch WordElement(xml.name) {
    case .t, .delText: try readText(&run, &open)
    case .rPr: try readProperties(&run, &open)
    case .instrText:
      let outer = xml.depth - 1
      while xml.depth > outer {
        if try xml.next() == .text, !openFields.isEmpty {
          try xml.appendText(to: &openFields[openFields.count - 1].instruction)
        }
      }
    case .fldChar: try readFieldMark(open.index)
    case .ruby:
      close(run, &open)
      try readInline(&open)
      run.textStart = open.text.count
    case .drawing, .pict, .object:
      var names: [String] = []
      try readDrawing(&open, &names)
    case .br: try readBreak(&run, &open)
    case .tab, .ptab: try readSign("\t", &run, &open)
    case .cr: try readSign("\n", &run, &open)
    case .noBreakHyphen: try readSign("\u{2011}", &run, &open)
    case .softHyphen: try readSign("\u{AD}", &run, &open)
    case .sym: try readSign(try symbol(), &run, &open)
    default: try xml.skip()
    }
  }

  /// `<w:t>` and the like.
  private mutating func readText(_ run: inout OpenRun, _ open: inout OpenParagraph) throws(XMLDefect) {
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .text else { continue }
      let start = open.text.count
      try xml.appendText(to: &open.text)
      settle(start, &run, &open)
    }
  }

  private mutating func readSign(
    _ sign: StaticString, _ run: inout OpenRun, _ open: inout OpenParagraph
  ) throws(XMLDefect) {
    let start = open.text.count
    open.text.append(contentsOf: UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
    settle(start, &run, &open)
    try xml.skip()
  }

  /// Programs write a deletion within an insertion; of more changes around one another only the inner ones are told the
  /// text, which otherwise would be kept as often as they are many.
  private static let changesKept = 4

  /// Decides where text that was just read belongs: shown, hidden, deleted, or part of an instruction.
  private mutating func settle(_ start: Int, _ run: inout OpenRun, _ open: inout OpenParagraph) {
    if openChanges.isEmpty, openFields.isEmpty, !run.isHidden { return }
    let text = open.text[start...]
    for index in openChanges.indices.suffix(Self.changesKept) { openChanges[index].text += text }
    let isDeleted = openChanges.contains { $0.kind == .deletion || $0.kind == .moveFrom }
    if run.isHidden, !isDeleted { run.hidden += text }
    if run.isHidden || isDeleted || openInstructions > 0 { open.text.removeSubrange(start...) }
  }

  private mutating func readBreak(_ run: inout OpenRun, _ open: inout OpenParagraph) throws(XMLDefect) {
    if xml.equals(.type, .word, "page") || xml.equals(.type, .word, "column") {
      try xml.skip()
    } else {
      try readSign("\n", &run, &open)
    }
  }

  /// Check boxes as their characters; other signs of symbol fonts have none.
  private func symbol() throws(XMLDefect) -> StaticString {
    let font = try xml.value("font", .word) ?? ""
    let code = try xml.value("char", .word)?.uppercased() ?? ""
    guard font.hasPrefix("Wingdings") else { return "\u{FFFC}" }
    return switch (font, code) {
    case ("Wingdings", "F0FE"), ("Wingdings 2", "F052"): "☑"
    case ("Wingdings", "F0FC"), ("Wingdings 2", "F050"): "✓"
    case ("Wingdings", "F0FD"), ("Wingdings 2", "F054"): "☒"
    case ("Wingdings", "F0A8"), ("Wingdings", "F06F"), ("Wingdings", "F071"), ("Wingdings 2", "F0A3"): "□"
    default: "\u{FFFC}"
    }
  }

  private mutating func readFieldMark(_ paragraph: Int) throws(XMLDefect) {
    if xml.equals("fldCharType", .word, "begin") {
      openFields.append(OpenField())
      openInstructions += 1
    } else if xml.equals("fldCharType", .word, "separate"), openFields.last?.isInInstruction == true {
      openFields[openFields.count - 1].isInInstruction = false
      openInstructions -= 1
    } else if xml.equals("fldCharType", .word, "end"), let field = openFields.popLast() {
      if field.isInInstruction { openInstructions -= 1 }
      let instruction = String(decoding: field.instruction, as: UTF8.self)
      traces.fields.append(.init(text: instruction, place: place(paragraph)))
    }
    try xml.skip()
  }

  /// `<w:rPr>`
  private mutating func readProperties(_ run: inout OpenRun, _ open: inout OpenParagraph) throws(XMLDefect) {
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .b: run.isBold = xml.isOn
      case .vanish: run.isHidden = xml.isOn
      case .rStyle:
        if let id = try xml.value(.val, .word), styles[id]?.isHidden == true { run.isHidden = true }
      case .rPrChange: try noteChange(.formatting, paragraph: open.index)
      default: break
      }
    }
  }

  /// A drawing: pictures are noted, text boxes are read. `names` are what it is called so far.
  private mutating func readDrawing(_ open: inout OpenParagraph, _ names: inout [String]) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        if xml.namespace == .word, WordElement(xml.name) == .txbxContent {
          try readBlocks(into: &open.boxes)
        } else if xml.namespace == .compatibility, xml.name == "AlternateContent" {
          try readAlternatives { reader throws(XMLDefect) in try reader.readDrawing(&open, &names) }
        } else {
          try readNames(into: &names)
          if xml.name == "blip" || xml.name == "imagedata" {
            traces.pictures.append(.init(text: names.joined(separator: " "), place: place(open.index)))
          }
          try readDrawing(&open, &names)
        }
      }
    }
  }

  /// What the element that just started calls a picture; each name once.
  private func readNames(into names: inout [String]) throws(XMLDefect) {
    let attributes: [XMLName] =
      switch xml.name {
      case "docPr", "cNvPr": ["name", "descr", "title"]
      case "shape", "rect", "imagedata": ["alt", "title"]
      default: []
      }
    for attribute in attributes {
      if let name = try xml.value(attribute), !name.isEmpty, !names.contains(name) { names.append(name) }
    }
  }
}
