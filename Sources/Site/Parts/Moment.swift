/// Times as people in China read them: UTC+8 all year.
struct Moment {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int

  /// From Unix seconds.
  init(_ seconds: Int64) {
    let local = seconds + 8 * 3_600
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = Int(local - days * 86_400)
    (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    // Civil date from days since 1970-01-01, in eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  /// "2025年3月15日 14:02"
  var full: String { "\(year)年\(month)月\(day)日 \(Self.two(hour)):\(Self.two(minute))" }
  /// "2025-03-15"
  var isoDay: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
  /// "3月15日 14:02"
  var short: String { "\(month)月\(day)日 \(Self.two(hour)):\(Self.two(minute))" }
  /// "14:02:31"
  var clock: String { "\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// "2025-03-31" as "2025年3月31日"; anything else as it is.
  static func day(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : iso
  }
}
