/// A strict pull parser for the XML of office files: no document type, no entities of its own, bounded depth.
struct XMLReader {
  enum Event { case start, end, text, finished }

  struct Attribute {
    fileprivate(set) var namespace = XMLNamespace.none
    let name: XMLName
    let prefix: XMLName
    /// Of the whole name, with its prefix.
    let nameBytes: Range<Int>
    let value: Range<Int>
    /// False if the bytes of the value are the value.
    let needsDecoding: Bool
  }

  static let depthLimit = 200
  private static let attributeLimit = 64

  let bytes: [UInt8]
  /// Where the event begins.
  private(set) var eventStart = 0
  /// Where reading goes on.
  var position = 0
  /// The element that starts or ends.
  private(set) var namespace = XMLNamespace.none
  private(set) var name = XMLName()
  /// Of the element that starts.
  private(set) var attributes: [Attribute] = []
  /// The bytes of the text.
  var text = 0..<0
  /// False if the bytes of the text are the text.
  var textNeedsDecoding = false

  private var open: [(name: Range<Int>, bindings: Int)] = []
  private var namespaces = XMLNamespaces()
  private var isEmptyElement = false
  private var hasRoot = false

  init(_ bytes: [UInt8]) throws(XMLDefect) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .encoding }
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try declaration()
  }

  /// The bytes of the name of the innermost element, with its prefix.
  var elementName: Range<Int> { open.last?.name ?? 0..<0 }

  /// How many elements are open.
  var depth: Int { open.count }

  mutating func next() throws(XMLDefect) -> Event {
    eventStart = position
    if isEmptyElement {
      isEmptyElement = false
      close()
      return .end
    }
    while position < bytes.count {
      eventStart = position
      guard bytes[position] == UInt8(ascii: "<") else {
        try characters(inside: !open.isEmpty)
        if open.isEmpty { continue }
        return .text
      }
      switch byte(after: 1) {
      case UInt8(ascii: "/"):
        try endTag()
        return .end
      case UInt8(ascii: "?"): try skipInstruction()
      case UInt8(ascii: "!"):
        if try markedSection(inside: !open.isEmpty) { return .text }
      default:
        try startTag()
        return .start
      }
    }
    guard open.isEmpty, hasRoot else { throw .truncated }
    return .finished
  }

  /// Passes over the rest of the element that just started.
  mutating func skip() throws(XMLDefect) {
    let outer = open.count - 1
    while open.count > outer { if try next() == .finished { return } }
  }

  /// The byte so far ahead, or 0 behind the end.
  func byte(after distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  private mutating func close() {
    namespaces.unbind(to: open.removeLast().bindings)
  }

  private mutating func endTag() throws(XMLDefect) {
    guard let element = open.last else { throw .malformed(position) }
    let end = position + 2 + element.name.count
    guard end < bytes.count else { throw .truncated }
    for offset in 0..<element.name.count where bytes[position + 2 + offset] != bytes[element.name.lowerBound + offset] {
      throw .malformed(position)
    }
    position = end
    skipSpace()
    guard byte(after: 0) == UInt8(ascii: ">") else { throw .malformed(position) }
    position += 1
    close()
  }

  private mutating func startTag() throws(XMLDefect) {
    guard !hasRoot || !open.isEmpty else { throw .malformed(position) }
    guard open.count < Self.depthLimit else { throw .excessive(position) }
    hasRoot = true
    position += 1
    let start = position
    let (prefix, local) = try qualifiedName()
    let nameBytes = start..<position
    let bindings = namespaces.count
    try readAttributes()
    open.append((nameBytes, bindings))
    name = local
    guard let namespace = namespaces.namespace(of: prefix) else { throw .malformed(start) }
    self.namespace = namespace
    try resolveAttributes()
  }

  /// Up to the end of the start tag.
  private mutating func readAttributes() throws(XMLDefect) {
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    while true {
      let hadSpace = skipSpace()
      switch byte(after: 0) {
      case UInt8(ascii: ">"):
        position += 1
        return
      case UInt8(ascii: "/"):
        guard byte(after: 1) == UInt8(ascii: ">") else { throw .malformed(position) }
        position += 2
        isEmptyElement = true
        return
      default:
        guard position < bytes.count else { throw .truncated }
        guard hadSpace else { throw .malformed(position) }
        guard attributes.count < Self.attributeLimit else { throw .excessive(position) }
        try attribute()
      }
    }
  }

  private mutating func attribute() throws(XMLDefect) {
    let start = position
    let (prefix, local) = try qualifiedName()
    let nameBytes = start..<position
    skipSpace()
    guard byte(after: 0) == UInt8(ascii: "=") else { throw .malformed(position) }
    position += 1
    skipSpace()
    let (value, needsDecoding) = try quoted()
    if prefix == .xmlns || (prefix.count == 0 && local == .xmlns) {
      let uri = try decoded(value, needsDecoding: needsDecoding)
      guard local.isWhole else { throw .excessive(start) }
      guard namespaces.bind(prefix.count == 0 ? XMLName() : local, to: uri) else { throw .excessive(start) }
    } else {
      attributes.append(
        Attribute(name: local, prefix: prefix, nameBytes: nameBytes, value: value, needsDecoding: needsDecoding))
    }
  }

  private mutating func resolveAttributes() throws(XMLDefect) {
    for index in attributes.indices {
      let attribute = attributes[index]
      if attribute.prefix.count > 0 {
        guard let namespace = namespaces.namespace(of: attribute.prefix) else {
          throw .malformed(attribute.nameBytes.lowerBound)
        }
        attributes[index].namespace = namespace
      }
      for earlier in attributes[..<index] where earlier.name == attribute.name {
        guard earlier.prefix != attribute.prefix || bytes[earlier.nameBytes] != bytes[attribute.nameBytes] else {
          throw .malformed(attribute.nameBytes.lowerBound)
        }
      }
    }
  }
}
