import Evaluation

extension Fields {
  /// What a cell holds.
  mutating func cellKind() -> CellKind { choice("kind", of: CellKind.self) ?? .text }

  /// What may stand in cells of the kind `choice`: at least two texts, each once.
  mutating func options(of kind: CellKind) -> [String] {
    guard kind == .choice else {
      if has("options") {
        draft.report("只有 kind 为 choice 的格才能写 options。", at: place(of: "options"))
        _ = optional("options")
      }
      return []
    }
    return options()
  }

  /// What may stand in a column of indicators: signs must be listed, scores and points cannot be.
  mutating func options(of role: IndicatorColumn) -> [String] {
    if role == .sign { return options() }
    guard has("options") else { return [] }
    guard role == .target || role == .actual || role == .unit else {
      draft.report("“\(role.rawValue)”列不能写 options。", at: place(of: "options"))
      _ = optional("options")
      return []
    }
    return options()
  }

  private mutating func options() -> [String] {
    guard let node = required("options") else { return [] }
    let texts = texts("options")
    if texts.count == 1 { draft.report("“options”至少要有两项。", at: node.place) }
    draft.requireUnique(texts.map { ($0, node.place) }, "选项")
    return texts
  }
}
