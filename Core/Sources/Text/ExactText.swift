/// A text that is hashed and compared by its bytes: as a key sooner than `String`, which normalises whatever is not
/// ASCII.
public struct ExactText: Hashable, Sendable {
  /// As it was given: nothing is normalised.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (a: ExactText, b: ExactText) -> Bool { a.text.isExactly(b.text) }

  public func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
