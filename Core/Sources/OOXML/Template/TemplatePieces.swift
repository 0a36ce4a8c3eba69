/// The elements of text of a paragraph, and what stands between them.
struct TemplatePieces {
  enum Part {
    case bytes(Range<Int>)
    case piece(Int)
    /// What has paragraphs of its own.
    case nested(TemplateNode)
  }

  private(set) var parts: [Part] = []
  /// nil for the end of a line and for a tab.
  private(set) var texts: [String?] = []
  private(set) var nodes: [Int: TemplateNode] = [:]
  private(set) var hasPicture = false
  private var position: Int

  init(_ paragraph: TemplateNode) {
    position = paragraph.start.upperBound
    for child in paragraph.children { add(child) }
    flush(to: paragraph.end.lowerBound)
  }

  private mutating func add(_ node: TemplateNode) {
    switch node.element {
    case .pPr, .rPr, .del, .moveFrom, .instrText: return
    case .t:
      flush(to: node.bytes.lowerBound)
      parts.append(.piece(texts.count))
      nodes[texts.count] = node
      texts.append(node.text)
      position = node.bytes.upperBound
    case .tab, .br, .cr, .ptab: texts.append(nil)
    case .drawing, .pict, .object:
      hasPicture = true
      for child in node.children { add(child) }
    case .p, .txbxContent:
      flush(to: node.bytes.lowerBound)
      parts.append(.nested(node))
      position = node.bytes.upperBound
    default:
      for child in node.children { add(child) }
    }
  }

  private mutating func flush(to end: Int) {
    if position < end { parts.append(.bytes(position..<end)) }
    position = end
  }
}
