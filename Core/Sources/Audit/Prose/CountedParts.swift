import Figures
import Reading
import Text

/// People or things that are parted in brackets or behind 其中, all of one unit.
struct CountedParts {
  let total: ProseQuantity
  let parts: [ProseQuantity]

  /// More parts than there are in all; nil where the parts may overlap.
  init?(behind figure: WrittenFigure, in passage: PassageReading) {
    guard let total = ProseQuantity(figure), figure.isCounted,
      // 在职149人，比上年减少3人，其中行政30人 parts the ones before.
      !passage.marks(in: passage.words(before: figure)).contains(where: {
        [.rise, .fall, .comparison].contains($0.cue)
      }),
      // 超编5人，其中行政37人 parts the staff told before.
      !StaffGap.words.contains(where: { passage.text(passage.words(before: figure)).withoutBlanks.ends(with: $0) })
    else { return nil }
    let start = passage.end(withUnitBehind: figure)
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard start < sentence.upperBound else { return nil }
    let rest = start..<sentence.upperBound
    let isBracket = passage.scalars[start] == "("
    let lead = passage.marks(in: rest).first { $0.cue == .parts }
    // 播种312万亩，比上年增加2万亩，其中玉米128万亩 parts this year's.
    let isBehindChange = lead.map { passage.tellsOfChange(start..<$0.range.lowerBound) } ?? false
    let isBehindAll = lead.map { passage.tellsOfAll(start..<$0.range.lowerBound) } ?? false
    let isNext = lead.map { $0.range.lowerBound - start <= 3 } == true
    let isBehindOthers =
      !isBracket && !isBehindChange && !isBehindAll && !isNext
      && lead.map { passage.tellsOfOthers(start..<$0.range.lowerBound, than: total) } ?? false
    guard isBracket || isBehindChange || isBehindAll || isBehindOthers || isNext else { return nil }
    // 其中甲、乙，其中丙、丁 parts the same in two ways: the second list tells nothing of 乙.
    let leads = passage.marks(in: sentence).filter { $0.cue == .parts }
    guard isBracket || !leads.contains(where: { passage.leads($0, to: total) }) else { return nil }
    let next = leads.first { $0.range.lowerBound > lead?.range.lowerBound ?? sentence.upperBound }
    let end =
      isBracket
      ? passage.scalars[rest].firstIndex(of: ")") ?? start : next?.range.lowerBound ?? sentence.upperBound
    let first =
      (isBehindChange || isBehindAll || isBehindOthers) && !isBracket ? lead?.range.lowerBound ?? start : start
    let list = passage.partsOfList(in: first..<max(first, end), of: total)
    // What follows the last part and a unit in brackets is told of something else: 未发现挤占.
    let close = min(list.end, (list.parts.last?.figure.range.upperBound ?? list.end) + 4)
    guard list.parts.count >= 2, !Self.overlap(in: passage.text(first..<max(first, close))),
      // 办理案件126件，其中立案126件、结案125件 tells how far all of them came.
      // 公务用车2辆，其中一般公务用车1辆、执法执勤用车2辆 are kinds of the same, though.
      !list.parts.contains(where: { $0.value.relation(to: total.value) == .agree })
        || list.parts.count == 2 && passage.areKinds(list.parts, of: total)
    else { return nil }
    // Behind quantities of other things the list is of this one only where it comes near it.
    if isBehindOthers {
      guard let sum = StatedAmount(sumOf: list.parts.map(\.value)),
        let ratio = sum.exact.divided(by: total.value.exact), ratio <= Rational(6, over: 5) ?? .one
      else { return nil }
    }
    parts = list.parts
    self.total = total
  }

  /// Words of groups that one and the same may belong to.
  private static let overlapping = ["党员", "女", "民族", "职称", "以上", "以下", "新增", "退休", "其中含", "兼", "比"]

