import Figures
import Text

/// Binds the amounts of one passage, from the first to the last.
struct StatementReader {
  private let passage: PassageReading
  private let reportYear: Int
  private let unit: String
  private let topic: BudgetItem?
  private let headScope: FundScope
  private(set) var amounts: [AmountStatement] = []
  /// The year and stage that the sentence went by so far.
  private var year: Int?
  private var stage = BudgetStage.unknown
  private var scope = FundScope.unknown
  private var sentence = 0..<0
  private var item: BudgetItem?
  /// Everything that the sentence said so far is of `item`.
  private var isOfOneItem = true

  init(_ passage: PassageReading, year: Int, unit: String) {
    self.passage = passage
    reportYear = year
    self.unit = unit
    let headings = passage.passage.headings.reversed().map { HeadingWords($0.title) }
    headScope = headings.lazy.map(\.scope).first { $0 != .unknown } ?? .unknown
    // （三）防疫项目预算52万元，支出51.85万元 begins with a sentence, not with what the others are about.
    let tellsOfMoney = passage.passage.headings.last?.title.holdsAmount ?? false
    let isHead = [.headed, .heading].contains(passage.passage.role) && !tellsOfMoney
    // A whole budget is what its section is about; under 基本支出 other totals are told as well.
    topic = headings.first.flatMap { isHead ? $0.topic : $0.scope.item == $0.item ? $0.item : nil }
  }

  mutating func read() {
    var nothings = passage.marks.filter { $0.cue == .nothing }[...]
    for figure in passage.figures {
      while let nothing = nothings.first, nothing.range.lowerBound < figure.range.lowerBound {
        readNothing(nothing)
        nothings.removeFirst()
      }
      read(figure)
    }
    for nothing in nothings { readNothing(nothing) }
  }

  private mutating func read(_ figure: WrittenFigure) {
    guard let number = figure.money else { return }
    enter(figure.range.lowerBound)
    var words = LabelWords(passage, passage.words(before: figure), unit: unit)
    if case .plain = figure.kind, !(number.isZero && words.item != nil) { return }
    if words.isTarget { return }
    let year = words.year.flatMap { $0.number(in: reportYear) }
    words.takeForBase(comparedBehind: passage.text(figure.range.upperBound..<figure.range.upperBound + 2))
    words.takeForBase(after: item, lastYear: reportYear - 1, year: year)
    if words.role == .level {
      self.year = year ?? self.year
      if words.stage != .unknown { stage = words.stage }
      if words.scope != .unknown { scope = words.scope }
    }
    // 年初预算x，追加y，全年支出z: what was spent of the budget before.
    if words.role == .level, words.stage == .unknown, stage == .budget || stage == .adjusted,
      ["全年支出", "当年支出"].contains(where: words.text.ends)
    {
      stage = .executed
    }
    // 预算收入x，支出y: what was spent goes by no word of a budget.
    if words.role == .level, words.stage == .unknown, item == .totalIncome, stage == .budget, words.isSpending,
      let income = amounts.last, income.amount.value != number.value, !income.words.holds("年初")
    {
      stage = .unknown
    }
    var item = words.item ?? following(words)
    if item == .totalIncome || item == .totalExpenditure, isOfFund(before: figure) { item = .named(words.name) }
    if words.role == .level {
      isOfOneItem = isOfOneItem && (self.item ?? item) == item
    }
    if item.name == nil { self.item = item }
    keep(
      item, number, figure.range, words,
      year: self.year(of: words.role, named: year), isApproximate: figure.isApproximate)
  }

  /// 医疗保险基金总收入x，总支出y: a fund that is managed, whose totals are not those of the unit.
  private func isOfFund(before figure: WrittenFigure) -> Bool {
    let before = passage.text(sentence.lowerBound..<figure.range.lowerBound).withoutBlanks
    return before.holds(anyOf: ["保险基金总收", "保险基金收", "保险基金总支", "保险基金支", "保障基金总收", "保障基金收", "保障基金总支", "保障基金支"])
  }

  /// A change is told of the year that rose or fell, whatever it is measured against.
  private func year(of role: AmountStatement.Role, named year: Int?) -> Int? {
    switch role {
    case .level: year ?? self.year
    case .base: year ?? (reportYear > 0 ? reportYear - 1 : nil)
    case .change: self.year
    }
  }

  /// Words that name no item go on about the one before, or about what the heading names.
  private func following(_ words: LabelWords) -> BudgetItem {
    if let scoped = words.isPlain ? words.scope.item : nil { return scoped }
    guard words.isPlain else { return .named(words.name) }
    if let item, words.role != .level || isOfOneItem && words.stage != .unknown && item != .totalIncome { return item }
    // 收入x，其中财政拨款y: a part is not the whole that its section is about.
    if let topic, words.role == .level, !(item == topic && words.text.begins(with: "其中")) {
      return topic == .totalIncome && (words.isSpending || words.text.begins(with: "支出")) ? .totalExpenditure : topic
    }
    if words.isSpending, words.year != nil || words.stage != .unknown || item == .totalIncome {
      return .totalExpenditure
    }
    return .named(words.name)
  }

