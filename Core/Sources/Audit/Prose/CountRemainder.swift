import Figures
import Reading
import Rules
import Text

/// What is left of things that were counted, told beside what was done of them: 受理426件，已办结419件，剩余7件.
struct CountRemainder {
  let whole: ProseQuantity
  let done: ProseQuantity
  let left: ProseQuantity

  static let finder = PassageFinder(in: .threeFigures, holding: allLeft) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { CountRemainder(wrong: $0, in: passage)?.finding(in: passage) }
  }

  /// nil for other figures, and where what is left comes out in some way.
  private init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let left = ProseQuantity(figure), !["㎡", ""].contains(left.unit), passage.isLeft(figure) else {
      return nil
    }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.figures(in: part.lowerBound..<figure.range.lowerBound).filter { !$0.isPercent }
    let alike = told.compactMap(ProseQuantity.init).filter { $0.unit == left.unit }
    // 其余5处正在整改，3处列入计划 is in two parts.
    let further = passage.figures(in: figure.range.upperBound..<max(figure.range.upperBound, part.upperBound))
    guard !further.contains(where: { ProseQuantity($0)?.unit == left.unit }) else { return nil }
    guard alike.count == 2, let whole = alike.first, let done = alike.last,
      told.last == done.figure || passage.isInTurn(told + [figure]),
      whole.value.exact > done.value.exact,
      // What was spent of a budget is Remainder's matter.
      left.unit == "元"
        ? passage.isRecovered(done.figure) || passage.isUsed(done.figure, of: whole.figure)
        : whole.value.slack == .zero && done.value.slack == .zero,
      left.unit == "元" || passage.isDone(done.figure),
      !passage.isDone(whole.figure) || passage.isBegun(whole.figure, done.figure),
      let right = whole.value.exact.subtracting(done.value.exact), right != left.value.exact,
      left.unit != "元"
        || StatedAmount(right, slack: whole.value.slack).with(done.value.slack).relation(to: left.value) != .agree
    else { return nil }
    (self.whole, self.done, self.left) = (whole, done, left)
  }

  private func finding(in passage: PassageReading) -> Finding {
    let quotes = [whole, done, left].map { passage.quote($0.figure) }
    let gap = whole.value.exact.subtracting(done.value.exact) ?? .zero
    let right = left.unit == "元" ? StatedAmount(gap, slack: .zero).spoken : gap.spoken(2)
    return Finding(
      at: [left, whole, done].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) 减去 \(quotes[1]) 为 \(right)，所写其余 \(quotes[2])。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(right) ≠ \(quotes[2])")
  }

  private static let allLeft = leftWords + leftBehind
  fileprivate static let leftWords = [
    "其余", "剩余", "余下", "剩下", "尚有", "仍有", "还有", "未办结", "未整改", "未完成", "未化解", "未解决", "未处理", "未销号", "未回复", "未开工", "未完工",
    "未验收", "未拨付", "未收", "未缴", "欠缴", "欠收", "尚欠", "不合格的", "未通过", "未达标", "未到位", "未发放", "未签订", "未修复", "在办",
    "待办", "在建", "未脱贫", "未消除", "未就业", "未安置",
  ]
  fileprivate static let leftBehind = [
    "不合格", "未", "正在", "仍在", "尚未", "暂未", "推迟", "延期", "延后", "顺延", "滞后", "逾期",
  ]
  fileprivate static let doneWords = [
    "办结", "办理", "整改", "完成", "化解", "处理", "处置", "合格", "解决", "销号", "消除", "验收", "竣工", "完工", "开工", "回复", "通过", "审结", "执结",
    "结案", "清理", "修复", "落实", "拆除", "收回", "追回", "达标", "消除", "脱贫", "安置", "就业", "采集",
  ]
}

extension PassageReading {
  /// 486户、1742人，已消除352户、1286人，未消除134户、456人: all of two units, one after the other.
  fileprivate func isInTurn(_ figures: [WrittenFigure]) -> Bool {
    let units = figures.compactMap { ProseQuantity($0)?.unit }
    guard units.count == figures.count, (5...6).contains(units.count), units[0] != units[1] else { return false }
    return units.indices.allSatisfy { units[$0] == units[$0 % 2] }
  }

  /// 剩余 before it, or 不合格 right behind it.
  fileprivate func isLeft(_ figure: WrittenFigure) -> Bool {
    let before = text(words(before: figure)).withoutBlanks
    if before.holds(anyOf: CountRemainder.leftWords) { return !before.holds(anyOf: ["上年", "去年", "以前"]) }
    // 未消除134户、546人 tells of both.
    if before.isEmpty, let one = self.figure(before: figure.range.lowerBound),
      text(one.range.upperBound..<figure.range.lowerBound).withoutBlanks == "、"
    {
      return text(words(before: one)).holds(anyOf: CountRemainder.leftWords)
    }
    let behind = text(figure.range.upperBound..<min(scalars.count, figure.range.upperBound + 3)).withoutBlanks
    return behind.begins(with: "不合格")
      || before.count <= 2 && CountRemainder.leftBehind.contains(where: behind.begins)
  }

  /// 开工42个，完工38个: what was begun is not done.
  fileprivate func isBegun(_ whole: WrittenFigure, _ done: WrittenFigure) -> Bool {
    let (first, second) = (text(words(before: whole)), text(words(before: done)))
    return first.holds(anyOf: ["开工", "实施", "启动"]) && !first.holds(anyOf: ["完工", "完成", "竣工", "建成"])
      && second.holds(anyOf: ["完工", "竣工", "建成", "完成"])
  }

  /// 7000万元中，已使用4620万元: the whole is named as such.
  fileprivate func isUsed(_ done: WrittenFigure, of whole: WrittenFigure) -> Bool {
    let between = text(whole.range.upperBound..<max(whole.range.upperBound, done.range.lowerBound)).withoutBlanks
    return between.begins(with: "中") && between.holds("已")
  }

  /// Money that was taken back or paid off.
  fileprivate func isRecovered(_ figure: WrittenFigure) -> Bool {
    text(words(before: figure)).holds(anyOf: [
      "追回", "收回", "退回", "追缴", "清偿", "偿还", "化解", "清退", "整改", "兑付", "清收", "上缴", "实收", "已收", "已缴",
      "实缴", "征收",
    ])
  }

  /// Words for what was done with it, and none for what was not.
  fileprivate func isDone(_ figure: WrittenFigure) -> Bool {
    let before = text(words(before: figure)).withoutBlanks
    // 10个按期完成 says behind it what was done.
    let clause = clause(at: figure.range.lowerBound)
    let behind = text(figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)).withoutBlanks
    let isBehind =
      before.isEmpty && !behind.isEmpty && behind.unicodeScalars.count <= 10 && figures(in: clause) == [figure]
    // 已消除352户、1286人 tells of both.
    let one = before.isEmpty && !isBehind ? self.figure(before: figure.range.lowerBound) : nil
    let isSecond = one.map { text($0.range.upperBound..<figure.range.lowerBound).withoutBlanks == "、" } ?? false
    let words = isSecond ? one.map { text(self.words(before: $0)).withoutBlanks } ?? "" : isBehind ? behind : before
    return words.holds(anyOf: CountRemainder.doneWords) && !words.holds(anyOf: ["未", "不", "应", "需", "待", "拟"])
  }

}
