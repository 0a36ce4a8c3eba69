import Text

/// A heading with its place in the order.
public struct Heading: Hashable, Sendable {
  /// nil where it has none.
  public let number: HeadingNumber?
  /// Without its number and closing marks.
  public let title: String
  public init(number: HeadingNumber?, title: String) {
    self.number = number
    self.title = title
  }

  /// How many scalars it takes at the beginning of its paragraph.
  public var length: Int { (number?.length ?? 0) + title.unicodeScalars.count }
}

extension Heading {
  /// A heading of an outline, which is one from end to end.
  public init(reading text: String) {
    let number = HeadingNumber(of: text)
    let title = String(text.unicodeScalars.dropFirst(number?.length ?? 0))
    self.init(number: number, title: title.bare)
  }

  /// The heading that a paragraph is or begins with; nil where it is plain text.
  ///
  /// A number alone does not make one: its words must be short, up to a mark that ends a sentence or a colon.
  init?(of text: String) {
    guard let number = HeadingNumber(of: text) else { return nil }
    let rest = text.unicodeScalars.dropFirst(number.length)
    let title = String(rest.prefix { !$0.endsHeading }).droppingBlankEnds
    guard (1...40).contains(title.unicodeScalars.count) else { return nil }
    self.init(number: number, title: title)
  }
}

extension Heading {
  /// 1 项目概况: a number and a blank, and nothing but a title behind them.
  init?(ofChapter text: String) {
    let scalars = text.unicodeScalars.map(\.halfWidth)
    let digits = scalars.prefix { $0.isDigit }
    let rest = scalars.dropFirst(digits.count)
    let title = String(scalars: Array(rest)).droppingBlankEnds
    guard (1...2).contains(digits.count), let value = Int(String(scalars: Array(digits))), value > 0,
      rest.first?.isBlank == true, (2...20).contains(title.unicodeScalars.count),
      !title.unicodeScalars.contains(where: { $0.endsHeading || $0.isDigit })
    else { return nil }
    let length = scalars.count - rest.drop { $0.isBlank }.count
    self.init(number: HeadingNumber(.arabic, value, length: length), title: title)
  }
}

extension Unicode.Scalar {
  fileprivate var endsHeading: Bool {
    switch self {
    case "。", "：", ":", "；", ";", "，", ",", "！", "\n": true
    default: false
    }
  }
}
