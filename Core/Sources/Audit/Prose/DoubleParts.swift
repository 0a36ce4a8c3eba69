import Figures
import Reading
import Rules
import Text

/// Parts told by two measures at once, of a total told by both: 为176人发放16.22万元。其中：甲146人11.17万元；乙30人5.05万元.
/// Where they make up the total by one measure, the list is whole and has to by the other.
struct DoubleParts {
  static let finder = PassageFinder(in: [.prose, .amount]) { read -> [Finding] in
    read.lists.compactMap { finding(in: $0, of: read) }
  }

  private static func finding(in list: PartList, of read: PassageStatements) -> Finding? {
    let passage = read.passage
    let (total, parts) = (read.amounts[list.total], list.parts.map { read.amounts[$0] })
    let counts = parts.compactMap { passage.count(rightBefore: $0.range) }
    guard parts.count >= 2, counts.count == parts.count, !list.isNested, !total.isApproximate,
      counts.allSatisfy({ $0.unit == counts[0].unit || isOfPeople($0, counts[0]) }),
      let amount = StatedAmount(sumOf: parts.map(\.stated)), let count = StatedAmount(sumOf: counts.map(\.value))
    else { return nil }
    let sentence = passage.sentence(at: total.range.lowerBound)
    let whole = passage.figures(in: sentence.lowerBound..<total.range.lowerBound).compactMap(ProseQuantity.init).last {
      $0.unit == counts[0].unit || isOfPeople($0, counts[0])
    }
    guard let whole else { return nil }
    let isRight = (
      amount: amount.relation(to: total.stated) == .agree, count: count.relation(to: whole.value) == .agree
    )
    if isRight.amount, !isRight.count { return Finding("所列各项", counts, comingTo: count, of: whole, in: passage) }
    guard isRight.count, !isRight.amount else { return nil }
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.range)) },
      "所列各项之和 \(amount.spoken)，与总数 \(passage.text(total.range)) 不等。",
      derivation: "\(parts.map(\.stated.digits).joined(separator: " + ")) = \(amount.digits) ≠ \(total.stated.digits)")
  }

  private static func isOfPeople(_ one: ProseQuantity, _ other: ProseQuantity) -> Bool {
    Set(["人", "名", "位"]).isSuperset(of: [one.unit, other.unit])
  }
}

extension PassageReading {
  /// 146人 of 146人11.17万元.
  fileprivate func count(rightBefore amount: Range<Int>) -> ProseQuantity? {
    self.figure(before: amount.lowerBound).flatMap { figure in
      guard figure.range.upperBound == amount.lowerBound else { return nil }
      return ProseQuantity(figure).flatMap { ["", "元", "㎡"].contains($0.unit) ? nil : $0 }
    }
  }
}
