import Evaluation
import Reading
import Text

extension Dossier {
  /// The prose gives a reason why a row of 基础数据表 changed.
  func explainsChange(of row: TableBlock.Row) -> Bool {
    let name = row.spokenName
    return found(in: reasonedChanges).contains { $0.speaks(of: row, called: name) }
  }
}

/// The paragraphs that say of anything why it changed; few do.
private let reasonedChanges = PassageFinder<ReasonedChange> { ReasonedChange($0.passage).map { [$0] } ?? [] }

private let reasonWords: WordFinder = ["原因", "由于", "因为", "所致", "主要是", "主要系", "系因", "是因", "缘于", "受到", "影响"]

/// A paragraph that says why something changed.
private struct ReasonedChange {
  private let passage: PassageReading
  /// What is spoken of no later than here has the reason and the change behind it.
  private let last: Int

  init?(_ passage: PassageReading) {
    guard let change = passage.marks.last(where: { [.rise, .fall, .comparison].contains($0.cue) }),
      let reason = reasonWords.matches(in: passage.scalars).last
    else { return nil }
    self.passage = passage
    last = min(change.range.lowerBound, reason.range.lowerBound)
  }

  func speaks(of row: TableBlock.Row, called name: String) -> Bool {
    firstPlace(of: row, called: name).map { $0 <= last } ?? false
  }

  /// Where the sentence begins that first speaks of a row.
  private func firstPlace(of row: TableBlock.Row, called name: String) -> Int? {
    let mark = passage.marks.first { mark in
      if case .item(let item) = mark.cue { item.baseRow == row.id } else { false }
    }
    if let mark { return passage.sentence(at: mark.range.lowerBound).lowerBound }
    return passage.sentences.first { passage.text($0).holds(name) }?.lowerBound
  }
}
