/// A piece of a page, built into one buffer. Text is escaped by construction; markup is only ever made by elements.
public struct HTML: Sendable {
  /// UTF-8 markup.
  public private(set) var bytes: [UInt8]

  /// Nothing yet.
  public init() { bytes = [] }
  /// The pieces of a builder, one after another.
  public init(@HTMLBuilder _ content: () -> HTML) { self = content() }

  /// Text that shows as it is: & < > " and ' are escaped.
  public static func text(_ text: String) -> HTML {
    var html = HTML()
    html.append(escaping: text)
    return html
  }

  /// An element with its content. A nil attribute value leaves the attribute out; use `""` for a bare attribute.
  public static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    var html = HTML()
    html.open(name, attributes)
    html.append(content())
    html.append("</")
    html.append(name)
    html.append(">")
    return html
  }

  /// An element that has no content: input, br, meta, link, col, hr, img.
  public static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> HTML {
    var html = HTML()
    html.open(name, attributes)
    return html
  }

  /// Markup that this program built and kept: never what somebody typed.
  public static func kept(_ markup: String) -> HTML {
    var html = HTML()
    html.bytes = Array(markup.utf8)
    return html
  }

  /// Text inserted as written: only for what a program wrote, such as the doctype.
  public static func verbatim(_ markup: StaticString) -> HTML {
    var html = HTML()
    html.append(markup)
    return html
  }

  /// The markup as text, for tests and snapshots.
  public var markup: String { String(decoding: bytes, as: UTF8.self) }
  public var isEmpty: Bool { bytes.isEmpty }

  /// The same in no more memory than it takes, for what is kept: a piece that grew has room for as much again.
  public func trimmed() -> HTML {
    var html = HTML()
    html.bytes.reserveCapacity(bytes.count)
    html.bytes.append(contentsOf: bytes)
    return html
  }

  /// Puts another piece behind this one.
  public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    append("<")
    append(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      append(" ")
      append(attribute.name)
      append("=\"")
      append(escaping: value)
      append("\"")
    }
    append(">")
  }

  private mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for (index, byte) in buffer.enumerated() {
        let entity: StaticString
        switch byte {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        default: continue
        }
        bytes.append(contentsOf: buffer[start..<index])
        append(entity)
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }
}

/// One attribute of an element; left out when its value is nil.
public struct Attribute: Sendable {
  let name: StaticString
  let value: String?
  /// Left out where the value is nil, bare where it is `""`.
  public init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }
  /// A bare attribute that is there or not.
  public init(_ name: StaticString, when isPresent: Bool) {
    self.init(name, isPresent ? "" : nil)
  }
}

/// Puts pieces one after another.
@resultBuilder public enum HTMLBuilder {
  public static func buildExpression(_ html: HTML) -> HTML { html }
  /// A text among the pieces is escaped.
  public static func buildExpression(_ text: String) -> HTML { .text(text) }
  public static func buildPartialBlock(first: HTML) -> HTML { first }
  public static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
    // Consumed, so that the bytes grow in place instead of being copied with every piece.
    var html = accumulated
    html.append(next)
    return html
  }
  public static func buildBlock() -> HTML { HTML() }
  public static func buildArray(_ parts: [HTML]) -> HTML {
    var html = HTML()
    for part in parts { html.append(part) }
    return html
  }
  public static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
  public static func buildEither(first: HTML) -> HTML { first }
  public static func buildEither(second: HTML) -> HTML { second }
}
