import Figures
import Reading
import Rules
import Text

/// A rate of 100 per cent, and right behind it something that is not done: 资金使用率100%，未支出资金25万元;
/// 项目完成率100%，其中2个子项目尚未完工.
struct FullRateThoughOpen {
  /// What a rate is named by, and the words that something of it is open.
  private static let kinds: [(rates: [String], open: [String])] = [
    (
      ["使用率", "支付率", "支出率", "拨付率", "执行率", "发放率", "兑付率"],
      ["未支出", "未支付", "未使用", "未拨付", "未发放", "未兑付", "未执行", "尚未支出", "尚未支付", "尚未拨付", "尚未发放"]
    ),
    (["履约率", "开工率", "签约率", "投产率"], ["未履约", "未开工", "未签约", "未投产"]),
    (["完成率", "完工率", "建成率", "竣工率"], ["未完工", "未完成", "未竣工", "未建成", "未开工", "尚未实施", "正在施工", "正在建设"]),
    (["整改率", "办结率", "验收率", "合格率"], ["未整改", "未办结", "未验收", "不合格", "正在整改", "未通过验收", "未按期整改"]),
  ]

  static let finder = PassageFinder(in: [.prose, .twoFigures], holding: ["100%"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, percent.value == Rational(100), figure.isUnbounded else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard
      let kind = kinds.first(where: { kind in
        kind.rates.contains {
          words.ends(with: $0) || words.ends(with: $0 + "达") || words.ends(with: $0 + "为")
            || words.ends(with: $0 + "达到")
        }
      }), !words.holds(anyOf: ["目标", "计划", "要求", "上年", "去年", "及时"])
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let behind = passage.figures(in: sentence.rest(behind: figure.range))
    guard let next = behind.first, let open = ProseQuantity(next), open.value.exact > .zero else { return nil }
    let clause = passage.clause(at: next.range.lowerBound)
    let told = passage.text(clause).withoutBlanks
    guard told.holds(anyOf: kind.open), !told.holds(anyOf: ["无", "上年", "去年", "除", "不存在"]),
      passage.figures(in: clause).count == 1,
      // One clause more may stand between, no further rate.
      (0...16).contains(clause.lowerBound - figure.range.upperBound)
    else { return nil }
    return Finding(
      at: [figure.range, clause].map { .text(passage.passage.place($0)) },
      "写\(words)\(passage.quote(figure))，又写“\(passage.text(clause).droppingBlankEnds)”，请核对。",
      derivation: "\(passage.quote(figure)), \(passage.quote(next))")
  }
}
