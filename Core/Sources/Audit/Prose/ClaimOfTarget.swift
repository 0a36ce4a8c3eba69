import Evaluation
import Figures
import Reading
import Rules
import Text

/// A number of things that are all said to be done, which is the target of an indicator that was missed: 年初确定的18处改造任务
/// 已全部完成 beside ≥18处 and 17处.
struct ClaimOfTarget {
  private let quantity: ProseQuantity
  private let claim: Range<Int>
  private let passage: PassageReading

  private static let words = [
    "全部完成", "全面完成", "超额完成", "圆满完成", "如期完成", "按期完成", "均已完成", "全部建成", "全部竣工", "全部完工",
  ]
  private static let claims = WordFinder(words)

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: words) { read -> [ClaimOfTarget] in
    let passage = read.passage
    return claims.matches(in: passage.scalars).compactMap { match -> ClaimOfTarget? in
      let sentence = passage.sentence(at: match.range.lowerBound)
      let before = sentence.lowerBound..<match.range.lowerBound
      let told = passage.figures(in: before).compactMap(ProseQuantity.init).filter { !$0.unit.isEmpty }
      guard told.count == 1, let quantity = told.first, quantity.value.exact > .one,
        !passage.text(before).holds(anyOf: ["未", "尚", "除", "不", "其中", "上年", "实际"])
      else { return nil }
      return ClaimOfTarget(quantity: quantity, claim: match.range, passage: passage)
    }
  }

  /// nil unless one indicator alone can be meant, by its target and by words that both share.
  func finding(in lines: [(target: IndicatorQuantity, actual: IndicatorQuantity)]) -> Finding? {
    let words = passage.text(passage.sentence(at: claim.lowerBound)) + passage.passage.text.prefix(20)
    let meant = lines.filter { line in
      line.target.named.quantity.isCounted(like: quantity)
        && line.target.named.quantity.value.relation(to: quantity.value) == .agree
        && String(words).withoutBlanks.sharesWords(with: line.target.named.name)
    }
    guard meant.count == 1, let line = meant.first, line.target.named.quantity.figure.bound != .atMost,
      line.actual.named.quantity.value.relation(to: line.target.named.quantity.value) == .below
    else { return nil }
    let quotes = (passage.quote(quantity.figure), passage.text(claim))
    return Finding(
      at: [.text(passage.passage.place(claim)), .text(passage.passage.place(quantity.figure.range))]
        + [line.actual.named.place].compactMap { $0 },
      "写 \(quotes.0)“\(quotes.1)”，自评表“\(line.target.line.title)”实际完成值 \(line.actual.named.text)，没有达到 \(line.target.named.text)。",
      derivation: "\(line.actual.named.text) / \(line.target.named.text)")
  }
}

extension Dossier {
  /// Work that is said to be done though the indicator for it was missed.
  var claimsOfMissedTargets: [Finding] {
    let claims = found(in: ClaimOfTarget.finder)
    guard !claims.isEmpty else { return [] }
    let lines = countedLines.compactMap { line -> (target: IndicatorQuantity, actual: IndicatorQuantity)? in
      guard let target = IndicatorQuantity(line, .target), let actual = IndicatorQuantity(line, .actual),
        target.named.quantity.isCounted(like: actual.named.quantity)
      else { return nil }
      return (target, actual)
    }
    return lines.isEmpty ? [] : claims.compactMap { $0.finding(in: lines) }
  }
}
