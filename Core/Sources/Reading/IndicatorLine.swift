public import Evaluation
public import Figures

/// One third-level indicator: its place in the tree, what is written, and what it means.
public final class IndicatorLine: Sendable, Identifiable {
  public let id: String
  public let node: IndicatorTree.Node
  public let group: IndicatorTree.Group
  public let name: String
  public let targetText: String
  public let actualText: String
  public let target: IndicatorValue
  public let actual: IndicatorValue
  public let points: Figure?
  public let score: Figure?
  public let reason: String
  /// The form has a column for reasons; without one they are told elsewhere.
  public let takesReasons: Bool
  /// What the policy's scoring rule says.
  public let advice: ScoreAdvice?
  /// Nothing at all is filled in.
  public let isBlank: Bool
  /// Says that the second-level indicator does not concern the unit: worth nothing, or 无 from end to end.
  public let isNotConcerned: Bool
  /// Filled in and worth something, or its points are still to come.
  public var counts: Bool { !isBlank && !isNotConcerned }
  private let sheet: String

  init(
    _ id: String, _ node: IndicatorTree.Node, _ group: IndicatorTree.Group, on sheet: String,
    in calculation: Calculation
  ) {
    func address(_ column: IndicatorColumn) -> CellAddress { CellAddress(sheet, id, column.rawValue) }
    self.id = id
    self.node = node
    self.group = group
    self.sheet = sheet
    name = calculation.text(at: address(.name))
    targetText = calculation.text(at: address(.target))
    actualText = calculation.text(at: address(.actual))
    // Where a form has no column of scores, nothing has asked yet what its values say.
    let isScored = calculation.definition(at: address(.score)) != nil
    target = isScored ? calculation.meaning(at: address(.target)) : IndicatorValue(reading: targetText)
    actual = isScored ? calculation.meaning(at: address(.actual)) : IndicatorValue(reading: actualText)
    takesReasons = calculation.definition(at: address(.reason)) != nil
    points = calculation.figure(at: address(.points))
    score = calculation.figure(at: address(.score))
    reason = calculation.text(at: address(.reason))
    advice = calculation.advice(at: address(.score))
    let isBlank =
      name.isEmpty && targetText.isEmpty && actualText.isEmpty && points == nil && score == nil && reason.isEmpty
    self.isBlank = isBlank
    isNotConcerned =
      points.map(\.isZero)
      ?? (!isBlank && score == nil && target == .void && actual == .void && IndicatorValue(reading: name) == .void)
  }

  public func address(_ column: IndicatorColumn) -> CellAddress { CellAddress(sheet, id, column.rawValue) }

  /// How messages call it: its name, cut where it is a whole sentence, or the second level's where it has none.
  public var title: String {
    if name.isEmpty { return "\(node.label.filter { !$0.isWhitespace })（未填名称）" }
    return name.count > 30 ? "\(name.prefix(28))…" : name
  }
}
