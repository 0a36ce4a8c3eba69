import Text

/// The words before an amount, taken apart.
struct LabelWords {
  /// The known item they end in; a named one where other words qualify it; nil where none is named.
  private(set) var item: BudgetItem?
  private(set) var stage = BudgetStage.unknown
  private(set) var scope = FundScope.unknown
  private(set) var year: WrittenYear?
  private(set) var role = AmountStatement.Role.level
  /// Nothing but words of the table and years.
  private(set) var isPlain = true
  private(set) var isSpending = false
  /// 任务 or 目标: what was to be reached, not what was.
  private(set) var isTarget = false
  private(set) var begins = false
  /// Without quotes and blanks.
  let text: String
  /// What they name: without words of the table at either end.
  private(set) var name = ""

  init(_ passage: PassageReading, _ range: Range<Int>, unit: String) {
    var range = range
    if range.lowerBound < passage.headLength { range = min(passage.headLength, range.upperBound)..<range.upperBound }
    text = passage.text(range).withoutQuotes
    let marks = passage.marks(in: range)
    let years = passage.figures(in: range).filter { $0.year != nil && !passage.isOfCarryOver($0) }
    year = years.last?.year
    begins = year != nil
    for mark in marks where !(mark.cue == .target && passage.isPartOfName(mark, in: range)) {
      if mark.cue == .rise, passage.isTurnInName(mark, in: range) { continue }
      take(mark.cue)
    }
    let covered = marks.filter(\.cue.isPlain).map(\.range) + years.map(\.range)
    let strange = passage.stretches(of: range, outside: covered.sorted { $0.lowerBound < $1.lowerBound })
    // What stands before a year says whose year it is.
    let owner = years.last.flatMap { passage.text(range.lowerBound..<$0.range.lowerBound).names(unit) ? $0.range : nil }
    let foreign = strange.filter { stretch in
      owner.map { stretch.upperBound > $0.lowerBound } ?? true && !passage.text(stretch).names(unit)
    }
    isPlain = foreign.isEmpty
    guard let item = marks.last(where: { if case .item = $0.cue { true } else { false } }) else {
      name = isPlain ? text : passage.name(from: foreign, marks, in: range)
      if !isPlain { self.item = .named(name) }
      return
    }
    if isPlain {
      self.item = item.cue.wholeItem
    } else {
      name = passage.name(from: foreign + [item.range], marks, in: range)
      self.item = .named(name)
    }
  }

  /// 上年为4万元 behind an amount that was said of something: what that is measured against.
  mutating func takeForBase(after item: BudgetItem?, lastYear: Int, year: Int?) {
    if item != nil, self.item == nil, isPlain, role == .level, year == lastYear { role = .base }
  }

  /// 与上年51.2万元相比: what is compared stands on the other side.
  mutating func takeForBase(comparedBehind next: String) {
    guard role == .level, next == "相比" || next == "相较", text.holds(anyOf: ["与", "和", "同", "较", "比"]),
      year != nil || text.holds(anyOf: ["上年", "去年", "同期", "预算"])
    else { return }
    role = .base
    begins = true
  }

  private mutating func take(_ cue: Cue) {
    switch cue {
    case .stage(let stage): take(stage)
    case .scope(let scope): self.scope = scope
    case .spending: isSpending = true
    case .sum: begins = true
    case .comparison:
      if role == .level { role = .base }
      begins = true
    case .rise: role = .change(isRise: true)
    case .fall: role = .change(isRise: false)
    case .target: isTarget = true
    default: break
    }
  }

  /// 预算执行 and 安排支付 are about what was spent; 预算调整后 is about the adjusted budget.
  private mutating func take(_ stage: BudgetStage) {
    switch (self.stage, stage) {
    case (.executed, .budget), (.adjusted, .budget): break
    default: self.stage = stage
    }
  }
}

