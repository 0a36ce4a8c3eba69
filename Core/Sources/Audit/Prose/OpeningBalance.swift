import Figures
import Reading
import Rules
import Text

/// What was carried over, what came, what was spent and what is left, all told in one sentence:
/// 年初结转36万元，本年收入1200万元，本年支出1180万元，年末结转56万元. People and things in stock as well.
struct OpeningBalance {
  private enum Role: CaseIterable {
    case opening, came, went, closing

    var words: [String] {
      switch self {
      case .opening: ["年初结转", "上年结转", "年初结余", "上年结余", "上年末结转", "年初在册", "年初库存", "年初余额", "上年余额", "年初存栏"]
      case .came: ["本年收入", "当年收入", "本年收到", "本年到位", "新接收", "新增", "本年增加", "本年入库", "本年购入", "当年到位", "当年下达"]
      case .went: ["本年支出", "当年支出", "本年使用", "解除", "本年减少", "本年出库", "本年领用", "当年使用"]
      case .closing: ["年末结转", "年末结余", "年末滚存", "年末在册", "年末库存", "年末余额", "年末存栏"]
      }
    }
  }

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["年末"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 4, passage.passage.text.holds(anyOf: Role.closing.words),
      passage.passage.text.holds(anyOf: Role.opening.words)
    else { return [] }
    return passage.sentences.compactMap { finding(in: $0, of: passage) }
  }

  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil && !$0.isPercent }
    guard figures.count == 4 else { return nil }
    let quantities = figures.compactMap(ProseQuantity.init)
    let roles = quantities.map { quantity in
      let words = passage.text(passage.words(before: quantity.figure)).withoutBlanks
      return Role.allCases.first { words.holds(anyOf: $0.words) }
    }
    guard quantities.count == 4, roles == Role.allCases, Set(quantities.map(\.unit)).count == 1,
      let unit = quantities.first?.unit, let all = StatedAmount(sumOf: quantities.prefix(2).map(\.value)),
      all.exact >= quantities[2].value.exact
    else { return nil }
    let left = all.gap(to: quantities[2].value).with(all.slack, quantities[2].value.slack)
    guard left.relation(to: quantities[3].value) != .agree else { return nil }
    let quotes = quantities.map { passage.quote($0.figure) }
    let right = unit == "元" ? left.spoken : left.exact.spoken(2) + unit
    return Finding(
      at: ([quantities[3]] + quantities.prefix(3)).map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) 加 \(quotes[1]) 减 \(quotes[2]) 为 \(right)，所写年末 \(quotes[3])。",
      derivation: "\(quotes[0]) + \(quotes[1]) − \(quotes[2]) ≠ \(quotes[3])")
  }
}
