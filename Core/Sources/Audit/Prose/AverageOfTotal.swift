import Figures
import Reading
import Rules
import Text

/// What one gets of a total named alike, how many there are told in the same paragraph, one digit off:
/// 面积3.2万亩……。总投资8160万元……。亩均投资2250元.
struct AverageOfTotal {
  /// Nobody looks further back, in characters.
  private static let reach = 600

  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: averages.map(\.words)) {
    read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let averages: [(words: String, units: [String])] = [
    ("亩均", ["亩"]), ("户均", ["户"]), ("人均", ["人", "名"]), ("村均", ["个"]), ("每公里", ["公里"]), ("车均", ["辆"]), ("床均", ["张"]),
  ]
  private static let nouns = ["投资", "投入", "补助", "补贴", "支出", "费用", "成本"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let average = ProseQuantity(figure), average.unit == "元", average.value.digits.significantDigits >= 3 else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard let kind = averages.first(where: { words.begins(with: $0.words) }),
      let noun = nouns.first(where: { words == kind.words + $0 || words == kind.words + $0 + "为" })
    else { return nil }
    let names = ["总", "应兑付", "应发放", "兑付", "发放", "共发放", "共兑付"].map { $0 + noun }
    let told = passage.figures(in: max(0, figure.range.lowerBound - Self.reach)..<figure.range.lowerBound).suffix(24)
      .compactMap(ProseQuantity.init)
    let totals = told.filter {
      $0.unit == "元" && names.contains(where: passage.text(passage.words(before: $0.figure)).withoutBlanks.ends)
    }
    let counts = told.filter { kind.units.contains($0.unit) && $0.value.exact > .one }
    guard totals.count == 1, let total = totals.first,
      // The whole is the greatest of what is counted alike.
      let count = counts.max(by: { $0.value.exact < $1.value.exact }),
      let right = total.value.exact.divided(by: count.value.exact)
    else { return nil }
    func gives(_ count: ProseQuantity) -> Bool {
      guard let low = count.value.exact.subtracting(count.value.slack), low > .zero,
        let most = total.value.exact.adding(total.value.slack)?.divided(by: low),
        let high = count.value.exact.adding(count.value.slack),
        let least = total.value.exact.subtracting(total.value.slack)?.divided(by: high),
        let top = average.value.exact.adding(average.value.slack),
        let bottom = average.value.exact.subtracting(average.value.slack)
      else { return true }
      return bottom <= most && least <= top
    }
    guard !counts.contains(where: gives), StatedAmount(right, slack: .zero).isSlip(of: average.value) else {
      return nil
    }
    let quotes = [total.figure, count.figure, figure].map { passage.quote($0) }
    return Finding(
      at: [figure, total.figure, count.figure].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0]) ÷ \(quotes[1]) 为 \(right.spoken(2))元，所写 \(quotes[2])，请核对。",
      derivation: "\(quotes[0]) ÷ \(quotes[1]) = \(right.spoken(2)) ≠ \(quotes[2])")
  }
}
