import Evaluation
import Figures
import Reading
import Text

/// An actual value that running text never tells, while it tells its digits in another order of what is called alike:
/// 接待查档2845人次 beside 查档利用人次, 2854人次.
struct SlippedActual {
  let line: IndicatorLine
  let actual: NamedQuantity
  let told: NamedQuantity

  /// nil where the value is told rightly anywhere, has too few digits, or several may be meant.
  init?(of actual: NamedQuantity, on line: IndicatorLine, among told: [NamedQuantity]) {
    let digits = actual.quantity.value.exact.spoken(4).filter { $0 != "." }
    guard digits.count >= 4, Set(digits).count >= 3, actual.quantity.unit != "%",
      !told.contains(where: { $0.quantity.value.relation(to: actual.quantity.value) == .agree })
    else { return nil }
    let slipped = told.filter { other in
      other.place != nil && other.quantity.isTransposed(actual.quantity) && other.name.sharesWords(with: actual.name)
    }
    guard let first = slipped.first,
      slipped.allSatisfy({ $0.quantity.value.relation(to: first.quantity.value) == .agree })
    else { return nil }
    (self.line, self.actual, self.told) = (line, actual, first)
  }
}

extension String {
  /// Two neighbouring ideographs stand in both, besides what every indicator is called by.
  func sharesWords(with other: String) -> Bool {
    let scalars = Array(unicodeScalars)
    return zip(scalars, scalars.dropFirst()).contains { first, second in
      guard first.isIdeograph, second.isIdeograph else { return false }
      let pair = String(scalars: [first, second])
      return !Self.common.contains(pair) && other.holds(pair)
    }
  }

  private static let common: Set<String> = [
    "数量", "人数", "人次", "完成", "全年", "年度", "累计", "实际", "指标", "项目", "工作", "情况", "开展", "组织", "全县", "全区", "全市",
  ]
}
