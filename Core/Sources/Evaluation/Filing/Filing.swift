/// One unit's self-evaluation of one year: its forms, its reports and what is attached.
public struct Filing: Sendable {
  public let unit: FilingUnit
  /// The year under evaluation, not the one in which it is filed.
  public let year: Int
  public let policies: PolicySet
  /// Forms and reports, then projects as they were added.
  public var sheets: [Sheet]
  /// The ids of the attachment requirements for which a file is there.
  public var attached: Set<String>
  /// The greatest number of a project that was removed; 0 where none was. No other project gets its id: what others
  /// wrote about it is known by that.
  public internal(set) var lastProjectGone: Int

  public init(
    unit: FilingUnit, year: Int, policies: PolicySet, sheets: [Sheet], attached: Set<String> = [],
    lastProjectGone: Int = 0
  ) {
    self.unit = unit
    self.year = year
    self.policies = policies
    self.sheets = sheets
    self.attached = attached
    self.lastProjectGone = lastProjectGone
  }

  /// A new filing: every form that stands once, every report outline, nothing filled in.
  public init(blank unit: FilingUnit, year: Int, policies: PolicySet) {
    let forms = policies.policies.flatMap(\.forms).filter { $0.kind != .projectEvaluation }.map {
      Sheet(id: $0.id, form: $0.id)
    }
    let reports = policies.policies.flatMap(\.outlines).map { Sheet(id: $0.id, form: $0.id) }
    self.init(unit: unit, year: year, policies: policies, sheets: forms + reports)
  }

  /// nil where the filing has no such sheet.
  public func sheet(_ id: String) -> Sheet? { sheets.first { $0.id == id } }

  /// nil where nothing was typed and nothing taken over.
  public func entry(at address: CellAddress) -> Entry? { sheet(address.sheet)?.entries[address.key] }
}

/// Whose filing it is.
public struct FilingUnit: Hashable, Sendable {
  /// Three digits department and three digits unit: "201001"; empty where a file names none.
  public let code: String
  public let name: String
  public let kind: UnitKind
  public init(code: String, name: String, kind: UnitKind) {
    self.code = code
    self.name = name
    self.kind = kind
  }
}