  /// 本科28人、专科18人 are levels of which everybody has one, unless they are told from one level upwards.
  static func overlap(in words: String) -> Bool {
    if words.tellsShares { return true }
    guard words.holds(anyOf: overlapping) || words.holds(anyOf: ["本科", "学历"]) else { return false }
    let words = words.split(separator: "比较满意").joined().split(separator: "其他民族").joined()
    if words.holds(anyOf: overlapping) { return true }
    return words.holds(anyOf: ["本科", "学历"]) && !(words.holds("本科") && words.holds(anyOf: ["专科", "硕士", "研究生", "高职"]))
  }

  /// Answers from 满意 to 不满意, 已 and 未 of the same, or a last part of all others: nothing is left out.
  func leavesNothingOut(in passage: PassageReading) -> Bool {
    func words(_ part: ProseQuantity) -> String { passage.text(passage.words(before: part.figure)).withoutBlanks }
    guard let first = parts.first.map(words), let last = parts.last.map(words) else { return false }
    if last.begins(with: "不满意"), first.holds("满意") { return true }
    if parts.count >= 3, last.begins(with: "其他") || last.begins(with: "其它") { return true }
    if parts.count == 2, Self.opposites.contains(where: { first.holds($0.0) && last.holds(anyOf: $0.1) }) {
      return true
    }
    let (done, undone) = (first.split(separator: "已"), last.split(separator: "未"))
    return parts.count == 2 && first.holds("已") && last.holds("未") && done.last == undone.last
  }

  /// Two kinds beside which there is no third.
  private static let opposites: [(String, [String])] = [
    ("主办", ["会办", "协办", "分办"]), ("男", ["女"]), ("线上", ["线下"]), ("城镇", ["农村", "乡村"]), ("城市", ["农村"]), ("公办", ["民办"]),
    ("上半年", ["下半年"]), ("春季", ["秋季"]), ("寄宿", ["非寄宿", "走读"]), ("境内", ["境外"]), ("专职", ["兼职"]), ("汉族", ["少数民族"]),
    ("集中供养", ["分散供养"]), ("集中", ["分散"]), ("新建", ["改造", "改建", "提升改造"]), ("路内", ["路外"]), ("路外", ["路内"]),
  ]

  /// What is missing is one digit's worth, and nothing says that the list is not the whole.
  func isSlip(of passage: PassageReading) -> Bool {
    guard let sum, sum.relation(to: total.value) == .below, let last = parts.last,
      let share = sum.exact.divided(by: total.value.exact), share > Rational(4, over: 5) ?? .one
    else { return false }
    let words = total.figure.range.upperBound..<min(passage.scalars.count, last.figure.range.upperBound + 2)
    guard !passage.marks(in: words).contains(where: { $0.cue == .rest }) else { return false }
    let (mine, whole) = (Array(sum.exact.spoken(0)), Array(total.value.exact.spoken(0)))
    return mine.count == whole.count && mine.count >= 2 && zip(mine, whole).count { $0 != $1 } == 1
  }

  /// All but less than one in a hundred is told, of parts that are no answers or results: 3456条，其中州级1280条，县市2167条.
  func isNearlyAll(of passage: PassageReading) -> Bool {
    guard let sum, sum.relation(to: total.value) == .below, let last = parts.last, total.value.exact >= Rational(100),
      let share = sum.exact.divided(by: total.value.exact), share > Rational(99, over: 100) ?? .one
    else { return false }
    let range = total.figure.range.upperBound..<min(passage.scalars.count, last.figure.range.upperBound + 2)
    let words = passage.text(range)
    return !passage.has(.rest, in: range)
      && !words.holds(anyOf: ["满意", "合格", "优", "良", "达标", "及时", "办结", "整改", "完成", "已", "含", "主要", "等"])
  }

  var sum: StatedAmount? { StatedAmount(sumOf: parts.map(\.value)) }
}

extension PassageReading {
  /// Behind a figure and a second unit in brackets: 4862件（套）.
  fileprivate func end(withUnitBehind figure: WrittenFigure) -> Int {
    let start = figure.range.upperBound
    guard start < scalars.count, scalars[start] == "(" else { return start }
    let close = scalars[start..<min(scalars.count, start + 4)].firstIndex(of: ")")
    return close.map { scalars[start + 1..<$0].contains { ("0"..."9").contains($0) } ? start : $0 + 1 } ?? start
  }

