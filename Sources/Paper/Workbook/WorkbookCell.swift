import Evaluation
import Figures
import Workbooks

/// How one cell of a filing is written into a workbook.
///
/// A share is a fraction that is shown in per cent, as spreadsheets keep it; all other numbers stand as they are. What
/// has more digits than spreadsheets keep stays text.
struct WorkbookCell {
  let definition: CellDefinition
  let content: EntryContent
  var style: EntryStyle
  private let rounding: Rounding

  init(_ definition: CellDefinition, text: String, rounding: Rounding) {
    self.definition = definition
    self.rounding = rounding
    style = EntryStyle()
    style.hasBorder = true
    style.isLocked = false
    style.alignment = definition.kind.isNumber ? .right : definition.kind == .paragraph ? .left : .center
    if definition.kind == .text || definition.kind == .date { style.format = "@" }
    guard definition.kind.isNumber else {
      content = text.isEmpty ? .blank : .text(text)
      return
    }
    if definition.kind == .percent { style.format = "0.00%" }
    guard let figure = definition.kind.figure(reading: text), figure.hasFewDigits else {
      content = text.isEmpty ? .blank : .text(text)
      return
    }
    if definition.kind == .percent {
      style.format = Self.format(decimals: figure.decimals) + "%"
    } else if figure.decimals > 0 {
      style.format = Self.format(decimals: figure.decimals)
    }
    content = .number(figure.double(inPercent: definition.kind == .percent))
  }

  private static func format(decimals: Int) -> String {
    decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }

  /// A computed cell's content: the formula where there is one, otherwise the value.
  func computed(by formula: String?) -> EntryContent {
    guard let formula else { return content }
    if case .number(let value) = content { return .formula(formula, value: value) }
    return .formula(formula, value: nil)
  }

  /// A computed cell cannot be typed over.
  var computedStyle: EntryStyle {
    var style = style
    style.isLocked = true
    style.shade = .computed
    // What the formula comes to later may have other decimals.
    style.format = definition.kind == .percent ? Self.format(decimals: rounding.rateDecimals) + "%" : ""
    return style
  }

  var note: String {
    switch definition.kind {
    case .declaration: "\(definition.caption)：选“是”，或留空。"
    default: definition.isRequired ? "\(definition.caption)：必填。" : ""
    }
  }

  var rule: EntryRule? {
    let largest = 999_999_999_999.0
    switch definition.kind {
    case .amount: return EntryRule(.decimal(-largest...largest), message: "\(definition.caption)：请只填数字，如 4.64。")
    case .area: return EntryRule(.decimal(-largest...largest), message: "\(definition.caption)：请只填数字。")
    case .count: return EntryRule(.whole(0...largest), message: "\(definition.caption)：请填不小于 0 的整数。")
    case .percent: return EntryRule(.decimal(-largest...largest), message: "\(definition.caption)：请填百分数，如 85.5%。")
    case .percentNumber: return EntryRule(.decimal(-largest...largest), message: "\(definition.caption)：请只填数字。")
    case .points: return EntryRule(.decimal(0...largest), message: "\(definition.caption)：请填不小于 0 的数字。")
    case .declaration: return EntryRule(.choices(["是"]), message: "\(definition.caption)：只能选“是”，或留空。")
    case .choice:
      let options = definition.choices?.options ?? []
      return EntryRule(.choices(options), message: "\(definition.caption)：请从列表中选择。")
    case .text, .paragraph, .date:
      return EntryRule(
        .length(definition.characterLimit), message: "\(definition.caption)：最多 \(definition.characterLimit) 字。")
    }
  }
}

extension Figure {
  /// No more digits than a spreadsheet keeps.
  fileprivate var hasFewDigits: Bool { unscaled.magnitude < 1_000_000_000_000_000 }

  /// The nearest binary number, which is written with these very digits again.
  fileprivate func double(inPercent: Bool) -> Double {
    Double("\(unscaled)e-\(decimals + (inPercent ? 2 : 0))") ?? 0
  }
}
