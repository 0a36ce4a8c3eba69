import Evaluation
import Reading
import Text

/// A grade of an evaluation in a sentence that gives no score.
struct LoneGrade {
  let label: String
  let text: String
  let place: TextPlace
  let isOfProject: Bool

  /// A sentence on an evaluation of this year without a score.
  private struct Sentence {
    let passage: PassageReading
    let range: Range<Int>
    let isOfProject: Bool
  }

  private static let sentences = PassageFinder(holding: evaluating) { read -> [Sentence] in
    let passage = read.passage
    return passage.sentences.compactMap { sentence -> Sentence? in
      let words = passage.text(sentence)
      guard words.holds(anyOf: evaluating), !words.holds(anyOf: others),
        !passage.figures(in: sentence).contains(where: { if case .score = $0.kind { true } else { false } })
      else { return nil }
      return Sentence(passage: passage, range: sentence, isOfProject: words.holds("项目") && !words.holds("整体"))
    }
  }

  static func all(of grades: [GradeBand], in dossier: Dossier, where isWanted: (Passage) -> Bool = { _ in true })
    -> [LoneGrade]
  {
    dossier.found(in: sentences).compactMap { sentence in
      let passage = sentence.passage
      guard isWanted(passage.passage) else { return nil }
      let stated = grades.stated(in: sentence.range, of: passage)
      guard stated.count == 1, let grade = stated.first else { return nil }
      return LoneGrade(
        label: grade.label, text: passage.text(grade.range), place: passage.passage.place(grade.range),
        isOfProject: sentence.isOfProject)
    }
  }

  private static let evaluating = ["自评", "评价", "绩效"]
  /// Words of other years and other judgements.
  private static let others = ["上年", "去年", "考核", "评优", "评先", "先进", "党建", "分为", "下一步", "争取", "力争", "力求", "目标是"]
}
