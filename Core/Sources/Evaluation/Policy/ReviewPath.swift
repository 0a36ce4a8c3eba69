/// Who reviews, in order, by the kind of unit.
public struct ReviewPaths: Hashable, Sendable {
  /// Those of a lead unit's filing; may be none.
  public let lead: [ReviewStep]
  /// Those of a subordinate unit's filing; may be none.
  public let subordinate: [ReviewStep]
  /// A lead unit opens its own filing only after all its subordinate units are done.
  public let leadWaitsForSubordinates: Bool
  /// The name of one of the policy's sources.
  public let source: String
  public init(lead: [ReviewStep], subordinate: [ReviewStep], leadWaitsForSubordinates: Bool, source: String) {
    self.lead = lead
    self.subordinate = subordinate
    self.leadWaitsForSubordinates = leadWaitsForSubordinates
    self.source = source
  }
  /// The reviews of a unit's filing, in order.
  public func steps(for kind: UnitKind) -> [ReviewStep] {
    switch kind {
    case .lead: lead
    case .subordinate: subordinate
    }
  }
}

/// A review that a filing passes.
public enum ReviewStep: String, Sendable, CaseIterable, Codable {
  case unit, department, finance
}

/// A department's lead unit (code ends in 001) or one of its subordinate units.
public enum UnitKind: String, Sendable, CaseIterable, Codable {
  case lead, subordinate

  /// What people call it: 主管部门.
  public var title: String { self == .lead ? "主管部门" : "所属单位" }
}
