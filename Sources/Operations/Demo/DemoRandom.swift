/// Repeatable numbers for made-up figures (SplitMix64).
struct DemoRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// An amount in 万元 with two decimals at most, as typed.
  mutating func amount(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// Hundredths of 万元 as they are typed: 12345 → "123.45".
func demoAmount(_ hundredths: Int) -> String {
  let whole = hundredths / 100
  let part = hundredths % 100
  if part == 0 { return "\(whole)" }
  return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
}