  /// The quantities of the total's unit that follow one another, and where they end: another figure stops the list
  /// where a mark parts it from the list, or its words set it against something else.
  fileprivate func partsOfList(in range: Range<Int>, of total: ProseQuantity) -> (parts: [ProseQuantity], end: Int) {
    var parts: [ProseQuantity] = []
    var end = range.lowerBound
    let figures = figures(in: range)
    for (index, figure) in figures.enumerated() {
      if index + 1 < figures.count, isInName(figure, of: figures[index + 1], total) { continue }
      // 国家级42.6万亩（集体38.2万亩、国有4.4万亩）: what a bracket parts is a part itself.
      if !parts.isEmpty, isInBracket(figure, since: range.lowerBound) { continue }
      // 一季度1次、二季度2次 is told by the time.
      if case .period = figure.kind, figure.range.lowerBound > range.lowerBound { continue }
      let words = words(before: figure)
      let isOfOther =
        marks(in: words).contains { mark in
          // 压缩车72辆 is no fall: words that turn stand right before the number.
          Self.otherThanParts.contains(mark.cue)
            && !([.rise, .fall].contains(mark.cue) && words.upperBound - mark.range.upperBound == 1
              && ["车", "机", "站", "包", "器"].contains(scalars[mark.range.upperBound]))
            // Neither is 改造提升2.3万亩, a kind of work.
            && !(mark.cue == .rise && text(words).withoutBlanks.ends(with: "改造提升"))
        } || text(words).holds("累计")
      guard !isOfOther, let part = ProseQuantity(figure), part.isCounted(like: total) else {
        // 三维扫描420件（占12%）、高清影像3280件 goes on; so does 12个、18个，惠及300户 not.
        let gap = scalars[end..<figure.range.lowerBound]
        return parts.count >= 2 && (isOfOther || gap.contains { $0 == "," || $0 == ";" })
          ? (parts, end) : ([], range.lowerBound)
      }
      // 高中8人、初中6人；教职工30人 counts others: the marks between the parts are weaker ones.
      if parts.count >= 2, isParted(from: parts, by: end..<figure.range.lowerBound) { return (parts, end) }
      // 教职工172人，其中教师148人；学生3126人: more than the total behind a semicolon is no part of it.
      if !parts.isEmpty, scalars[end..<figure.range.lowerBound].contains(";"),
        part.value.relation(to: total.value) == .above
      {
        return (parts, end)
      }
      parts.append(part)
      end = figure.range.upperBound
    }
    return (parts, max(end, range.upperBound))
  }

  /// A bracket that was opened behind this place is still open.
  private func isInBracket(_ figure: WrittenFigure, since start: Int) -> Bool {
    let before = scalars[start..<figure.range.lowerBound]
    guard let open = before.lastIndex(of: "("), open > start else { return false }
    return !before[open...].contains(")")
  }

  /// 九年一贯制学校8所 begins with a word that reads as a figure.
  private func isInName(_ figure: WrittenFigure, of next: WrittenFigure, _ total: ProseQuantity) -> Bool {
    guard ProseQuantity(figure)?.unit != total.unit, ProseQuantity(next)?.unit == total.unit, !figure.isPercent else {
      return false
    }
    let between = scalars[figure.range.upperBound..<next.range.lowerBound]
    let before = figure.range.lowerBound == 0 ? nil : scalars[figure.range.lowerBound - 1]
    return between.count >= 2 && between.allSatisfy { !$0.endsAnyClause } && before.map(\.endsAnyClause) ?? true
  }

  /// A semicolon behind commas, or a comma behind 、.
  private func isParted(from parts: [ProseQuantity], by gap: Range<Int>) -> Bool {
    let inner = scalars[parts[0].figure.range.upperBound..<parts[1].figure.range.lowerBound]
    if inner.contains(";") { return false }
    return scalars[gap].contains(";") || inner.contains("、") && scalars[gap].contains(",")
  }

