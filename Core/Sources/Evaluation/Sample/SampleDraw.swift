public import Figures

/// A filing that may be drawn for 抽评.
public struct SampleCandidate: Hashable, Sendable {
  /// The filing's number, which does not decide anything.
  public let filing: Int64
  /// One unit has one filing in a task, so its code names the filing.
  public let unit: UnitCode
  public init(filing: Int64, unit: UnitCode) {
    self.filing = filing
    self.unit = unit
  }
}

/// A random sample that anybody can draw again.
///
/// The candidates are grouped by department. The key of a candidate is the SHA-256 of "seed-code", such as
/// "00000000000000a7-201002", as hexadecimal digits. Of each department the candidates with the smallest keys are
/// chosen: its share of them, rounded up, one at least.
public struct SampleDraw: Sendable {
  public let seed: SampleSeed
  /// Percent, above 0 and not above 100.
  public let ratio: Figure
  /// Every candidate: departments by their codes, in each from the smallest key on.
  public let places: [Place]

  /// A candidate with what decided about it.
  public struct Place: Hashable, Sendable {
    public let candidate: SampleCandidate
    /// 64 hexadecimal digits in small letters.
    public let key: String
    /// Within its department, from 1.
    public let rank: Int
    /// How many of its department are chosen, of how many.
    public let quota: Int
    /// How many candidates its department has.
    public let count: Int
    /// Its rank lies within the quota.
    public var isChosen: Bool { rank <= quota }
  }

  /// In the order of `places`.
  public var chosen: [SampleCandidate] { places.filter(\.isChosen).map(\.candidate) }

  /// - Parameters:
  ///   - ratio: percent.
  ///   - digest: the SHA-256 of a text in UTF-8, 64 hexadecimal digits in small letters.
  public init(_ candidates: [SampleCandidate], ratio: Figure, seed: SampleSeed, digest: (String) -> String) {
    self.seed = seed
    self.ratio = ratio
    let departments = Dictionary(grouping: candidates, by: \.unit.department)
    places = departments.sorted { $0.key < $1.key }.flatMap { _, members -> [Place] in
      let quota = Self.quota(of: members.count, ratio: ratio)
      let keyed = members.map { (candidate: $0, key: digest(seed.keyText(of: $0.unit))) }
      let sorted = keyed.sorted {
        ($0.key, $0.candidate.unit.description) < ($1.key, $1.candidate.unit.description)
      }
      return sorted.enumerated().map { index, member in
        Place(
          candidate: member.candidate, key: member.key, rank: index + 1, quota: quota, count: members.count)
      }
    }
  }

  /// How many of a department's candidates are drawn: the share rounded up, one at least, all of them at most.
  public static func quota(of count: Int, ratio: Figure) -> Int {
    guard count > 0 else { return 0 }
    let share = ratio.rational.multiplied(by: Rational(Int64(count)))?.divided(by: Rational(100)) ?? .zero
    return min(count, max(1, Int(-share.negated.floor)))
  }
}

/// What decides a draw: 64 bits, written as sixteen hexadecimal digits.
public struct SampleSeed: Hashable, Sendable, CustomStringConvertible {
  /// Any number; 0 too.
  public let value: UInt64
  public init(_ value: UInt64) { self.value = value }

  /// One to sixteen hexadecimal digits; nil for anything else.
  public init?(_ text: String) {
    guard (1...16).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.value = value
  }

  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// What the key of a unit's filing is made from: "00000000000000a7-201002".
  public func keyText(of unit: UnitCode) -> String { "\(description)-\(unit)" }
}