  /// 无政府性基金预算支出, 无此项支出.
  private mutating func readNothing(_ mark: CueMark) {
    guard let zero = WrittenNumber(significand: 0, exponent: 0) else { return }
    enter(mark.range.lowerBound)
    let clause = passage.clause(at: mark.range.lowerBound)
    var end = mark.range.upperBound
    while end < clause.upperBound, passage.scalars[end].isIgnoredInWords { end += 1 }
    let words: LabelWords
    if passage.text(end..<clause.upperBound).begins(with: "此项支出"), let topic, topic.name == nil {
      words = LabelWords(passage, clause.lowerBound..<mark.range.lowerBound, unit: unit)
      keep(topic, zero, mark.range.lowerBound..<end + 4, words, year: words.year?.number(in: reportYear) ?? year)
      return
    }
    guard let next = passage.marks(in: end..<clause.upperBound).first, next.range.lowerBound == end,
      let item = next.cue.wholeItem, isAlone(next, in: clause)
    else { return }
    words = LabelWords(passage, clause.lowerBound..<mark.range.lowerBound, unit: unit)
    guard words.isPlain else { return }
    keep(
      item, zero, mark.range.lowerBound..<next.range.upperBound, words,
      year: words.year?.number(in: reportYear) ?? year)
  }

  /// Nothing but 情况 and the like follows.
  private func isAlone(_ mark: CueMark, in clause: Range<Int>) -> Bool {
    let rest = LabelWords(passage, clause.rest(behind: mark.range), unit: unit)
    return rest.isPlain && rest.item == nil || mark.range.upperBound >= clause.upperBound - 1
  }

  private mutating func enter(_ offset: Int) {
    guard !sentence.contains(offset) else { return }
    sentence = passage.sentence(at: offset)
    // A year holds on over the paragraph, a stage only in its sentence.
    (stage, scope, item, isOfOneItem) = (leadingStage, .unknown, nil, true)
  }

  /// 支出预算中， in front of a sentence says of what stage all of it is.
  private var leadingStage: BudgetStage {
    let clause = passage.clause(at: sentence.lowerBound)
    guard clause.upperBound < sentence.upperBound, clause.count <= 12, passage.text(clause).ends(with: "中"),
      passage.figures(in: clause).isEmpty
    else { return .unknown }
    let stages = passage.marks(in: clause).compactMap { mark -> BudgetStage? in
      if case .stage(let stage) = mark.cue { stage } else { nil }
    }
    return stages.last ?? .unknown
  }

  private mutating func keep(
    _ item: BudgetItem, _ amount: WrittenNumber, _ range: Range<Int>, _ words: LabelWords, year: Int?,
    isApproximate: Bool = false
  ) {
    let ownScope = words.scope == .unknown ? scope : words.scope
    amounts.append(
      AmountStatement(
        item: item, amount: amount, place: passage.passage.place(range), range: range, passage: 0, year: year,
        stage: words.stage == .unknown ? stage : words.stage, scope: ownScope == .unknown ? headScope : ownScope,
        isScopeOfHeading: ownScope == .unknown && headScope != .unknown, role: words.role,
        isApproximate: isApproximate, words: words.text, begins: words.begins))
  }
}

extension WrittenFigure {
  /// One amount in 元, or a number without unit.
  fileprivate var money: WrittenNumber? {
    switch kind {
    case .amount(let extent), .plain(let extent): extent.number
    default: nil
    }
  }
}

extension WrittenYear {
  /// Its number in a report on `year`; nil for a relative one where that is unknown.
  public func number(in year: Int) -> Int? {
    switch reckoning {
    case .calendar(let number): number
    case .relative(let distance): year > 0 ? year + distance : nil
    }
  }
}

extension WrittenFigure {
  /// The year that a figure names, alone or as a part of a day.
  public var year: WrittenYear? {
    switch kind {
    case .year(let year): year
    case .date(let date): date.year
    default: nil
    }
  }
}

extension Cue {
  /// The item that it names, spending of a budget as a whole included.
  var wholeItem: BudgetItem? {
    switch self {
    case .item(let item): item
    case .scope(let scope): scope.item
    default: nil
    }
  }
}

/// What a heading says of the amounts under it.
private struct HeadingWords {
  let scope: FundScope
  /// What it names, a known item or a project.
  let topic: BudgetItem
  /// The known item that it names.
  let item: BudgetItem?

  init(_ title: String) {
    let scalars = title.halfWidthScalars
    let marks = CueTree.shared.marks(in: scalars)
    let items = marks.compactMap(\.cue.wholeItem)
    item = items.count == 1 ? items[0] : nil
    topic = item ?? .named(title)
    scope =
      marks.lazy.compactMap { mark -> FundScope? in
        switch mark.cue {
        case .scope(let scope): scope
        case .item(.generalBudget): .generalBudget
        case .item(.governmentFund): .governmentFund
        case .item(.stateCapital): .stateCapital
        case .item(.socialInsurance): .socialInsurance
        default: nil
        }
      }.first ?? .unknown
  }
}

extension String {
  /// A digit with 元, 万 or 亿 behind it, or a number cut off at its comma.
  fileprivate var holdsAmount: Bool {
    let scalars = halfWidthScalars
    return scalars.indices.contains { index in
      guard ("0"..."9").contains(scalars[index]) else { return false }
      return index + 1 == scalars.count || ["元", "万", "亿"].contains(scalars[index + 1])
    }
  }
}
