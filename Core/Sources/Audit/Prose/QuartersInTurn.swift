import Figures
import Reading
import Rules
import Text

/// What a year comes to and each of its quarters, told in turn: 全年受理6,428件，一至四季度分别为1,512件、1,604件、1,688件、1,624件.
struct QuartersInTurn {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["季度"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("分别") else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let leads = ["一至四季度", "四个季度", "1至4季度", "1-4季度", "1—4季度", "各季度"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let first = ProseQuantity(figure), !first.unit.isEmpty else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let lead = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard lead.holds(anyOf: leads), lead.holds("分别"), !lead.holds(anyOf: ["率", "得分", "考核"]) else { return nil }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.figures(in: part).filter { $0.kind.extent != nil }.compactMap(ProseQuantity.init)
    guard let place = told.firstIndex(where: { $0.figure == figure }), place > 0, place + 3 < told.count else {
      return nil
    }
    let (total, parts) = (told[place - 1], Array(told[place..<place + 4]))
    guard parts.allSatisfy({ $0.unit == total.unit }),
      zip(parts, parts.dropFirst()).allSatisfy({ one, next in
        ["、", "和", ","].contains(
          passage.text(one.figure.range.upperBound..<next.figure.range.lowerBound).withoutBlanks)
      }), total.value.exact > first.value.exact, let sum = StatedAmount(sumOf: parts.map(\.value)),
      sum.relation(to: total.value) != .agree,
      // 全年 may be summed up behind them.
      !told[(place + 4)...].contains(where: { $0.unit == total.unit && $0.value.relation(to: sum) == .agree })
    else { return nil }
    return Finding("四个季度", parts, comingTo: sum, of: total, in: passage)
  }
}
