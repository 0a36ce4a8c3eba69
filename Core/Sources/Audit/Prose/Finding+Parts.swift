import Reading
import Rules

extension Finding {
  /// Parts that come to more or less than the total told with them. `name` is what they are: 所列各项.
  init(
    _ name: String, _ parts: [ProseQuantity], comingTo sum: StatedAmount, of total: ProseQuantity,
    in passage: PassageReading
  ) {
    let isAbove = sum.relation(to: total.value) == .above
    let spoken = total.unit == "元" ? sum.spoken : sum.exact.spoken(2)
    self.init(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "\(name)之和 \(spoken)，\(isAbove ? "大于" : "小于")总数 \(passage.quote(total.figure))。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(spoken)")
  }
}
