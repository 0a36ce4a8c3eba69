/// The units whose filings somebody may look at.
public enum UnitReach: Hashable, Sendable {
  case everything
  /// Departments by their three digits and single units by their six, in order.
  case some([String])

  /// Whether a unit's filings are among them.
  public func holds(_ unit: UnitCode) -> Bool {
    switch self {
    case .everything: true
    case .some(let codes): codes.contains { unit.description.hasPrefix($0) }
    }
  }

  /// What of it lies in a department; all of it for nil.
  public func within(department: String?) -> UnitReach {
    guard let department else { return self }
    return switch self {
    case .everything: .some([department])
    case .some(let codes): .some(codes.filter { $0.hasPrefix(department) })
    }
  }

  /// The departments that some of it lies in; nil for all.
  public var departments: [String]? {
    switch self {
    case .everything: nil
    case .some(let codes): Set(codes.map { String($0.prefix(3)) }).sorted()
    }
  }
}

extension [Post] {
  /// What a person with these posts may look at: the bureau everything, a lead unit its department, any other unit itself.
  public var reach: UnitReach {
    if contains(where: { $0.kind == .finance }) { return .everything }
    let units = filter(\.kind.isAtUnit).compactMap { $0.unit.flatMap { UnitCode($0) } }
    let departments = Set(units.filter { $0.kind == .lead }.map(\.department))
    let others = units.filter { !departments.contains($0.department) }.map(\.description)
    return .some(departments.union(others).sorted())
  }

  /// Whether a person with these posts may look at a unit's filings.
  public func canView(_ unit: UnitCode) -> Bool { reach.holds(unit) }
}
