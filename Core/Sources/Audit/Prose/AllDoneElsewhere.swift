import Figures
import Reading
import Rules
import Text

/// So much that is said to be all done, and some of the same that another paragraph says is not:
/// 新建高标准农田1.5万亩，已全部完工 and 部分高标准农田受降雨影响，仍有0.2万亩未完工.
struct AllDoneElsewhere {
  fileprivate let passage: PassageReading
  fileprivate let figure: WrittenFigure
  fileprivate let unit: String
  /// What is counted, by its last four characters.
  fileprivate let name: String
  fileprivate let work: String
  /// Of what it is told.
  fileprivate let sentence: String

  private static let works = ["完工", "完成", "建成", "竣工", "验收", "发放", "整改", "开工", "交付", "拨付"]

  static let done = PassageFinder { read -> [AllDoneElsewhere] in
    let passage = read.passage
    guard passage.passage.role != .cell, !passage.isAboutPlans, passage.passage.text.holds(anyOf: ["全部", "均已"]) else {
      return []
    }
    return passage.passage.figures.compactMap { figure in
      guard let quantity = ProseQuantity(figure), !quantity.unit.isEmpty, quantity.unit != "元" else { return nil }
      let name = passage.text(passage.words(before: figure)).withoutBlanks
      let sentence = passage.sentence(at: figure.range.lowerBound)
      let behind = passage.text(figure.range.upperBound..<min(sentence.upperBound, figure.range.upperBound + 10))
        .withoutBlanks
      guard let lead = [",已全部", ",全部", ",均已", "已全部", ",现已全部"].first(where: behind.begins),
        let work = works.first(where: String(behind.dropFirst(lead.count)).begins),
        name.unicodeScalars.count >= 4, name.unicodeScalars.suffix(4).allSatisfy(\.isIdeograph)
      else { return nil }
      return AllDoneElsewhere(
        passage: passage, figure: figure, unit: quantity.unit,
        name: String(scalars: Array(name.unicodeScalars.suffix(4))),
        work: work, sentence: "")
    }
  }

  static let open = PassageFinder { read -> [AllDoneElsewhere] in
    let passage = read.passage
    guard passage.passage.role != .cell, passage.passage.text.holds(anyOf: ["仍有", "尚有", "还有", "其中有"]) else { return [] }
    return passage.passage.figures.compactMap { figure in
      guard let quantity = ProseQuantity(figure), !quantity.unit.isEmpty, quantity.unit != "元",
        quantity.value.exact > .zero
      else {
        return nil
      }
      let before = passage.text(passage.words(before: figure)).withoutBlanks
      let behind = passage.text(passage.clause(at: figure.range.lowerBound).rest(behind: figure.range)).withoutBlanks
      guard ["仍有", "尚有", "还有", "其中有"].contains(where: before.ends),
        let work = works.first(where: { behind.holds("未" + $0) || behind.holds("未能" + $0) || behind.holds("未按期" + $0) })
      else { return nil }
      return AllDoneElsewhere(
        passage: passage, figure: figure, unit: quantity.unit, name: "", work: work,
        sentence: passage.text(passage.sentence(at: figure.range.lowerBound)))
    }
  }

  fileprivate func isAgainst(_ done: AllDoneElsewhere) -> Bool {
    passage !== done.passage && passage.passage.annex == done.passage.passage.annex && unit == done.unit
      && (work == done.work || Set(["完工", "完成", "建成", "竣工"]).isSuperset(of: [work, done.work]))
      && sentence.holds(done.name)
  }
}

extension Dossier {
  /// What is still open of what is said to be all done.
  var openThoughAllDone: [Finding] {
    let open = found(in: AllDoneElsewhere.open)
    guard !open.isEmpty else { return [] }
    // Each is held against each: a report has few of either.
    let done = found(in: AllDoneElsewhere.done).prefix(40)
    return open.prefix(40).compactMap { one in
      guard let other = done.first(where: one.isAgainst) else { return nil }
      let quotes = [other, one].map { $0.passage.quote($0.figure) }
      return Finding(
        at: [one, other].map { .text($0.passage.passage.place($0.figure.range)) },
        "前面写\(other.name) \(quotes[0])已全部\(other.work)，这里写还有 \(quotes[1])未\(one.work)，请核对。",
        derivation: "\(quotes[0]), \(quotes[1])")
    }
  }
}
