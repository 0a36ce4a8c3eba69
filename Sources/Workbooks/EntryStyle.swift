/// How a cell looks and whether it can be changed on a protected worksheet.
public struct EntryStyle: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case left, center, right }
  public enum Shade: Hashable, Sendable {
    case none
    /// Captions.
    case heading
    /// What is worked out.
    case computed
  }

  public var alignment: Alignment?
  /// Text begins at the top of the cell instead of standing in its middle.
  public var isAtTop = false
  /// In steps from the left.
  public var indent = 0
  public var isBold = false
  /// In points.
  public var size: Double = 10
  public var hasBorder = false
  public var shade = Shade.none
  public var isLocked = true
  /// "0.00", "@"; empty for the general one.
  public var format = ""

  public init() {}
}
