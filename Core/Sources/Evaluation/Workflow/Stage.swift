/// Where a self-evaluation stands.
public enum Stage: String, Sendable, CaseIterable, Codable {
  case notStarted, drafting, unitReview, departmentReview, financeReview, done

  /// What people call it: 待单位审核.
  public var title: String {
    switch self {
    case .notStarted: "未填报"
    case .drafting: "填报中"
    case .unitReview: "待单位审核"
    case .departmentReview: "待主管部门审核"
    case .financeReview: "待财政审核"
    case .done: "已办结"
    }
  }

  init(_ step: ReviewStep) {
    self =
      switch step {
      case .unit: .unitReview
      case .department: .departmentReview
      case .finance: .financeReview
      }
  }

  /// The review that is due in this stage; nil outside reviews.
  public var review: ReviewStep? {
    switch self {
    case .unitReview: .unit
    case .departmentReview: .department
    case .financeReview: .finance
    case .notStarted, .drafting, .done: nil
    }
  }
}

/// In what capacity a person acts on one filing.
public enum Role: String, Sendable, CaseIterable, Codable {
  /// 经办岗 of the filing's unit.
  case handler
  /// 审核岗 of the filing's unit.
  case reviewer
  /// Either post of the lead unit, over a subordinate unit's filing.
  case department
  /// 绩效经办 of the finance bureau.
  case finance

  /// What people call it: 本单位经办岗.
  public var title: String {
    switch self {
    case .handler: "本单位经办岗"
    case .reviewer: "本单位审核岗"
    case .department: "主管部门（经办岗或审核岗）"
    case .finance: "财政绩效经办"
    }
  }
}
