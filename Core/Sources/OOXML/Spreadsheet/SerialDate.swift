/// A day and a time as spreadsheets count them: days since the end of 1899, or since the beginning of 1904.
struct SerialDate: Hashable {
  let year: Int
  let month: Int
  let day: Int
  /// Seconds of the day.
  let seconds: Int
  private let weekday: Int

  /// nil for what lies outside of the calendar.
  init?(_ number: DecimalText, startsIn1904: Bool) {
    guard let whole = number.floor, whole <= 2_958_465 else { return nil }
    var seconds = Self.seconds(number.fraction)
    var count = whole + (startsIn1904 ? 1462 : 0)
    if seconds == 86_400 { (count, seconds) = (count + 1, 0) }
    self.seconds = seconds
    // Spreadsheets hold 1900 for a leap year: day 60 is a day that never was.
    if count == 60 {
      (year, month, day, weekday) = (1900, 2, 29, 3)
      return
    }
    let since1970 = count - (count > 60 ? 25_569 : 25_568)
    (year, month, day) = Self.civil(since1970)
    weekday = ((since1970 + 4) % 7 + 7) % 7
  }

  /// The day of the calendar, so many days after the beginning of 1970.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    // Counted in years that begin in March, so that leap days come last.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// A part of a day in whole seconds, rounded.
  private static func seconds(_ fraction: String) -> Int {
    let digits = (fraction + "000000000").prefix(9)
    return ((Int(digits) ?? 0) * 86_400 + 500_000_000) / 1_000_000_000
  }

  func shown(_ tokens: [DateToken]) -> String {
    tokens.map { token in
      switch token {
      case .words(let words): words
      case .year(let count): count <= 2 ? Self.padded(year % 100, 2) : String(year)
      case .month(let count): count <= 2 ? Self.padded(month, count) : "\(month)月"
      case .day(let count):
        count <= 2 ? Self.padded(day, count) : (count == 3 ? "周" : "星期") + Self.weekdays[weekday]
      case .hour(let count, let isHalf):
        Self.padded(isHalf ? (seconds / 3600 + 11) % 12 + 1 : seconds / 3600, count)
      case .minute(let count): Self.padded(seconds / 60 % 60, count)
      case .second(let count): Self.padded(seconds % 60, count)
      case .half: seconds < 43_200 ? "上午" : "下午"
      }
    }.joined()
  }

  private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

/// A part of a date's format, each with how often its letter stands there.
enum DateToken: Hashable {
  case words(String)
  case year(Int)
  case month(Int)
  case day(Int)
  case hour(Int, isHalf: Bool)
  case minute(Int)
  case second(Int)
  /// 上午, 下午.
  case half

  static func list(_ signs: [FormatSign]) -> [DateToken] {
    let isHalf = hasHalf(signs)
    var tokens: [DateToken] = []
    var index = 0
    while index < signs.count {
      guard case .plain(let sign) = signs[index] else {
        if case .words(let words) = signs[index] { tokens.append(.words(words)) }
        index += 1
        continue
      }
      let letter = Character(sign.lowercased())
      var end = index
      while end < signs.count, case .plain(let next) = signs[end], next.lowercased() == String(letter) { end += 1 }
      let count = end - index
      switch letter {
      case "y", "e": tokens.append(.year(letter == "e" ? 4 : count))
      case "m": tokens.append(isMinute(tokens, signs[end...]) ? .minute(min(count, 2)) : .month(count))
      case "d": tokens.append(.day(count))
      case "h": tokens.append(.hour(min(count, 2), isHalf: isHalf))
      case "s": tokens.append(.second(min(count, 2)))
      case "a":
        // aaa and aaaa are days of the week, AM/PM halves of a day.
        if count >= 3 {
          tokens.append(.day(count))
        } else {
          tokens.append(.half)
          index += half(signs[index...])
          continue
        }
      case "0": break
      default: tokens.append(.words(String(repeating: sign, count: count)))
      }
      index = end
    }
    return tokens
  }

  private static func hasHalf(_ signs: [FormatSign]) -> Bool { signs.indices.contains { half(signs[$0...]) > 1 } }

  /// How many signs AM/PM or A/P takes here; 1 where neither stands.
  private static func half(_ signs: ArraySlice<FormatSign>) -> Int {
    let text = String(signs.prefix(5).map { if case .plain(let sign) = $0 { sign } else { " " } }).lowercased()
    return text == "am/pm" ? 5 : text.hasPrefix("a/p") ? 3 : 1
  }

  /// m is a minute behind hours or before seconds.
  private static func isMinute(_ before: [DateToken], _ behind: ArraySlice<FormatSign>) -> Bool {
    let last = before.last { if case .words = $0 { false } else { true } }
    if case .hour? = last { return true }
    let next = behind.first { sign in
      if case .plain(let letter) = sign { letter.isLetter } else { false }
    }
    return next == .plain("s") || next == .plain("S")
  }
}
