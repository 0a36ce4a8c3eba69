import Text

/// The prescribed first two levels of the indicators; units add the third.
public struct IndicatorTree: Sendable, Identifiable {
  public let id: String
  public let title: String
  public let groups: [Group]
  /// The name of one of the policy's sources.
  public let source: String
  /// Every second level, in printed order.
  public let nodes: [Node]
  /// Where in `nodes` and `groups` each second level stands; the first, where a tree names one twice.
  private let places: [String: (node: Int, group: Int)]

  public init(id: String, title: String, groups: [Group], source: String) {
    self.id = id
    self.title = title
    self.groups = groups
    self.source = source
    var (nodes, places): ([Node], [String: (node: Int, group: Int)]) = ([], [:])
    for (number, group) in groups.enumerated() {
      for node in group.nodes {
        if places[node.id] == nil { places[node.id] = (nodes.count, number) }
        nodes.append(node)
      }
    }
    (self.nodes, self.places) = (nodes, places)
  }

  /// A first-level indicator with its points.
  public struct Group: Sendable, Identifiable {
    public let id: String
    /// As printed, often with its points: 产出指标（50分）.
    public let label: String
    /// Points of all its third-level rows; nil where the policy leaves them to the unit.
    public let points: Int?
    public let nodes: [Node]
    public init(id: String, label: String, points: Int?, nodes: [Node]) {
      self.id = id
      self.label = label
      self.points = points
      self.nodes = nodes
    }
  }

  /// A second-level indicator, under which third-level rows are added.
  public struct Node: Sendable, Identifiable {
    /// What its lines stand under.
    public let id: String
    /// As printed, blanks and points included.
    public let label: String
    /// Points of all its third-level rows; nil where the policy leaves them to the unit.
    public let points: Int?
    /// True where a filing that is not concerned may leave it out.
    public let isRemovable: Bool
    public let subject: IndicatorSubject
    public init(id: String, label: String, points: Int? = nil, isRemovable: Bool = true, subject: IndicatorSubject) {
      self.id = id
      self.label = label
      self.points = points
      self.isRemovable = isRemovable
      self.subject = subject
    }
  }

  /// 50 of "产出指标（50分）"; nil where no points are printed.
  public static func points(printedIn label: String) -> Int? {
    guard label.holds("分"), let open = label.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return nil }
    let printed = label[label.index(after: open)...].filter { !$0.isWhitespace }
    guard printed.hasSuffix("分）") || printed.hasSuffix("分)") else { return nil }
    return Int(printed.dropLast(2))
  }

  /// The second level of this id; nil where the tree has none.
  public func node(_ id: String) -> Node? { places[id].map { nodes[$0.node] } }
  /// The first level above a second one; nil where the tree has no such node.
  public func group(ofNode id: String) -> Group? { places[id].map { groups[$0.group] } }
}

/// What a second-level indicator speaks of, whatever a region calls it.
public enum IndicatorSubject: String, Sendable, CaseIterable {
  case quantity, quality, timeliness, cost
  case economicBenefit, socialBenefit, ecologicalBenefit, sustainability
  case satisfaction
}
