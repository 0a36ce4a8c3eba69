import Figures
import Reading
import Rules
import Text

/// Why something rose, told where it is said to have fallen: 较上年增加0.8万元…。决算数较上年减少的主要原因是….
struct ExplainedTurn {
  static let finder = PassageFinder(in: .prose, holding: ["原因"]) { read -> [Finding] in
    let passage = read.passage
    return passage.marks.compactMap { finding(on: $0, in: passage) }
  }

  /// On a word of rising or falling that a reason follows.
  private static func finding(on mark: CueMark, in passage: PassageReading) -> Finding? {
    guard mark.cue == .rise || mark.cue == .fall, let base = passage.base(before: mark) else { return nil }
    let behind = passage.text(mark.range.upperBound..<min(passage.scalars.count, mark.range.upperBound + 8))
    guard ["的原因", "的主要原因", "主要原因", "原因", "的具体原因"].contains(where: behind.begins) else { return nil }
    // The last change beside the same base that is told by an amount or a rate.
    let before = passage.marks.filter { other in
      (other.cue == .rise || other.cue == .fall) && other.range.upperBound <= mark.range.lowerBound
        && passage.base(before: other) == base
    }
    guard let told = before.last, told.cue != mark.cue,
      let amount = passage.figures(in: told.range.upperBound..<mark.range.lowerBound).first(where: {
        $0.kind.extent != nil
      }), passage.text(told.range.upperBound..<amount.range.lowerBound).withoutBlanks.unicodeScalars.count <= 2,
      ProseQuantity.orShare(amount).map({ $0.value.exact > .zero }) ?? false
    else { return nil }
    // Somebody may tell of two items, the reason of the first one last.
    guard !before.contains(where: { $0.cue == mark.cue }) else { return nil }
    let quotes = (passage.text(told.range), passage.text(mark.range))
    return Finding(
      at: [mark.range, told.range.lowerBound..<amount.range.upperBound].map { .text(passage.passage.place($0)) },
      "前面写比\(base)\(quotes.0)\(passage.quote(amount))，这里说\(quotes.1)的原因，方向相反。",
      derivation: "\(quotes.0) ≠ \(quotes.1)")
  }
}

extension PassageReading {
  /// 上年 of 较上年 right before a word of rising or falling; nil where nothing is compared there.
  fileprivate func base(before mark: CueMark) -> String? {
    let clause = clause(at: mark.range.lowerBound)
    let words = text(clause.lowerBound..<mark.range.lowerBound).withoutBlanks
    let compared: (String) -> Bool = { base in
      ["较\(base)", "比\(base)", "较\(base)数", "比\(base)数", "较\(base)决算", "较\(base)度", "比\(base)度"].contains(
        where: words.ends)
    }
    return ["上年", "去年", "年初预算", "预算"].first(where: compared)
  }
}
