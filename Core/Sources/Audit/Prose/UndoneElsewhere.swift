import Figures
import Reading
import Rules
import Text

/// How many of so many things were done: 362个居民小区中，326个完成撤桶并点.
private struct DoneOfAll {
  let passage: PassageReading
  /// What is counted and what is done with it: 居民小区, 撤桶并点.
  let thing: String
  let work: String
  let whole: ProseQuantity
  let part: ProseQuantity

  static let finder = PassageFinder(in: [.prose, .twoFigures], holding: ["中"]) { read -> [DoneOfAll] in
    let passage = read.passage
    let figures = passage.figures
    return zip(figures, figures.dropFirst()).compactMap { first, second in
      guard let whole = ProseQuantity(first), let part = ProseQuantity(second), whole.unit == part.unit,
        whole.isCountedExactly, part.isCountedExactly, whole.value.exact > part.value.exact
      else { return nil }
      let between = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
      guard let end = ["中,已有", "中,有", "中,已", "中有", "中已有", "中,"].first(where: between.ends) else { return nil }
      let thing = String(between.dropLast(end.count))
      guard thing.unicodeScalars.count >= 2, let work = passage.work(behind: second, after: doneWords) else {
        return nil
      }
      return DoneOfAll(passage: passage, thing: thing, work: work, whole: whole, part: part)
    }
  }
}

/// How many it was not done with: 仍有46个小区未完成撤桶并点.
private struct LeftUndone {
  let passage: PassageReading
  let thing: String
  let work: String
  let part: ProseQuantity
  /// Told of a day that may be later than the one of what is done.
  let isToday: Bool

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["未"]) { read -> [LeftUndone] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard let part = ProseQuantity(figure), part.isCountedExactly else { return nil }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      guard words.holds(anyOf: ["有", "其余", "剩余", "尚", "仍"]) else { return nil }
      let clause = passage.clause(at: figure.range.lowerBound)
      let behind = passage.text(clause.rest(behind: figure.range)).withoutBlanks
      guard let place = behind.offset(of: "未"), let work = passage.work(behind: figure, after: ["未"]) else {
        return nil
      }
      let thing = String(behind.prefix(place)).withoutEnds(["尚", "仍", "还", "暂"])
      let sentence = passage.text(passage.sentence(at: figure.range.lowerBound))
      return LeftUndone(
        passage: passage, thing: thing, work: work, part: part,
        isToday: sentence.holds(anyOf: ["目前", "截至", "现"]))
    }
  }
}

private let doneWords = ["完成", "实现", "建成", "通过", "达到", "接入", "开展", "落实", "配备", "设立", "建立"]

extension ProseQuantity {
  fileprivate var isCountedExactly: Bool { !["", "元", "㎡"].contains(unit) && value.slack == .zero }
}

extension PassageReading {
  /// What was done with so many, without the verb: 撤桶并点 of 326个完成撤桶并点.
  fileprivate func work(behind figure: WrittenFigure, after words: [String]) -> String? {
    let clause = clause(at: figure.range.lowerBound)
    let behind = text(clause.rest(behind: figure.range)).withoutBlanks
    let places = words.compactMap { word in behind.offset(of: word).map { $0 + word.unicodeScalars.count } }
    guard let start = places.min(), figures(in: clause.rest(behind: figure.range)).isEmpty else { return nil }
    let rest = String(scalars: Array(behind.unicodeScalars.dropFirst(start)))
    let work = rest.withoutBeginnings(doneWords + ["了", "开展", "实施"])
    return work.unicodeScalars.count >= 3 ? work : nil
  }
}

extension String {
  fileprivate func withoutEnds(_ ends: [String]) -> String {
    ends.first(where: self.ends).map { String(dropLast($0.count)) } ?? self
  }
  fileprivate func withoutBeginnings(_ words: [String]) -> String {
    words.first(where: begins).map { String(dropFirst($0.count)).withoutBeginnings(words) } ?? self
  }
}

extension Dossier {
  /// What is told to be still to do, where other paragraphs tell of how many it was done with and more or fewer are left.
  var wrongUndone: [Finding] {
    let undone = found(in: LeftUndone.finder)
    guard !undone.isEmpty else { return [] }
    let done = found(in: DoneOfAll.finder)
    return undone.compactMap { left in
      let same = done.filter { one in
        one.passage !== left.passage && one.passage.passage.annex == left.passage.passage.annex
          && one.part.unit == left.part.unit && one.work.isExactly(left.work)
          && (one.thing.ends(with: left.thing) || left.thing.ends(with: one.thing))
      }
      guard same.count == 1, let one = same.first, let right = one.whole.value.exact.subtracting(one.part.value.exact),
        right != left.part.value.exact,
        // Since then more may have been done.
        !left.isToday || left.part.value.exact > right
      else { return nil }
      let quotes = [one.whole, one.part].map { one.passage.quote($0.figure) } + [left.passage.quote(left.part.figure)]
      return Finding(
        at: [.text(left.passage.passage.place(left.part.figure.range))]
          + [one.whole, one.part].map { .text(one.passage.passage.place($0.figure.range)) },
        "\(quotes[0]) 减去 \(quotes[1]) 为 \(right.spoken(0))，所写其余 \(quotes[2])。",
        derivation: "\(quotes[0]) − \(quotes[1]) = \(right.spoken(0)) ≠ \(quotes[2])")
    }
  }
}
