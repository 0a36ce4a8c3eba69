import Figures
import Reading
import Rules
import Text

/// A sum behind the things of one sentence that it sums up, whatever words lead to it:
/// 东坪路1.8公里、西岭路2.3公里…，总长8公里; 城市42户68人，农村386户612人，两项共428户680人.
struct ChainedTotal {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["合计", "共", "总"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.sentences.flatMap { sentence -> [Finding] in
      let told = passage.labelledQuantities(in: sentence)
      guard (3...mostFigures).contains(told.count) else { return [] }
      return told.indices.dropFirst(2).compactMap { ChainedTotal(wrong: $0, of: told, in: passage)?.finding }
    }
  }

  /// No sentence sums up more than these; a table run together to one line may hold thousands.
  private static let mostFigures = 40

  private let total: LabelledQuantity
  private let parts: [LabelledQuantity]
  private let sum: StatedAmount
  /// The words say no more than 共, which may be of more than what is listed.
  private let isLoose: Bool
  private let passage: PassageReading

  private init?(wrong index: Int, of told: [LabelledQuantity], in passage: PassageReading) {
    let total = told[index]
    guard !total.unit.isEmpty, let cue = Cue(Self.label(at: index, of: told)) else { return nil }
    // 共23个单位 counts other things than 8个股室.
    let end = total.figure.range.upperBound
    guard cue == .plain || end >= passage.scalars.count || !passage.scalars[end].isIdeograph else { return nil }
    let alike = told[..<index].filter { $0.unit == total.unit }
    guard (2...12).contains(alike.count), let first = alike.first,
      !alike.contains(where: { $0.label.holds(anyOf: Self.others) }),
      !passage.text(first.figure.range.lowerBound..<total.figure.range.lowerBound).holds(anyOf: ["其中", "其余", "等", "。"]),
      !passage.marks(in: passage.words(before: total.figure)).contains(where: {
        [.comparison, .target].contains($0.cue)
      })
    else { return nil }
    // Of whatever of them it may be the sum, none must give it.
    let runs = alike.indices.dropLast().compactMap { start in
      StatedAmount(sumOf: alike[start...].map(\.value)).map { (parts: Array(alike[start...]), sum: $0) }
    }
    guard !runs.contains(where: { $0.sum.relation(to: total.value) == .agree }),
      !alike.contains(where: { $0.value.relation(to: total.value) == .agree }),
      let near = runs.first(where: { Self.isNear($0.sum, total.value, parts: $0.parts.count) })
    else { return nil }
    (self.total, parts, sum, isLoose, self.passage) = (total, near.parts, near.sum, cue == .loose, passage)
  }

  /// 两项共 of 两项共428户690人 leads to both.
  private static func label(at index: Int, of told: [LabelledQuantity]) -> String {
    let own = told[index]
    guard own.label.isEmpty, told[index - 1].figure.range.upperBound == own.figure.range.lowerBound else {
      return own.label
    }
    return told[index - 1].label
  }

  /// Far off, it sums up something else.
  private static func isNear(_ sum: StatedAmount, _ total: StatedAmount, parts: Int) -> Bool {
    guard let ratio = sum.exact.divided(by: total.exact), let low = Rational(4, over: 5),
      let high = Rational(5, over: 4)
    else { return false }
    return ratio > low && ratio < high
  }

  private enum Cue {
    case plain, loose

    init?(_ label: String) {
      var words = label
      for link in ["为", "达", "达到", "是"] where words.ends(with: link) { words.removeLast(link.count) }
      if Self.sums.contains(where: words.ends) || words.isOfNumbered, words.unicodeScalars.count <= 12 {
        self = .plain
      } else if Self.counts.contains(where: words.begins), words.unicodeScalars.count <= 8 {
        self = .loose
      } else {
        return nil
      }
    }
    private static let sums = ["合计", "共计", "总计", "总长", "总长度", "总里程", "总面积", "总人数", "总户数", "总投资"]
    private static let counts = ["共", "全年共", "一共", "总共"]
  }

  /// Words of what is no part of a sum.
  private static let others = [
    "上年", "去年", "目标", "计划", "平均", "均", "每", "累计", "标准", "预算", "比", "较", "增加", "增长", "减少", "下降", "低于", "不足", "超过", "高于",
    "限", "单价", "含",
    "由", "从", "原", "同期",
  ]

  private var finding: Finding {
    let spoken = total.unit == "元" ? sum.spoken : sum.exact.spoken(4)
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "前面各项之和 \(spoken)，所写合计 \(passage.quote(total.figure))。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(spoken)",
      severity: isLoose ? .info : nil)
  }
}

extension String {
  /// 三批设备购置共支出, 两项共: says how many are summed up.
  fileprivate var isOfNumbered: Bool {
    var words = self
    for lead in ["以上", "上述"] where words.begins(with: lead) { words.removeFirst(lead.count) }
    guard let numeral = words.unicodeScalars.first, "二两三四五六七八九".unicodeScalars.contains(numeral) else { return false }
    let rest = String(words.dropFirst())
    return ["项", "批", "类", "部分", "笔", "者", "块"].contains(where: rest.begins)
      && rest.holds(anyOf: ["合计", "共", "总计", "总额"])
  }
}
