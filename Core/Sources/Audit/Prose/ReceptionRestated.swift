import Figures
import Reading
import Rules
import Text

/// What receptions cost, told once more behind how many there were, with digits that slipped:
/// 公务接待费0.82万元…国内公务接待14批次96人次，共计支出0.28万元.
struct ReceptionRestated {
  static let finder = PassageFinder(in: [.prose, .noPlans, .amount], holding: ["接待"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: totals) else { return [] }
    let told = read.amounts.filter {
      $0.item == .reception && $0.role == .level && $0.stage != .budget && !$0.amount.isZero && !$0.isApproximate
    }
    return passage.figures.compactMap { finding(on: $0, told, in: passage) }
  }

  private static let totals = ["共计支出", "合计支出", "共支出", "总支出", "支出共计"]

  private static func finding(on figure: WrittenFigure, _ told: [AmountStatement], in passage: PassageReading)
    -> Finding?
  {
    guard let again = ProseQuantity(figure), again.unit == "元",
      totals.contains(passage.text(passage.words(before: figure)).withoutBlanks),
      let before = told.last(where: { $0.range.upperBound <= figure.range.lowerBound }),
      // Behind how many came, of all of them.
      let last = passage.figure(before: figure.range.lowerBound), case .count(_, let unit) = last.kind,
      ["人次", "人", "批次", "批"].contains(unit),
      !passage.text(before.range.upperBound..<figure.range.lowerBound).holds(anyOf: ["其中", "外事", "外宾"]),
      again.value.relation(to: before.stated) != .agree,
      DigitSlip(again.value.digits, before.stated.digits) != nil
    else { return nil }
    let quotes = [passage.text(before.range), passage.quote(figure)]
    return Finding(
      at: [figure.range, before.range].map { .text(passage.passage.place($0)) },
      "公务接待费前面写 \(quotes[0])，后面写共计 \(quotes[1])，请核对。", derivation: "\(quotes[0]) ≠ \(quotes[1])")
  }
}