extension PassageReading {
  /// What of a stretch lies in none of the others, without blanks, marks and quotes.
  fileprivate func stretches(of range: Range<Int>, outside covered: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for next in covered + [range.upperBound..<range.upperBound] {
      if start < next.lowerBound {
        let stretch = start..<next.lowerBound
        if scalars[stretch].contains(where: { !$0.isIgnoredInWords && !$0.isBracket }) { found.append(stretch) }
      }
      start = max(start, next.upperBound)
    }
    return found
  }

  /// From the first word that means something to the last word of the table that is no mere link.
  fileprivate func name(from strange: [Range<Int>], _ marks: ArraySlice<CueMark>, in range: Range<Int>) -> String {
    var start = strange.map(\.lowerBound).min() ?? range.lowerBound
    // 县城 and 年中 begin with words of the table.
    while let mark = marks.last(where: { $0.range.upperBound == start }), mark.cue == .filler, mark.range.count == 1 {
      start = mark.range.lowerBound
    }
    var end = range.upperBound
    for mark in marks.reversed() {
      guard mark.range.upperBound == end, mark.range.lowerBound > start, mark.cue.isLink else { break }
      end = mark.range.lowerBound
    }
    return text(start..<max(start, end)).withoutQuotes
  }
}

extension PassageReading {
  /// The 上年 of 上年结转 names what is there this year.
  fileprivate func isOfCarryOver(_ figure: WrittenFigure) -> Bool {
    guard case .relative = figure.year?.reckoning, figure.range.upperBound + 2 <= scalars.count else { return false }
    return ["结转", "结余", "滚存"].contains(text(figure.range.upperBound..<figure.range.upperBound + 2))
  }

  /// 陈列提升项目, 能力提升工程: what the money is for, not that it rose.
  fileprivate func isTurnInName(_ mark: CueMark, in range: Range<Int>) -> Bool {
    guard text(mark.range) == "提升" else { return false }
    let rest = text(mark.range.upperBound..<range.upperBound).withoutQuotes
    return ["项目", "工程", "行动", "改造", "专项"].contains(where: rest.begins)
  }

  /// 科技计划项目验收经费, 雨露计划补助: the word belongs to what the money is for.
  fileprivate func isPartOfName(_ mark: CueMark, in range: Range<Int>) -> Bool {
    // 建设任务安排资金: the money is for the tasks.
    if text(mark.range).ends(with: "任务") {
      let rest = text(mark.range.upperBound..<range.upperBound).withoutQuotes
      return ["安排资金", "安排", "资金", "补助", "经费", "下达资金", "投入资金", "支付资金"].contains(where: rest.begins)
    }
    guard mark.range.lowerBound > range.lowerBound, text(mark.range) == "计划",
      !marks.contains(where: { $0.range.upperBound == mark.range.lowerBound })
    else { return false }
    let rest = text(mark.range.upperBound..<range.upperBound).withoutQuotes
    return ["经费", "补助", "补贴", "奖励", "专项", "工作费"].contains { rest.ends(with: $0) }
  }
}

extension Cue {
  /// May stand before a known item without making it another one.
  fileprivate var isPlain: Bool { self != .other && self != .rest }

  fileprivate var isLink: Bool {
    switch self {
    case .stage, .spending, .sum, .filler, .done: true
    default: false
    }
  }
}

extension String {
  /// Without quotes and blanks.
  var withoutQuotes: String {
    guard unicodeScalars.contains(where: \.isIgnoredInWords) else { return self }
    return String(scalars: unicodeScalars.lazy.filter { !$0.isIgnoredInWords })
  }

  /// The end of the unit's name: 商务局 for 示例县商务局.
  fileprivate func names(_ unit: String) -> Bool {
    let (own, name) = (Array(withoutQuotes.unicodeScalars), Array(unit.unicodeScalars))
    guard own.count >= 2, name.count >= 2 else { return false }
    if own.count <= name.count { return name.suffix(own.count).elementsEqual(own) }
    return own.suffix(name.count).elementsEqual(name) || own.suffix(3).elementsEqual(name.suffix(3))
  }
}

extension Unicode.Scalar {
  fileprivate var isBracket: Bool {
    ["(", ")", "《", "》", "-", "—", "."].contains(self) || (0x2460...0x24FF).contains(value)
  }
}
