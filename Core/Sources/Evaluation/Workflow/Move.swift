/// What can be done with a filing: the rows of the workflow's one table.
public enum Move: String, Sendable, CaseIterable, Codable {
  case start, submit, withdraw, approve, `return`, reopen

  /// What people call it: 送审.
  public var title: String {
    switch self {
    case .start: "开始填报"
    case .submit: "送审"
    case .withdraw: "取消送审"
    case .approve: "审核通过"
    case .return: "退回"
    case .reopen: "重新打开"
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
    // Only the bureau: it answers for the year as a whole, whoever gave the last approval.
    case .reopen: [(.done, .finance)]
    }
  }

  public var needsReason: Bool { self == .return || self == .reopen }

  /// Where it leads on a path of reviews, unless something else of `destinations` is asked for.
  public func destination(from stage: Stage, on path: [ReviewStep]) -> Stage? {
    destinations(from: stage, on: path).first
  }

  /// Where it may lead, the usual one first; more than one where who makes it may choose.
  public func destinations(from stage: Stage, on path: [ReviewStep]) -> [Stage] {
    let index = stage.review.flatMap { path.firstIndex(of: $0) }
    switch self {
    case .start: return stage == .notStarted ? [.drafting] : []
    case .submit: return stage == .drafting ? [path.first.map { Stage($0) } ?? .done] : []
    case .approve:
      return index.map { [$0 + 1 < path.count ? Stage(path[$0 + 1]) : .done] } ?? []
    case .withdraw:
      // One step back: a later review goes back to the one before it, the first to the handler.
      return index.map { [$0 == 0 ? .drafting : Stage(path[$0 - 1])] } ?? []
    case .return:
      // Likewise, or to any that is earlier yet.
      return index.map { path[..<$0].reversed().map { Stage($0) } + [.drafting] } ?? []
    case .reopen:
      // What was wrong is put right by the unit; an earlier review alone may look again, too.
      return stage == .done ? [.drafting] + path.map { Stage($0) } : []
    }
  }
}
