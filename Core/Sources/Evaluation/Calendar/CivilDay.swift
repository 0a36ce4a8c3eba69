/// A day of the calendar without a time: what deadlines are counted in.
public struct CivilDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// Days since 1970-01-01, negative before.
  public init(number: Int) { self.number = number }

  /// nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, in: year) else { return nil }
    // In eras of 400 years that begin on 1 March, so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// ISO 8601 with all its zeros, "2025-03-31"; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    let numbers = [bytes[0..<4], bytes[5..<7], bytes[8..<10]].map { digits -> Int? in
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that it is in China at a moment in Unix seconds.
  public init(inChinaAt seconds: Int64) {
    let local = seconds + Self.aheadInChina
    number = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// Of the Gregorian calendar, also before it was in use.
  public var year: Int { civil.year }
  /// 1 to 12.
  public var month: Int { civil.month }
  /// 1 to 31.
  public var day: Int { civil.day }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int { Self.modulo(number + 3, 7) + 1 }

  /// ISO 8601: "2025-03-31".
  public var description: String {
    let (year, month, day) = civil
    return Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
  }

  /// So many days on, or back where they are negative.
  public func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The same day so many months on, or back where they are negative; of a month that is shorter, its last day.
  public func adding(months: Int) -> CivilDay {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return CivilDay(year: year, month: month, day: min(day, Self.length(ofMonth: month, in: year))) ?? self
  }

  /// When it begins in China, in Unix seconds.
  public var beginningInChina: Int64 { Int64(number) * 86_400 - Self.aheadInChina }

  /// The seconds by which clocks in China are ahead, all year.
  private static let aheadInChina: Int64 = 8 * 3_600

  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func modulo(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
