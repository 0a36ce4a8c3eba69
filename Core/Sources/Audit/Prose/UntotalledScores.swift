import Figures
import Reading
import Rules
import Text

extension Dossier {
  /// A table of points and scores that make up 100 points and has no row of their sum, beside the score told of all.
  var untotalledScores: [Finding] {
    plainTables.compactMap { table -> Finding? in
      let scored = table.scoredRows
      guard scored.count >= 3, !table.rows.contains(where: \.isTotal),
        table.rows.count(where: { row in row.numbers.contains { $0 != nil } }) == scored.count,
        sum(scored.map(\.points)) == Rational(100), let right = sum(scored.map(\.score))
      else { return nil }
      let told = statements.passages.filter { $0.passage.annex == 0 }.flatMap { passage in
        passage.totalScores.filter { !$0.isOfProject }.map { (score: $0, passage: passage) }
      }
      guard let first = told.first, Set(told.map(\.score.number.value)).count == 1, first.score.number.value != right
      else { return nil }
      return Finding(
        at: [.text(first.passage.passage.place(first.score.figure.range))]
          + scored.map { .text(TextPlace(.file, $0.cell.place)) },
        "表中各项得分之和 \(right.spoken(2)) 分，所写得分 \(first.score.spoken)。",
        derivation: "\(right.spoken(2)) ≠ \(first.score.number.value.spoken(2))")
    }
  }

  private func sum(_ figures: [Figure]) -> Rational? {
    figures.reduce(Rational.zero as Rational?) { sum, figure in sum.flatMap { $0.adding(figure.rational) } }
  }
}
