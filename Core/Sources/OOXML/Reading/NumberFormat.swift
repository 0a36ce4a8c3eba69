/// How an automatic number is written.
enum NumberFormat {
  /// The number in the format of that name in the file; unknown formats are written in decimal digits.
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "none", "bullet": ""
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "upperLetter": letters(number, first: "A")
    case "lowerLetter": letters(number, first: "a")
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting", "ideographDigital", "japaneseDigitalTenThousand":
      chinese(number, digits: "〇一二三四五六七八九", units: ["", "十", "百", "千"])
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      chinese(number, digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"])
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": sign(number, 0x2460, count: 20)
    case "decimalEnclosedParen": sign(number, 0x2474, count: 20)
    case "decimalEnclosedFullstop": sign(number, 0x2488, count: 20)
    case "ideographEnclosedCircle": sign(number, 0x3280, count: 10)
    case "ideographTraditional": pick(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": pick(number, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
    default: "\(number)"
    }
  }

  private static func pick(_ number: Int, _ signs: String) -> String {
    let list = Array(signs)
    return list.indices.contains(number - 1) ? String(list[number - 1]) : "\(number)"
  }

  private static func sign(_ number: Int, _ first: UInt32, count: Int) -> String {
    guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number - 1)) else {
      return "\(number)"
    }
    return String(Character(scalar))
  }

  private static func fullWidth(_ number: Int) -> String {
    String(String.UnicodeScalarView("\(number)".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }

  /// a … z, aa … zz, as word processors count.
  private static func letters(_ number: Int, first: Unicode.Scalar) -> String {
    guard (1...780).contains(number), let scalar = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
      return "\(number)"
    }
    return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in steps {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func chinese(_ number: Int, digits: String, units: [String]) -> String {
    guard (0...9999).contains(number) else { return "\(number)" }
    let digits = digits.map(String.init)
    guard number > 0 else { return digits[0] }
    var text = ""
    var skippedZero = false
    for (place, divisor) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / divisor % 10
      if digit == 0 {
        skippedZero = !text.isEmpty
        continue
      }
      if skippedZero { text += "零" }
      skippedZero = false
      let isLeadingTen = place == 1 && digit == 1 && text.isEmpty
      text += (isLeadingTen ? "" : digits[digit]) + units[place]
    }
    return text
  }
}
