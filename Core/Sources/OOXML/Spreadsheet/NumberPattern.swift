/// How a cell shows its number, read from a format code such as `#,##0.00;[Red]-#,##0.00`.
struct NumberPattern: Hashable {
  /// For numbers above zero, below it, and zero; all may be the same.
  private let positive: Section
  private let negative: Section?
  private let zero: Section?
  /// Shows short plain numbers as they are written.
  let isGeneral: Bool

  /// One of the parts that a semicolon parts.
  enum Section: Hashable {
    case general
    case number(Digits)
    case date([DateToken])
  }

  /// Where digits stand and what stands around them.
  struct Digits: Hashable {
    var before = ""
    var behind = ""
    var leastWhole = 0
    var leastDecimals = 0
    var mostDecimals = 0
    var isGrouped = false
    /// How many powers of ten the number is multiplied by: two for each %, minus three for each closing comma.
    var tens = 0
  }

  static let general = NumberPattern("General")

  init(_ code: String) {
    let sections = Self.split(code).map(Section.init)
    positive = sections[0]
    negative = sections.count > 1 ? sections[1] : nil
    zero = sections.count > 2 ? sections[2] : nil
    isGeneral = sections == [.general]
  }

  /// How a cell's number is shown, and the number with all its digits, whatever is shown of them: nil for a date and for
  /// what is no number. `startsIn1904` tells from which year days are counted.
  func values(of written: String, startsIn1904: Bool) -> (text: String, number: String?) {
    guard let number = DecimalText(written)?.significant() else { return (written, nil) }
    switch section(for: number) {
    case .general: return (number.general, number.plain)
    case .number(let digits): return (digits.shown(number), digits.plain(number))
    case .date(let tokens):
      return (SerialDate(number, startsIn1904: startsIn1904)?.shown(tokens) ?? number.general, nil)
    }
  }

  private func section(for number: DecimalText) -> Section {
    number.isZero ? zero ?? positive : number.isNegative ? negative ?? positive : positive
  }

  /// At semicolons outside of quotes, brackets and escapes.
  private static func split(_ code: String) -> [[Character]] {
    var parts: [[Character]] = [[]]
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for sign in code {
      if !isEscaped {
        if sign == "\"" { isQuoted.toggle() }
        if !isQuoted, sign == "[" { isBracketed = true }
        if sign == "]" { isBracketed = false }
        if sign == ";", !isQuoted, !isBracketed {
          parts.append([])
          continue
        }
      }
      isEscaped = !isEscaped && !isQuoted && sign == "\\"
      parts[parts.count - 1].append(sign)
    }
    return parts
  }
}

extension DecimalText {
  /// Without a format: at most eleven signs, as cells show it.
  fileprivate var general: String {
    let room = max(0, 10 - whole.count)
    return fraction.count > room ? rounded(decimals: room).plain : plain
  }
}

extension NumberPattern.Digits {
  /// All digits. Only per cent is a way to write a number; a format in thousands hides digits.
  fileprivate func plain(_ number: DecimalText) -> String {
    guard tens == 2, behind.hasSuffix("%") else { return number.plain }
    var scaled = number
    scaled.scale(byTens: 2)
    return scaled.plain + "%"
  }

  fileprivate func shown(_ number: DecimalText) -> String {
    var scaled = number
    scaled.scale(byTens: tens)
    scaled = scaled.rounded(decimals: mostDecimals)
    var whole = scaled.whole
    if whole == "0", leastWhole == 0, !scaled.fraction.isEmpty || leastDecimals > 0 { whole = "" }
    whole = String(repeating: "0", count: max(0, leastWhole - whole.count)) + whole
    if isGrouped { whole = Self.grouped(whole) }
    var fraction = scaled.fraction
    fraction += String(repeating: "0", count: max(0, leastDecimals - fraction.count))
    let digits = (whole.isEmpty && fraction.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    return before + (scaled.isNegative ? "-" : "") + digits + behind
  }

  private static func grouped(_ whole: String) -> String {
    let count = whole.count
    return whole.enumerated().map { index, digit in
      (index > 0 && (count - index) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
