import Figures
import Reading
import Rules
import Text

/// People or posts of which prose gives the kinds: 编制42名，其中行政编制10名，事业编制32名.
struct PeopleList {
  let total: Group
  let parts: [Group]
  /// The list stands in brackets right behind the total.
  let isBracket: Bool
  /// 其中 or 分别为 stands between the total and the first part.
  let isAnnounced: Bool
  /// 其中, 含 or 等: some may be left out.
  let isOpen: Bool
  /// One part is itself parted without brackets.
  let isNested: Bool

  /// A count with the words before it.
  struct Group {
    let figure: WrittenFigure
    let count: Int
    /// Without blanks.
    let words: String
  }

  /// How the parts lie to the total; nil where some of the parts make it up: what follows is parted further, or stands
  /// beside the total.
  var relation: StatedAmount.Relation? {
    if sum == total.count { return .agree }
    guard !isMadeUpBySome else { return nil }
    return sum > total.count ? .above : .below
  }

  var sum: Int { parts.reduce(0) { $0 + $1.count } }

  /// What is told in one bracket, or in turn as 其中 announces it, is all of it parts, whatever some come to by chance.
  private var isMadeUpBySome: Bool {
    // 实有159人，其中在职159人，退休74人 tells of the retired besides.
    if parts.contains(where: { $0.count == total.count }) { return true }
    if isNested || !isBracket && !isAnnounced || namesOthers { return reaches(total.count) }
    return !isBracket && !isInTurn && reaches(total.count)
  }

  /// Words that set a part apart from the rest.
  private var namesOthers: Bool {
    parts.dropFirst().contains { $0.words.holds(anyOf: ["另", "外", "还", "含", "此", "其中"]) }
  }

  /// Every part is named by the same last character: 行政编制8人，事业编制12人，工勤编制1人.
  private var isInTurn: Bool {
    // 工勤编 is 工勤编制 in short.
    let names = parts.map { $0.words.last { !"数共为人员名：:制".contains($0) } }
    return names.dropFirst().allSatisfy { $0 == names[1] } && names[1] != nil
  }

  /// Some of the parts, the first among them, come to a number. With so many sums that nobody could tell which is meant,
  /// some do.
  private func reaches(_ goal: Int) -> Bool {
    var sums: Set<Int> = [parts[0].count]
    for part in parts.dropFirst() {
      sums.formUnion(sums.map { $0 + part.count }.filter { $0 <= goal })
      if sums.count > Self.mostSums { return true }
    }
    return sums.contains(goal)
  }
  private static let mostSums = 4_096

  /// A finding at the total and all its parts; `name` is what messages call the total.
  func finding(_ name: String, in passage: PassageReading, severity: Severity? = nil) -> Finding {
    let figures = ([total] + parts).map(\.figure)
    let terms = parts.map { "\($0.count)" }.joined(separator: " + ")
    return Finding(
      at: figures.map { .text(passage.passage.place($0.range)) },
      "\(name) \(passage.quote(total.figure))，所列各类之和 \(sum)，相差 \(abs(sum - total.count))。",
      derivation: "\(terms) = \(sum) ≠ \(total.count)", severity: severity)
  }
}

extension PassageReading {
  /// Every total of people or posts that its kinds follow. `isPart` tells which groups are kinds of a total.
  func peopleLists(of isTotal: (String) -> Bool, parts isPart: (String) -> Bool) -> [PeopleList] {
    let figures = passage.figures
    return figures.indices.compactMap { index in
      guard let total = group(figures[index]), isTotal(total.words) else { return nil }
      return peopleList(behind: total, figures[(index + 1)...], isPart: isPart)
    }
  }

  private func peopleList(
    behind total: PeopleList.Group, _ figures: ArraySlice<WrittenFigure>, isPart: (String) -> Bool
  )
    -> PeopleList?
  {
    let start = total.figure.range.upperBound
    let isBracket = start < scalars.count && scalars[start] == "("
    let end = end(ofListAt: start)
    var parts: [PeopleList.Group] = []
    var isNested = false
    for figure in figures where figure.range.lowerBound < end {
      if figure.isPercent { continue }
      let depth = depth(in: start..<figure.range.lowerBound)
      if isBracket, depth < 1 { break }
      if depth > (isBracket ? 1 : 0) { continue }
      guard let part = group(figure), isPart(part.words) else { break }
      if let last = parts.last?.figure.range.upperBound, has(.parts, in: last..<figure.range.lowerBound) {
        isNested = true
      }
      parts.append(part)
    }
    guard parts.count >= 2, let first = parts.first, let last = parts.last else { return nil }
    let lead = start..<first.figure.range.lowerBound
    let isNamedPart = has(.parts, in: lead)
    return PeopleList(
      total: total, parts: parts, isBracket: isBracket, isAnnounced: isNamedPart || has(.allParts, in: lead),
      isOpen: isNamedPart || text(lead).holds("含") || has(.rest, in: start..<last.figure.range.upperBound),
      isNested: isNested)
  }

  /// The end of the sentence, or of the next one where that goes on with 其中.
  private func end(ofListAt start: Int) -> Int {
    let end = sentence(at: max(0, start - 1)).upperBound
    guard end < scalars.count, text(end..<min(scalars.count, end + 4)).withoutBlanks.begins(with: "其中") else {
      return end
    }
    return sentence(at: end).upperBound
  }

  /// How many brackets are open behind a stretch.
  private func depth(in range: Range<Int>) -> Int {
    scalars[range].reduce(0) { $1 == "(" ? $0 + 1 : $1 == ")" ? $0 - 1 : $0 }
  }

  /// An exact count of people or posts.
  func group(_ figure: WrittenFigure) -> PeopleList.Group? {
    guard case .count(.number(let number), let unit) = figure.kind, ["人", "名", "个"].contains(unit),
      !figure.isApproximate, figure.bound == nil, let count = number.whole
    else { return nil }
    return PeopleList.Group(figure: figure, count: count, words: text(words(before: figure)).withoutBlanks)
  }
}
