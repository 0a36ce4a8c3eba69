import Figures
import Reading
import Rules
import Text

/// Parts of people or things that are named before the parts, their number told earlier: 护林员240人。护林员中汉族86人、….
struct NamedParts {
  let total: ProseQuantity
  let parts: [ProseQuantity]
  private let sum: StatedAmount
  private let passage: PassageReading
  private let isWhole: Bool

  /// Lists behind a name and 中 that come to more than there are, or to less where they leave nothing out.
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["中"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.namesWhole else { return [] }
    return passage.clauses.compactMap {
      (NamedParts(countedBefore: $0, in: passage) ?? NamedParts(withCount: $0, in: passage))?.finding
    }
  }

  /// 护林员中汉族86人、…: how many there are stands before, beside the same name.
  private init?(countedBefore clause: Range<Int>, in passage: PassageReading) {
    guard let end = passage.nameEnd(in: clause), passage.figures(in: clause.lowerBound..<end).isEmpty else {
      return nil
    }
    let name = passage.text(clause.lowerBound..<end).withoutBlanks
    let stems = [name] + ["人员", "对象", "人数"].compactMap { name.ends(with: $0) ? String(name.dropLast($0.count)) : nil }
    guard stems.allSatisfy({ $0.unicodeScalars.count >= 2 }), name.unicodeScalars.count <= 10,
      let parts = passage.partsInTurn(from: end + 1), let first = parts.first,
      let total = passage.figures(in: 0..<clause.lowerBound).last(where: { figure in
        ProseQuantity(figure).map { $0.isOfPeopleLike(first) } == true && passage.counts(figure, stems)
      }).flatMap({ ProseQuantity($0) })
    else { return nil }
    self.init(total, parts, in: passage)
  }

  /// 14个项目中，已完工12个，正在实施3个.
  private init?(withCount clause: Range<Int>, in passage: PassageReading) {
    guard let figure = passage.figures(in: clause).last, let total = ProseQuantity(figure), !total.unit.isEmpty,
      let end = passage.nameEnd(in: clause.rest(behind: figure.range))
        ?? passage.endOfCount(figure, in: clause),
      let parts = passage.partsInTurn(from: end + 1), parts.allSatisfy({ $0.unit == total.unit })
    else { return nil }
    let states = parts.map { passage.state(of: $0) }
    let isTold = !states.contains(.unknown) && states.contains(.done) && states.contains(.open)
    guard isTold || passage.areOpposite(parts) || passage.areListed(parts, nearly: total) else { return nil }
    self.init(total, parts, in: passage)
  }

  private init?(_ total: ProseQuantity, _ parts: [ProseQuantity], in passage: PassageReading) {
    guard let first = parts.first, let last = parts.last, let sum = StatedAmount(sumOf: parts.map(\.value)),
      sum.relation(to: total.value) != .agree, !parts.contains(where: { $0.value.relation(to: total.value) == .agree })
    else { return nil }
    let words = passage.text(passage.words(before: first.figure).lowerBound..<last.figure.range.upperBound + 1)
    guard !CountedParts.overlap(in: words) else { return nil }
    let isAbove = sum.relation(to: total.value) == .above
    isWhole =
      passage.text(passage.words(before: last.figure)).withoutBlanks.begins(with: "其他") && parts.count >= 3
      || passage.areOpposite(parts)
    guard isAbove || isWhole else { return nil }
    (self.total, self.parts, self.sum, self.passage) = (total, parts, sum, passage)
  }

  private var finding: Finding { Finding("所列各项", parts, comingTo: sum, of: total, in: passage) }
}

extension ProseQuantity {
  /// Both count people, or things in the same unit.
  fileprivate func isOfPeopleLike(_ other: ProseQuantity) -> Bool {
    !unit.isEmpty && (unit == other.unit || Self.people.isSuperset(of: [unit, other.unit]))
  }
  private static let people: Set<String> = ["人", "名", "位"]
}

extension PassageReading {
  /// A 中 that is not that of 其中.
  fileprivate var namesWhole: Bool {
    scalars.indices.dropFirst().contains { scalars[$0] == "中" && scalars[$0 - 1] != "其" }
  }

  /// Where a name ends before a 中 that the clause ends with or figures follow; nil for 其中 and 集中.
  fileprivate func nameEnd(in range: Range<Int>) -> Int? {
    guard let last = scalars[range].lastIndex(of: "中"), last > range.lowerBound,
      !["其", "集", "高", "初", "年", "当", "之", "期"].contains(scalars[last - 1]), last - range.lowerBound <= 14
    else { return nil }
    let behind = last + 1 == range.upperBound ? nil : figures(in: last + 1..<range.upperBound).first
    return last + 1 == range.upperBound || behind != nil ? last : nil
  }

