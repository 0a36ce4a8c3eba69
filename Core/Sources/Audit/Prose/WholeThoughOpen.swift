import Figures
import Reading
import Rules
import Text

/// A rate of all of them, beside some that are still under way: 13个中心标准化率100%，其中11个已完成，2个正在改造.
struct WholeThoughOpen {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["100%"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 4 else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, percent.value == Rational(100), figure.isUnbounded else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard let end = ["率", "率达", "率为", "率达到"].first(where: words.ends), !end.isEmpty,
      // What has begun or was looked at need not be done.
      !words.holds(anyOf: ["开工", "启动", "受理", "覆盖", "到位", "检查", "纳入", "签约", "支付", "执行", "合格", "录入", "目标", "备案"])
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap(ProseQuantity.init)
    let behind = passage.figures(in: figure.range.upperBound..<max(figure.range.upperBound, sentence.upperBound))
      .compactMap(ProseQuantity.init)
    guard let whole = before.last(where: { !["", "元"].contains($0.unit) }), behind.count >= 2 else { return nil }
    let parts = Array(behind.prefix { $0.unit == whole.unit })
    guard parts.count == 2, let done = parts.first, let open = parts.last, open.value.exact > .zero,
      StatedAmount(sumOf: [done.value, open.value])?.relation(to: whole.value) == .agree,
      passage.isOpen(open.figure), !passage.isOpen(done.figure)
    else { return nil }
    return Finding(
      at: [figure, open.figure, whole.figure].map { .text(passage.passage.place($0.range)) },
      "写\(words)\(passage.quote(figure))，而 \(passage.quote(whole.figure))里还有 \(passage.quote(open.figure))没有完成。",
      derivation: "\(passage.quote(done.figure)) < \(passage.quote(whole.figure))")
  }
}

extension PassageReading {
  /// Its clause says that it is under way or not yet done.
  fileprivate func isOpen(_ figure: WrittenFigure) -> Bool {
    text(clause(at: figure.range.lowerBound)).holds(anyOf: [
      "正在", "在建", "未完成", "尚未", "未达标", "未完工", "未建成", "未竣工", "未开工", "未办结", "未整改", "延期", "推迟",
    ])
  }
}
