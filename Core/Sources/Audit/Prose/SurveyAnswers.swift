import Figures
import Reading
import Rules
import Text

/// Answers from 非常满意 to 不满意 that come to more than the sheets that came back, without any 其中 before them.
struct SurveyAnswers {
  private static let answers = ["非常满意", "很满意", "比较满意", "较满意", "基本满意", "不满意", "满意", "一般"]

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["满意"]) { read -> [Finding] in
    let passage = read.passage
    return passage.sentences.compactMap { finding(in: $0, of: passage) }
  }

  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let quantities = passage.figures(in: sentence).filter { $0.kind.extent != nil }.compactMap(ProseQuantity.init)
    func words(_ quantity: ProseQuantity) -> String {
      passage.text(passage.words(before: quantity.figure)).withoutBlanks.droppingLinks
    }
    guard let start = quantities.firstIndex(where: { answers.contains(words($0)) }), start > 0 else { return nil }
    let total = quantities[start - 1]
    let parts = Array(quantities[start...].prefix { answers.contains(words($0)) && $0.unit == quantities[start].unit })
    let isAsked = words(total).holds(anyOf: ["收回", "回收", "有效", "回访", "调查", "访问"])
    guard parts.count >= 2, isAsked, !["", "元", "%"].contains(total.unit), Set(parts.map(words)).count == parts.count,
      // With 其中 others look at them.
      !passage.has(.parts, in: total.figure.range.upperBound..<parts[0].figure.range.lowerBound),
      let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) == .above
    else { return nil }
    return Finding("所列各类答卷", parts, comingTo: sum, of: total, in: passage)
  }
}

extension String {
  /// Without the links that lead to a number.
  fileprivate var droppingLinks: String {
    var name = self
    while let link = ["的", "为", "有", "占"].first(where: name.ends) { name.removeLast(link.count) }
    return name
  }
}