  /// Nothing but changes and what they are measured against is told there, and no semicolon ends it.
  fileprivate func tellsOfChange(_ range: Range<Int>) -> Bool {
    let told = figures(in: range).filter { $0.kind.extent != nil }
    return !told.isEmpty && !scalars[range].contains(";")
      && told.allSatisfy { figure in
        marks(in: words(before: figure)).contains { [.rise, .fall, .comparison].contains($0.cue) }
      }
  }

  /// 1.5万亩，已全部完工，其中甲镇0.6万亩: nothing but that all of it was done, and no figure, stands between.
  fileprivate func tellsOfAll(_ range: Range<Int>) -> Bool {
    let words = text(range).withoutBlanks
    return range.count <= 20 && figures(in: range).isEmpty && !scalars[range].contains(";")
      && words.holds(anyOf: ["全部", "均已"]) && !words.holds(anyOf: ["超", "未", "不"])
  }

  /// 35,820户居民发放补贴3,492万元，其中…户; 参观316批、2.21万人次，比上年增长12.76%；其中…批: what stands between is counted in
  /// other units. What is counted in 个 and the like may be anything.
  fileprivate func tellsOfOthers(_ range: Range<Int>, than total: ProseQuantity) -> Bool {
    guard range.count <= 48, !["", "个", "项", "处", "㎡"].contains(total.unit) else { return false }
    let told = figures(in: range).filter { $0.kind.extent != nil }
    let inner = scalars[range].dropLast()
    // 选派业务骨干42人外出学习，其中: words alone go on about the same ones.
    if told.isEmpty { return range.count <= 8 && inner.allSatisfy(\.isIdeograph) }
    return !inner.contains(";")
      && told.allSatisfy { figure in
        figure.isPercent || ProseQuantity(figure).map { $0.unit != total.unit } ?? false
          || marks(in: words(before: figure)).contains { [.rise, .fall, .comparison].contains($0.cue) }
      }
  }

  /// All are named by the same last two characters as what they are parts of, each with words of its own before.
  fileprivate func areKinds(_ parts: [ProseQuantity], of total: ProseQuantity) -> Bool {
    func name(_ quantity: ProseQuantity) -> [Unicode.Scalar] {
      Array(text(words(before: quantity.figure)).withoutBlanks.unicodeScalars)
    }
    let end = name(total).suffix(2)
    // 公务用车1辆，其中轿车1辆、越野车1辆: every car is of one kind.
    if end.last == "车", parts.allSatisfy({ name($0).count >= 2 && name($0).last == "车" }) { return true }
    return end.count == 2 && end.allSatisfy(\.isIdeograph)
      && parts.allSatisfy { name($0).count > 2 && name($0).suffix(2).elementsEqual(end) }
  }

  private static let otherThanParts: Set<Cue> = [
    .target, .done(fully: false), .done(fully: true), .rise, .fall, .comparison, .sum,
  ]

  /// A quantity is a part behind 其中, not a total of its own.
  fileprivate func leads(_ lead: CueMark, to part: ProseQuantity) -> Bool {
    let start = part.figure.range.lowerBound
    guard lead.range.upperBound <= start, !scalars[lead.range.upperBound..<start].contains(";") else { return false }
    return figure(before: lead.range.lowerBound).flatMap(ProseQuantity.init)?.unit == part.unit
  }
}

extension Unicode.Scalar {
  fileprivate var endsAnyClause: Bool { [",", ";", ":", "、", "。", "(", ")", "!", "?", "\n"].contains(self) }
}

extension WrittenFigure {
  /// Things, people or ground.
  fileprivate var isCounted: Bool {
    switch kind {
    case .count, .area: true
    default: false
    }
  }
}

extension String {
  /// 占12%, 占比, 占总数, not 乱占5个 or 占地类.
  fileprivate var tellsShares: Bool {
    let scalars = Array(unicodeScalars)
    return scalars.indices.contains { index in
      guard scalars[index] == "占", index + 1 < scalars.count else { return false }
      if ["比", "总", "全", "年", "当"].contains(scalars[index + 1]) { return true }
      let number = scalars[(index + 1)...].prefix { $0.isDigit || $0 == "." }
      return !number.isEmpty && ["%", "％"].contains(scalars[(index + 1)...].dropFirst(number.count).first ?? " ")
    }
  }
}
