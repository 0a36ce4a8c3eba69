import Figures
import Reading
import Rules
import Text

/// Parts told in a sentence of their own behind the name of what they part, which is less than they come to:
/// 项目支出790.28万元，占58%。项目支出包括甲386万元、乙258.4万元、丙155.88万元.
struct RestatedParts {
  static let finder = PassageFinder(in: .amount, holding: openings) { read -> [Finding] in
    let passage = read.passage
    guard read.amounts.count >= 3 else { return [] }
    return passage.sentences.compactMap { finding(in: $0, of: read) }
  }

  private static let openings = ["包括", "分别是", "分为", "具体为", "具体是", "分别为"]

  private static func finding(in sentence: Range<Int>, of read: PassageStatements) -> Finding? {
    let passage = read.passage
    let parts = read.amounts.filter { sentence.contains($0.range.lowerBound) }
    guard parts.count >= 2, let first = parts.first,
      parts.allSatisfy({ $0.role == .level && !$0.isApproximate }),
      let name = name(in: passage.text(sentence.lowerBound..<first.range.lowerBound).withoutBlanks)
    else { return nil }
    // Parts stand in one list, nothing else between them.
    let isOneList = zip(parts, parts.dropFirst()).allSatisfy { one, next in
      ["、", ",", "，"].contains(passage.text(one.range.upperBound..<one.range.upperBound + 1))
        && !passage.text(one.range.upperBound..<next.range.lowerBound).holds(anyOf: [
          "其中", "较", "比", "结余", "年初", "上年", "预算",
        ])
    }
    let totals = read.amounts.filter { amount in
      amount.range.upperBound <= sentence.lowerBound && amount.role == .level && amount.words.ends(with: name)
    }
    guard isOneList, let total = totals.last, !total.isApproximate, let sum = StatedAmount(sumOf: parts.map(\.stated)),
      sum.relation(to: total.stated) == .above, parts.allSatisfy({ $0.stated.exact < total.stated.exact })
    else { return nil }
    return Finding(
      at: parts.map { .text($0.place) } + [.text(total.place)],
      "“\(name)”所列各项之和 \(sum.spoken)，大于前面所写的 \(total.stated.spoken)，相差 \(sum.gap(to: total.stated).spoken)。",
      derivation: "\(parts.map(\.stated.digits).joined(separator: " + ")) > \(total.stated.digits)")
  }

  /// 项目支出 of 项目支出主要包括政务云租赁.
  private static func name(in words: String) -> String? {
    for opening in openings {
      for lead in ["主要" + opening, opening] {
        guard let name = words.before(lead), (3...12).contains(name.unicodeScalars.count),
          name.ends(with: "出") || name.ends(with: "费")
            || name.ends(with: "资金") || name.ends(with: "投资")
        else { continue }
        return name
      }
    }
    return nil
  }
}

extension String {
  /// What stands before words in it; nil where they do not stand there, or at its beginning.
  fileprivate func before(_ words: String) -> String? {
    let (mine, wanted) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard mine.count > wanted.count else { return nil }
    let start = (1...mine.count - wanted.count).first { mine[$0..<$0 + wanted.count].elementsEqual(wanted) }
    return start.map { String(scalars: Array(mine[..<$0])) }
  }
}
