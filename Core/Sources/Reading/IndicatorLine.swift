public import Evaluation
public import Figures
import Text

/// One third-level indicator: its place in the tree, what is written, and what it means.
public final class IndicatorLine: Sendable, Identifiable {
  /// The row of its cells' addresses.
  public let id: String
  /// The second level that it stands under.
  public let node: IndicatorTree.Node
  /// The first level that it stands under.
  public let group: IndicatorTree.Group
  /// As shown; empty while it has none.
  public let name: String
  /// With the sign and the unit, also where these stand in columns of their own.
  public let targetText: String
  /// With the unit, also where that stands in a column of its own.
  public let actualText: String
  /// The number of the goal that it serves; nil on forms without several goals.
  public let goal: Int?
  /// What `targetText` says.
  public let target: IndicatorValue
  /// What `actualText` says.
  public let actual: IndicatorValue
  /// What it is worth; nil where the cell is blank or no number.
  public let points: Figure?
  /// What the unit gave itself; nil where the cell is blank or no number.
  public let score: Figure?
  /// Why the actual value differs; empty where none is given or the form has no column for it.
  public let reason: String
  /// The form has a column for reasons; without one they are told elsewhere.
  public let takesReasons: Bool
  /// What the policy's scoring rule says.
  public let advice: ScoreAdvice?
  /// Nothing at all is filled in.
  public let isBlank: Bool
  /// Says that the second-level indicator does not concern the unit: worth nothing, or 无 from end to end.
  public let isNotConcerned: Bool
  /// Nothing but what the form prints for rows to come: 指标2：, ……
  public let isPrinted: Bool
  /// Filled in and worth something, or its points are still to come.
  public var counts: Bool { !isBlank && !isNotConcerned && !isPrinted }
  private let sheet: String

  init(
    _ id: String, _ node: IndicatorTree.Node, _ group: IndicatorTree.Group, on sheet: CalculatedSheet
  ) {
    self.id = id
    self.node = node
    self.group = group
    self.sheet = sheet.layout.sheet.id
    name = sheet.text(id, IndicatorColumn.name.rawValue)
    let parts = IndicatorParts(of: id, on: sheet.layout.sheet)
    targetText = parts.written(sheet.text(id, IndicatorColumn.target.rawValue), in: .target)
    actualText = parts.written(sheet.text(id, IndicatorColumn.actual.rawValue), in: .actual)
    goal = Int(sheet.text(id, IndicatorColumn.goal.rawValue))
    // Where a form has no column of scores, nothing has asked yet what its values say.
    let isScored = sheet.layout.definition(of: id, IndicatorColumn.score.rawValue) != nil
    target = isScored ? sheet.meaning(id, IndicatorColumn.target.rawValue) : IndicatorValue(reading: targetText)
    actual = isScored ? sheet.meaning(id, IndicatorColumn.actual.rawValue) : IndicatorValue(reading: actualText)
    takesReasons = sheet.layout.definition(of: id, IndicatorColumn.reason.rawValue) != nil
    points = sheet.figure(id, IndicatorColumn.points.rawValue)
    score = sheet.figure(id, IndicatorColumn.score.rawValue)
    reason = sheet.text(id, IndicatorColumn.reason.rawValue)
    advice = sheet.advice(id, IndicatorColumn.score.rawValue)
    let isBlank =
      name.isEmpty && targetText.isEmpty && actualText.isEmpty && points == nil && score == nil && reason.isEmpty
    self.isBlank = isBlank
    let own = name.withoutPrintedNumber
    isPrinted = name.isPrintedForIndicator && targetText.isEmpty && actualText.isEmpty && points == nil && score == nil
    isNotConcerned =
      points.map(\.isZero)
      ?? (!isBlank && !isPrinted && score == nil && target == .void && actual == .void
        && IndicatorValue(reading: own) == .void)
  }

  /// Whether or not the form has the column.
  public func address(_ column: IndicatorColumn) -> CellAddress { CellAddress(sheet, id, column.rawValue) }

  /// How messages call it: its name, cut where it is a whole sentence, or the second level's where it has none.
  public var title: String {
    if name.isEmpty { return "\(node.label.filter { !$0.isWhitespace })（未填名称）" }
    return name.count > 30 ? "\(name.prefix(28))…" : name
  }
}

extension String {
  /// 指标2： or ……: a form prints it for an indicator that is still to be written.
  var isPrintedForIndicator: Bool {
    let own = withoutPrintedNumber
    return own != self && own.isBlank
  }

  /// Without the 指标1： of the form, and without the dots that it prints for more of them.
  fileprivate var withoutPrintedNumber: String {
    let words = halfWidthScalars
    if words.allSatisfy({ $0 == "…" || $0 == "." }), !words.isEmpty { return "" }
    guard let colon = words.firstIndex(of: ":"), String(scalars: Array(words[..<colon])).begins(with: "指标"),
      words[..<colon].dropFirst(2).allSatisfy({ ("0"..."9").contains($0) || $0.isBlank })
    else { return self }
    return String(scalars: Array(unicodeScalars.dropFirst(colon + 1))).droppingBlankEnds
  }
}
