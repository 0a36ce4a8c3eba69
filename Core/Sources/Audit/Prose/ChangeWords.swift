import Reading
import Text

/// The words between quantities that tell how one came from the other.
extension PassageReading {
  /// The word of rising or falling right before a figure.
  func turn(before figure: WrittenFigure) -> CueMark? {
    marks(in: words(before: figure)).last { $0.cue == .rise || $0.cue == .fall }
  }

  /// ，比上年的, ，较年初预算: one quantity set against another of the year before or of the budget.
  func setsAgainst(_ range: Range<Int>) -> Bool {
    guard !marks(in: range).contains(where: { $0.cue == .rise || $0.cue == .fall }) else { return false }
    let words = text(range).bare
    return isComparison(range)
      || words.unicodeScalars.count <= 12 && words.holds(anyOf: ["比", "较"])
        && words.holds(anyOf: ["预算", "计划", "目标", "任务"])
      || words.unicodeScalars.count <= 16 && words.holds(anyOf: ["比", "较"]) && words.holds(anyOf: Self.norms)
  }

  /// What sets how much something should be: 较管理办法规定的7个工作日.
  private static let norms = [
    "规定", "要求", "标准", "承诺", "法定", "原定", "合同", "概算", "批复", "限额", "限价", "改造前", "实施前", "整治前", "上学期", "上季度", "上半年",
    "上期", "上月", "上一年度", "期初", "基期",
  ]

  /// 增加, or 多 behind 比目标2400人次.
  func turnsAlone(_ range: Range<Int>) -> Bool {
    let words = text(range).withoutBlanks
    return ["多", "少", "高", "低", "多了", "少了", "高出", "低了", "多出", "高了"].contains(words) || isChangeAlone(range)
  }

  /// 增加到, 提高至: from one quantity to the other.
  func leadsFromOneToOther(_ range: Range<Int>) -> Bool {
    if Self.shortTurns.contains(text(range).withoutBlanks) { return true }
    let turns = marks(in: range).filter { $0.cue == .rise || $0.cue == .fall }
    guard turns.count == 1, let turn = turns.first else { return false }
    let rest = scalars[range.lowerBound..<turn.range.lowerBound] + scalars[turn.range.upperBound..<range.upperBound]
    let words = String(String.UnicodeScalarView(rest.filter { !$0.isBlank }))
    return ["到", "至", "为"].contains(words)
  }

  private static let shortTurns: Set<String> = [
    "降至", "降到", "降为", "减至", "减到", "减为", "升至", "升到", "升为", "增至", "增到", "压降至", "压降到", "扩大到", "扩大至", "延长到", "延长至", "缩小到",
    "缩小至", "涨到", "涨至",
  ]

  /// 增长 and no other words.
  func isChangeAlone(_ range: Range<Int>) -> Bool {
    let marks = marks(in: range).filter { $0.cue == .rise || $0.cue == .fall }
    guard marks.count == 1, let mark = marks.first else { return false }
    let rest = scalars[range.lowerBound..<mark.range.lowerBound] + scalars[mark.range.upperBound..<range.upperBound]
    return rest.allSatisfy { $0.isBlank || ["了", "约", ","].contains($0) }
  }

  /// ，比上年的 or ，较去年: one quantity set against the other.
  func isComparison(_ range: Range<Int>) -> Bool {
    let words = text(range).bare
    guard words.unicodeScalars.count <= 12, words.holds("比") || words.holds("较") else { return false }
    return words.holds(anyOf: ["上年", "去年", "同期", "上一年", "年"])
  }
}
