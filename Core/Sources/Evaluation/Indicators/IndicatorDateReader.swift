import Text

/// Reads dates as people write them in target and actual values.
enum IndicatorDateReader {
  private static let beginnings = ["于", "在", "截至", "截止到", "截止"]
  private static let closings = [
    "全部完成", "全面完成", "已完成", "完成", "完工", "竣工", "办结", "建成", "投入使用", "到位", "发放", "支付",
  ]
  /// The text with its digits taken out; how many numbers belong to it follows from its 年, 月 and 日.
  private static let dated: Set<String> = [
    "年", "年前", "年底", "年底前", "年末", "年末前", "年内", "年月", "年月前", "年月底", "年月底前", "年月末", "年月末前", "年月内",
    "年月日", "年月日前", "年月日之前", "年月日以前", "年月日止", "-", "--", "..", "//", "--前", "..前", "//前",
  ]
  private static let yearless: Set<String> = [
    "年底", "年底前", "年末", "年末前", "年内", "月", "月前", "月底", "月底前", "月末", "月末前", "月内", "月日", "月日前", "月日之前", "月日以前",
  ]

  /// "2024年12月31日前", "2024年12月底前完成", "2024-12-31", "12月底前", "年底前"; nil for anything else.
  static func date(in text: String) -> IndicatorValue.DateLimit? {
    guard text.unicodeScalars.contains(where: { ["年", "月", "-", ".", "/"].contains($0) }) else { return nil }
    let (numbers, others) = parts(of: trimmed(text))
    let isLimit = others.hasSuffix("前") || others.hasSuffix("内")
    if let year = numbers.first, (1990...2099).contains(year), dated.contains(others), numbers.count <= 3 {
      return limit(year, numbers.dropFirst(), isLimit)
    }
    let expected = others.contains("月") ? (others.contains("日") ? 2 : 1) : 0
    guard yearless.contains(others), numbers.count == expected else { return nil }
    return limit(nil, numbers[...], isLimit)
  }

  private static func limit(
    _ year: Int?, _ numbers: ArraySlice<Int>, _ isLimit: Bool
  ) -> IndicatorValue.DateLimit? {
    let month = numbers.first ?? 12
    let day = numbers.dropFirst().first ?? 31
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return .init(year: year, month: month, day: day, isLimit: isLimit)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text
    if let beginning = beginnings.first(where: rest.begins) {
      rest = String(rest.unicodeScalars.dropFirst(beginning.scalarCount))
    }
    while let closing = closings.first(where: rest.ends) {
      rest = String(rest.unicodeScalars.dropLast(closing.scalarCount))
    }
    return rest
  }

  private static func parts(of text: String) -> (numbers: [Int], others: String) {
    var numbers: [Int] = []
    var digits = ""
    var others = ""
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
        others.unicodeScalars.append(scalar)
      }
    }
    if let number = Int(digits) { numbers.append(number) }
    return (numbers, others)
  }
}
