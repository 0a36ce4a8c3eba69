import Evaluation

/// What differs between two policies, in the words that people read.
struct PolicyDifference {
  struct Change: Hashable {
    let place: String
    /// nil where it is new.
    let before: String?
    /// nil where it is gone.
    let after: String?
  }

  /// In the order of the later policy; what is gone stands behind what came before it.
  let changes: [Change]

  init(from earlier: Policy, to later: Policy) {
    self.init(from: PolicyFacts(earlier).facts, to: PolicyFacts(later).facts)
  }

  init(from earlier: [PolicyFact], to later: [PolicyFact]) {
    let before = Dictionary(earlier.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(later.map(\.key))
    // What is gone, by the fact behind which it stood.
    var gone: [String: [PolicyFact]] = [:]
    var last = ""
    for fact in earlier {
      if kept.contains(fact.key) { last = fact.key } else { gone[last, default: []].append(fact) }
    }
    func removals(behind key: String) -> [Change] {
      (gone[key] ?? []).map { Change(place: $0.place, before: $0.words, after: nil) }
    }
    var changes = removals(behind: "")
    for fact in later {
      if let old = before[fact.key] {
        if old.words != fact.words { changes.append(Change(place: fact.place, before: old.words, after: fact.words)) }
      } else {
        changes.append(Change(place: fact.place, before: nil, after: fact.words))
      }
      changes += removals(behind: fact.key)
    }
    self.changes = changes
  }
}
