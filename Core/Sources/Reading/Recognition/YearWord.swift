import Text

/// Which year a caption speaks of.
enum YearWord: Hashable, Sendable {
  case number(Int)
  /// 本年, 当年.
  case this
  /// 上年, 去年.
  case last

  /// nil where it names none.
  init?(of label: String) {
    // Every one of these words has the scalar 年, or stands for it in a form.
    guard let place = label.unicodeScalars.firstIndex(of: "年") else { return nil }
    if label.holds("{lastYear}") {
      self = .last
    } else if label.holds("{year}") {
      self = .this
    } else if let number = Self.number(before: place, in: label) {
      self = .number(number)
    } else if label.holds(anyOf: ["上年", "去年", "上一年"]) {
      self = .last
    } else if label.holds(anyOf: ["本年", "当年", "今年"]) {
      self = .this
    } else {
      return nil
    }
  }

  /// The four digits before a 年, blanks aside.
  private static func number(before place: String.Index, in label: String) -> Int? {
    let digits = label.unicodeScalars[..<place].map(\.halfWidth).filter { !$0.isBlank }.suffix(4)
    guard digits.count == 4, digits.allSatisfy(\.isDigit) else { return nil }
    return Int(String(scalars: digits))
  }

  /// Years before the one that `year` tells: 1 for the last one.
  func yearsBack(from year: Int?) -> Int? {
    switch self {
    case .this: 0
    case .last: 1
    case .number(let number): year.map { $0 - number }
    }
  }
}
