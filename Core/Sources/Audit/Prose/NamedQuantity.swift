import Figures
import Reading
import Text

/// A quantity under the name that stands right before it.
// A class, as it never changes and goes through many hands: a copy is one reference.
final class NamedQuantity: Sendable {
  let name: String
  let quantity: ProseQuantity
  let text: String
  let place: Place?
  /// Told by a sheet of itself alone; nil for what is told of all.
  let sheet: String?
  /// The part of the report that running text tells it in; nil for what stands in a table.
  let annex: Int?
  /// What its sentence says up to a semicolon, where it is a rate.
  let context: String
  /// The paragraph that tells it.
  let passage: Passage?
  private let nameWithoutDegree: String
  /// The name without what only tells that it was done or that it is counted: 整治村庄 of 整治村庄数量.
  let core: String
  private let lengths: (name: Int, core: Int)

  init(
    name: String, quantity: ProseQuantity, text: String, place: Place?, sheet: String? = nil, annex: Int? = nil,
    context: String = "", passage: Passage? = nil
  ) {
    self.context = context
    self.passage = passage
    self.name = name
    self.quantity = quantity
    self.text = text
    self.place = place
    self.sheet = sheet
    self.annex = annex
    nameWithoutDegree = name.withoutDegree
    core = name.core
    lengths = (name.scalarCount, core.scalarCount)
  }

  /// What prose says of this year as a whole.
  static let told = PassageFinder(in: .figure) { read -> [NamedQuantity] in
    let passage = read.passage
    // Under a heading on goals stands what was to be done.
    let isUnderGoals =
      passage.passage.isHeaded("绩效目标", "具体目标", "年度目标", "总体目标")
      && !passage.passage.isHeaded("完成", "实施", "分析", "评价", "执行", "实现", "达成")
    guard !passage.isAboutPlans, !isUnderGoals else { return [] }
    return passage.figures.compactMap { figure in
      // Ground is told of in 亩, 公顷 and 平方米, and of plans as of work done.
      guard let quantity = ProseQuantity.orShare(figure), !["", "㎡"].contains(quantity.unit) else { return nil }
      let clause = passage.clause(at: figure.range.lowerBound)
      let sentence = passage.sentence(at: figure.range.lowerBound)
      let words = sentence.lowerBound..<figure.range.lowerBound
      // 9月投入使用，全年新增学位4320个 is of the whole year all the same.
      let isOfWholeYear = passage.text(passage.words(before: figure)).holds("全年")
      let isOther = passage.figures(in: words).contains {
        $0.isPartOfYear && !isOfWholeYear
          || $0.isYear(otherThan: read.year) && !passage.isComparedBefore($0, semicolon: figure.range.lowerBound)
      }
      guard !isOther else { return nil }
      // What stands in brackets behind it, such as （目标180人）, is told of something else.
      let behind = figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)
      let end = passage.scalars[behind].firstIndex(of: "(") ?? clause.upperBound
      let cues = passage.marks(in: clause.lowerBound..<end)
      let name = passage.name(before: figure)
      let isOfTurn = cues.contains { $0.cue == .target } || !name.namesTurn && cues.contains { $0.cue.isTurn }
      guard !isOfTurn, name.scalarCount >= 3 else { return nil }
      return NamedQuantity(
        name: name, quantity: quantity, text: passage.quote(figure),
        place: .text(passage.passage.place(figure.range)),
        annex: passage.passage.role == .cell ? nil : passage.passage.annex,
        context: quantity.unit == "%" ? passage.text(passage.semicolonPart(at: figure.range.lowerBound)) : "",
        passage: passage.passage)
    }
  }

  /// The same name, but for words that only tell that it was done or is counted.
  func isSame(as other: NamedQuantity) -> Bool {
    nameWithoutDegree.isExactly(other.nameWithoutDegree)
      || lengths.core >= 4 && lengths.core == other.lengths.core
        && (core.isExactly(other.core) || core.isTurned(other.core))
  }

  /// The end of the other's name, whose beginning its paragraph or a heading above says: 检查企业52家 below 统计执法 for
  /// 统计执法检查企业.
  func isEnd(of other: NamedQuantity) -> Bool {
    guard lengths.name >= 4, lengths.name < other.lengths.name, other.name.ends(with: name), let passage else {
      return false
    }
    let rest = String(other.name.dropLast(name.count))
    return rest.unicodeScalars.count >= 2
      && (passage.text.holds(rest) || passage.headings.contains { $0.title.holds(rest) })
  }

  /// A rate by the end of the other's name, in a sentence that tells of what it is: 就业率 of 毕业生 for 毕业生就业率.
  func isRate(of other: NamedQuantity) -> Bool {
    guard quantity.unit == "%", other.quantity.unit == "%", lengths.name >= 3, lengths.name < other.lengths.name,
      other.name.ends(with: name), !name.isExactly(anyOf: ["执行率", "支出率", "支付率", "完成率", "增长率", "到位率", "节约率"])
    else { return false }
    let subject = String(other.name.dropLast(name.count))
    return subject.unicodeScalars.count >= 2 && context.holds(subject)
  }

  /// The same name, or one begins the other.
  func isNamed(like other: NamedQuantity) -> Bool {
    // 满意度 ends in a word that says nothing before an amount, and may have lost it.
    if nameWithoutDegree.isExactly(other.nameWithoutDegree) { return lengths.name >= 3 }
    // Rates of many things end alike and begin alike.
    if quantity.unit == "%" { return false }
    if lengths.core >= 4, core.isExactly(other.core) { return true }
    // 管理高血压患者 for 高血压患者管理人数.
    if lengths.core >= 5, lengths.core == other.lengths.core, core.isTurned(other.core) { return true }
    let shared = min(lengths.name, other.lengths.name)
    return shared >= 5 && (name.begins(with: other.name) || other.name.begins(with: name))
  }
}

