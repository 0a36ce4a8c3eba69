import Reading
import Text

/// Digits in a row, perhaps in groups parted by one blank or hyphen each: 138-0013-8001.
struct DigitRun {
  let groups: [Range<Int>]
  let digits: [Int]
  var range: Range<Int> { groups[0].lowerBound..<groups[groups.count - 1].upperBound }

  private static let longestGroup = 8

  /// The runs of a text that have at least so many digits and are no part of a word or a decimal number.
  static func found(in writing: Writing, atLeast count: Int) -> [DigitRun] {
    let scalars = writing.scalars
    var runs: [DigitRun] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      // Most numbers are short, whatever stands between their digits.
      let (most, end) = digits(from: index, in: scalars)
      guard most >= count else {
        index = end
        continue
      }
      let run = DigitRun(at: index, in: scalars)
      index = run.range.upperBound
      if run.digits.count >= count, run.standsAlone(in: scalars) { runs.append(run) }
    }
    return runs
  }

  /// How many digits follow with nothing but separators between, and where they end.
  private static func digits(from start: Int, in scalars: [Unicode.Scalar]) -> (count: Int, end: Int) {
    var (count, index) = (0, start)
    while index < scalars.count {
      if scalars[index].isDigit { count += 1 } else if !scalars[index].isSeparator { break }
      index += 1
    }
    return (count, index)
  }

  private init(at start: Int, in scalars: [Unicode.Scalar]) {
    func group(at start: Int) -> Range<Int> {
      start..<(scalars[start...].firstIndex { !$0.isDigit } ?? scalars.count)
    }
    var groups = [group(at: start)]
    while let last = groups.last, last.count <= Self.longestGroup, last.upperBound + 1 < scalars.count,
      scalars[last.upperBound].isSeparator, scalars[last.upperBound + 1].isDigit
    {
      let next = group(at: last.upperBound + 1)
      guard next.count <= Self.longestGroup else { break }
      groups.append(next)
    }
    self.groups = groups
    digits = groups.flatMap { $0 }.map { Int(scalars[$0].value) - 0x30 }
  }

  private func standsAlone(in scalars: [Unicode.Scalar]) -> Bool {
    let (before, behind) = (range.lowerBound - 1, range.upperBound)
    if before >= 0 {
      if scalars[before].isLatinLetter || scalars[before] == "_" { return false }
      if [".", ","].contains(scalars[before]), before > 0, scalars[before - 1].isDigit { return false }
    }
    if behind < scalars.count {
      if scalars[behind].isLatinLetter || scalars[behind] == "_" { return false }
      if [".", ","].contains(scalars[behind]), behind + 1 < scalars.count, scalars[behind + 1].isDigit { return false }
    }
    return true
  }
}

extension Unicode.Scalar {
  /// May stand between groups of digits.
  fileprivate var isSeparator: Bool {
    switch self {
    case " ", "-", "\u{A0}", "－": true
    default: false
    }
  }
}

extension DigitRun {
  /// The first and the last digits with stars between, for messages that must not repeat what should not be read.
  func masked(first: Int = 3, last: Int = 4) -> String {
    let head = digits.prefix(first).map(String.init).joined()
    return head + String(repeating: "*", count: 4) + digits.suffix(last).map(String.init).joined()
  }
}
