import Figures
import Reading
import Rules
import Text

/// How much of a sum came, was spent or was saved, told beside both sums in whatever order:
/// 计划投入500万元，实际到位480万元，资金到位率96%.
struct RateOfPlan {
  /// A rate by the word it is told with, the words of what it is a part of, and those of the part.
  private struct Kind {
    let rate: String
    let parts: [String]
    let wholes: [String]
    /// What is left of the whole: 节约率.
    let isOfRest: Bool
  }

  private static let plans = ["预算", "计划", "应到", "安排", "下达", "总投资", "批复", "核定", "控制价", "限价"]
  private static let kinds = [
    Kind(rate: "到位率", parts: ["到位"], wholes: plans, isOfRest: false),
    Kind(rate: "使用率", parts: ["使用", "支出", "支付"], wholes: ["到位", "下达", "预算"], isOfRest: false),
    Kind(rate: "支付率", parts: ["支付", "支出"], wholes: ["到位", "下达", "预算", "合同"], isOfRest: false),
    Kind(rate: "拨付率", parts: ["拨付"], wholes: ["到位", "下达", "预算", "安排"], isOfRest: false),
    Kind(rate: "拨付进度", parts: ["拨付"], wholes: ["到位", "下达", "预算", "安排"], isOfRest: false),
    Kind(rate: "节约率", parts: ["实际", "中标", "成交", "支出"], wholes: plans, isOfRest: true),
  ]

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: kinds.map(\.rate)) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where some two sums around give the rate, or it is not plain of which two it is.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let words = passage.words(before: figure)
    let name = passage.text(words).withoutBlanks
    guard let kind = kinds.first(where: { name.names($0.rate) }), !passage.has(.target, in: words) else { return nil }
    let sums = passage.sums(around: figure)
    func told(_ sum: ProseQuantity) -> String { passage.text(passage.words(before: sum.figure)).withoutBlanks }
    let parts = sums.filter { told($0).holds(anyOf: kind.parts) && !told($0).holds(anyOf: ["未", "节约", "结余"]) }
    let wholes = sums.filter { told($0).holds(anyOf: kind.wholes) && !told($0).holds(anyOf: kind.parts) }
    guard parts.count == 1, wholes.count == 1, let part = parts.first, let whole = wholes.first,
      part.value.exact <= whole.value.exact, let rest = whole.value.exact.subtracting(part.value.exact)
    else { return nil }
    let value = kind.isOfRest ? StatedAmount(rest, slack: .zero).with(part.value.slack, whole.value.slack) : part.value
    guard !sums.prefix(8).give(percent, of: kind.isOfRest ? nil : part) else { return nil }
    let (x, y) = (passage.quote(part.figure), passage.quote(whole.figure))
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: value, whole: whole.value),
      working: kind.isOfRest ? "（\(y) − \(x)）÷ \(y)" : "\(x) ÷ \(y)",
      ranges: [part.figure.range, whole.figure.range].sorted { $0.lowerBound < $1.lowerBound }
    ).asPreciseAsItsPart.look(at: figure, in: passage).finding
  }
}

extension PassageReading {
  /// The sums of the sentence of a rate, from the rate before to the rate behind; with only one, those of the sentence
  /// before and behind as well.
  fileprivate func sums(around figure: WrittenFigure) -> [ProseQuantity] {
    let sentence = sentence(at: figure.range.lowerBound)
    func sums(in range: Range<Int>) -> [ProseQuantity] {
      figures(in: range).compactMap(ProseQuantity.init).filter { $0.unit == "元" }
    }
    let rates = figures(in: sentence).filter(\.isPercent)
    let before = rates.last { $0.range.upperBound <= figure.range.lowerBound }?.range.upperBound ?? sentence.lowerBound
    let own = sums(in: before..<sentence.upperBound)
    guard own.count < 2, rates.count == 1, let place = sentences.firstIndex(of: sentence) else { return own }
    let near = sentences[max(0, place - 1)...min(sentences.count - 1, place + 1)]
    return near.flatMap { $0 == sentence ? own : figures(in: $0).contains(where: \.isPercent) ? [] : sums(in: $0) }
  }
}

extension ArraySlice<ProseQuantity> {
  /// The part, alone or with what stands beside it, or what two lie apart where no part is given, is that share of some.
  fileprivate func give(_ percent: WrittenNumber, of part: ProseQuantity?) -> Bool {
    let runs = indices.flatMap { start in
      (start..<endIndex).compactMap { end in
        StatedAmount(sumOf: self[start...end].map(\.value)).map { (range: start...end, sum: $0) }
      }
    }
    let place = part.flatMap { part in firstIndex { $0.figure == part.figure } }
    return runs.contains { one in
      guard place.map(one.range.contains) ?? true else { return false }
      return runs.contains { whole in
        one.range != whole.range && WrittenRatio(percent: percent, part: one.sum, whole: whole.sum).isRight
          || part == nil && WrittenRatio(percent: percent, part: whole.sum.gap(to: one.sum), whole: whole.sum).isRight
      }
    }
  }
}

extension String {
  /// 资金到位率 and 到位率达 are that rate of all of it, 货物采购节约率 is that of a part.
  fileprivate func names(_ rate: String) -> Bool {
    guard let place = offset(of: rate) else { return false }
    let scalars = Array(unicodeScalars)
    let lead = String(scalars: Array(scalars[..<place]))
    let link = String(scalars: Array(scalars[(place + rate.unicodeScalars.count)...]))
    return Self.wholes.contains(lead) && ["", "为", "达", "达到", "是", "约"].contains(link)
  }

  private static let wholes: Set<String> = [
    "", "资金", "项目资金", "预算资金", "财政资金", "专项资金", "补助资金", "采购", "政府采购", "投资", "总", "项目", "经费", "预算", "总体", "总资金", "项目总资金",
    "采购资金",
  ]
}
