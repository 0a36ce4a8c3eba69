import Figures
import Reading
import Text

/// A satisfaction that prose tells in per cent, of nobody in particular: 满意度95.7%.
struct ToldSatisfaction {
  let quantity: ProseQuantity
  let text: String
  let place: TextPlace
  let annex: Int
  /// What its sentence says up to a semicolon.
  let context: String

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["满意"]) { read -> [ToldSatisfaction] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard figure.isPercent, let quantity = ProseQuantity.orShare(figure) else { return nil }
      var words = passage.text(passage.words(before: figure)).withoutBlanks
      for link in ["为", "达到", "达", "是"] where words.ends(with: link) { words.removeLast(link.count) }
      guard ["满意度", "满意率", "综合满意度", "总体满意度", "总满意度"].contains(words) else { return nil }
      return ToldSatisfaction(
        quantity: quantity, text: passage.quote(figure), place: passage.passage.place(figure.range),
        annex: passage.passage.annex, context: passage.text(passage.semicolonPart(at: figure.range.lowerBound)))
    }
  }
}