extension PassageReading {
  /// 较2021年的8105件增加537件；平均用时67天: the year belongs to a comparison that ends with a semicolon before this place.
  fileprivate func isComparedBefore(_ year: WrittenFigure, semicolon place: Int) -> Bool {
    let start = year.range.lowerBound
    return start > 0 && (scalars[start - 1] == "较" || scalars[start - 1] == "比")
      && scalars[year.range.upperBound..<place].contains(";")
  }
}

extension String {
  /// 次均费用增幅 is the name of a rate, and tells of no change.
  var namesTurn: Bool {
    ["增幅", "增长率", "增速", "降幅", "下降率", "降低率", "提升率"].contains { ends(with: $0) && scalarCount >= $0.scalarCount + 3 }
  }
}

extension Cue {
  var isTurn: Bool { self == .rise || self == .fall }
}

extension NamedQuantity {
  /// By what two that mean the same quantity are alike; nil where the name says too little.
  var key: String? {
    let name = quantity.unit == "%" ? nameWithoutDegree : core
    // 年初预算 stands before the budget of everything.
    let plain = PassageReading.marks(of: name).reduce(0) { $0 + $1.range.count }
    guard let annex, name.scalarCount >= max(4, plain + 3) else { return nil }
    return "\(annex) \(name) \(quantity.unit)"
  }

  /// One digit of many is another: 12856 and 12836, not the round 1200 and 1300.
  func differsInOneDigit(from other: NamedQuantity) -> Bool {
    let (mine, theirs) = (Array(quantity.digits), Array(other.quantity.digits))
    return mine.count == theirs.count && mine.count { $0 != "." } >= 4 && mine.last != "0" && theirs.last != "0"
      && zip(mine, theirs).count { $0 != $1 } == 1
  }
}

extension ProseQuantity {
  /// In 万元 where it is money.
  fileprivate var digits: String { unit == "元" ? value.digits : value.exact.spoken(4) }
}

extension PassageReading {
  /// What a figure counts: the words right before it, without years and links.
  func name(before figure: WrittenFigure) -> String {
    name(in: words(before: figure), before: figure)
  }

