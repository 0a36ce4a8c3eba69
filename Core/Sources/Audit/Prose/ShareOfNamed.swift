import Figures
import Reading
import Rules
import Text

/// A share of something that is told under its name elsewhere: 全年医疗收入2.856亿元。药品收入8,568万元，占医疗收入的30%;
/// 年中追加占年初预算的18.75%.
struct ShareOfNamed {
  let passage: PassageReading
  let share: WrittenFigure
  let percent: WrittenNumber
  let part: ProseQuantity?
  /// What the part is called, where its own clause tells no number.
  let partName: String
  let wholeName: String
  /// What of its sentence may be the part as well.
  private var others: [ProseQuantity] = []

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["占"]) { read -> [ShareOfNamed] in
    let passage = read.passage
    return passage.figures.compactMap { ShareOfNamed($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let range = passage.words(before: figure)
    let words = passage.text(range).withoutBlanks
    let halves = words.split(separator: "占", omittingEmptySubsequences: false).map { String($0) }
    guard halves.count == 2 else { return nil }
    var name = halves[1]
    for end in ["的", "的比例为", "的比重为", "比例为", "比重为", "的比例", "的比重", "比例", "比重", "总数", "总量", "总额"]
    where name.ends(with: end) {
      name.removeLast(end.count)
    }
    for lead in ["全部", "全年", "全区", "全县", "全市", "全省", "全镇", "当年", "总"]
    where name.begins(with: lead) && name.unicodeScalars.count >= lead.unicodeScalars.count + 3 {
      name.removeFirst(lead.count)
    }
    // Shares of spending are looked at by A22.
    guard (3...10).contains(name.unicodeScalars.count), !name.holds(anyOf: ["支出", "上年", "去年", "执行"]) else { return nil }
    wholeName = name
    partName = halves[0]
    (self.passage, share, self.percent) = (passage, figure, percent)
    guard partName.isEmpty else {
      part = nil
      guard partName.unicodeScalars.count >= 4 else { return nil }
      return
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard let last = passage.figures(in: sentence.lowerBound..<range.lowerBound).last,
      passage.text(last.range.upperBound..<range.lowerBound).withoutBlanks == ",", let quantity = ProseQuantity(last),
      !["", "㎡"].contains(quantity.unit),
      !passage.marks(in: passage.words(before: last)).contains(where: {
        [.rise, .fall, .comparison, .target].contains($0.cue)
      })
    else { return nil }
    part = quantity
    others = passage.figures(in: sentence.lowerBound..<last.range.lowerBound).compactMap(ProseQuantity.init)
      .filter { $0.unit == quantity.unit }
  }

  /// nil where what it is of is told nowhere, or with several numbers, or some of them gives the share.
  func finding(among told: [NamedQuantity], and amounts: [AmountStatement]) -> Finding? {
    let unit = part?.unit ?? "元"
    let wholes = told.filter {
      $0.quantity.unit == unit && $0.name.isOf(wholeName) && $0.annex == passage.passage.annex
    }
    let parts =
      part.map { [(value: $0.value, text: passage.quote($0.figure), place: passage.place(of: $0))] }
      ?? amounts.filter { $0.words == partName && $0.role == .level }.map {
        (value: $0.stated, text: $0.stated.spoken, place: Place.text($0.place))
      }
    guard let whole = wholes.first, let part = parts.first, let place = whole.place,
      wholes.allSatisfy({ $0.quantity.value.relation(to: whole.quantity.value) == .agree }),
      parts.allSatisfy({ $0.value.relation(to: part.value) == .agree }),
      part.value.relation(to: whole.quantity.value) == .below,
      !([part.value] + others.map(\.value)).contains(where: { part in
        wholes.contains { WrittenRatio(percent: percent, part: part, whole: $0.quantity.value).isRight }
      })
    else { return nil }
    let ratio = WrittenRatio(percent: percent, part: part.value, whole: whole.quantity.value)
    let (quoted, working) = (passage.quote(share), "\(part.text) ÷ \(whole.name) \(whole.text)")
    return Finding(
      at: [.text(passage.passage.place(share.range)), part.place, place],
      "所写 \(quoted)，\(working) 应为 \(ratio.right)%。", derivation: "\(working) = \(ratio.right)% ≠ \(quoted)")
  }
}

extension PassageReading {
  fileprivate func place(of quantity: ProseQuantity) -> Place { .text(passage.place(quantity.figure.range)) }
}

extension String {
  /// The same name, or one of which it is the end.
  fileprivate func isOf(_ name: String) -> Bool {
    let (mine, other) = (unicodeScalars.count, name.unicodeScalars.count)
    return self == name || ends(with: name) && mine <= other + 2
      || mine >= 3 && name.ends(with: self) && other <= mine + 2
  }
}

extension Dossier {
  /// Shares of what is named that do not come out.
  var wrongSharesOfNamed: [Finding] {
    let shares = found(in: ShareOfNamed.finder)
    guard !shares.isEmpty else { return [] }
    let told = found(in: NamedQuantity.told)
    return shares.prefix(60).compactMap { $0.finding(among: told, and: statements.amounts) }
  }
}
