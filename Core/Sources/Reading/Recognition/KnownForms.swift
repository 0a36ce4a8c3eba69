public import Evaluation
import Text

/// The policies that a report may be recognised by, their words made ready: once for however many reports.
public struct KnownForms: Sendable {
  let candidates: [(policies: PolicySet, forms: [KnownForm])]

  public init(_ candidates: [PolicySet]) {
    self.candidates = candidates.map { policies in
      (policies, policies.policies.flatMap { policy in policy.forms.map { KnownForm($0, policy) } })
    }
  }
}

/// A form with the keys of its words.
final class KnownForm: Sendable {
  let form: Form
  let policy: Policy
  let labels: FormLabels
  private let keys: [String: LabelKey]
  /// What is printed before values, folded.
  private let prefixes: [String: [Unicode.Scalar]]

  init(_ form: Form, _ policy: Policy) {
    self.form = form
    self.policy = policy
    let cells = form.blocks.flatMap { block in
      if case .grid(let grid) = block { grid.rows.joined().flatMap { [$0].cells } } else { [GridBlock.GridCell]() }
    }
    let trees = policy.trees.flatMap(\.groups)
    let labels = FormLabels.words(of: form, policy)
    let words =
      labels + cells.map(\.caption) + trees.map(\.label)
      + trees.flatMap(\.nodes).map(\.label)
    let keys = Dictionary(words.map { ($0, LabelKey($0)) }, uniquingKeysWith: { first, _ in first })
    self.keys = keys
    self.labels = FormLabels(labels.compactMap { keys[$0] })
    prefixes = Dictionary(
      cells.map { ($0.prefix, Array($0.prefix.folded.unicodeScalars)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The key of one of its words.
  func key(of word: String) -> LabelKey { keys[word] ?? LabelKey(word) }

  /// What is printed before a value, folded.
  func folded(prefix: String) -> [Unicode.Scalar] { prefixes[prefix] ?? Array(prefix.folded.unicodeScalars) }
}
