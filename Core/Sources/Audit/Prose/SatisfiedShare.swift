import Figures
import Reading
import Rules
import Text

/// A satisfaction told behind those who were asked and the answers that count as satisfied:
/// 收回问卷463份，满意287家、比较满意149家，综合满意度96.17%.
struct SatisfiedShare {
  static let finder = PassageFinder(in: .threeFigures, holding: ["满意"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where the share comes out of some of the answers, or what was asked cannot be told.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let name = passage.text(passage.words(before: figure)).withoutBlanks.withoutLinks
    guard name.ends(with: "满意度") || name.ends(with: "满意率"), !name.holds(anyOf: ["目标", "上年", "去年", "上升", "提高"]) else {
      return nil
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    // Behind another satisfaction the answers are told anew.
    let start = told.lastIndex { one in
      one.isPercent && passage.text(passage.words(before: one)).holds(anyOf: ["满意度", "满意率"])
    }
    let quantities = told[(start.map { $0 + 1 } ?? 0)...].compactMap(ProseQuantity.init).filter {
      !["", "元", "㎡"].contains($0.unit)
    }
    let answers = Array(quantities.suffix { passage.isSatisfied($0.figure) })
    let asked = quantities.dropLast(answers.count).filter {
      passage.text(passage.words(before: $0.figure)).holds(anyOf: askedWords)
    }
    guard answers.count >= 2, let base = asked.last, Set(answers.map(\.unit)).count == 1,
      let all = StatedAmount(sumOf: answers.map(\.value)), all.relation(to: base.value) == .below
    else { return nil }
    let parts = [all] + answers.map(\.value)
    func gives(_ part: StatedAmount, _ whole: ProseQuantity) -> Bool {
      WrittenRatio(percent: percent, part: part, whole: whole.value).isRight
    }
    guard !asked.contains(where: { whole in parts.contains { gives($0, whole) } }) else { return nil }
    let working =
      "（\(answers.map { passage.quote($0.figure) }.joined(separator: " + "))）÷ \(passage.quote(base.figure))"
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: all, whole: base.value), working: working,
      ranges: [base.figure.range] + answers.map(\.figure.range)
    ).look(at: figure, in: passage).finding
  }

  private static let askedWords = ["问卷", "收回", "回收", "有效", "调查", "走访", "访问", "抽查", "抽样", "受访", "随机"]
}

extension PassageReading {
  /// 满意, 比较满意, 基本满意 right before it; not 不满意.
  fileprivate func isSatisfied(_ figure: WrittenFigure) -> Bool {
    var words = text(words(before: figure)).withoutBlanks.withoutLinks
    if let quote = words.last, quote == "”" || quote == "\"" { words.removeLast() }
    return words.ends(with: "满意") && !words.ends(with: "不满意")
  }
}

extension [ProseQuantity] {
  /// The last ones for which something holds.
  fileprivate func suffix(while holds: (ProseQuantity) -> Bool) -> ArraySlice<ProseQuantity> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? 0)...]
  }
}

extension String {
  /// Without the links that lead to a number: 为, 达, 的.
  fileprivate var withoutLinks: String {
    var name = self
    while let link = ["达到", "为", "是", "达", "的", "有"].first(where: name.ends) { name.removeLast(link.count) }
    return name
  }
}
