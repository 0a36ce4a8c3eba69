import Text

/// What a label says, with a number that tells most words apart: comparing and hashing by it spares the normalising
/// that `String` does for every text that is not ASCII.
struct LabelWord: Hashable, Sendable {
  let text: String
  private let inOrder: ScalarDigest
  /// The same for the same scalars in another order, and seldom for others.
  let inAnyOrder: UInt64

  init(_ text: String) {
    self.text = text
    var (inOrder, inAnyOrder) = (ScalarDigest(), UInt64(0))
    for scalar in text.unicodeScalars {
      inOrder.add(scalar)
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
