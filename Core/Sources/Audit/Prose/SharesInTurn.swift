import Figures
import Reading
import Rules
import Text

/// Shares told one after another behind the parts that they are of: 甲132人、乙48人、丙12人，分别占68.75%、25%和6.25%.
struct SharesInTurn {
  static let finder = PassageFinder(in: .threeFigures, holding: words) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 4 else { return [] }
    return passage.figures.flatMap { passage.wrongShares(from: $0) }
  }

  fileprivate static let words = ["分别占", "占比分别", "比例分别", "比重分别", "占比依次", "依次占", "各占"]
}

extension PassageReading {
  /// The shares that do not come out, where the others do.
  fileprivate func wrongShares(from first: WrittenFigure) -> [Finding] {
    guard first.isPercent, text(words(before: first)).holds(anyOf: SharesInTurn.words) else { return [] }
    let sentence = sentence(at: first.range.lowerBound)
    let shares = run(of: figures(in: first.range.lowerBound..<sentence.upperBound))
    let before = figures(in: sentence.lowerBound..<first.range.lowerBound).compactMap(ProseQuantity.init)
    guard shares.count >= 2, before.count >= shares.count else { return [] }
    let parts = Array(before.suffix(shares.count))
    guard let unit = parts.first?.unit, !unit.isEmpty, parts.allSatisfy({ $0.unit == unit }),
      let sum = StatedAmount(sumOf: parts.map(\.value))
    else { return [] }
    let earlier = figures(in: 0..<parts[0].figure.range.lowerBound).compactMap(ProseQuantity.init).filter { whole in
      whole.unit == unit && parts.allSatisfy { $0.value.exact <= whole.value.exact }
    }
    let wholes = [sum] + earlier.map(\.value)
    let looks = wholes.map { whole in
      shares.indices.filter { ratio(shares[$0], parts[$0], whole)?.ratio.isRight != true }
    }
    guard let best = looks.indices.min(by: { looks[$0].count < looks[$1].count }), looks[best].count == 1 else {
      return []
    }
    return looks[best].compactMap { index in
      guard
        case .breaks(let finding)? = ratio(shares[index], parts[index], wholes[best])?.look(at: shares[index], in: self)
      else { return nil }
      return finding
    }
  }

  /// Percentages with nothing but marks between them.
  private func run(of figures: [WrittenFigure]) -> [WrittenFigure] {
    var found: [WrittenFigure] = []
    for figure in figures {
      guard figure.isPercent, figure.isUnbounded, !figure.isApproximate else { break }
      if let last = found.last {
        let gap = text(last.range.upperBound..<figure.range.lowerBound).withoutBlanks
        guard ["、", "和", ",", "，", "及", "与", "以及"].contains(gap) else { break }
      }
      found.append(figure)
    }
    return found
  }

  private func ratio(_ share: WrittenFigure, _ part: ProseQuantity, _ whole: StatedAmount) -> FoundRatio? {
    guard case .percent(.number(let percent)) = share.kind else { return nil }
    let all = part.unit == "元" ? whole.spoken : whole.exact.spoken(4) + part.unit
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: part.value, whole: whole),
      working: "\(quote(part.figure)) ÷ \(all)", ranges: [part.figure.range])
  }
}
