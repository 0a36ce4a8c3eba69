import Figures
import Reading
import Rules
import Text

/// The same sum that came in or was spent, told of this year and, in another paragraph, of another.
struct SumOfYear {
  let amount: AmountStatement
  let year: Int
  let yearRange: Range<Int>
  let verb: String
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .noPlans, .amount]) { read -> [SumOfYear] in
    let passage = read.passage
    return read.amounts.compactMap { amount in
      let digits = amount.stated.digits
      guard amount.role == .level, !amount.isApproximate, digits.significantDigits >= 4 else { return nil }
      let sentence = passage.sentence(at: amount.range.lowerBound)
      let years = passage.figures(in: sentence).filter { $0.year != nil }
      guard years.count == 1, let figure = years.first, case .year(let written) = figure.kind,
        let year = written.number(in: read.year), figure.range.upperBound <= amount.range.lowerBound,
        !passage.marks(in: sentence).contains(where: { [.comparison, .rise, .fall, .unchanged].contains($0.cue) }),
        !passage.text(sentence).holds(anyOf: ["结转", "结余", "提前", "上年", "以来", "月", "历年", "《", "立项", "批复"])
      else { return nil }
      let clause = passage.text(sentence.lowerBound..<amount.range.lowerBound)
      guard let verb = ["收到", "发放", "支出", "支付", "到位", "拨付", "执行"].last(where: clause.holds) else { return nil }
      return SumOfYear(amount: amount, year: year, yearRange: figure.range, verb: verb, passage: passage)
    }
  }
}

extension Dossier {
  /// Sums of another year that elsewhere are told of this one.
  var sumsOfOtherYear: [Finding] {
    let told = found(in: SumOfYear.finder)
    let own = told.filter { $0.year == filing.year }
    guard !own.isEmpty else { return [] }
    return told.compactMap { other -> Finding? in
      guard abs(other.year - filing.year) <= 3, other.year != filing.year,
        let same = own.first(where: {
          $0.amount.stated.exact == other.amount.stated.exact && $0.verb == other.verb
            && $0.passage.passage.annex == other.passage.passage.annex
            && $0.passage.passage.place != other.passage.passage.place
        })
      else { return nil }
      let quoted = other.passage.text(other.amount.range)
      return Finding(
        at: [.text(other.passage.passage.place(other.yearRange)), .text(other.amount.place), .text(same.amount.place)],
        "\(quoted)在别处说的是 \(filing.year) 年，这里写的是 \(other.year) 年，请核对。", derivation: "\(other.year) ≠ \(filing.year)")
    }
  }
}
