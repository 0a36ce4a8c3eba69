/// A length on paper, counted in twips (1/1440 inch).
public struct Length: Hashable, Comparable, Sendable {
  public let twips: Int

  private init(twips: Int) { self.twips = twips }

  public static let zero = Length(twips: 0)

  public static func twips(_ twips: Int) -> Length { Length(twips: twips) }

  /// Points of 20 twips.
  public static func points(_ points: Int) -> Length { Length(twips: points * 20) }

  /// Millimetres, rounded to the nearest twip.
  public static func millimetres(_ millimetres: Int) -> Length {
    Length(twips: (millimetres * 14400 + (millimetres < 0 ? -127 : 127)) / 254)
  }

  public static func < (left: Length, right: Length) -> Bool { left.twips < right.twips }

  public static func + (left: Length, right: Length) -> Length { Length(twips: left.twips + right.twips) }

  public static func - (left: Length, right: Length) -> Length { Length(twips: left.twips - right.twips) }
}
