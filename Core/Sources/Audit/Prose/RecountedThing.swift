import Figures
import Reading
import Rules
import Text

/// How many there are of what a sentence goes on about, 15支护林队装备老化, and another number where the name stands
/// before it: 组建护林队14支. Worth a look: the second may be of other ones.
struct RecountedThing {
  let figure: WrittenFigure
  let quantity: ProseQuantity
  /// What stands behind it, up to the next mark.
  let words: [Unicode.Scalar]
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .figure]) { read -> [RecountedThing] in
    let passage = read.passage
    guard !passage.passage.isHeaded("目标", "计划") else { return [] }
    return passage.figures.compactMap { RecountedThing($0, in: passage) }
  }

  /// What only certain things are counted in.
  private static let units: Set<String> = ["支", "座", "所", "处", "家", "辆", "台", "套", "条", "栋", "艘", "口", "眼", "间", "块"]

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard let quantity = ProseQuantity(figure), Self.units.contains(quantity.unit), quantity.value.exact > .one else {
      return nil
    }
    let clause = passage.clause(at: figure.range.lowerBound)
    // Only where the sentence goes on about all of them: nothing leads to the number.
    let lead = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    let rest = passage.scalars[clause.rest(behind: figure.range)].prefix(12)
    guard ["", "全部", "建成的", "现有", "已建成的", "已建的", "现有的", "全县", "全区", "全市", "全镇", "全乡", "我县", "我区", "我市"].contains(lead),
      rest.count >= 4, rest.prefix(4).allSatisfy(\.isIdeograph), !passage.has(.comparison, in: clause),
      !passage.has(.target, in: clause)
    else { return nil }
    (self.figure, self.quantity, words, self.passage) = (figure, quantity, Array(rest), passage)
  }

  /// Other numbers of the same thing, all alike.
  func finding(among told: [NamedQuantity]) -> Finding? {
    let same = told.compactMap { one -> (told: NamedQuantity, length: Int)? in
      guard one.annex == passage.passage.annex, one.quantity.unit == quantity.unit, let other = one.passage,
        // 6座危桥已完工4座 are of the same sentence.
        other.place != passage.passage.place
      else { return nil }
      let length = one.name.endShared(with: words)
      return length >= 3 ? (one, length) : nil
    }
    guard let longest = same.map(\.length).max() else { return nil }
    let best = same.filter { $0.length == longest }.map(\.told)
    guard let other = best.first, let place = other.place, Set(best.map(\.quantity.value.exact)).count == 1,
      !same.contains(where: { $0.told.quantity.value.exact == quantity.value.exact })
    else { return nil }
    let noun = String(scalars: Array(words.prefix(longest)))
    let text = passage.quote(figure)
    return Finding(
      at: [.text(passage.passage.place(figure.range)), place], "\(noun)前后写有 \(text)、\(other.text)，请核对。",
      derivation: "\(text) ≠ \(other.text)", severity: .info)
  }
}

extension String {
  /// How many scalars this ends in that the words begin with.
  fileprivate func endShared(with words: [Unicode.Scalar]) -> Int {
    let mine = Array(unicodeScalars)
    return (1...max(1, min(mine.count, words.count))).last { mine.suffix($0).elementsEqual(words.prefix($0)) } ?? 0
  }
}

extension Dossier {
  /// Numbers of things that are told otherwise elsewhere, by what stands behind them.
  var recountedThings: [Finding] {
    let counted = found(in: RecountedThing.finder)
    guard !counted.isEmpty else { return [] }
    let told = found(in: NamedQuantity.told).filter { $0.quantity.unit != "%" }
    return counted.prefix(50).compactMap { $0.finding(among: told) }
  }
}
