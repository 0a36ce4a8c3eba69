import Figures
import Reading
import Rules
import Text

/// Guests who were received though reception cost nothing: 公务接待费0元，全年接待12批次96人次.
struct ReceptionForNothing {
  static let finder = PassageFinder(in: [.prose, .amount], holding: ["接待"]) { read -> [Finding] in
    let passage = read.passage
    guard read.amounts.contains(where: { $0.item == .reception }), passage.passage.text.holds("批") else { return [] }
    let none = read.amounts.filter { amount in
      amount.item == .reception && amount.role == .level && amount.amount.isZero && amount.stage != .budget
        && (amount.year ?? read.year) == read.year
    }
    guard let none = none.first, read.amounts.allSatisfy({ $0.item != .reception || $0.amount.isZero }) else {
      return []
    }
    let visits = passage.passage.figures.first { figure in
      guard let quantity = ProseQuantity(figure), ["批次", "批"].contains(quantity.unit), quantity.value.exact > .zero
      else {
        return false
      }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      return figure.range.lowerBound >= none.range.upperBound && words.holds("接待")
        && !words.holds(anyOf: ["上年", "去年", "外宾", "减少", "增加"])
    }
    return visits.map { visits in
      [
        Finding(
          at: [visits.range, none.range].map { .text(passage.passage.place($0)) },
          "公务接待费写为 0，又写接待 \(passage.quote(visits))，请核对。", derivation: "0, \(passage.quote(visits))")
      ]
    } ?? []
  }
}
