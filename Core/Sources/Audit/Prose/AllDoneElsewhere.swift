import Figures
import Reading
import Rules
import Text

/// So much that is said to be all done: 新建高标准农田1.5万亩，已全部完工.
private struct AllDone {
  let passage: PassageReading
  let figure: WrittenFigure
  let unit: String
  /// What is counted, by its last four characters.
  let name: String
  let work: String

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["全部", "均已"]) { read -> [AllDone] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard let unit = countedUnit(of: figure) else { return nil }
      let name = passage.text(passage.words(before: figure)).withoutBlanks
      let sentence = passage.sentence(at: figure.range.lowerBound)
      let behind = passage.text(figure.range.upperBound..<min(sentence.upperBound, figure.range.upperBound + 10))
        .withoutBlanks
      guard let lead = [",已全部", ",全部", ",均已", "已全部", ",现已全部"].first(where: behind.begins),
        let work = works.first(where: String(behind.dropFirst(lead.count)).begins),
        name.unicodeScalars.count >= 4, name.unicodeScalars.suffix(4).allSatisfy(\.isIdeograph)
      else { return nil }
      return AllDone(
        passage: passage, figure: figure, unit: unit, name: String(scalars: Array(name.unicodeScalars.suffix(4))),
        work: work)
    }
  }
}

/// So much that is said to be still open: 部分高标准农田受降雨影响，仍有0.2万亩未完工.
private struct StillOpen {
  let passage: PassageReading
  let figure: WrittenFigure
  let unit: String
  let work: String
  /// Of what it is told.
  let sentence: String

  static let finder = PassageFinder(in: [.prose, .figure], holding: leads) { read -> [StillOpen] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard let unit = countedUnit(of: figure), ProseQuantity(figure).map({ $0.value.exact > .zero }) == true else {
        return nil
      }
      let before = passage.text(passage.words(before: figure)).withoutBlanks
      let behind = passage.text(passage.clause(at: figure.range.lowerBound).rest(behind: figure.range)).withoutBlanks
      guard leads.contains(where: before.ends),
        let work = works.first(where: { behind.holds("未" + $0) || behind.holds("未能" + $0) || behind.holds("未按期" + $0) })
      else { return nil }
      let sentence = passage.text(passage.sentence(at: figure.range.lowerBound))
      // Since then it may have been done.
      guard !sentence.holds(anyOf: ["月底", "月末", "上半年", "季度", "年中", "一度", "当时"]) else { return nil }
      return StillOpen(passage: passage, figure: figure, unit: unit, work: work, sentence: sentence)
    }
  }

  private static let leads = ["仍有", "尚有", "还有", "其中有"]

  func isAgainst(_ done: AllDone) -> Bool {
    passage !== done.passage && passage.passage.annex == done.passage.passage.annex && unit == done.unit
      && (work == done.work || Set(["完工", "完成", "建成", "竣工"]).isSuperset(of: [work, done.work]))
      && sentence.holds(done.name)
  }
}

private let works = ["完工", "完成", "建成", "竣工", "验收", "发放", "整改", "开工", "交付", "拨付"]

/// In what it counts things, money apart.
private func countedUnit(of figure: WrittenFigure) -> String? {
  ProseQuantity(figure).flatMap { ["", "元"].contains($0.unit) ? nil : $0.unit }
}

extension Dossier {
  /// What is still open of what is said to be all done.
  var openThoughAllDone: [Finding] {
    let open = found(in: StillOpen.finder)
    guard !open.isEmpty else { return [] }
    // Each is held against each: a report has few of either.
    let done = found(in: AllDone.finder).prefix(40)
    return open.prefix(40).compactMap { one in
      guard let other = done.first(where: one.isAgainst) else { return nil }
      let quotes = [other.passage.quote(other.figure), one.passage.quote(one.figure)]
      return Finding(
        at: [
          .text(one.passage.passage.place(one.figure.range)), .text(other.passage.passage.place(other.figure.range)),
        ],
        "另一处写\(other.name) \(quotes[0])已全部\(other.work)，这里写还有 \(quotes[1])未\(one.work)，请核对。",
        derivation: "\(quotes[0]), \(quotes[1])")
    }
  }
}
