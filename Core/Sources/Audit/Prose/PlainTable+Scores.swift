import Figures
import Reading
import Text

extension PlainTable {
  /// A row that tells a score and the grade for it.
  struct GradedRow {
    let label: String
    let score: Figure
    let scoreCell: TextPart
    let grade: TextPart
  }

  static let gradeCaptions = ["等级", "评级", "等次", "档次"]

  /// Every row under 得分 and 等级, the totals left out.
  var gradedRows: [GradedRow] {
    let columns = 0..<rows[0].cells.count
    guard let grade = columns.first(where: { caption($0).holds(anyOf: Self.gradeCaptions) }),
      let score = columns.first(where: { caption($0).holds("得分") && !caption($0).holds("率") })
    else { return [] }
    return rows.compactMap { row in
      guard let number = row.numbers[score], !row.isTotal else { return nil }
      let label =
        row.cells[..<score].first { !$0.isEmpty && (try? Figure(reading: $0.text.bare)) == nil }?.text.bare ?? ""
      return GradedRow(label: label, score: number, scoreCell: row.cells[score], grade: row.cells[grade])
    }
  }

  /// A row that tells what could be had and what was.
  struct ScoredRow {
    let label: String
    let points: Figure
    let score: Figure
    let cell: TextPart
  }

  /// Every row under 分值 and 得分, the totals left out.
  var scoredRows: [ScoredRow] {
    let columns = 0..<rows[0].cells.count
    guard let points = columns.first(where: { caption($0).holds(anyOf: Self.scores.wholes) }),
      let score = columns.first(where: { caption($0).holds("得分") && !caption($0).holds("率") }), points != score
    else { return [] }
    return rows.compactMap { row in
      guard let most = row.numbers[points], let number = row.numbers[score], !row.isTotal else { return nil }
      return ScoredRow(label: row.label, points: most, score: number, cell: row.cells[score])
    }
  }
}
