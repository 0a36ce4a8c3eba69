/// How a cell looks and whether it can be changed on a protected worksheet.
public struct EntryStyle: Hashable, Sendable {
  /// Where text stands between the sides of the cell.
  public enum Alignment: Hashable, Sendable { case left, center, right }
  /// The colour behind the text.
  public enum Shade: Hashable, Sendable {
    case none
    /// Captions.
    case heading
    /// What is worked out.
    case computed
  }

  /// nil leaves it to the program: texts to the left, numbers to the right.
  public var alignment: Alignment?
  /// Text begins at the top of the cell instead of standing in its middle.
  public var isAtTop = false
  /// In steps from the left.
  public var indent = 0
  public var isBold = false
  /// In points.
  public var size: Double = 10
  /// A thin line on every side.
  public var hasBorder = false
  public var shade = Shade.none
  /// Only on a protected worksheet is it felt.
  public var isLocked = true
  /// "0.00", "@"; empty for the general one.
  public var format = ""

  /// The plain look: unshaded, without border, locked.
  public init() {}
}
