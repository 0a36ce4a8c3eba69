import Text

/// What a form prints in a cell before its value: 年初预算数：.
struct PrintedPrefix: Sendable {
  let key: LabelKey
  /// What of it is compared.
  let folded: [Unicode.Scalar]

  static func of(_ words: String) -> PrintedPrefix { known(ExactText(words)) }
  private static let known = Memo<ExactText, PrintedPrefix> { PrintedPrefix($0.text) }

  private init(_ words: String) {
    key = .of(words)
    folded = words.folded.scalarArray
  }
}
