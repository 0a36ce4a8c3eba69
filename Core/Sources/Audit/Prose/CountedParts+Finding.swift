import Reading
import Rules

extension CountedParts {
  /// Lists of people and things that miss their number. Posts and staff are looked at by A29 and A30.
  static func findings(in passage: PassageReading) -> [Finding] {
    let others = (passage.postLists + passage.staffLists).map(\.total.figure)
    return passage.figures.compactMap { figure in
      others.contains(figure) ? nil : CountedParts(behind: figure, in: passage)?.finding(in: passage)
    }
  }

  /// nil where there are no more parts than there are in all, and none that must be missing.
  func finding(in passage: PassageReading) -> Finding? {
    guard let sum else { return nil }
    let relation = sum.relation(to: total.value)
    let isAbove = relation == .above
    let isShort = relation == .below && leavesNothingOut(in: passage)
    let isNearlyAll = isNearlyAll(of: passage)
    guard isAbove || isShort || isNearlyAll || isSlip(of: passage) else { return nil }
    let all = sum.exact.spoken(2)
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "所列各项之和 \(all)，\(isAbove ? "大于总数" : isShort || isNearlyAll ? "小于总数" : "与总数") \(passage.quote(total.figure))\(isAbove || isShort || isNearlyAll ? "" : " 只差一位数字，请核对")。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(all)",
      severity: isAbove || isShort ? nil : .info)
  }
}
