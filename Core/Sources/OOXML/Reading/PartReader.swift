/// Reads the blocks of one part and notes what else it comes across.
struct PartReader {
  let part: String
  let styles: WordStyles
  /// Names of parts by relationship.
  let targets: [String: String]
  var xml: XMLReader
  var numbering: Numbering
  var traces = DocumentTraces()
  var paragraphCount = 0
  var tableCount = 0
  /// The fields around the place that is read.
  var openFields: [OpenField] = []
  /// How many of them are still in their instructions.
  var openInstructions = 0
  /// The tracked insertions and deletions around the place that is read.
  var openChanges: [OpenChange] = []

  struct OpenField {
    var instruction: [UInt8] = []
    var isInInstruction = true
  }

  struct OpenChange {
    let kind: DocumentTraces.Change.Kind
    var text: [UInt8] = []
  }

  init(part: String, xml: XMLReader, styles: WordStyles, numbering: Numbering, targets: [String: String]) {
    self.part = part
    self.xml = xml
    self.styles = styles
    self.numbering = numbering
    self.targets = targets
  }

  /// The blocks inside the root of the part.
  mutating func read() throws(XMLDefect) -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    while true {
      switch try xml.next() {
      case .start: try readBlocks(into: &blocks)
      case .finished: return blocks
      case .text, .end: break
      }
    }
  }

  /// The blocks inside the element that just started, up to its end.
  mutating func readBlocks(into blocks: inout [SourceBlock]) throws(XMLDefect) {
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start: try readBlock(into: &blocks)
      }
    }
  }

  mutating func readBlock(into blocks: inout [SourceBlock]) throws(XMLDefect) {
    switch xml.namespace {
    case .word: break
    case .compatibility where xml.name == "AlternateContent":
      try readAlternatives { reader throws(XMLDefect) in try reader.readBlocks(into: &blocks) }
      return
    default:
      try xml.skip()
      return
    }
    switch WordElement(xml.name) {
    case .p: try readParagraph(into: &blocks)
    case .tbl: blocks.append(.table(try readTable()))
    case .body, .sdt, .sdtContent, .customXml, .footnote, .endnote: try readBlocks(into: &blocks)
    case .ins: try readChange(.insertion) { reader throws(XMLDefect) in try reader.readBlocks(into: &blocks) }
    case .moveTo: try readChange(.moveTo) { reader throws(XMLDefect) in try reader.readBlocks(into: &blocks) }
    case .del: try readChange(.deletion) { reader throws(XMLDefect) in try reader.readBlocks(into: &blocks) }
    case .moveFrom: try readChange(.moveFrom) { reader throws(XMLDefect) in try reader.readBlocks(into: &blocks) }
    case .comment: try readComment(into: &blocks)
    case .sectPr: blocks.append(.sectionEnd(try readSection()))
    case .bookmarkStart: try readBookmark(paragraph: nil)
    default: try xml.skip()
    }
  }

  /// Of several forms of one content the first that a modern program would choose.
  mutating func readAlternatives(_ read: (inout PartReader) throws(XMLDefect) -> Void) throws(XMLDefect) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .end, .finished: return
      case .text: break
      case .start:
        if isRead || xml.namespace != .compatibility {
          try xml.skip()
        } else {
          isRead = true
          try read(&self)
        }
      }
    }
  }

  /// A tracked change with the text that is met inside of it.
  mutating func readChange(
    _ kind: DocumentTraces.Change.Kind, paragraph: Int? = nil,
    _ read: (inout PartReader) throws(XMLDefect) -> Void
  ) throws(XMLDefect) {
    let author = try xml.value(.author, .word) ?? ""
    let date = try xml.value(.date, .word) ?? ""
    openChanges.append(OpenChange(kind: kind))
    try read(&self)
    let text = String(decoding: openChanges.removeLast().text, as: UTF8.self)
    traces.changes.append(
      DocumentTraces.Change(kind: kind, author: author, date: date, text: text, place: place(paragraph)))
  }

  /// A change of properties, or of a mark or row that carries no text of its own.
  mutating func noteChange(_ kind: DocumentTraces.Change.Kind, paragraph: Int?) throws(XMLDefect) {
    try readChange(kind, paragraph: paragraph) { reader throws(XMLDefect) in try reader.xml.skip() }
  }

  mutating func readBookmark(paragraph: Int?) throws(XMLDefect) {
    traces.bookmarks.append(.init(text: try xml.value("name", .word) ?? "", place: place(paragraph)))
    try xml.skip()
  }

  private mutating func readComment(into blocks: inout [SourceBlock]) throws(XMLDefect) {
    let author = try xml.value(.author, .word) ?? ""
    let date = try xml.value(.date, .word) ?? ""
    var own: [SourceBlock] = []
    try readBlocks(into: &own)
    let text = own.paragraphs.map(\.text).joined(separator: "\n")
    let place = place(own.paragraphs.first?.index)
    traces.comments.append(.init(author: author, date: date, text: text, place: place))
    blocks += own
  }

  func place(_ paragraph: Int?) -> SourcePlace { SourcePlace(part: part, paragraph: paragraph) }
}
