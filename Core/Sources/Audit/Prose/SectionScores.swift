import Figures
import Reading
import Rules
import Text

/// What each part earned of so many points, told paragraph by paragraph: 得9.8分（满分10分）, 共20分，得18.5分.
struct SectionScore {
  fileprivate let passage: PassageReading
  fileprivate let earned: WrittenFigure
  fileprivate let score: Rational
  fileprivate let points: Rational

  static let finder = PassageFinder(in: .prose, holding: ["得"]) { read -> [SectionScore] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["满分", "共"]) else { return [] }
    let scores = passage.figures.compactMap { figure in figure.points.map { (figure, $0) } }
    for (first, second) in zip(scores, scores.dropFirst()) {
      let sentence = passage.sentence(at: first.0.range.lowerBound)
      guard sentence.contains(second.0.range.lowerBound),
        !passage.text(sentence.lowerBound..<first.0.range.lowerBound).holds("其中")
      else { continue }
      let (before, between) = (
        passage.text(passage.words(before: first.0)).withoutBlanks,
        passage.text(first.0.range.upperBound..<second.0.range.lowerBound).withoutBlanks
      )
      if before.ends(with: "得") || before.ends(with: "得分"), between == "(满分", second.1 >= first.1 {
        return [SectionScore(passage: passage, earned: first.0, score: first.1, points: second.1)]
      }
      if before.ends(with: "共") || before.ends(with: "满分"), [",得", ",自评得", ",实得"].contains(between), first.1 >= second.1
      {
        return [SectionScore(passage: passage, earned: second.0, score: second.1, points: first.1)]
      }
    }
    return []
  }
}

extension Dossier {
  /// Totals that the scores of all sections miss, where what could be had comes to 100.
  var wrongSectionTotals: [Finding] {
    let all = found(in: SectionScore.finder)
    return Set(all.map(\.passage.passage.annex)).sorted().compactMap { annex -> Finding? in
      let parts = all.filter { $0.passage.passage.annex == annex }
      guard parts.count >= 4, parts.reduce(Rational.zero, { $0.adding($1.points) ?? $0 }) == Rational(100) else {
        return nil
      }
      let sum = parts.reduce(Rational.zero) { $0.adding($1.score) ?? $0 }
      let totals = statements.passages.filter { $0.passage.annex == annex }.flatMap(\.totalScores)
      guard let total = totals.first, totals.allSatisfy({ $0.number.value != sum }) else { return nil }
      return Finding(
        at: [.text(total.place)] + parts.map { .text($0.passage.passage.place($0.earned.range)) },
        "各部分得分之和 \(sum.spoken(2)) 分，与 \(total.spoken) 不等。",
        derivation: "\(parts.map { $0.score.spoken(2) }.joined(separator: " + ")) = \(sum.spoken(2)) ≠ \(total.spoken)")
    }
  }
}
