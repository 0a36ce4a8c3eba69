import Text

/// Something whose figures can be summed over filings, as policies name it.
public struct FigureItem: Hashable, Sendable, Identifiable {
  /// Form, row and column; see `ExtractedFigure`.
  public let id: String
  /// What the form is called: "基础表".
  public let form: String
  /// "公务接待，本年决算数".
  public let caption: String
  /// One whose figures can be summed; it tells what they are counted in.
  public let kind: CellKind

  /// "基础表：公务接待，本年决算数".
  public var title: String { "\(form)：\(caption)" }

  /// Every item of some policies, in their order; what several of them have is told as the first does.
  public static func all(in policies: [Policy]) -> [FigureItem] {
    var seen: Set<String> = []
    return policies.flatMap { policy in policy.forms.flatMap { items(of: $0, in: policy) } }
      .filter { seen.insert($0.id).inserted }
  }

  private static func items(of form: Form, in policy: Policy) -> [FigureItem] {
    // A year that no caption speaks of, to tell this year's columns from last year's.
    let year = 9_999
    let layout = FormLayout(
      form: form, policy: policy, sheet: Sheet(id: form.id, form: form.id), year: year, unitName: "")
    let cells = layout.grid().definitions.filter(\.kind.isSummed).map { definition in
      FigureItem(
        id: "\(form.id)/\(definition.address.row)/\(definition.address.column)", form: form.shortTitle,
        caption: plain(definition.caption).replacing("\(year)年", with: "本年").replacing("\(year - 1)年", with: "上年"),
        kind: definition.kind)
    }
    let hasIndicators = form.blocks.contains { if case .indicators = $0 { true } else { false } }
    let nodes =
      !hasIndicators
      ? []
      : policy.trees.flatMap(\.nodes).flatMap { node in
        [(IndicatorColumn.points, "分值"), (.score, "得分")].map { column, words in
          FigureItem(
            id: "\(form.id)/node.\(node.id)/\(column.rawValue)", form: form.shortTitle,
            caption: "\(node.label.withoutBlanks)，\(words)", kind: .points)
        }
      }
    return cells + nodes
  }

  /// A caption without its number in a list and without 其中.
  private static func plain(_ caption: String) -> String {
    var rest = Substring(caption)
    if let mark = rest.firstIndex(of: "、"), rest[..<mark].allSatisfy({ "0123456789一二三四五六七八九十".contains($0) }) {
      rest = rest[rest.index(after: mark)...]
    }
    if rest.hasPrefix("其中：") { rest = rest.dropFirst(3) }
    return String(rest)
  }
}
