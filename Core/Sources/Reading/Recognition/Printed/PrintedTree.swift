import Evaluation
import Figures
import Text

/// The first two levels of a printed table, with the points that their labels print.
struct PrintedTree {
  let tree: IndicatorTree
  private let nodes: [Key: String]

  /// The same labels below another row of captions are others.
  private struct Key: Hashable {
    let section: Int
    let group: String
    let node: String
  }

  init(_ indicators: PrintedIndicators) {
    var groups: [(key: Key, line: PrintedIndicators.Line, nodes: [IndicatorTree.Node])] = []
    var ids: [Key: String] = [:]
    for line in indicators.lines {
      let key = Self.key(of: line)
      guard ids[key] == nil else { continue }
      let id = "node\(ids.count + 1)"
      ids[key] = id
      let label = line.node ?? line.group
      let node = IndicatorTree.Node(
        id: id, label: label?.text.bare ?? "指标", points: line.levelPoints.node?.wholePoints,
        subject: IndicatorSubject(printed: [line.node, line.group].compactMap { $0?.text }))
      let groupKey = Key(section: key.section, group: key.group, node: "")
      if let index = groups.firstIndex(where: { $0.key == groupKey }) {
        groups[index].nodes.append(node)
      } else {
        groups.append((groupKey, line, [node]))
      }
    }
    nodes = ids
    tree = IndicatorTree(
      id: "printed", title: "表上所印",
      groups: groups.enumerated().map { number, group in
        IndicatorTree.Group(
          id: "group\(number + 1)", label: group.line.group?.text.bare ?? "绩效指标",
          points: group.line.group?.pointsInLabel ?? group.line.levelPoints.group?.wholePoints, nodes: group.nodes)
      }, source: Policy.printedSource)
  }

  func node(of line: PrintedIndicators.Line) -> String { nodes[Self.key(of: line)] ?? "" }

  private static func key(of line: PrintedIndicators.Line) -> Key {
    Key(section: line.section, group: line.group?.text.bare ?? "", node: line.node?.text.bare ?? "")
  }
}

extension TextPart {
  /// 50 in 产出指标（50分）.
  fileprivate var pointsInLabel: Int? { pointsInBrackets.flatMap { Int(part($0).text.narrow) } }
  /// 50 in a cell of its own.
  fileprivate var wholePoints: Int? {
    guard let number = number?.rational, number.denominator == 1, (1...100).contains(number.numerator) else {
      return nil
    }
    return Int(number.numerator)
  }
}

extension IndicatorSubject {
  /// What labels speak of, the inner one first.
  fileprivate init(printed labels: [String]) {
    let words: [(String, IndicatorSubject)] = [
      ("数量", .quantity), ("质量", .quality), ("时效", .timeliness), ("成本", .cost), ("经济效益", .economicBenefit),
      ("社会", .socialBenefit), ("生态", .ecologicalBenefit), ("可持续", .sustainability), ("满意", .satisfaction),
      ("产出", .quantity),
    ]
    self = labels.lazy.compactMap { label in words.first { label.bare.holds($0.0) }?.1 }.first ?? .socialBenefit
  }
}
