import Evaluation
import Text

extension Policy {
  /// The indicator tree whose labels a table shows most of.
  func tree(likest words: TableKeys, in rows: [[TextPart]]) -> IndicatorTree? {
    guard trees.count > 1 else { return trees.first }
    let stems = Set(rows.joined().flatMap(\.levelStems).map(LabelWord.init))
    func count(_ tree: IndicatorTree) -> Int {
      tree.groups.map { group in
        // With its points a first level tells trees apart that have the same labels; a label that is not there counts
        // against a tree, but less than one that is counts for it.
        (words.shows(LabelKey.of(group.label).wholeWord) ? 40 : 0)
          + (words.shows(LabelKey.of(group.label).plainWord) ? 10 : -1)
          + group.nodes.map { node in
            let label = LabelKey.of(node.label)
            return words.shows(label.plainWord) ? 10 : stems.contains(LabelWord(label.plain.levelStem)) ? 8 : -1
          }.reduce(0, +)
      }.reduce(0, +)
    }
    let counts = trees.map(count)
    return trees.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }.map { trees[$0] }
  }
}

extension TextPart {
  /// What a cell may name as levels, each without the words that only some write: 产出 and 数量 of 产出指标/数量类指标.
  fileprivate var levelStems: [String] {
    guard !isEmpty, text.utf8.count <= 90 else { return [] }
    return text.unicodeScalars.split { ["\n", "/", "／", "-", "—", "、", "：", ":"].contains($0) }.map {
      LabelKey.of(String($0)).plain.levelStem
    }
  }
}

extension String {
  fileprivate var levelStem: String {
    var stem = self
    for ending in ["指标", "类", "控制"]
    where stem.ends(with: ending) && stem.scalarCount > ending.scalarCount {
      stem = String(stem.unicodeScalars.dropLast(ending.scalarCount))
    }
    return stem
  }
}
