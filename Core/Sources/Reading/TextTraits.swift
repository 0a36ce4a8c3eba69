/// What a text is, as far as finders leave texts out by it.
public struct TextTraits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No cell of a table.
  public static let prose = TextTraits(rawValue: 1)
  /// Not under a heading on what is to come.
  public static let noPlans = TextTraits(rawValue: 2)
  /// With a figure at least.
  public static let figure = TextTraits(rawValue: 4)
  /// With two figures at least.
  public static let twoFigures = TextTraits(rawValue: 8)
  /// With three figures at least.
  public static let threeFigures = TextTraits(rawValue: 16)
  /// With an amount that is bound to what it is said of.
  public static let amount = TextTraits(rawValue: 32)
}

/// A text that finders may leave out by what it is and by what it says.
public protocol SortedText: Sendable {
  /// All that it is; nothing where every finder looks at it.
  var traits: TextTraits { get }
  /// As it was written.
  var text: String { get }
  /// `text` scalar by scalar, full-width forms as the keyboard has them.
  var scalars: [Unicode.Scalar] { get }
}

extension SortedText {
  /// None: every finder looks at it.
  public var traits: TextTraits { [] }
}

extension PassageStatements: SortedText {
  public var text: String { passage.passage.text }
  public var scalars: [Unicode.Scalar] { passage.scalars }
  public var traits: TextTraits {
    var traits: TextTraits = []
    if passage.passage.role != .cell { traits.insert(.prose) }
    if !passage.isAboutPlans { traits.insert(.noPlans) }
    if passage.figures.count >= 1 { traits.insert(.figure) }
    if passage.figures.count >= 2 { traits.insert(.twoFigures) }
    if passage.figures.count >= 3 { traits.insert(.threeFigures) }
    if !amounts.isEmpty { traits.insert(.amount) }
    return traits
  }
}
