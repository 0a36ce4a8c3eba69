import Figures
import Reading
import Rules
import Text

/// How many problems or measures there are, told before they are told one by one: 存在三方面问题：一是…；二是….
struct CountedSeries {
  static let finder = PassageFinder { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.role != .cell, passage.passage.text.holds("二是") else { return [] }
    return passage.passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil for a count of other things, and where as many follow.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .count(.number(let number), let unit) = figure.kind, let count = number.whole, (2...9).contains(count),
      !figure.isApproximate, figure.isUnbounded
    else { return nil }
    let end = passage.scalars[figure.range.upperBound...].firstIndex { [":", "。", ",", ";", "("].contains($0) }
    guard let end, passage.scalars[end] == ":" || passage.scalars[end] == "。" else { return nil }
    let behind = unit + passage.text(figure.range.upperBound..<end).withoutBlanks
    guard behind.unicodeScalars.count <= 12, kinds.contains(where: behind.ends) || passage.scalars[end] == ":",
      behind.holds(anyOf: kinds), !passage.text(passage.words(before: figure)).holds(anyOf: ["上年", "去年", "整改", "上一年"])
    else { return nil }
    var start = end + 1
    while start < passage.scalars.count, passage.scalars[start].isBlank { start += 1 }
    guard let list = series(in: passage, from: start), list != count else { return nil }
    return Finding(
      at: [.text(passage.passage.place(figure.range))], "写的是 \(passage.quote(figure))，后面列出 \(list) 个，请核对。",
      derivation: "\(count) ≠ \(list)")
  }

  private static let kinds = ["问题", "不足", "原因", "措施", "建议", "经验", "做法", "困难", "短板", "难点", "方面", "工作", "体会", "特点"]

  /// How many of 一是, 二是, 三是 follow in turn from there, each once; nil where it does not begin there or begins anew.
  private static func series(in passage: PassageReading, from start: Int) -> Int? {
    let scalars = passage.scalars
    let numerals = Array("一二三四五六七八九".unicodeScalars)
    var found: [Unicode.Scalar] = []
    for index in start..<max(start, scalars.count - 1) where scalars[index + 1] == "是" && numerals.contains(scalars[index]) {
      // 唯一是 is no number.
      guard index == start || [";", "。", ",", ":", " "].contains(scalars[index - 1]) || scalars[index - 1].isBlank else {
        continue
      }
      if found.isEmpty, index != start { return nil }
      found.append(scalars[index])
    }
    return found.count >= 2 && found == Array(numerals.prefix(found.count)) ? found.count : nil
  }
}
