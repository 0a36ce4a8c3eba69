/// A number that tells texts apart by their scalars in order, the same on every machine: the hash of Fowler, Noll and Vo
/// over scalars instead of bytes.
public struct ScalarDigest: Hashable, Sendable {
  /// Of what was added so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of nothing.
  public init() {}

  /// Takes one more scalar.
  public mutating func add(_ scalar: Unicode.Scalar) { value = (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
}
