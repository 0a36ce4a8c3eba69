import Figures
import Reading
import Text

/// A quantity of prose with the words that lead to it, also those before a colon: 支出资金：4,512万元.
struct LabelledQuantity {
  let figure: WrittenFigure
  /// What it is counted in; of a plain number the character behind it: 860路.
  let unit: String
  let value: StatedAmount
  /// Without blanks.
  let label: String
}

extension PassageReading {
  /// Those of a stretch that are exactly told, in their order.
  func labelledQuantities(in range: Range<Int>) -> [LabelledQuantity] {
    figures(in: range).compactMap { figure in
      guard let quantity = ProseQuantity(figure) else { return nil }
      return LabelledQuantity(
        figure: figure, unit: quantity.unit.isEmpty ? character(behind: figure) : quantity.unit, value: quantity.value,
        label: label(of: figure))
    }
  }

  /// The words right before a figure; where a colon stands there, those before it.
  func label(of figure: WrittenFigure) -> String {
    let words = words(before: figure)
    let own = text(words).withoutBlanks
    guard own.isEmpty, words.lowerBound > 0, scalars[words.lowerBound - 1] == ":" else { return own }
    let floor = sentence(at: figure.range.lowerBound).lowerBound
    var start = words.lowerBound - 1
    while start > floor, !scalars[start - 1].isMarkOfClause { start -= 1 }
    return text(start..<words.lowerBound - 1).withoutBlanks
  }

  private func character(behind figure: WrittenFigure) -> String {
    let end = figure.range.upperBound
    return end < scalars.count && Self.counters.contains(scalars[end]) ? String(scalars: [scalars[end]]) : ""
  }

  /// What figures are not read with.
  private static let counters = Set("路眼尾羽株棵盏幅根".unicodeScalars)
}

extension Unicode.Scalar {
  fileprivate var isMarkOfClause: Bool { [",", ";", "。", "、", ":", "!", "?", "\n"].contains(self) }
}
