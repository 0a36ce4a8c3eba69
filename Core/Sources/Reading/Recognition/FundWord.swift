import Text

/// Where money comes from, as a row under captions of a budget says it, in whatever words.
enum FundWord: Hashable {
  case total, fiscal, carryOver, other

  /// nil for any other source.
  init?(_ key: LabelKey) {
    let plain = key.plain
    guard (2...12).contains(plain.scalarCount) else { return nil }
    if ["合计", "总计", "总额"].contains(where: plain.ends) {
      self = .total
    } else if plain.holds(anyOf: ["结转", "结余"]) {
      self = .carryOver
    } else if plain.begins(with: "其他") || plain.begins(with: "其它") {
      self = .other
    } else if plain.holds("财政"), !plain.holds(anyOf: ["专户", "中央", "省", "市", "县", "上级", "本级"]) {
      self = .fiscal
    } else {
      return nil
    }
  }
}
