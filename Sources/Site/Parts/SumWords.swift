import Evaluation
import Figures
import Store

/// Sums as people read them.
enum SumWords {
  /// Of an item's kind: amounts in 万元, everything else as a plain number. "1,234.56"
  static func words(_ value: Int64, _ kind: CellKind) -> String {
    let number = grouped(plain(value, kind))
    return kind == .amount ? withCents(number) : number
  }

  /// Two decimals at least, so that amounts under each other can be compared.
  private static func withCents(_ number: String) -> String {
    let decimals = number.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    guard !number.isEmpty, decimals < 2 else { return number }
    return number + (decimals == 0 ? ".00" : "0")
  }

  /// The same without separators, for spreadsheets.
  static func plain(_ value: Int64, _ kind: CellKind) -> String {
    if kind == .amount { return amount(value) }
    let figure = Rational(Int128(value), over: 1_000_000)?.rounded(decimals: Figure.maximumDecimals)
    return figure?.trimmed.description ?? ""
  }

  /// 分 in 万元, exact.
  static func amount(_ fen: Int64) -> String {
    Amount(fen: fen).figure(in: .tenThousandYuan)?.description ?? ""
  }

  static func unit(of kind: CellKind) -> String {
    switch kind {
    case .amount: "万元"
    case .area: "㎡"
    case .points: "分"
    case .count: "人（个）"
    default: ""
    }
  }

  /// "97.53" for a share in per cent, rounded; nil where there is nothing to measure by.
  static func percent(_ part: Int64, of whole: Int64) -> String? {
    share(part, of: whole)?.description
  }

  /// 9753 for the same: the share in hundredths of a per cent.
  static func hundredths(_ part: Int64, of whole: Int64) -> Int64? { share(part, of: whole)?.unscaled }

  /// "70.00%", how many of the filings expected were sent in time; "—" where none is expected.
  static func onTimeRate(of tally: FilingTally) -> String {
    percent(Int64(tally.sentInTime), of: Int64(tally.expected)).map { "\($0)%" } ?? "—"
  }

  private static func share(_ part: Int64, of whole: Int64) -> Figure? {
    guard whole != 0 else { return nil }
    return Rational(Int128(part) * 100, over: Int128(whole))?.rounded(decimals: 2)
  }

  /// "+3.20" or "-3.20": by how many per cent a figure is more than another.
  static func change(_ value: Int64, from before: Int64) -> String? {
    guard before > 0, let words = percent(value - before, of: before) else { return nil }
    return value > before ? "+\(words)" : words
  }

  /// With separators between thousands: "-1,234.5".
  static func grouped(_ number: String) -> String {
    let isNegative = number.hasPrefix("-")
    let parts = number.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return number }
    var digits = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return (isNegative ? "-" : "") + digits + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}
