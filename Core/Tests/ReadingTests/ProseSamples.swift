/// Makes texts that are full of figures and of what looks like them; the same ones for the same seed.
struct ProseSamples {
  private var random: SeededRandom

  init(seed: Int) { random = SeededRandom(seed: seed) }

  private static let pieces = [
    "1", "2", "5", "12", "96", "2024", "1,218", "3.1", "100", "0", "１２", "万", "亿", "千", "元", "万元", "%", "％", "个", "人",
    "年",
    "年度", "月", "日", "分", "倍", "号", "第", "约", "近", "余", "多", "≥", "以上", "左右", "-", "—", "至", "、", "，", "和", "。", "：",
    "（", "）",
    "〔", "〕", "一", "二", "三", "十", "百", "两", "上", "半年", "季度", "今年", "全年", "同比", "增长", "支出", "公里", "个百分点", "百分之", "/",
    ".",
    " ", "\u{3000}", "\u{A0}", "\n", "\u{200B}", "¥", "负", "分别", "美元", "亩", "点", "几", "“", "”", "a", "km",
    "13800138000", "𠮷", "e\u{301}",
    "👨‍👩‍👧", "\u{301}", "从", "前", "元月", "时", "1000", "0731", "8123456", "12345", "热线",
  ]

  /// Up to 24 pieces in any order.
  mutating func text() -> String {
    (0..<random.number(1...24)).map { _ in Self.pieces[random.number(0...Self.pieces.count - 1)] }.joined()
  }

  /// Scalars of every plane.
  mutating func noise() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<random.number(0...40) {
      if let scalar = Unicode.Scalar(UInt32(random.number(0...0x10FFFF))) { text.append(scalar) }
    }
    return String(text)
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[random.number(0...choices.count - 1)] }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0xD134_2543_DE82_EF95 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
