import Figures
import Reading
import Rules
import Text

/// What is left of money that came in, told beside what was spent: 预算x，支付y，结转z.
struct Remainder {
  let whole: AmountStatement
  let spent: AmountStatement
  let left: AmountStatement
  let passage: PassageReading
  /// Of all income and all spending: what is left may be nothing.
  var isOfTotals = false

  /// One for each sentence that tells of these three amounts and no others.
  static func all(in read: PassageStatements) -> [Remainder] {
    guard read.amounts.count >= 3 else { return [] }
    let passage = read.passage
    let all = 0..<passage.scalars.count
    // 收入x，支出y。其中…。年末结转z may take a paragraph.
    if passage.sentences.count > 1, passage.passage.role != .cell,
      let left = ofTotals(read.amounts, in: passage, all)
    {
      return [left]
    }
    return ofContracts(read)
      + passage.sentences.compactMap { sentence in
        let amounts = read.amounts.filter { sentence.contains($0.range.lowerBound) }
        if let left = ofTotals(amounts, in: passage, sentence) ?? ofRate(amounts, in: passage) { return left }
        guard amounts.count == 3, amounts.allSatisfy({ $0.role == .level && !$0.isApproximate }),
          let left = amounts.last, left.words.holds(anyOf: leftWords), !left.words.holds(anyOf: ["上年", "年初", "以前"]),
          let spent = amounts.dropLast().last, spent.words.holds(anyOf: spentWords),
          !spent.words.holds(anyOf: leftWords),
          amounts[0].words.holds(anyOf: wholeWords), !amounts[0].words.holds(anyOf: spentWords + leftWords),
          spent.year == nil || amounts[0].year == nil || spent.year == amounts[0].year,
          !passage.has(.parts, in: sentence), !passage.has(.rest, in: sentence),
          // 财政收回x，结余y leaves less; 结余由财政收回 does not.
          !passage.text(sentence.lowerBound..<left.range.upperBound).holds(anyOf: ["收回", "上缴"]),
          !passage.text(sentence).holds(anyOf: ["含上年", "含结转"])
        else { return nil }
        return Remainder(whole: amounts[0], spent: spent, left: left, passage: passage)
      }
  }

  /// 合同价x，已支付y，尚有z待支付: whatever else the sentence tells.
  private static func ofContracts(_ read: PassageStatements) -> [Remainder] {
    let amounts = read.amounts
    return amounts.indices.dropLast(2).compactMap { index in
      let (whole, spent, left) = (amounts[index], amounts[index + 1], amounts[index + 2])
      let part = read.passage.semicolonPart(at: whole.range.lowerBound)
      guard [whole, spent, left].allSatisfy({ $0.role == .level && !$0.isApproximate }),
        part.contains(left.range.lowerBound), contractWords.contains(where: whole.words.ends),
        ["支付", "已付", "付款", "拨付"].contains(where: spent.words.ends), !spent.words.holds(anyOf: ["未", "应", "质保", "预付"]),
        ["尚有", "尚欠", "尚余", "剩余", "未付", "未支付", "余款", "尾款", "待支付", "尚未支付"].contains(where: left.words.ends),
        !read.passage.text(part).holds(anyOf: ["审减", "核减", "变更", "结算价", "审定", "增加"])
      else { return nil }
      return Remainder(whole: whole, spent: spent, left: left, passage: read.passage)
    }
  }
  private static let contractWords = ["合同价", "合同金额", "合同额", "合同总价", "合同总额", "中标价", "中标金额", "合同价款", "合同价为", "合同金额为"]

  /// 收入x，其中…；支出y，其中…；结转z.
  private static func ofTotals(_ amounts: [AmountStatement], in passage: PassageReading, _ sentence: Range<Int>)
    -> Remainder?
  {
    let levels = amounts.filter { $0.role == .level && !$0.isApproximate }
    let (income, spending) = (levels.filter { $0.item == .totalIncome }, levels.filter { $0.item == .totalExpenditure })
    guard income.count == 1, spending.count == 1, let left = levels.last,
      left.range.lowerBound > max(income[0].range.lowerBound, spending[0].range.lowerBound),
      left.words.holds(anyOf: ["年末结转", "年末结余", "结转下年", "收支相抵", "收支结余", "年终结余", "年末滚存"]),
      !passage.text(sentence).holds(anyOf: ["年初", "上年结转", "上年结余", "结余分配", "动用", "弥补"]),
      income[0].stage == spending[0].stage
    else { return nil }
    return Remainder(whole: income[0], spent: spending[0], left: left, passage: passage, isOfTotals: true)
  }

  /// 预算x，其中…；支出y，执行率p%，结余z: the rate shows what y was spent of.
  private static func ofRate(_ amounts: [AmountStatement], in passage: PassageReading) -> Remainder? {
    guard amounts.count > 3, let left = amounts.last, let spent = amounts.dropLast().last,
      left.role == .level, !left.isApproximate, left.words.holds(anyOf: leftWords),
      !left.words.holds(anyOf: ["上年", "年初", "以前", "累计"]), spent.role == .level, !spent.isApproximate,
      spent.words.holds(anyOf: spentWords), !spent.words.holds(anyOf: leftWords),
      let rate = passage.figures(in: spent.range.upperBound..<left.range.lowerBound).first,
      case .percent(.number(let percent)) = rate.kind
    else { return nil }
    let whole = amounts.dropLast(2).first { whole in
      whole.role == .level && !whole.isApproximate && whole.words.holds(anyOf: wholeWords)
        && !whole.words.holds(anyOf: spentWords + leftWords)
        && WrittenRatio(percent: percent, part: spent.stated, whole: whole.stated).isRight
    }
    return whole.map { Remainder(whole: $0, spent: spent, left: left, passage: passage) }
  }

  private static let wholeWords = ["预算", "到位", "下达", "安排", "收到", "资金总额", "拨入", "收入"]
  private static let spentWords = ["支出", "支付", "执行", "使用", "拨付", "列支", "实支"]
  private static let leftWords = ["结转", "结余", "剩余", "未支付", "未支出", "未使用", "未拨付", "结存", "尚余"]

  /// nil where it comes out.
  var finding: Finding? {
    let right = whole.stated.gap(to: spent.stated).with(whole.stated.slack, spent.stated.slack)
    guard whole.stated.exact > spent.stated.exact || isOfTotals && whole.stated.exact == spent.stated.exact,
      right.relation(to: left.stated) != .agree
    else { return nil }
    let quotes = [whole, spent, left].map { passage.text($0.range) }
    return Finding(
      at: [left, whole, spent].map { .text($0.place) },
      "\(quotes[0]) 减去 \(quotes[1]) 为 \(right.spoken)，所写结余 \(quotes[2])。",
      derivation: "\(whole.stated.digits) − \(spent.stated.digits) = \(right.digits) ≠ \(left.stated.digits)",
      severity: isSlip(of: right) ? nil : .info)
  }

  /// One digit is another, or two changed places.
  private func isSlip(of right: StatedAmount) -> Bool {
    let (mine, told) = (Array(right.digits), Array(left.stated.digits))
    return mine.count == told.count && (zip(mine, told).count { $0 != $1 } == 1 || mine.sorted() == told.sorted())
  }
}
