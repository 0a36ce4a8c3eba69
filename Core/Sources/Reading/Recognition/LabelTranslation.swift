import Text

/// The words of a document's table as the form has them: each label of the form that the table does not show is given
/// the one label that is most like it, so that all of them together are as alike as can be.
struct LabelTranslation {
  private let words: [LabelWord: LabelKey]
  /// How many of the form's labels the table shows, in their own words or in others.
  let count: Int
  /// The same as a share of all, 0 to 100.
  let share: Int

  init(of table: [[TextPart]], keys: TableKeys, into form: FormWords) {
    var documents: [LabelKey] = []
    var seen: Set<LabelWord> = []
    for cell in table.joined() {
      guard let label = keys.label(cell) else { continue }
      if label.whole.mayBeLabel, seen.insert(label.whole.plainWord).inserted { documents.append(label.whole) }
      guard let key = label.beforeColon, key.mayBeLabel, seen.insert(key.plainWord).inserted else { continue }
      documents.append(key)
    }
    let shown = LabelWordSet(documents)
    let missing = form.labels.filter { !shown.holds($0) }
    words = missing.isEmpty ? [:] : Self.pairs(missing, documents.filter { !form.hold($0) })
    count = form.labels.count - missing.count + words.count
    share = form.labels.isEmpty ? 0 : 100 * count / form.labels.count
  }

  /// A key as the form has it, and whether its own words are others.
  func callAsFunction(_ key: LabelKey) -> (key: LabelKey, isOther: Bool) {
    guard let word = words[key.plainWord] else { return (key, false) }
    return (word.ofYear(key.year), true)
  }

  private static func pairs(_ missing: [LabelKey], _ free: [LabelKey]) -> [LabelWord: LabelKey] {
    guard !missing.isEmpty, !free.isEmpty else { return [:] }
    let (wanted, offered) = (missing.map(LabelLikeness.of), free.map(LabelLikeness.of))
    let likeness = wanted.map { label in offered.map { label.share(with: $0) } }
      .map { row in row.map { $0 >= LabelLikeness.least ? $0 : 0 } }
    var words: [LabelWord: LabelKey] = [:]
    for (label, key) in BestPairs(likeness).pairs { words[free[key].plainWord] = missing[label] }
    return words
  }
}
