/// Who reviews, in order, by the kind of unit.
public struct ReviewPaths: Hashable, Sendable {
  public let lead: [ReviewStep]
  public let subordinate: [ReviewStep]
  /// A lead unit opens its own filing only after all its subordinate units are done.
  public let leadWaitsForSubordinates: Bool
  public let source: String
  public init(lead: [ReviewStep], subordinate: [ReviewStep], leadWaitsForSubordinates: Bool, source: String) {
    self.lead = lead
    self.subordinate = subordinate
    self.leadWaitsForSubordinates = leadWaitsForSubordinates
    self.source = source
  }
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

  public var title: String { self == .lead ? "主管部门" : "所属单位" }
}
