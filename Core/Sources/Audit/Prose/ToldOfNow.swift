import Figures
import Reading
import Rules
import Text

/// What is said to be so now under a heading on what is to come, with digits that changed places:
/// 在校学生2016人 and 按照现有在校学生2106人测算.
struct ToldOfNow {
  let name: String
  let quantity: ProseQuantity
  let figure: WrittenFigure
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .figure]) { read -> [ToldOfNow] in
    let passage = read.passage
    guard passage.isAboutPlans else { return [] }
    return passage.figures.compactMap { figure in
      guard let quantity = ProseQuantity.orShare(figure), !["", "㎡", "元"].contains(quantity.unit) else { return nil }
      let clause = passage.clause(at: figure.range.lowerBound)
      let lead = clause.lowerBound..<figure.range.lowerBound
      let isOfYear = passage.figures(in: lead).contains { $0.kind.year == read.year }
      guard isOfYear || passage.text(lead).holds(anyOf: ["现有", "目前"]), !passage.has(.target, in: clause) else {
        return nil
      }
      var name = passage.name(before: figure)
      for word in ["现有", "目前", "按照", "按"] {
        if let place = name.offset(of: word) {
          name = String(scalars: Array(name.unicodeScalars.dropFirst(place + word.unicodeScalars.count)))
        }
      }
      return name.unicodeScalars.count >= 4
        ? ToldOfNow(name: name, quantity: quantity, figure: figure, passage: passage) : nil
    }
  }

  func finding(among told: [NamedQuantity]) -> Finding? {
    let same = told.filter {
      $0.annex == passage.passage.annex && $0.quantity.unit == quantity.unit
        && [$0.name, $0.name + "度"].contains(where: {
          $0 == name || $0 == name + "度"
            || $0.ends(with: name) && $0.unicodeScalars.count <= name.unicodeScalars.count + 4
            || $0.isAlmostEnd(of: name)
        })
    }
    guard let other = same.first, let place = other.place,
      same.allSatisfy({ $0.quantity.value.relation(to: other.quantity.value) == .agree }),
      other.quantity.value.relation(to: quantity.value) != .agree,
      DigitSlip(other.quantity.value.exact.spoken(4), quantity.value.exact.spoken(4)) != nil
    else { return nil }
    let quoted = passage.quote(figure)
    return Finding(
      at: [.text(passage.passage.place(figure.range)), place], "\(name)前后写有 \(quoted)、\(other.text)，数字相近，请核对。",
      derivation: "\(quoted) ≠ \(other.text)")
  }
}

extension WrittenFigure.Kind {
  /// Of a year alone.
  fileprivate var year: Int? { if case .year(let year) = self { year.number } else { nil } }
}

extension Dossier {
  /// Numbers of now beside what is to come that are told otherwise before.
  var slipsOfNow: [Finding] {
    let now = found(in: ToldOfNow.finder)
    guard !now.isEmpty else { return [] }
    let told = found(in: NamedQuantity.told)
    return now.compactMap { $0.finding(among: told) }
  }
}

extension String {
  /// 校学生 of 在校学生, which has lost a word that says nothing before other numbers.
  fileprivate func isAlmostEnd(of name: String) -> Bool {
    unicodeScalars.count >= 3 && unicodeScalars.count + 1 == name.unicodeScalars.count && name.ends(with: self)
  }
}
