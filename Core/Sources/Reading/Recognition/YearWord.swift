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
    let scalars = label.folded.unicodeScalars.map(\.self)
    if let place = scalars.firstIndex(of: "年"), place >= 4, scalars[place - 4..<place].allSatisfy(\.isDigit),
      let number = Int(String(String.UnicodeScalarView(scalars[place - 4..<place])))
    {
      self = .number(number)
    } else if label.holds("{lastYear}") {
      self = .last
    } else if label.holds("{year}") {
      self = .this
    } else if label.holds(anyOf: ["上年", "去年", "上一年"]) {
      self = .last
    } else if label.holds(anyOf: ["本年", "当年", "今年"]) {
      self = .this
    } else {
      return nil
    }
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
