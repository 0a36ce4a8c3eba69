import Figures
import Text

extension [TextPart] {
  /// How far the cells of a row stand beside their captions.
  ///
  /// Rows mostly lack cells at their beginning, where a caption down the side is merged; blank ones at their end may be
  /// left out as well. Where the columns of numbers then hold something else, the row begins where its captions do.
  func shift(against count: Int, numbersAt places: [Int]) -> Int {
    let shift = self.count - count
    guard shift < 0, !holdsNumbers(at: places, shift), holdsNumbers(at: places, 0) else { return shift }
    return 0
  }

  private func holdsNumbers(at places: [Int], _ shift: Int) -> Bool {
    let cells = places.map { $0 + shift }.filter(indices.contains).map { self[$0] }
    return cells.contains { $0.number != nil } && cells.allSatisfy { $0.isEmpty || $0.number != nil }
  }
}

extension TextPart {
  /// nil where the text is no bare number.
  var number: Figure? { text.holdsIdeographs ? nil : try? Figure(reading: text.narrow) }
}
