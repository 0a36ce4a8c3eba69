import Figures
import Reading
import Rules
import Text

/// A score that prose tells of one part of the evaluation: 过程指标权重25分，得22.5分.
struct RowScore {
  let figure: WrittenFigure
  let name: String
  let score: Rational
  /// What could be had, where it is told.
  let points: Rational?
  let passage: PassageReading
  /// 效益情况（24.5分）: either what was earned or what could be.
  let isOfHeading: Bool

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["分"]) { read -> [RowScore] in
    let passage = read.passage
    return passage.figures.compactMap { RowScore($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let score = figure.scoreAlone, figure.isUnbounded, !figure.isApproximate else { return nil }
    let own = passage.text(passage.words(before: figure)).withoutBlanks
    if passage.passage.role == .heading, let title = passage.title(withScore: figure) {
      (name, points, isOfHeading) = (title.nameOfRow, nil, true)
      (self.figure, self.score, self.passage) = (figure, score, passage)
      return
    }
    isOfHeading = false
    guard let verb = ["自评得分为", "自评得分", "实际得分", "得分为", "得分", "实得", "得"].first(where: own.ends),
      !own.holds(anyOf: ["扣", "上年", "去年", "平均", "满分"])
    else { return nil }
    let before = passage.figures(in: passage.sentence(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound)
    let worth = before.last.flatMap { other -> (Rational, String)? in
      let words = passage.text(passage.words(before: other)).withoutBlanks
      guard let most = other.scoreAlone, let end = ["权重为", "权重", "分值为", "分值", "满分为", "满分"].first(where: words.ends)
      else { return nil }
      return (most, String(words.dropLast(end.count)))
    }
    name = (own.count > verb.count ? String(own.dropLast(verb.count)) : worth?.1 ?? "").nameOfRow
    points = worth?.0
    guard name.unicodeScalars.count >= 2 else { return nil }
    (self.figure, self.score, self.passage) = (figure, score, passage)
  }
}

extension PassageReading {
  /// The words of a heading that ends with a score in brackets; nil where more stands there.
  fileprivate func title(withScore figure: WrittenFigure) -> String? {
    let start = figure.range.lowerBound
    guard start > 1, scalars[start - 1] == "(", figure.range.upperBound < scalars.count,
      scalars[figure.range.upperBound] == ")", scalars[(figure.range.upperBound + 1)...].allSatisfy(\.isBlank)
    else { return nil }
    let number = passage.headings.last?.number?.length ?? 0
    let title = text(min(number, start - 1)..<start - 1).withoutBlanks
    return (2...12).contains(title.unicodeScalars.count) ? title : nil
  }
}

extension WrittenFigure {
  fileprivate var scoreAlone: Rational? { if case .score(.number(let number)) = kind { number.value } else { nil } }
}

extension String {
  /// 过程 of 过程指标（25分）.
  fileprivate var nameOfRow: String {
    var name = folded
    for end in ["指标", "部分", "方面", "情况", "类"] where name.ends(with: end) { name.removeLast(end.count) }
    return name
  }

  /// Without a bracket that closes it.
  fileprivate var withoutBracket: String {
    split { $0 == "（" || $0 == "(" }.first.map(String.init) ?? self
  }
}

extension Dossier {
  /// Scores of prose that a table of scores gives otherwise, under the same name and of as many points.
  var wrongRowScores: [Finding] {
    let scored = tables(captioned: ["得分"]).flatMap(\.scoredRows)
    let told = scored.isEmpty ? [] : found(in: RowScore.finder)
    let named = told.isEmpty ? [] : scored.map { (row: $0, name: $0.label.withoutBracket.nameOfRow) }
    return told.compactMap { told in
      let rows = named.filter { $0.name.isExactly(told.name) }.map(\.row)
      guard rows.count == 1, let row = rows.first, row.score.rational != told.score,
        !told.isOfHeading || row.points.rational != told.score,
        told.points.map({ $0 == row.points.rational }) ?? (told.score <= row.points.rational)
      else { return nil }
      return Finding(
        at: [.text(told.passage.passage.place(told.figure.range)), .text(TextPlace(.file, row.cell.place))],
        "正文“\(row.label)”得 \(told.score.spoken(2)) 分，表中为 \(row.score) 分。",
        derivation: "\(told.score.spoken(2)) ≠ \(row.score)")
    }
  }
}
