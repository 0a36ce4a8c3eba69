import Evaluation
import Reading
import Rules
import Text

/// Another office of the same place and kind, said to use the results of the own evaluation: 本区图书馆将把自评结果 in a report
/// of 本区档案馆.
enum OtherEvaluator {
  private static let tells = ["将把自评结果", "将自评结果", "将以自评结果", "将根据自评结果", "将继续做好绩效", "对自评结果", "本次自评", "本次绩效自评"]

  static func findings(in dossier: Dossier, unit: String) -> [Finding] {
    guard let place = OtherPlace.places(of: unit).last, unit.begins(with: place), let kind = unit.unicodeScalars.last
    else {
      return []
    }
    return dossier.writings.compactMap { writing -> Finding? in
      guard let passage = writing.passage, passage.role != .cell, writing.text.holds(anyOf: tells) else { return nil }
      let scalars = writing.scalars
      for index in scalars.indices where scalars[index] == kind {
        let behind = writing.quote(index + 1..<min(scalars.count, index + 12))
        guard tells.contains(where: behind.begins) else { continue }
        var start = index
        while start > 0, scalars[start - 1].isIdeograph { start -= 1 }
        let name = writing.quote(start..<index + 1)
        guard name.begins(with: place), name != unit, (3...10).contains(name.count - place.count),
          dossier.writings.count(where: { $0.text.holds(name) }) == 1
        else { return nil }
        return Finding(
          at: [writing.place(start..<index + 1)], "这里写的是“\(name)”，填报单位是“\(dossier.filing.unit.name)”，可能是套用了其他单位的文本。",
          derivation: "\(name) ≠ \(unit)")
      }
      return nil
    }
  }
}
