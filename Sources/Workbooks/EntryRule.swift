/// What may be typed into a cell, and what the program says when it is something else.
public struct EntryRule: Hashable, Sendable {
  /// What can be typed.
  public enum Kind: Hashable, Sendable {
    /// One of a list, which the program offers.
    case choices([String])
    case whole(ClosedRange<Double>)
    case decimal(ClosedRange<Double>)
    /// At most so many characters; the program asks before it takes more.
    case length(Int)
  }
  /// Of what kind it must be.
  public let kind: Kind
  /// What the program says then; cut at 255 characters.
  public let message: String
  public init(_ kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }
}
