import Figures
import Reading
import Rules
import Text

/// What came in the end of what was allotted first and changed once: 下达x，调减y，实际下达z.
struct AllottedNet {
  static let finder = PassageFinder(in: .prose) { read -> [Finding] in
    guard read.amounts.count >= 3 else { return [] }
    let passage = read.passage
    return passage.sentences.compactMap { sentence in
      finding(read.amounts.filter { sentence.contains($0.range.lowerBound) }, in: passage)
    }
  }

  private static let less = ["调减", "核减", "收回", "压减"]
  private static let more = ["追加", "调增", "核增"]
  private static let net = ["实际下达", "实际到位", "实际安排", "实际预算", "最终下达", "最终安排", "净下达"]

  private static func finding(_ amounts: [AmountStatement], in passage: PassageReading) -> Finding? {
    guard let last = amounts.last(where: { $0.words.holds(anyOf: net) }), !last.isApproximate else { return nil }
    let before = amounts.filter { $0.range.upperBound <= last.range.lowerBound }
    let changes = before.filter { $0.words.holds(anyOf: less + more) }
    guard changes.count == 1, let change = changes.first, let first = before.first, first.range != change.range,
      first.role == .level, !first.isApproximate, !change.isApproximate, first.stated.exact > change.stated.exact,
      !first.words.holds(anyOf: net),
      // 实际到位950万元，到位率95% may be less than what was allotted.
      !(last.words.holds("到位") && passage.text(passage.sentence(at: last.range.lowerBound)).holds("到位率"))
    else { return nil }
    let isLess = change.words.holds(anyOf: less)
    func end(of whole: AmountStatement) -> StatedAmount? {
      guard !isLess else {
        return whole.stated.gap(to: change.stated).with(whole.stated.slack, change.stated.slack)
      }
      return StatedAmount(sumOf: [whole.stated, change.stated])
    }
    // Any earlier amount may be what was changed.
    let others = before.filter { $0.range != change.range }
    guard let right = end(of: first), !others.contains(where: { end(of: $0)?.relation(to: last.stated) == .agree }),
      !others.contains(where: { $0.stated.relation(to: last.stated) == .agree })
    else { return nil }
    let quotes = [first, change, last].map { passage.text($0.range) }
    return Finding(
      at: [last, first, change].map { .text($0.place) },
      "\(quotes[0]) \(isLess ? "减去" : "加上") \(quotes[1]) 为 \(right.spoken)，所写实际数 \(quotes[2])。",
      derivation:
        "\(first.stated.digits) \(isLess ? "−" : "+") \(change.stated.digits) = \(right.digits) ≠ \(last.stated.digits)"
    )
  }
}
