/// A word or mark around a number, and the comparison it stands for.
struct IndicatorValueWord: Sendable {
  let spelling: [Unicode.Scalar]
  /// nil where it compares nothing: 约, 共.
  let sign: IndicatorValue.Sign?
  /// Counts only behind one of these; empty for anywhere.
  let after: [Unicode.Scalar]

  private init(_ spelling: String, _ sign: IndicatorValue.Sign?, after: [Unicode.Scalar] = []) {
    self.spelling = Array(spelling.unicodeScalars)
    self.sign = sign
    self.after = after
  }

  /// Before the number. Longer spellings first.
  private static let opening: [IndicatorValueWord] =
    words(
      [">=", "=>", "≥", "≧", "⩾", "≮", "大于等于", "大于或等于", "高于或等于", "不少于", "不低于", "不小于", "至少", "达到"], .atLeast)
    + words(["<=", "=<", "≤", "≦", "⩽", "≯", "小于等于", "小于或等于", "低于或等于", "不超过", "不高于", "不多于", "不大于", "控制在"], .atMost)
    + words(["超过", "大于", "高于", "多于", ">"], .moreThan)
    + words(["小于", "低于", "少于", "<"], .lessThan)
    + words(["等于", "="], .equal)
    + words(
      [
        "实际完成", "超额完成", "已完成", "完成", "已实现", "实现", "同比增长", "增长", "新增", "提高", "提升", "上升", "累计", "共计", "总计",
        "合计", "大约", "约", "共", "达", "为", "≈",
      ], nil)

  /// Behind the number and its unit. Longer spellings first.
  private static let closing: [IndicatorValueWord] =
    words(["及以上", "或以上", "以上"], .atLeast)
    + words(["及以下", "或以下", "以下", "及以内", "以内", "之内"], .atMost)
    + [IndicatorValueWord("内", .atMost, after: ["日", "天", "月", "年", "时", "周"])]
    + words(["左右", "上下"], nil)

  /// Those before a number by their first scalar, those behind one by their last.
  static let openings = Dictionary(grouping: opening) { $0.spelling.first ?? " " }
  static let closings = Dictionary(grouping: closing) { $0.spelling.last ?? " " }

  private static func words(_ spellings: [String], _ sign: IndicatorValue.Sign?) -> [IndicatorValueWord] {
    spellings.map { IndicatorValueWord($0, sign) }
  }
}
