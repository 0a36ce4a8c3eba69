import Figures

/// A number in Arabic digits, as far as it goes.
struct ProseDigits {
  let number: WrittenNumber
  /// How many digits stand before the point.
  let wholeDigits: Int
  let beginsWithZero: Bool
  let isGrouped: Bool
  /// Its point and its decimals were parted by a blank, which only the word before it tells.
  let isParted: Bool
  let start: ProsePlace
  let end: ProsePlace

  var decimals: Int { -number.exponent }
  /// Digits and nothing else.
  var isPlain: Bool { decimals == 0 && !isGrouped }
}

extension ProseText {
  /// Reads the digits at a place: thousands separators, one point, blanks where a number was wrapped. nil for more than
  /// 18 digits.
  func digits(at start: ProsePlace) -> ProseDigits? {
    var sum: Int64 = 0
    var taken = 0
    var place = takeDigits(at: start, into: &sum, counting: &taken)
    let beginsWithZero = self[start] == .of("0")
    var isGrouped = false
    while (1...3).contains(taken) || (isGrouped && taken <= 18), !(beginsWithZero && !isGrouped),
      let group = groupOfThousands(at: place)
    {
      place = takeDigits(at: group, into: &sum, counting: &taken)
      isGrouped = true
    }
    let wholeDigits = taken
    var isParted = false
    if let decimals = decimals(behind: place, of: start) {
      isParted = Self.isBlank(scalarBefore(decimals)) && !Self.isInvisible(scalarBefore(decimals))
      place = takeDigits(at: decimals, into: &sum, counting: &taken)
    }
    guard taken <= 18, let number = WrittenNumber(significand: sum, exponent: wholeDigits - taken) else { return nil }
    return ProseDigits(
      number: number, wholeDigits: wholeDigits, beginsWithZero: beginsWithZero, isGrouped: isGrouped,
      isParted: isParted, start: start, end: place)
  }

  /// The place behind everything that hangs together with the digits at `start`: 3.1.2, 10.0.0.10:8080, 12:30.
  func endOfDigitsAndDots(_ start: ProsePlace) -> ProsePlace {
    var place = start
    while true {
      let next = after(place)
      if Self.isDigit(self[place]) || (self[place].isOne(of: ".:-/") && Self.isDigit(self[next])) {
        place = next
      } else if let digit = digitBehindInvisible(place) {
        place = digit
      } else {
        return place
      }
    }
  }

  /// The place behind a run of digits, counted and added up.
  private func takeDigits(at start: ProsePlace, into sum: inout Int64, counting taken: inout Int) -> ProsePlace {
    var place = start
    while true {
      // Nearly all are ASCII, and so is what ends them.
      let byte = byte(place.byte)
      let scalar = byte < 0x80 ? UInt32(byte) : self[place]
      if Self.isDigit(scalar) {
        taken += 1
        if taken <= 18 { sum = sum * 10 + Int64(scalar - 0x30) }
        place = after(place)
      } else if byte < 0x80 {
        return place
      } else if let digit = digitBehindInvisible(place) {
        place = digit
      } else {
        return place
      }
    }
  }

  /// The digit behind invisible blanks, that goes on with the digit before them.
  private func digitBehindInvisible(_ start: ProsePlace) -> ProsePlace? {
    var place = start
    while Self.isInvisible(self[place]) { place = after(place) }
    return start < place && Self.isDigit(self[place]) ? place : nil
  }

  /// Where three digits begin that a separator joins to those before; nil where there is no such group.
  private func groupOfThousands(at place: ProsePlace) -> ProsePlace? {
    var group: ProsePlace
    let separator = self[place]
    if separator == .of(",") {
      group = after(place)
      // A wrapped line may part the separator from its group.
      if Self.isLineBreak(self[group]) { group = skippingBlanks(group) }
    } else if Self.isGroupBlank(separator) {
      group = after(place)
      guard separator != 0x20 || isAmountAfterGroups(group) else { return nil }
    } else {
      return nil
    }
    var end = group
    for _ in 0..<3 {
      guard Self.isDigit(self[end]) else { return nil }
      end = after(end)
    }
    return Self.isDigit(self[end]) ? nil : group
  }

  /// Ordinary blanks part thousands only in a number with a unit: 12 345万元, but not 12 345.
  private func isAmountAfterGroups(_ start: ProsePlace) -> Bool {
    var place = start
    for _ in 0..<24 {
      let scalar = self[place]
      guard Self.isDigit(scalar) || scalar == 0x20 || scalar == .of(".") else { return scalar.isOne(of: "万亿元%千") }
      place = after(place)
    }
    return false
  }

  /// Where the decimals begin; blanks around the point only where a number was wrapped.
  private func decimals(behind end: ProsePlace, of start: ProsePlace) -> ProsePlace? {
    let point = skippingBlanks(end)
    guard self[point] == .of(".") else { return nil }
    let next = after(point)
    if Self.isDigit(self[next]) { return next }
    if let digit = digitBehindInvisible(next) { return digit }
    let decimals = skippingBlanks(next)
    // "12. 5" goes on after words, but behind a stop "1. 5" begins a list.
    guard point == end, Self.isDigit(self[decimals]), Self.isHan(scalarBefore(start)) else { return nil }
    return decimals
  }
}
