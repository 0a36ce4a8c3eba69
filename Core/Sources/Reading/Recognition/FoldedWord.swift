/// A word that is compared by its bytes, and hashed once.
struct FoldedWord: Hashable {
  let text: String
  private let digest: UInt64

  init(_ text: String) {
    self.text = text
    digest = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  var isEmpty: Bool { text.isEmpty }

  static func == (a: FoldedWord, b: FoldedWord) -> Bool {
    a.digest == b.digest && a.text.utf8.elementsEqual(b.text.utf8)
  }
  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
