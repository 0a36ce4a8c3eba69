/// What can be done with a filing: the rows of the workflow's one table.
public enum Move: String, Sendable, CaseIterable, Codable {
  case start, submit, withdraw, approve, `return`

  public var title: String {
    switch self {
    case .start: "开始填报"
    case .submit: "送审"
    case .withdraw: "取消送审"
    case .approve: "审核通过"
    case .return: "退回"
    }
  }

  /// The stages it can be made from, and who may make it there.
  public var openings: [(stage: Stage, role: Role)] {
    switch self {
    case .start: [(.notStarted, .handler)]
    case .submit: [(.drafting, .handler)]
    case .withdraw:
      [(.unitReview, .handler), (.departmentReview, .reviewer), (.financeReview, .reviewer)]
    case .approve, .return:
      [(.unitReview, .reviewer), (.departmentReview, .department), (.financeReview, .finance)]
    }
  }

  public var needsReason: Bool { self == .return }

  /// Where it leads on a path of reviews.
  public func destination(from stage: Stage, on path: [ReviewStep]) -> Stage? {
    switch self {
    case .start: return stage == .notStarted ? .drafting : nil
    case .submit: return stage == .drafting ? path.first.map { Stage($0) } ?? .done : nil
    case .approve:
      guard let index = stage.review.flatMap({ path.firstIndex(of: $0) }) else { return nil }
      return index + 1 < path.count ? Stage(path[index + 1]) : .done
    case .return, .withdraw:
      // One step back: a later review goes back to the one before it, the first to the handler.
      guard let index = stage.review.flatMap({ path.firstIndex(of: $0) }) else { return nil }
      return index == 0 ? .drafting : Stage(path[index - 1])
    }
  }
}
