import Figures
import Reading
import Rules
import Text

/// The share of a part that 其中 or 中 parts from what stands right before: 执勤车18台，其中超期服役的7台，占41.18%.
struct ShareOfParted {
  static let finder = PassageFinder(in: .threeFigures, holding: ["占"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["中", "有"]) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on share: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = share.kind, share.isUnbounded, !share.isApproximate else { return nil }
    let sentence = passage.sentence(at: share.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<share.range.lowerBound).filter { $0.kind.extent != nil }
    guard let last = before.last, let part = ProseQuantity(last), !["", "元", "㎡"].contains(part.unit),
      isLink(passage.text(last.range.upperBound..<share.range.lowerBound).withoutBlanks)
    else { return nil }
    let others = before.dropLast().compactMap { ProseQuantity($0) }.filter { $0.isCounted(like: part) }
    guard let whole = others.last, part.value.relation(to: whole.value) == .below,
      isParted(whole.figure.range.upperBound..<last.range.lowerBound, in: passage)
    else { return nil }
    // What stands further back, also in the sentences before, or several parts together may be meant.
    let candidates = Array(
      passage.figures(in: 0..<last.range.lowerBound).compactMap { ProseQuantity($0) }
        .filter { $0.isCounted(like: part) }.map(\.value).suffix(mostLookedAt))
    let sums = candidates.indices.flatMap { first in
      candidates.indices.dropFirst(first + 1).compactMap { StatedAmount(sumOf: Array(candidates[first...$0])) }
    }
    guard
      !(candidates + sums).contains(where: { WrittenRatio(percent: percent, part: part.value, whole: $0).isRight })
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: part.value, whole: whole.value),
      working: "\(passage.quote(last)) ÷ \(passage.quote(whole.figure))",
      ranges: [whole.figure.range, last.range]
    ).look(at: share, in: passage).finding
  }

  /// Nobody adds up more than these; paragraphs of hundreds of quantities would take long.
  private static let mostLookedAt = 12

  private static let links: Set<String> = [
    ",占", "占", "(占", ",占比", ",占比为", "(占比", ",占比达", ",占总数的", ",占总数", "(占总数的", ",占总人数的", ",占比达到",
  ]

  /// ，占, also behind what the part is said to be: 未落实管护人，占.
  private static func isLink(_ words: String) -> Bool {
    if links.contains(words) { return true }
    let clauses = words.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    return clauses.count == 2 && clauses[0].unicodeScalars.count <= 10 && links.contains("," + clauses[1])
      && !clauses[0].holds(anyOf: ["。", ";", "、", "(", ")"])
  }

  /// ，其中女教师 or 中，服役超过15年的, and nothing else between: no other quantity of its own, no stop.
  private static func isParted(_ between: Range<Int>, in passage: PassageReading) -> Bool {
    let words = passage.text(between).withoutBlanks
    guard words.unicodeScalars.count <= 24, !words.holds(anyOf: ["。", ";"]) else { return false }
    if words.begins(with: ",其中") || words.begins(with: "(其中") { return true }
    // 抽查42个项目有6个未落实
    if words.ends(with: "有"), words.unicodeScalars.count <= 8, !words.holds(anyOf: [",", "、", "没", "另", "还", "共"]) {
      return true
    }
    // 18台执勤车中，超期服役的
    guard let middle = words.range(of: "中,") else { return false }
    return middle <= 10 && !words.begins(with: ",")
  }
}

extension String {
  /// Where words begin in it, in scalars.
  fileprivate func range(of words: String) -> Int? {
    let (mine, wanted) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard mine.count >= wanted.count else { return nil }
    return (0...mine.count - wanted.count).first { mine[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
