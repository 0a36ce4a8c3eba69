/// An element of a part with the bytes that it stands in.
struct TemplateNode {
  /// nil outside of the main namespace, and for elements that no reader knows.
  let element: WordElement?
  /// Without its prefix.
  let name: XMLName
  /// The start tag, or all of an element without content.
  let start: Range<Int>
  /// The end tag; empty where there is none.
  var end: Range<Int>
  /// The prefix of its name with the colon.
  let prefix: Range<Int>
  /// Attributes that tell this very element from all others.
  let identities: [Range<Int>]
  /// A cell that begins a merged one.
  let isRestart: Bool
  var children: [TemplateNode] = []
  /// Of `<w:t>`.
  var text = ""
  /// Some text within has a brace.
  var hasBraces = false

  var bytes: Range<Int> { start.lowerBound..<end.upperBound }

  /// The root element of a part.
  static func root(of part: [UInt8]) throws(XMLDefect) -> TemplateNode {
    var xml = try XMLReader(part)
    var open: [TemplateNode] = []
    var text: [UInt8] = []
    while true {
      switch try xml.next() {
      case .start:
        open.append(TemplateNode(opening: xml))
        text.removeAll(keepingCapacity: true)
      case .text:
        if open.last?.element == .t { try xml.appendText(to: &text) }
      case .end:
        guard var node = open.popLast() else { throw .malformed(xml.position) }
        node.end = xml.eventStart..<xml.position
        if node.element == .t {
          node.text = String(decoding: text, as: UTF8.self)
          node.hasBraces = node.text.unicodeScalars.contains { TemplateScanner.isBrace($0) }
        }
        guard !open.isEmpty else { return node }
        open[open.count - 1].hasBraces = open[open.count - 1].hasBraces || node.hasBraces
        open[open.count - 1].children.append(node)
      case .finished: throw .truncated
      }
    }
  }

  private init(opening xml: XMLReader) {
    element = xml.namespace == .word ? WordElement(xml.name) : nil
    name = xml.name
    start = xml.eventStart..<xml.position
    end = xml.position..<xml.position
    let whole = xml.elementName
    let colon = xml.bytes[whole].firstIndex(of: UInt8(ascii: ":"))
    prefix = whole.lowerBound..<(colon.map { $0 + 1 } ?? whole.lowerBound)
    identities = xml.attributes.filter { $0.name == "paraId" || $0.name == "textId" }.map {
      // With its closing quotation mark.
      $0.nameBytes.lowerBound..<($0.value.upperBound + 1)
    }
    isRestart = element == .vMerge && xml.equals(.val, .word, "restart")
  }

  /// What must not stand twice: bookmarks and the like, and marks of identity.
  var uniqueBytes: [Range<Int>] {
    switch element {
    case .bookmarkStart, .bookmarkEnd, .permStart, .permEnd: [bytes]
    default: identities + children.flatMap(\.uniqueBytes)
    }
  }

  func child(_ element: WordElement) -> TemplateNode? { children.first { $0.element == element } }
}
