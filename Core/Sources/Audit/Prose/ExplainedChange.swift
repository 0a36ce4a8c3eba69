import Evaluation
import Reading
import Text

extension Dossier {
  /// The prose gives a reason why a row of 基础数据表 changed.
  func explainsChange(of row: TableBlock.Row) -> Bool {
    statements.passages.contains { passage in
      guard let place = passage.firstPlace(of: row) else { return false }
      let rest = place..<passage.scalars.count
      return passage.text(rest).holds(anyOf: reasonWords)
        && passage.marks(in: rest).contains { [.rise, .fall, .comparison].contains($0.cue) }
    }
  }
}

private let reasonWords = ["原因", "由于", "因为", "所致", "主要是", "主要系", "系因", "是因", "缘于", "受到", "影响"]

extension PassageReading {
  /// Where the sentence begins that first speaks of a row.
  fileprivate func firstPlace(of row: TableBlock.Row) -> Int? {
    let mark = marks.first { mark in
      if case .item(let item) = mark.cue { item.baseRow == row.id } else { false }
    }
    if let mark { return sentence(at: mark.range.lowerBound).lowerBound }
    return sentences.first { text($0).holds(row.spokenName) }?.lowerBound
  }
}
