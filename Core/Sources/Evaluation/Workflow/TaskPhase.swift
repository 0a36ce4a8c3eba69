/// Where a yearly task stands.
public enum TaskPhase: String, Sendable, CaseIterable, Codable {
  case draft, trial, launched, closed, archived, cancelled

  /// What people call it: 进行中.
  public var title: String {
    switch self {
    case .draft: "草稿"
    case .trial: "试运行"
    case .launched: "进行中"
    case .closed: "已结束"
    case .archived: "已归档"
    case .cancelled: "已取消下达"
    }
  }

  /// Whether filings can be filled in and moved.
  public var takesFilings: Bool { self == .trial || self == .launched }

  /// Whether units see their filings; what was cancelled is only for the bureau.
  public var isShownToUnits: Bool { self != .draft && self != .cancelled }
}

/// What can be done with a task: the rows of one table.
public enum TaskMove: String, Sendable, CaseIterable, Codable {
  case startTrial, endTrial, launch, close, reopen, archive, cancel

  /// What people call it: 下达.
  public var title: String {
    switch self {
    case .startTrial: "开始试运行"
    case .endTrial: "结束试运行"
    case .launch: "下达"
    case .close: "结束任务"
    case .reopen: "重新开放"
    case .archive: "归档"
    case .cancel: "取消下达"
    }
  }

  /// The phase it can be made from.
  public var from: TaskPhase {
    switch self {
    case .startTrial, .launch: .draft
    case .endTrial: .trial
    case .close, .cancel: .launched
    case .reopen, .archive: .closed
    }
  }

  /// The phase it leads to.
  public var to: TaskPhase {
    switch self {
    case .startTrial: .trial
    case .endTrial: .draft
    case .launch, .reopen: .launched
    case .close: .closed
    case .archive: .archived
    case .cancel: .cancelled
    }
  }

  public var needsReason: Bool { self == .cancel || self == .reopen }

  /// Every reason to refuse; empty means the move is open.
  /// - Parameter sent: the names of the units that have sent their filing for review at any time.
  public func refusals(in phase: TaskPhase, sent: [String] = [], reason: String) -> [Refusal] {
    var refusals: [Refusal] = []
    if phase != from { refusals.append(.wrongPhase(phase)) }
    if self == .cancel, !sent.isEmpty { refusals.append(.alreadySent(sent)) }
    if needsReason, reason.allSatisfy(\.isWhitespace) { refusals.append(.taskReasonMissing) }
    return refusals
  }
}
