import Figures
import Reading
import Rules
import Text

/// The score that prose tells of a project under the project's own heading, which a table of projects gives otherwise.
struct ScoreUnderHeading {
  /// Every row of a table of projects with a name and a score.
  private struct Row {
    let name: String
    let score: Figure
    let cell: TextPart
  }

  static func findings(in dossier: Dossier) -> [Finding] {
    let rows = dossier.tables(captioned: ["得分"]).flatMap(rows)
    guard !rows.isEmpty else { return [] }
    return dossier.statements.passages.flatMap(\.totalScores).compactMap { told in
      let title = told.passage.passage.headings.last?.title.folded ?? ""
      let own = rows.filter { title == $0.name || title == $0.name + "项目" || title + "项目" == $0.name }
      guard told.isOfProject, own.count == 1, let row = own.first, row.score.rational != told.number.value else {
        return nil
      }
      return Finding(
        at: [.text(told.place), .text(TextPlace(.file, row.cell.place))],
        "正文写得 \(told.spoken)，表中“\(title)”为 \(row.score) 分。", derivation: "\(told.number.value.spoken(2)) ≠ \(row.score)"
      )
    }
  }

  private static func rows(of table: PlainTable) -> [Row] {
    let columns = Array(0..<table.rows[0].cells.count)
    let captions = columns.map { table.caption($0) }
    let scores = columns.filter { captions[$0].holds("得分") && !captions[$0].holds("率") }
    guard let name = columns.first(where: { captions[$0].holds(anyOf: ["项目名称", "名称"]) }), scores.count == 1 else {
      return []
    }
    return table.rows.compactMap { row in
      guard !row.isTotal, let score = row.numbers[scores[0]], row.cells[name].text.folded.unicodeScalars.count >= 4
      else {
        return nil
      }
      return Row(name: row.cells[name].text.folded, score: score, cell: row.cells[scores[0]])
    }
  }
}
