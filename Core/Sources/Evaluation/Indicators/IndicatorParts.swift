import Figures

/// Sign and unit of an indicator, on forms that have columns of their own for them.
///
/// What is compared, scored and quoted is target and actual value as other forms write them: "≥80个", "84个".
public struct IndicatorParts: Hashable, Sendable {
  /// As written: "≥", "不少于", 定性.
  public let sign: String
  /// As written; empty for a word for nothing, such as 无 or /.
  public let unit: String

  /// A unit that is a word for nothing counts as none.
  public init(sign: String, unit: String) {
    self.sign = sign
    self.unit = Self.isVoid(unit) ? "" : unit
  }

  /// Those of a line of a sheet; empty on other forms.
  public init(of line: String, on sheet: Sheet) {
    func text(_ column: IndicatorColumn) -> String { sheet.entries[CellKey(line, column.rawValue)]?.text ?? "" }
    self.init(sign: text(.sign), unit: text(.unit))
  }

  /// Nothing has to be put together.
  public var isEmpty: Bool { sign.isEmpty && unit.isEmpty }

  /// A target or an actual value, `text` in its own cell, with what belongs to it. Other columns stay as they are.
  public func written(_ text: String, in column: IndicatorColumn) -> String {
    guard !isEmpty else { return text }
    switch column {
    case .target: return target(text)
    case .actual: return withUnit(text)
    case .name, .points, .score, .reason, .sign, .unit, .goal: return text
    }
  }

  private func target(_ text: String) -> String {
    // 定性 stands where a sign would: the target is the words beside it.
    guard sign.isEmpty || IndicatorValue.Sign(written: sign) != nil else { return Self.isVoid(text) ? sign : text }
    switch IndicatorValue(reading: text) {
    case .quantity(let quantity) where quantity.sign == nil:
      let whole = withUnit(text)
      // ≤ 12 月 is a day by which something is to be done, as 12月 is when it was.
      if case .date = IndicatorValue(reading: whole) { return whole }
      return sign + whole
    case .quantity, .range: return withUnit(text)
    case .date, .words, .several, .void: return text
    }
  }

  private func withUnit(_ text: String) -> String {
    guard !unit.isEmpty else { return text }
    switch IndicatorValue(reading: text) {
    case .quantity(let quantity): return quantity.unit.isEmpty ? text + unit : text
    case .range(_, _, let written): return written.isEmpty ? text + unit : text
    case .date, .words, .several, .void: return text
    }
  }

  private static func isVoid(_ text: String) -> Bool { IndicatorValue(reading: text) == .void }
}

extension IndicatorValue.Sign {
  /// The comparison that a mark or word alone stands for: "≥", ">=", "不少于"; nil for anything else, such as 定性.
  init?(written text: String) {
    guard case .quantity(let quantity) = IndicatorValue(reading: text + "1"), quantity.figure == 1,
      quantity.unit.isEmpty, let sign = quantity.sign
    else { return nil }
    self = sign
  }
}
