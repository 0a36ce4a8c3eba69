/// The labels of a form as they are looked for in a document.
struct FormWords: Sendable {
  /// Each once, in the order of the form.
  let labels: [LabelKey]
  private let set: LabelWordSet

  init(_ labels: [LabelKey]) {
    var taken: Set<LabelWord> = []
    self.labels = labels.filter { taken.insert($0.plainWord).inserted }
    set = LabelWordSet(labels)
  }

  /// One of them says this, the same words in another order included.
  func hold(_ label: LabelKey) -> Bool { set.holds(label) }
}
