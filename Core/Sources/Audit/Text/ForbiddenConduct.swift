import Reading
import Text

/// Words for misusing money that are neither denied nor forbidden.
enum ForbiddenConduct {
  private static let words: WordFinder = [
    "挪用", "截留", "挤占", "小金库", "套取", "骗取", "账外账", "坐收坐支", "公款私存", "公款私用", "私分", "虚报冒领", "虚列支出", "白条抵库", "违规发放", "滥发补贴",
    "占用", "挤占挪用", "侵占", "贪污",
  ]
  private static let denials: WordFinder = [
    "无", "未", "没有", "不存在", "杜绝", "严禁", "防止", "避免", "禁止", "不得", "不准", "严防", "防范", "预防", "遏制", "坚决", "是否", "不发生", "零",
    "不出现",
    "不能", "不许", "不允许", "不会", "不挪", "不截", "不挤", "不占", "不套", "不虚", "不以", "减少", "降低", "堵住", "堵塞", "警示", "案例",
  ]
  private static let duties: WordFinder = [
    "负责", "查处", "监督", "监管", "整治", "治理", "纠正", "打击", "惩处", "处罚", "追究", "严肃处理", "依法", "制度", "办法", "规定", "条例", "拟订", "制定",
    "一律",
    "举报", "检查", "审计", "排查", "专项行动", "自查", "清理", "追回", "挽回", "收回", "违者", "凡", "对于", "如有", "若有", "如发现", "一经",
  ]
  private static let money: WordFinder = ["资金", "经费", "专款", "公款", "款项", "拨款", "预算"]
  private static let space: WordFinder = [
    "耕地", "林地", "土地", "用地", "场地", "道路", "办公室", "办公用房", "面积", "房", "车", "时间", "人均占", "通道", "农田", "河道", "空间", "库容", "资源",
    "编制",
  ]
  private static let accusation: WordFinder = ["失职", "反贪污", "贪污贿赂"]

  static func found(in writing: Writing) -> [Range<Int>] {
    guard words.occurs(in: writing.scalars) else { return [] }
    guard !(writing.passage?.isHeaded("职责", "职能", "主要职能") ?? false) else { return [] }
    return words.matches(in: writing.scalars).map(\.range).filter { isAdmitted($0, in: writing) }
  }

  private static func isAdmitted(_ word: Range<Int>, in writing: Writing) -> Bool {
    let sentence = writing.sentence(around: word)
    let scalars = writing.scalars
    if isConfessed(word, in: writing) { return true }
    if denials.occurs(in: scalars, sentence.lowerBound..<word.lowerBound) { return false }
    if duties.occurs(in: scalars, sentence) || accusation.occurs(in: scalars, sentence) || isTitle(word, in: writing) {
      return false
    }
    if denials.occurs(in: scalars, word.upperBound..<min(sentence.upperBound, word.upperBound + 12)) { return false }
    guard scalars[word].starts(with: "占用".unicodeScalars) else { return true }
    return money.occurs(in: scalars, sentence) && !space.occurs(in: scalars, sentence)
  }

  /// 年中曾临时挪用资金12万元, …已归还: it was done, whatever the sentence says of rules besides.
  private static func isConfessed(_ word: Range<Int>, in writing: Writing) -> Bool {
    let marks: [Unicode.Scalar] = [",", ";", "。", "\n"]
    let start = writing.scalars[..<word.lowerBound].lastIndex(where: marks.contains).map { $0 + 1 } ?? 0
    let clause =
      start..<(writing.scalars[word.upperBound...].firstIndex(where: marks.contains) ?? writing.scalars.count)
    let before = clause.lowerBound..<word.lowerBound
    return confessions.occurs(in: writing.scalars, before) && !denials.occurs(in: writing.scalars, before)
      && !duties.occurs(in: writing.scalars, clause) && money.occurs(in: writing.scalars, clause)
      && writing.scalars[word.upperBound..<clause.upperBound].contains(where: \.isDigit)
  }
  private static let confessions: WordFinder = ["曾", "一度", "临时"]

  /// Inside 《》.
  private static func isTitle(_ word: Range<Int>, in writing: Writing) -> Bool {
    let before = writing.scalars[..<word.lowerBound]
    guard let open = before.lastIndex(of: "《") else { return false }
    return !before[open...].contains("》")
  }
}