  /// The 中 right behind a number whose name stands before it: 学会42个中.
  fileprivate func endOfCount(_ figure: WrittenFigure, in clause: Range<Int>) -> Int? {
    let end = figure.range.upperBound
    return end + 1 == clause.upperBound && scalars[end] == "中" ? end : nil
  }

  /// Two or more quantities of one unit that follow one another up to a semicolon or stop, and nothing else in figures.
  fileprivate func partsInTurn(from start: Int) -> [ProseQuantity]? {
    guard start < scalars.count else { return nil }
    let sentence = sentence(at: start)
    let end = scalars[start..<sentence.upperBound].firstIndex(of: ";") ?? sentence.upperBound
    var parts: [ProseQuantity] = []
    for figure in figures(in: start..<end) {
      let words = words(before: figure)
      guard let part = ProseQuantity(figure), part.unit == parts.first?.unit ?? part.unit, !part.unit.isEmpty,
        part.unit != "元",
        !marks(in: words).contains(where: { [.parts, .rise, .fall, .comparison, .sum].contains($0.cue) })
      else { break }
      parts.append(part)
    }
    return parts.count >= 2 ? parts : nil
  }

  /// 240名护林员, or 护林员240人: the name right behind the figure or right before.
  fileprivate func counts(_ figure: WrittenFigure, _ names: [String]) -> Bool {
    let behind = text(figure.range.upperBound..<min(scalars.count, figure.range.upperBound + 12)).withoutBlanks
    let before = text(words(before: figure)).withoutBlanks
    return names.contains { behind.begins(with: $0) || before.ends(with: $0) }
  }

  /// 具有资质的9个、未具备资质的31个: two parts, one of which has what the other lacks.
  fileprivate func areOpposite(_ parts: [ProseQuantity]) -> Bool {
    guard parts.count == 2 else { return false }
    let (first, second) = (
      text(words(before: parts[0].figure)).withoutBlanks, text(words(before: parts[1].figure)).withoutBlanks
    )
    guard let denial = ["尚未", "未", "没有", "不"].first(where: second.begins), !first.holds(anyOf: ["未", "没有", "不"])
    else { return false }
    let rest = String(second.dropFirst(denial.count)).withoutEnd("的")
    let thing =
      ["具备", "具有", "取得", "配备", "建立", "完成"].first(where: rest.begins).map { String(rest.dropFirst($0.count)) } ?? rest
    return thing.unicodeScalars.count >= 2 && first.withoutEnd("的").ends(with: thing)
  }

  /// 教职工82人中，专任教师45人、保育员22人、后勤人员17人: three or more with nothing but 、 between, that come to
  /// hardly more than there are. Groups that one may belong to at once would come to anything.
  fileprivate func areListed(_ parts: [ProseQuantity], nearly total: ProseQuantity) -> Bool {
    guard parts.count >= 3, let sum = StatedAmount(sumOf: parts.map(\.value)),
      let ratio = sum.exact.divided(by: total.value.exact), ratio > .one, ratio <= Rational(11, over: 10) ?? .one
    else { return false }
    return zip(parts, parts.dropFirst()).allSatisfy { first, next in
      let between = text(first.figure.range.upperBound..<next.figure.range.lowerBound).withoutBlanks
      return between.begins(with: "、") && (3...9).contains(between.unicodeScalars.count)
        && !between.holds(anyOf: [",", ";", "持", "有", "含", "参", "获"])
    }
  }

  fileprivate enum State { case done, open, unknown }

  /// Whether the words before a part or right behind say that it is done or under way; nothing where they say both.
  fileprivate func state(of part: ProseQuantity) -> State {
    let clause = clause(at: part.figure.range.lowerBound)
    let words = text(clause).withoutBlanks
    let isDone = words.holds(anyOf: ["完工", "竣工", "完成", "建成", "办结", "验收", "达标", "合格", "整改", "投用", "开工"])
    let isOpen = words.holds(anyOf: [
      "正在", "在建", "未开工", "未完", "未竣工", "续建", "推进", "未达标", "未合格", "不合格", "未整改", "未投用", "未验收", "未建成", "未办结", "推迟", "延期",
      "尚未",
    ])
    if words.holds(anyOf: ["未", "不合格"]) { return isOpen ? .open : .unknown }
    return isDone == isOpen ? .unknown : isDone ? .done : .open
  }
}

extension String {
  fileprivate func withoutEnd(_ end: String) -> String { ends(with: end) ? String(dropLast(end.count)) : self }
}
