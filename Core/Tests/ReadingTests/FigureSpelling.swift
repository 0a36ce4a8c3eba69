import Figures
import Reading

/// Figures spelled so that a table of them can be read: 约12.3万元 is "≈123000±500元".
extension WrittenFigure {
  /// "excerpt = meaning"; behind a * the meaning comes from outside.
  func spelled(in text: String) -> String { "\(text.excerpt(range)) = \(meaning)" }

  var meaning: String {
    let mark: String =
      switch bound {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .above: ">"
      case .below: "<"
      case .exactly: "="
      case nil: ""
      }
    return mark + (isApproximate ? "≈" : "") + kind.spelling + (isInferred ? "*" : "")
  }
}

extension WrittenFigure.Kind {
  var spelling: String {
    switch self {
    case .amount(let extent): "\(extent.spelling)元"
    case .foreignAmount(let extent, let currency): "\(extent.spelling)\(currency)"
    case .price(let extent, let per): "\(extent.spelling)元/\(per)"
    case .percent(let extent): "\(extent.spelling)%"
    case .percentPoints(let extent): "\(extent.spelling)pp"
    case .times(let extent): "\(extent.spelling)×"
    case .count(let extent, let unit): "\(extent.spelling)\(unit)"
    case .score(let extent): "\(extent.spelling)分"
    case .area(let extent): "\(extent.spelling)㎡"
    case .plain(let extent): extent.spelling
    case .year(let year): year.spelling
    case .date(let date): date.spelling
    case .period(let from, let to): "\(from.spelling)…\(to.spelling)"
    case .comparison(.sameTimeLastYear): "year on year"
    case .comparison(.precedingPeriod): "period on period"
    case .ordinal(let number, let unit): "the \(number) \(unit)"
    case .documentNumber(let year, let number): "document \(year)/\(number)"
    case .phone: "phone"
    case .code: "code"
    }
  }
}

extension WrittenExtent {
  fileprivate var spelling: String {
    switch self {
    case .number(let number): number.spelling
    case .between(let first, let second): "\(first.spelling)…\(second.spelling)"
    }
  }
}

extension WrittenNumber {
  fileprivate var spelling: String {
    isZero ? "0" : "\(value.spelling)±\(halfStep.spelling)"
  }
}

extension Rational {
  fileprivate var spelling: String {
    if denominator == 1 { return "\(numerator)" }
    guard let figure = rounded(decimals: Figure.maximumDecimals), figure.rational == self else {
      return "\(numerator)/\(denominator)"
    }
    return figure.trimmed.description
  }
}

extension WrittenYear {
  fileprivate var spelling: String {
    let year =
      switch reckoning {
      case .calendar(let number): "\(number)"
      case .relative(let distance): distance < 0 ? "Y\(distance)" : "Y+\(distance)"
      }
    return isFiscal ? year + "F" : year
  }
}

extension WrittenDate {
  fileprivate var spelling: String {
    let parts = [year?.spelling ?? "?", month.map(String.init), day.map(String.init) ?? ""].compactMap { $0 ?? "?" }
    return (day == nil ? month == nil ? [parts[0]] : Array(parts[..<2]) : parts).joined(separator: "/")
  }
}

extension String {
  /// The part between two scalar offsets, as far as there is one.
  func excerpt(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst(max(0, range.lowerBound)).prefix(range.count)))
  }
}
