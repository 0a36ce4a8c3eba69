/// A colour of 24 bits, 0xRRGGBB.
public struct WordColor: Hashable, Sendable {
  public let rgb: UInt32

  public init(rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  public static let black = WordColor(rgb: 0)
}
