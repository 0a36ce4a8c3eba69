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

  public init(
    unit: FilingUnit, year: Int, policies: PolicySet, sheets: [Sheet], attached: Set<String> = []
  ) {
    self.unit = unit
    self.year = year
    self.policies = policies
    self.sheets = sheets
    self.attached = attached
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

/// The policies that a task is held under: one for the department, one for projects, or either alone.
public struct PolicySet: Sendable {
  /// Where several define something, the first counts.
  public let policies: [Policy]
  public init(_ policies: [Policy]) { self.policies = policies }

  /// The very same policies.
  public func isSame(as other: PolicySet) -> Bool {
    policies.count == other.policies.count && zip(policies, other.policies).allSatisfy { $0 === $1 }
  }

  /// What a sheet is an instance of.
  public enum Definition: Sendable {
    case form(Policy, Form)
    case report(Policy, ReportOutline)
  }

  /// nil where no policy has a form or an outline of its id.
  public func definition(of sheet: Sheet) -> Definition? {
    for policy in policies {
      if let form = policy.form(sheet.form) { return .form(policy, form) }
      if let outline = policy.outline(sheet.form) { return .report(policy, outline) }
    }
    return nil
  }

  /// The policy and form of a project's own sheet.
  public var projectForm: (policy: Policy, form: Form)? {
    for policy in policies {
      if let form = policy.forms.first(where: { $0.kind == .projectEvaluation }) { return (policy, form) }
    }
    return nil
  }

  /// Of all policies, in their order.
  public var attachments: [AttachmentRequirement] { policies.flatMap(\.attachments) }
  /// Of the first policy that has them; nil where none has.
  public var paths: ReviewPaths? { policies.lazy.compactMap(\.paths).first }
  /// 自评工作考核, with the policy that has it.
  public var workAssessment: (policy: Policy, table: WorkAssessment)? {
    policies.lazy.compactMap { policy in policy.workAssessment.map { (policy, $0) } }.first
  }
}
