import Evaluation

/// Times as people in China read them.
struct Moment {
  private let civil: CivilDay
  /// Since its beginning.
  private let seconds: Int

  /// From Unix seconds.
  init(_ seconds: Int64) {
    civil = CivilDay(inChinaAt: seconds)
    self.seconds = Int(seconds - civil.beginningInChina)
  }

  private var year: Int { civil.year }
  private var month: Int { civil.month }
  private var day: Int { civil.day }
  private var hour: Int { seconds / 3_600 }
  private var minute: Int { seconds / 60 % 60 }
  private var second: Int { seconds % 60 }

  /// "2025年3月15日 14:02"
  var full: String { "\(year)年\(month)月\(day)日 \(Self.two(hour)):\(Self.two(minute))" }
  /// "2025-03-15"
  var isoDay: String { civil.description }
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
