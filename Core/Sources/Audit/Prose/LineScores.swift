import Figures
import Reading
import Rules
import Text

/// A total score behind lines that each tell what could be had and what was: 产出指标：满分50分，得49分.
extension Dossier {
  /// Totals that the scores of the lines right before do not make up.
  var wrongLineTotals: [Finding] {
    var found: [Finding] = []
    var scores: [(place: Place, quote: String, score: Rational)] = []
    for passage in statements.passages where passage.passage.role != .cell {
      let figures = passage.figures.filter { $0.kind.extent != nil }
      if figures.count == 2, let most = figures[0].points, let score = figures[1].points, score <= most,
        passage.text(passage.words(before: figures[1])).withoutBlanks.isEarned, passage.scalars.count <= 60
      {
        scores.append((.text(passage.passage.place(figures[1].range)), passage.quote(figures[1]), score))
        continue
      }
      if scores.count >= 3, figures.count == 1, let total = figures[0].points,
        ["自评总分", "总分", "自评得分", "合计", "综合得分", "总得分", "自评总得分"].contains(passage.label(of: figures[0]))
      {
        let sum = scores.map(\.score).reduce(Rational.zero) { $0.adding($1) ?? $0 }
        if sum != total {
          found.append(
            Finding(
              at: [.text(passage.passage.place(figures[0].range))] + scores.map(\.place),
              "所列各项得分之和 \(sum.spoken(2)) 分，与 \(passage.quote(figures[0])) 不等。",
              derivation: "\(scores.map(\.quote).joined(separator: " + ")) = \(sum.spoken(2))"))
        }
      }
      scores = []
    }
    return found
  }
}

extension String {
  /// 得, 自评得分 and the like.
  fileprivate var isEarned: Bool { ["得", "得分", "自评得", "自评得分", "实得", "自评"].contains(self) }
}
