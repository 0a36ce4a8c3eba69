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
