import Figures
import Reading
import Text

/// The one sum that a sentence tells of with the number of the notice that allotted it.
struct NoticedAmount {
  let place: TextPlace
  let quote: String
  let amount: ProseQuantity
  let notice: String
  private let words: String
  private let purpose: String

  static let finder = PassageFinder(in: [.noPlans, .amount]) { read in
    read.passage.sentences.compactMap { NoticedAmount(of: $0, in: read) }
  }

  private init?(of sentence: Range<Int>, in read: PassageStatements) {
    let passage = read.passage
    let notices = passage.figures(in: sentence).filter {
      if case .documentNumber = $0.kind { true } else { false }
    }
    let told = read.amounts.filter { sentence.contains($0.range.lowerBound) }
    guard notices.count == 1, let notice = notices.first, told.count == 1, let statement = told.first,
      statement.role == .level, let figure = passage.figures(in: statement.range).first,
      let amount = ProseQuantity(figure), amount.unit == "元",
      case .documentNumber(let year, let number) = notice.kind,
      passage.text(sentence).holds(anyOf: ["下达", "分配", "核定", "拨付", "安排"]),
      passage.tellsOfOneAllotment(at: statement.range.lowerBound)
    else { return nil }
    let start = max(sentence.lowerBound, notice.range.lowerBound - 2)
    self.notice = "\(passage.text(start..<notice.range.lowerBound).bare)〔\(year)〕\(number)号"
    self.amount = amount
    place = passage.passage.place(figure.range)
    quote = passage.quote(figure)
    words = statement.words
    let rest = passage.text(figure.range.upperBound..<max(figure.range.upperBound, sentence.upperBound))
    purpose = rest.holds("用于") ? String(rest.bare.prefix(8)) : ""
  }

  /// Nothing tells that they are of another level, purpose or receiver.
  func isOfTheSame(as other: NoticedAmount) -> Bool {
    func named(_ words: [String], _ one: NoticedAmount) -> [String] { words.filter { one.words.holds($0) } }
    guard notice == other.notice, named(AllottedFund.levels, self) == named(AllottedFund.levels, other) else {
      return false
    }
    if !purpose.isEmpty, !other.purpose.isEmpty, purpose != other.purpose { return false }
    let receivers = ["我县", "我市", "我区", "全县", "全市", "全区", "我局", "我校", "我院", "我镇", "我乡", "我单位", "本单位", "我中心"]
    let (mine, theirs) = (named(receivers, self), named(receivers, other))
    return mine.isEmpty || theirs.isEmpty || mine == theirs
  }

  /// One digit is another, or two changed places.
  func isMistyped(for other: NoticedAmount) -> Bool {
    let (mine, theirs) = (Array(amount.value.digits), Array(other.amount.value.digits))
    return amount.isTransposed(other.amount)
      || mine.count == theirs.count && mine.count >= 3 && zip(mine, theirs).count { $0 != $1 } == 1
  }
}
