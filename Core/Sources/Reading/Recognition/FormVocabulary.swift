import Evaluation
import Text

/// What the forms of a policy are known by, made once for all the reports that are read under it.
final class PolicyVocabulary: Sendable {
  let forms: [FormVocabulary]

  private init(_ policy: Policy) { forms = policy.forms.map { FormVocabulary($0, policy) } }

  static func of(_ policy: Policy) -> PolicyVocabulary { known(SamePolicy(policy: policy)) }
  // An installation has a few dozen policies; a text that was replaced is forgotten with the others.
  private static let known = Memo<SamePolicy, PolicyVocabulary>(capacity: 64) { PolicyVocabulary($0.policy) }

  /// This very policy, which is held as long as what was made of it.
  private struct SamePolicy: Hashable, Sendable {
    let policy: Policy

    static func == (a: Self, b: Self) -> Bool { a.policy === b.policy }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(policy)) }
  }
}

/// A form of a policy with the words that documents show it by.
final class FormVocabulary: Sendable {
  let form: Form
  let policy: Policy
  /// Its labels and those of all trees of indicators.
  let labels: FormLabels
  /// The words of its parts, one each.
  let blocks: [BlockWords]
  /// All words that caption columns.
  let captions: LabelWordSet
  /// The cells that a label alone tells.
  let labelled: [LabelledCell]
  let labelsOfCells: [LabelKey]
  /// Those with a label printed before them.
  let prefixed: [(label: LabelKey, key: CellKey)]
  let hasIndicators: Bool
  /// With the indicators of each tree, in the order of the policy; the last without any.
  private let withTrees: [Lazy<TreeVocabulary>]

  fileprivate init(_ form: Form, _ policy: Policy) {
    self.form = form
    self.policy = policy
    labels = FormLabels(form, policy)
    blocks = form.blocks.map(BlockWords.init)
    captions = LabelWordSet(blocks.flatMap(\.allCaptions))
    labelled = form.labelledCells
    labelsOfCells = labelled.map(\.label)
    prefixed = form.prefixedCells
    hasIndicators = form.blocks.contains { if case .indicators = $0 { true } else { false } }
    withTrees = (policy.trees.map(Optional.some) + [nil]).map { tree in Lazy { TreeVocabulary(form, tree) } }
  }

  /// Its words and those of one tree of the policy.
  func with(_ tree: IndicatorTree?) -> TreeVocabulary {
    let place = tree.flatMap { tree in policy.trees.firstIndex { $0.id == tree.id } } ?? policy.trees.count
    return withTrees[place].value
  }

  /// The same with the policy's first tree, whatever the form's parts are.
  var withFirstTree: TreeVocabulary { withTrees[0].value }
}

/// The words of a form together with those of the indicators that it is filled in with.
final class TreeVocabulary: Sendable {
  /// In the order of the form, none blank.
  let labels: FormWords
  /// Labels of the form, those of its foot among them.
  let formWords: Set<LabelWord>
  /// Whatever the form prints itself.
  let printed: Set<LabelWord>
  private let nodes: [(node: IndicatorTree.Node, key: LabelKey, stem: String)]

  fileprivate init(_ form: Form, _ tree: IndicatorTree?) {
    let labels = FormLabels.labels(of: form, tree.map { [$0] } ?? []).map(LabelKey.of).filter { !$0.isEmpty }
    self.labels = FormWords(labels)
    formWords = Set((labels + form.footer.map { LabelKey.of($0.caption) }).map(\.plainWord))
    printed = Set(labels.map(\.plainWord) + form.placeholders.map { LabelKey.of($0).plainWord })
    nodes = (tree?.nodes ?? []).map { node in
      let key = LabelKey.of(node.label)
      return (node, key, key.plain.withoutIndicator)
    }
  }

  /// 数量指标, also where it is written 数量 or 产出数量指标.
  func node(labelled key: LabelKey) -> IndicatorTree.Node? {
    guard !key.isEmpty else { return nil }
    if let exact = nodes.first(where: { $0.key.matches(key) }) { return exact.node }
    let mine = key.plain.withoutIndicator
    guard mine.scalarCount >= 2 else { return nil }
    let alike = nodes.filter { $0.stem.holds(mine) || mine.holds($0.stem) }
    if alike.count == 1 { return alike[0].node }
    guard let words = Self.meanings.first(where: { mine.holds(anyOf: $0) }), mine.scalarCount <= 12 else {
      return nil
    }
    let meant = nodes.filter { $0.key.plain.holds(anyOf: words) }
    if meant.count == 1 { return meant[0].node }
    // 生态效益指标 and 生态环境成本指标 differ by what they are of.
    guard let kind = Self.kinds.first(where: mine.holds) else { return nil }
    let ofKind = meant.filter { $0.key.plain.holds(kind) }
    return ofKind.count == 1 ? ofKind[0].node : nil
  }

  private static let kinds = ["成本", "效益"]

  /// Words of second levels that mean the same.
  private static let meanings = [
    ["生态", "环境"], ["可持续", "持续影响", "长期影响"], ["时效", "进度", "及时"], ["满意"], ["经济效益"], ["社会效益"],
  ]
}

extension String {
  /// 数量 of 数量指标.
  var withoutIndicator: String { ends(with: "指标") ? String(unicodeScalars.dropLast(2)) : self }
}
