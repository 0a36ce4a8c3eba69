import Figures
import Reading
import Rules
import Text

/// How many of something there are by now, told once with 已 and once without: 接入部门42个, 平台已接入部门46个.
struct StateCount {
  let figure: WrittenFigure
  let quantity: ProseQuantity
  let name: String
  let isSoFar: Bool
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure]) { read -> [StateCount] in
    let passage = read.passage
    guard !passage.passage.isHeaded("目标", "任务", "问题") else { return [] }
    return passage.figures.compactMap { StateCount($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .count = figure.kind, let quantity = ProseQuantity(figure), !quantity.unit.isEmpty else { return nil }
    let range = passage.words(before: figure)
    let words = passage.text(range).withoutBlanks
    let start = words.lastIndex(of: "已").map { words.index(after: $0) }
    name = String(words[(start ?? words.startIndex)...])
    isSoFar = start != nil
    // A number of one time is not that of another.
    guard name.unicodeScalars.count >= 4, name.unicodeScalars.allSatisfy(\.isIdeograph),
      !passage.marks(in: range).contains(where: {
        [.rise, .fall, .comparison, .target, .parts, .rest, .sum].contains($0.cue)
      }),
      !passage.figures(in: passage.sentence(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound)
        .contains(where: { $0.kind.extent == nil })
    else { return nil }
    (self.figure, self.quantity, self.passage) = (figure, quantity, passage)
  }

  fileprivate func isOfSame(as other: StateCount) -> Bool {
    name == other.name && quantity.unit == other.quantity.unit && isSoFar != other.isSoFar
      && passage.passage.annex == other.passage.passage.annex
  }
}

extension Dossier {
  /// What there is told in two numbers, neither of another time.
  var stateCounts: [Finding] {
    let told = found(in: StateCount.finder)
    return told.filter(\.isSoFar).compactMap { state in
      let same = told.filter { $0.isOfSame(as: state) }
      guard let first = same.first, same.allSatisfy({ $0.quantity.value.relation(to: state.quantity.value) != .agree })
      else { return nil }
      let pair = [first, state].sorted {
        $0.passage.passage.place.range.lowerBound < $1.passage.passage.place.range.lowerBound
      }
      let quotes = pair.map { $0.passage.quote($0.figure) }
      return Finding(
        at: pair.map { .text($0.passage.passage.place($0.figure.range)) },
        "\(state.name)前后不一：\(quotes.joined(separator: "、"))，请核对。", derivation: quotes.joined(separator: " ≠ "),
        severity: .info)
    }
  }
}
