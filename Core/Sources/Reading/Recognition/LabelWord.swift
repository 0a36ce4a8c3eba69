import Text

/// What a label says, with a number that tells most words apart: comparing and hashing by it spares the normalising
/// that `String` does for every text that is not ASCII.
struct LabelWord: Hashable, Sendable {
  let text: String
  private let inOrder: UInt64
  /// The same for the same scalars in another order, and seldom for others.
  let inAnyOrder: UInt64

  init(_ text: String) {
    self.text = text
    var (inOrder, inAnyOrder): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0)
    for scalar in text.unicodeScalars {
      // As the hash of Fowler, Noll and Vo, over scalars instead of bytes.
      inOrder = (inOrder ^ UInt64(scalar.value)) &* 0x100_0000_01b3
      inAnyOrder &+= UInt64(scalar.value) &* UInt64(scalar.value) &+ 1 << 48
    }
    (self.inOrder, self.inAnyOrder) = (inOrder, inAnyOrder)
  }

  static func == (a: LabelWord, b: LabelWord) -> Bool {
    a.inOrder == b.inOrder && a.text.isExactly(b.text)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(inOrder) }

  /// May hold the same scalars in another order.
  func mayBeTurned(_ other: LabelWord) -> Bool { inAnyOrder == other.inAnyOrder }
}
