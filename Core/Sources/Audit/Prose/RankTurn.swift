import Figures
import Reading
import Rules
import Text

/// A place in a ranking that came from another, told with a word for the wrong direction: 由第5名下降至第3名. The first
/// place is the best.
struct RankTurn {
  static let finder = PassageFinder(in: .prose, holding: ["名", "位"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: rankWords) else { return [] }
    return passage.sentences.flatMap { findings(in: $0, of: passage) }
  }

  private static let rankWords = ["排名", "名次", "位次", "排位", "位列", "位居", "第"]

  private static func findings(in sentence: Range<Int>, of passage: PassageReading) -> [Finding] {
    let ranks = ranks(in: sentence, of: passage)
    return zip(ranks, ranks.dropFirst()).compactMap { first, second in
      let between = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
      guard let end = ["到了", "到", "至", "为"].first(where: between.ends) else { return nil }
      let verb = String(between.dropLast(end.count))
      let before = passage.text(passage.clause(at: first.range.lowerBound).lowerBound..<first.range.lowerBound)
      guard before.holds(anyOf: ["由", "从"]) || before.withoutBlanks.isEmpty, first.value != second.value,
        rises.contains(verb) || falls.contains(verb), rises.contains(verb) != (second.value < first.value)
      else { return nil }
      let turn = second.range.lowerBound - between.unicodeScalars.count..<second.range.lowerBound
      let quotes = [first, second].map { passage.text($0.range) }
      return Finding(
        at: [turn, first.range, second.range].map { .text(passage.passage.place($0)) },
        "写\(passage.text(turn))，从\(quotes[0])到\(quotes[1])名次\(second.value < first.value ? "前移" : "后移")，方向相反。",
        derivation: "\(quotes[0]) → \(quotes[1])")
    }
  }

  private static let rises: Set<String> = ["上升", "提升", "提高", "前移", "跃升", "升", "上移", "跃居", "前进", "攀升"]
  private static let falls: Set<String> = ["下降", "下滑", "降低", "后移", "降", "跌落", "滑落", "下移", "退", "后退", "倒退", "回落"]

  /// 第5名, 第十二位.
  private static func ranks(in sentence: Range<Int>, of passage: PassageReading) -> [(value: Int, range: Range<Int>)] {
    let scalars = passage.scalars
    return sentence.compactMap { index in
      guard scalars[index] == "第" else { return nil }
      let digits = scalars[(index + 1)..<min(sentence.upperBound, index + 5)].prefix {
        $0.isDigit || "一二三四五六七八九十".unicodeScalars.contains($0)
      }
      let end = digits.endIndex
      guard !digits.isEmpty, end < sentence.upperBound, ["名", "位"].contains(scalars[end]) else { return nil }
      let written = String(scalars: Array(digits))
      guard let value = Int(written) ?? WrittenNumber(chinese: written)?.whole else { return nil }
      return (value, index..<end + 1)
    }
  }
}
