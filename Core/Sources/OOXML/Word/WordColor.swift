/// A colour of 24 bits, 0xRRGGBB.
public struct WordColor: Hashable, Sendable {
  /// 0xRRGGBB.
  public let rgb: UInt32

  /// Of the number the lowest 24 bits count.
  public init(rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }
}
