import Figures
import Reading
import Rules
import Text

/// So many that all are said to be done, and fewer of which the same was told before in the paragraph:
/// 立项12个，年底结项11个，12个项目全部按期结项.
struct AllOfCount {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: ["全部", "均"]) { read -> [Finding] in
    let passage = read.passage
    return passage.clauses.compactMap { finding(on: $0, in: passage) }
  }

  private static let done = ["结项", "完成", "验收", "竣工", "完工", "交付", "开工", "投产", "办结", "整改", "投用", "销号", "达标", "开业", "签约"]

  private static func finding(on clause: Range<Int>, in passage: PassageReading) -> Finding? {
    guard let first = passage.figures(in: clause).first, passage.figures(in: clause).count == 1,
      let all = ProseQuantity(first), !["", "元", "㎡"].contains(all.unit), all.value.slack == .zero,
      passage.text(clause.lowerBound..<first.range.lowerBound).withoutBlanks.unicodeScalars.count <= 2
    else { return nil }
    let words = passage.text(clause.rest(behind: first.range)).withoutBlanks
    guard words.holds(anyOf: ["全部", "均已", "均按期", "均如期"]), words.unicodeScalars.count <= 16,
      !words.holds(anyOf: ["未", "不", "除", "拟", "将", "应", "要"]), let verb = done.first(where: words.ends)
    else { return nil }
    let sentence = passage.sentence(at: clause.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<clause.lowerBound).compactMap(ProseQuantity.init)
    guard
      let fewer = before.last(where: { one in
        let told = passage.text(passage.words(before: one.figure)).withoutBlanks
        return one.unit == all.unit && one.value.relation(to: all.value) == .below && told.ends(with: verb)
          && told.unicodeScalars.count <= 6
          && !told.holds(anyOf: ["未", "月", "其中", "上半年", "季度", "年中", "首批", "阶段", "提前", "新"])
      }), before.contains(where: { $0.unit == all.unit && $0.value.exact == all.value.exact }),
      // 已完工8个、年底前又完工4个 come to all of them.
      before.count(where: { passage.text(passage.words(before: $0.figure)).holds(verb) }) == 1
    else { return nil }
    let quotes = [passage.quote(fewer.figure), passage.text(clause).droppingBlankEnds]
    return Finding(
      at: [clause, fewer.figure.range].map { .text(passage.passage.place($0)) },
      "写“\(quotes[1])”，而前面写\(verb) \(quotes[0])，请核对。", derivation: "\(quotes[0]) < \(passage.quote(first))")
  }
}
