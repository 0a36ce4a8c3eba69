import Reading
import Text

/// A telephone number in a text.
struct PhoneNumber {
  let range: Range<Int>
  let isMobile: Bool
  let masked: String

  static func found(in writing: Writing) -> [PhoneNumber] {
    DigitRun.found(in: writing, atLeast: 7).compactMap { PhoneNumber($0, in: writing) }
  }

  private init?(_ run: DigitRun, in writing: Writing) {
    if Self.isMobile(run), !Self.isQuantity(run, in: writing) {
      self.init(range: run.range, isMobile: true, masked: run.masked())
    } else if Self.isLandline(run, in: writing) {
      self.init(range: run.range, isMobile: false, masked: run.masked(first: 4, last: 2))
    } else {
      return nil
    }
  }
  private init(range: Range<Int>, isMobile: Bool, masked: String) {
    self.range = range
    self.isMobile = isMobile
    self.masked = masked
  }

  /// 1, then 3 to 9, then nine more, with 86 before it or not.
  private static func isMobile(_ run: DigitRun) -> Bool {
    var digits = run.digits[...]
    if digits.count == 13, digits.prefix(2) == [8, 6] { digits = digits.dropFirst(2) }
    guard digits.count == 11, digits.first == 1, let second = digits.dropFirst().first, second >= 3 else {
      return false
    }
    let lengths = run.groups.map(\.count)
    return lengths.count == 1 || [[3, 4, 4], [2, 11], [2, 3, 4, 4], [3, 8], [7, 4]].contains(lengths)
  }

  private static let units: Set<Unicode.Scalar> = Set("元万亿千百吨斤公亩平立人个户件次台份角分股㎡%".unicodeScalars)
  private static let phoneWords: WordFinder = ["电话", "手机", "联系", "热线", "微信", "座机", "传真", "tel", "phone"]
  private static let codeWords: WordFinder = [
    "编号", "编码", "代码", "单号", "文号", "序号", "证号", "合同号", "发票", "订单", "¥", "￥", "金额", "卡号", "许可证", "备案",
  ]

  /// Counts or names something else than a telephone.
  private static func isQuantity(_ run: DigitRun, in writing: Writing) -> Bool {
    if let behind = writing.scalar(at: writing.skippingBlanks(from: run.range.upperBound)), units.contains(behind) {
      return true
    }
    let isIntroduced = writing.hasBefore(run.range.lowerBound, within: 12, phoneWords)
    if writing.hasBefore(run.range.lowerBound, within: 8, codeWords), !isIntroduced { return true }
    return run.digits.suffix(5).allSatisfy { $0 == 0 } && !isIntroduced
  }

  /// 0734-5812345, or seven or eight digits behind 电话.
  private static func isLandline(_ run: DigitRun, in writing: Writing) -> Bool {
    let lengths = run.groups.map(\.count)
    let opensWithZero = run.digits.first == 0 && run.digits.dropFirst().first != 0
    if lengths.count == 2, opensWithZero, (3...4).contains(lengths[0]), (7...8).contains(lengths[1]) { return true }
    guard lengths.count == 1 else { return false }
    let isIntroduced = writing.hasBefore(run.range.lowerBound, within: 6, phoneWords)
    return isIntroduced && ((7...8).contains(lengths[0]) || (opensWithZero && (11...12).contains(lengths[0])))
  }
}
