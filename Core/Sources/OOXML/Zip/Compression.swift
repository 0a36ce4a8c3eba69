/// How the entries of a zip file are packed.
public enum Compression: Hashable, Sendable {
  /// Bytes as they are.
  case stored
  /// Deflate with a level from 1 (fast) to 9 (small); other levels are brought into that range.
  case deflated(level: Int)

  /// What documents are written with when nothing else is asked for.
  public static let standard = Compression.deflated(level: 6)
}
