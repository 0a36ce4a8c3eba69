import Evaluation
import Text

/// What a person would type for what a file prints.
enum ImportedValue {
  /// `read` is what the reader took the cell to say, `unit` what the form counts amounts in.
  static func typed(_ field: ReadField, read: String, _ kind: CellKind, unit: String) -> String {
    switch kind {
    case .declaration, .choice: return read
    case .paragraph: return field.part.text.replacing("\t", with: " ")
    case .text, .date:
      // A sign and a unit from columns of their own, or the name as it is printed.
      let isJoined = read != field.part.text.withoutLineBreaks
      return isJoined ? read : field.printed.text.withoutLineBreaks
    case .amount, .count, .area, .percent, .percentNumber, .points:
      return number(field.part.text, kind, unit)
    }
  }

  /// A number without blanks, full-width digits and the unit that the form has in mind anyway.
  private static func number(_ text: String, _ kind: CellKind, _ unit: String) -> String {
    if text.saysNothing { return "" }
    let bare = text.narrow.withoutBlanks
    let units: [String] =
      switch kind {
      case .amount: [unit]
      case .points: ["分"]
      case .count: ["人", "个", "名"]
      case .area: ["平方米", "㎡", "m²", "m2"]
      default: []
      }
    guard let ending = units.first(where: { bare.ends(with: $0) && bare.utf8.count > $0.utf8.count }) else {
      return bare
    }
    return String(String.UnicodeScalarView(bare.unicodeScalars.dropLast(ending.unicodeScalars.count)))
  }
}
