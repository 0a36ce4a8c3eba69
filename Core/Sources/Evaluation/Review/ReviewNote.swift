/// What people write to each other about a filing: a remark on a place, an appeal against a mark, a call to put right.
public enum ReviewNoteKind: String, Hashable, Sendable, CaseIterable {
  case remark, appeal, rectification

  /// What people call it: 批注.
  public var title: String {
    switch self {
    case .remark: "批注"
    case .appeal: "申诉"
    case .rectification: "整改通知"
    }
  }

  /// Who may write one, and when. Everybody who may look at a filing may answer.
  public func isOpen(to roles: Set<Role>, in stage: Stage, isReviewed: Bool) -> Bool {
    switch self {
    case .remark: !roles.isEmpty && stage != .notStarted
    case .appeal: isReviewed && stage == .done && !roles.isDisjoint(with: [.handler, .reviewer])
    case .rectification: stage == .done && !roles.isDisjoint(with: [.finance, .department])
    }
  }

  /// Who may call it settled: its writer and those above, or of appeals and calls, those above alone.
  public func canBeSettled(by roles: Set<Role>, isWriter: Bool) -> Bool {
    switch self {
    case .remark: isWriter || !roles.isEmpty
    case .appeal, .rectification: !roles.isDisjoint(with: [.finance, .department])
    }
  }
}
