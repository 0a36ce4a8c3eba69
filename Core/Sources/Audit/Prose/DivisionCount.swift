import Figures
import Reading
import Rules
import Text

/// How many villages and the like all of a place has: 辖18个行政村, 全乡19个行政村.
struct DivisionCount {
  let figure: WrittenFigure
  let count: Int
  /// 行政村, with the bracket behind it.
  let name: String
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: divisions) { read -> [DivisionCount] in
    let passage = read.passage
    return passage.figures.compactMap { DivisionCount($0, in: passage) }
  }

  private static let divisions = ["行政村", "自然村", "村民小组", "社区", "乡镇", "街道", "村（居）", "镇街"]
  private static let leads = [
    "辖", "下辖", "管辖", "辖区", "全乡", "全镇", "全县", "全区", "全市", "全街道", "全旗",
  ]

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .count(.number(let number), let unit) = figure.kind, unit.begins(with: "个"), !figure.isApproximate,
      figure.bound == nil, let count = number.whole, count > 0
    else { return nil }
    let lead = passage.text(passage.words(before: figure)).withoutBlanks
    guard Self.leads.contains(where: lead.ends) else { return nil }
    let behind =
      String(unit.dropFirst())
      + passage.text(figure.range.upperBound..<min(passage.scalars.count, figure.range.upperBound + 8)).withoutBlanks
    guard let name = Self.divisions.first(where: behind.begins) else { return nil }
    // 17个行政村（社区） and 12个社区居委会 count others.
    let rest = behind.dropFirst(name.count).first
    if let rest, ["(", "（", "居", "和", "及", "级", "干", "书"].contains(rest) { return nil }
    (self.figure, self.count, self.name, self.passage) = (figure, count, name, passage)
  }

  private var year: [Int] {
    passage.figures(in: passage.sentence(at: figure.range.lowerBound)).compactMap(\.calendarYear)
  }

  /// The same divisions in another number, neither told of another year.
  fileprivate func contradicts(_ other: DivisionCount) -> Bool {
    name == other.name && count != other.count && passage.passage.annex == other.passage.passage.annex
      && year.allSatisfy(other.year.contains)
  }
}

extension Dossier {
  /// Places that have more villages in one sentence than in another.
  var divisionCounts: [Finding] {
    let told = found(in: DivisionCount.finder)
    var looked: Set<String> = []
    return told.indices.compactMap { index -> Finding? in
      let first = told[index]
      guard let other = told[(index + 1)...].first(where: first.contradicts), looked.insert(first.name).inserted else {
        return nil
      }
      let quotes = [first, other].map { $0.passage.quote($0.figure) }
      return Finding(
        at: [first, other].map { .text($0.passage.passage.place($0.figure.range)) },
        "所辖\(first.name)前后不一：\(quotes.joined(separator: "、"))。", derivation: quotes.joined(separator: " ≠ "))
    }
  }
}
