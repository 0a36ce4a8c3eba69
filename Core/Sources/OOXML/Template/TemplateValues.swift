/// What the placeholders of a template are to be replaced by.
public struct TemplateValues: Sendable {
  /// By the fields' keys; what is missing is blank.
  public var texts: [String: TemplateText]
  /// By the lists' keys.
  public var lists: [String: [TemplateValues]]

  public init(texts: [String: TemplateText] = [:], lists: [String: [TemplateValues]] = [:]) {
    self.texts = texts
    self.lists = lists
  }
}

/// A text of one line or more.
public struct TemplateText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// One paragraph, where a placeholder stands alone in its own.
  public struct Line: Hashable, Sendable {
    /// Without a line end.
    public let text: String
    /// 0 for running text, from 1 on for headings.
    public let level: Int

    public init(_ text: String, level: Int = 0) {
      self.text = text
      self.level = level
    }
  }

  public let lines: [Line]

  /// Lines with levels of their own.
  public init(_ lines: [Line]) { self.lines = lines }

  /// A line for each line of the text.
  public init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Line(String($0)) }
  }

  public init(stringLiteral value: String) { self.init(value) }

  /// All of it, the lines below one another.
  public var joined: String { lines.map(\.text).joined(separator: "\n") }

  /// Nothing but blanks in all lines.
  public var isBlank: Bool { lines.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
