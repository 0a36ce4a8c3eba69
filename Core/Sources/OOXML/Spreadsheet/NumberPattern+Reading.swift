extension NumberPattern.Section {
  /// Reads one part of a format code. What only decides looks, such as colours and currency signs, is left out; a part
  /// without any digits, such as the dash for zero of accounts, shows the number as it is.
  init(_ code: [Character]) {
    var signs: [FormatSign] = []
    var index = 0
    while index < code.count {
      let sign = code[index]
      index += 1
      switch sign {
      case "\"":
        let end = code[index...].firstIndex(of: "\"") ?? code.count
        signs.append(.words(String(code[index..<end])))
        index = min(code.count, end + 1)
      case "\\":
        if index < code.count { signs.append(.words(String(code[index]))) }
        index += 1
      case "_", "*": index += 1
      case "[":
        let end = code[index...].firstIndex(of: "]") ?? code.count
        let inner = String(code[index..<end]).lowercased()
        if let first = inner.first, inner.allSatisfy({ $0 == first }), "hms".contains(first) {
          signs.append(.plain(first))
        }
        index = min(code.count, end + 1)
      default: signs.append(.plain(sign))
      }
    }
    let plain = String(signs.compactMap { if case .plain(let sign) = $0 { sign } else { nil } }).lowercased()
    if plain.contains("general") || plain.contains("@") {
      self = .general
    } else if plain.contains(where: { "ymdhsea".contains($0) }) && !plain.contains("e+") && !plain.contains("e-") {
      self = .date(DateToken.list(signs))
    } else if !plain.contains(where: { "0#?".contains($0) }) || plain.contains("/") || plain.contains("e") {
      self = .general
    } else {
      self = .number(NumberPattern.Digits(signs))
    }
  }
}

/// A sign of a format code, or words that are shown as they are.
enum FormatSign: Hashable {
  case plain(Character)
  case words(String)
}

extension NumberPattern.Digits {
  fileprivate init(_ signs: [FormatSign]) {
    var isBehindPoint = false
    var hasDigits = false
    // Commas count as thousands between digits and divide behind the last of them.
    var commas = 0
    for sign in signs {
      switch sign {
      case .plain("0"), .plain("#"), .plain("?"):
        if commas > 0 { isGrouped = true }
        commas = 0
        hasDigits = true
        if isBehindPoint { mostDecimals += 1 }
        guard sign == .plain("0") else { continue }
        if isBehindPoint { leastDecimals = mostDecimals } else { leastWhole += 1 }
      case .plain("."): isBehindPoint = true
      case .plain(","): if hasDigits { commas += 1 }
      case .plain("%"):
        tens += 2
        behind += "%"
      case .words(let words):
        let kept = words.filter { !"()（）-+ ¥￥$".contains($0) }
        if hasDigits { behind += kept } else { before += kept }
      case .plain(let other):
        guard "=><".contains(other) || !other.isASCII && !"¥￥".contains(other) else { continue }
        if hasDigits { behind.append(other) } else { before.append(other) }
      }
    }
    tens -= 3 * commas
  }
}