  /// The same of a part of these words.
  func name(in words: Range<Int>, before figure: WrittenFigure) -> String {
    // 3. in front of the first words counts nothing.
    let start = words.lowerBound == 0 ? min(headLength, words.upperBound) : words.lowerBound + itemLength(in: words)
    var range = start..<words.upperBound
    if let year = figures(in: range).last(where: { $0.year != nil }) {
      range = year.range.upperBound..<range.upperBound
    }
    // 甲、乙等社教活动96场 counts what both are.
    if let rest = marks(in: range).last(where: { $0.cue == .rest && text($0.range) == "等" }),
      range.upperBound - rest.range.upperBound >= 4
    {
      range = rest.range.upperBound..<range.upperBound
    }
    // 执行到位率 is one word, whatever words it holds.
    let isRate = range.upperBound > range.lowerBound && scalars[range.upperBound - 1] == "率"
    for mark in marks(in: range).reversed() where mark.range.upperBound == range.upperBound && mark.cue.isLinkToFigure {
      range = range.lowerBound..<mark.range.lowerBound
    }
    for mark in marks(in: range)
    where mark.range.lowerBound == range.lowerBound && mark.cue.isLinkToFigure
      && !(isRate && mark.cue == .stage(.executed))
    {
      range = mark.range.upperBound..<range.upperBound
    }
    let name = text(range).folded
    // 全年预算调整率 and 预算调整率 are one rate; 全年 is no word of its own before 预算.
    let year = name.ends(with: "率") ? ["全年度", "全年", "本年度"].first(where: name.begins) : nil
    return String(name.dropFirst(year?.count ?? 0))
  }
}

extension PassageReading {
  /// How long the number of an item inside of text is that words begin with: 2.检查企业60家.
  fileprivate func itemLength(in words: Range<Int>) -> Int {
    let digits = scalars[words].prefix { $0.isDigit }
    guard (1...2).contains(digits.count), digits.endIndex + 1 < words.upperBound, scalars[digits.endIndex] == ".",
      !scalars[digits.endIndex + 1].isDigit
    else { return 0 }
    return digits.count + 1
  }
}

extension Cue {
  fileprivate var isLinkToFigure: Bool {
    switch self {
    case .filler, .sum, .done, .parts, .stage(.executed): true
    default: false
    }
  }
}

extension String {
  /// The same words with the last one, a verb, in front or the other way round.
  fileprivate func isTurned(_ other: String) -> Bool {
    let (mine, theirs) = (Array(unicodeScalars), Array(other.unicodeScalars))
    guard mine.count == theirs.count, mine != theirs else { return false }
    return [2, mine.count - 2].contains { turn in (mine[turn...] + mine[..<turn]).elementsEqual(theirs) }
  }

  fileprivate var withoutDegree: String { ends(with: "度") ? String(dropLast()) : self }

  /// Without what only tells that it was done or that it is counted: 残疾儿童康复 for 实施残疾儿童康复 and 残疾儿童康复人数.
  fileprivate var core: String {
    var core = self
    for verb in ["实施", "开展", "组织", "落实", "累计", "实际"] where core.begins(with: verb) { core.removeFirst(verb.count) }
    let measures = ["数量", "人数", "人次", "件数", "户数", "个数", "次数", "场次", "里程", "面积", "数"]
    if let measure = measures.first(where: { core.ends(with: $0) }) { core.removeLast(measure.count) }
    return core
  }
}

extension WrittenFigure {
  /// 1—11月, 截至9月底: not the year as a whole.
  fileprivate var isPartOfYear: Bool {
    switch kind {
    case .period(_, let end): (end.month ?? 12) < 12
    case .date(let date): (date.month ?? 12) < 12
    default: false
    }
  }
  fileprivate func isYear(otherThan year: Int) -> Bool {
    if case .year(let written) = kind, let number = written.number(in: year) { number != year } else { false }
  }
}
