import Figures
import Reading
import Rules
import Text

/// More that was dealt with than there was to deal with, told right behind it: 发现问题9个，已整改11个；拨打400人，成功访问452人.
struct MoreThanThereWere {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// What there is, and what can become of no more than all of it. Cases and complaints are none: what was open at the
  /// end of the year before is closed in this one, mostly without a word.
  private static let pairs: [(there: [String], done: [String])] = [
    (["发现", "排查", "查出", "梳理", "存在", "摸排", "反馈", "交办"], ["整改", "销号", "消除", "处置", "化解", "解决", "办结", "修复"]),
    (["需化解", "应化解", "需解决", "应整改", "需整改", "应办", "应处置", "待化解"], ["化解", "解决", "整改", "办结", "处置"]),
    (["拨打", "发放问卷", "发出问卷", "发放调查", "抽样", "电话回访", "抽取"], ["接通", "收回", "回收", "成功访问", "访问成功", "有效"]),
    (["报名"], ["录取", "录用"]),
    (["参训", "培训"], ["取证", "取得证书", "获证", "考核合格", "结业"]),
    (["抽检", "抽查", "检测", "检验", "送检", "抽样"], ["不合格"]),
    (["调解"], ["成功"]),
    (["在档", "在册", "建档"], ["脱贫", "脱困", "退出", "消除风险"]),
    (["应参加", "应到", "应检", "应种", "应保", "应缴", "应报", "应签"], ["实际参加", "实到", "实检", "接种", "实缴", "上报", "签约", "签订"]),
  ]
  /// What was there before, or comes on top, may be dealt with as well.
  private static let besides = [
    "上年", "去年", "往年", "历年", "结转", "存量", "遗留", "累计", "含", "超额", "以前", "历史", "跨年", "积存", "旧存", "各", "分别", "同比", "目标",
    "计划",
  ]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let done = ProseQuantity(figure), !["", "元", "㎡"].contains(done.unit), done.value.slack == .zero else {
      return nil
    }
    let told = passage.text(passage.words(before: figure)).withoutBlanks
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    guard told.unicodeScalars.count <= 10, let there = passage.quantity(before: figure, countedIn: done.unit, in: part),
      there.value.slack == .zero, done.value.relation(to: there.value) == .above
    else { return nil }
    let words = passage.text(passage.words(before: there.figure)).withoutBlanks
    guard
      pairs.contains(where: {
        words.holds(anyOf: $0.there) && told.holds(anyOf: $0.done) && !words.holds(anyOf: $0.done)
      }),
      // 各类隐患 are all of them, 各县隐患 are not.
      !passage.text(part).split(separator: "各类").joined().holds(anyOf: besides)
    else { return nil }
    let quotes = [there, done].map { passage.quote($0.figure) }
    return Finding(
      at: [done, there].map { .text(passage.passage.place($0.figure.range)) },
      "“\(words)”\(quotes[0])，“\(told)”\(quotes[1])，后者不应大于前者，请核对。", derivation: "\(quotes[1]) > \(quotes[0])")
  }
}

extension PassageReading {
  /// The quantity of a unit that stands next before a figure, with no other counts of anything between.
  fileprivate func quantity(before figure: WrittenFigure, countedIn unit: String, in part: Range<Int>) -> ProseQuantity?
  {
    let before = figures(in: part.lowerBound..<figure.range.lowerBound).filter {
      $0.kind.extent != nil && !$0.isPercent
    }
    return before.last.flatMap(ProseQuantity.init).flatMap { $0.unit == unit ? $0 : nil }
  }
}
