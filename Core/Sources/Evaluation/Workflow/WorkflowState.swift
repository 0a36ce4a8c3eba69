/// All that decides whether a move is open.
public struct WorkflowState: Hashable, Sendable {
  /// Where the filing stands before the move.
  public var stage: Stage
  /// The reviews that the filing passes, in order.
  public var path: [ReviewStep]
  /// The person who asks.
  public var person: Int64
  /// In which capacities the person stands towards the filing.
  public var roles: Set<Role>
  /// Everyone who changed anything in the version under review.
  public var editors: Set<Int64>
  /// Those with whose posts alone the person may act now, as their deputy; none where an own post serves.
  public var principals: Set<Int64>
  /// The person who made the last move; only that person takes it back.
  public var sender: Int64?
  /// The one due to act next has opened the filing.
  public var isOpened: Bool
  /// Subordinate units that are not done, where the unit has to wait for them.
  public var unfinishedSubordinates: [String]
  /// Findings that block sending.
  public var errors: Int
  /// Warnings without an explanation.
  public var unexplained: Int
  /// The task takes no more filings.
  public var isClosed: Bool
  /// The unit need not file.
  public var isWaived: Bool
  /// The unit's name, where it is there no more: nobody could put anything right.
  public var closedUnit: String?

  public init(
    stage: Stage, path: [ReviewStep], person: Int64, roles: Set<Role>, editors: Set<Int64> = [],
    principals: Set<Int64> = [], sender: Int64? = nil,
    isOpened: Bool = false, unfinishedSubordinates: [String] = [], errors: Int = 0, unexplained: Int = 0,
    isClosed: Bool = false, isWaived: Bool = false, closedUnit: String? = nil
  ) {
    self.stage = stage
    self.path = path
    self.person = person
    self.roles = roles
    self.editors = editors
    self.principals = principals
    self.sender = sender
    self.isOpened = isOpened
    self.unfinishedSubordinates = unfinishedSubordinates
    self.errors = errors
    self.unexplained = unexplained
    self.isClosed = isClosed
    self.isWaived = isWaived
    self.closedUnit = closedUnit
  }
}

/// Why a request cannot be granted now. Shown to the person who asked.
public enum Refusal: Hashable, Sendable {
  case wrongStage(Stage)
  case wrongRole([Role])
  /// The person changed the version that is to be reviewed.
  case ownWork
  /// The person acts as deputy of somebody who did.
  case principalsWork
  case notSender
  case alreadyOpened
  case subordinatesUnfinished([String])
  case errors(Int)
  case unexplained(Int)
  case reasonMissing
  /// The move does not lead there.
  case wrongDestination(Stage)
  case taskClosed
  /// What is done stays done once the task is closed.
  case reopeningClosed
  /// What is asked of a task is not open where it stands.
  case wrongPhase(TaskPhase)
  /// Units that have sent their filing for review.
  case alreadySent([String])
  case taskReasonMissing
  /// The unit need not file: the bureau accepted its declaration.
  case notApplicable
  /// A unit that is there no more, or one that is.
  case unitClosed(String)
  case unitOpen(String)
  /// What a unit that is to be closed still has: its subordinate units, and its filings with their stages.
  case subordinatesOpen([String])
  case filingsOpen([String])

  /// A sentence or two for the person who asked.
  public var message: String {
    switch self {
    case .wrongStage(let stage): "当前为“\(stage.title)”，不能进行此操作。"
    case .wrongRole(let roles): "须由\(roles.map(\.title).joined(separator: "或"))操作。"
    case .ownWork: "您修改过本次送审的内容，不能由您审核。请由另一位同事审核。"
    case .principalsWork: "您代行的岗位，其本人修改过本次送审的内容，不能由您代为审核。请由另一位同事审核。"
    case .notSender: "只有送审人本人可以取消送审。"
    case .alreadyOpened: "下一环节已经打开查看，不能取消送审。如需修改，请联系对方退回。"
    case .subordinatesUnfinished(let names):
      "所属单位尚未全部办结：\(names.prefix(5).joined(separator: "、"))\(names.count > 5 ? "等 \(names.count) 家" : "")。"
    case .errors(let count): "还有 \(count) 处须改正。"
    case .unexplained(let count): "还有 \(count) 处须说明原因。"
    case .reasonMissing: "请填写原因。"
    case .wrongDestination(let stage): "不能到“\(stage.title)”，请选择更早的环节。"
    case .taskClosed: "任务已结束，不能再修改。"
    case .reopeningClosed: "任务已结束或归档，不能重新打开自评。已结束而未归档的任务，可以先重新开放。"
    case .wrongPhase(let phase): "任务当前为“\(phase.title)”，不能进行此操作。"
    case .alreadySent(let names):
      "已有 \(names.count) 家单位送审，不能取消下达：\(names.prefix(50).joined(separator: "、"))\(names.count > 50 ? "等" : "")。"
    case .taskReasonMissing: "请填写原因。"
    case .notApplicable: "本单位已申报“不适用”，不需要填报。"
    case .unitClosed(let name): "“\(name)”已撤销，不能进行此操作。"
    case .unitOpen(let name): "“\(name)”没有撤销，不需要恢复。"
    case .subordinatesOpen(let names):
      "还有 \(names.count) 家所属单位没有撤销或并入其他单位：\(names.prefix(50).joined(separator: "、"))\(names.count > 50 ? "等" : "")。"
    case .filingsOpen(let filings):
      "还有自评没有办结：\(filings.joined(separator: "、"))。请先办结，或由单位申报“不适用”并受理。"
    }
  }

  /// True where the person may never do this, at whatever stage: answered with 403, the others with 409.
  public var isAboutThePerson: Bool {
    switch self {
    case .wrongRole, .ownWork, .principalsWork, .notSender: true
    default: false
    }
  }
}

/// A request that was understood and not granted, with every reason.
public struct Refused: Error, Hashable, Sendable {
  /// In the order in which they were looked for, one at least.
  public let reasons: [Refusal]
  public init(_ reasons: [Refusal]) { self.reasons = reasons }
}

extension Move {
  /// Every reason to refuse; empty means the move is open. Pages explain a disabled button with it, operations enforce it.
  public func refusals(in state: WorkflowState, reason: String? = nil) -> [Refusal] {
    var refusals: [Refusal] = []
    if state.isClosed { refusals.append(self == .reopen ? .reopeningClosed : .taskClosed) }
    if state.isWaived { refusals.append(.notApplicable) }
    let here = openings.filter { $0.stage == state.stage && destination(from: state.stage, on: state.path) != nil }
    if here.isEmpty { refusals.append(.wrongStage(state.stage)) }
    let allowed = (here.isEmpty ? openings : here).map(\.role)
    if state.roles.isDisjoint(with: allowed) { refusals.append(.wrongRole(Role.allCases.filter(allowed.contains))) }
    switch self {
    case .start:
      refusals += gate(state)
    case .submit:
      refusals += gate(state)
      if state.errors > 0 { refusals.append(.errors(state.errors)) }
      if state.unexplained > 0 { refusals.append(.unexplained(state.unexplained)) }
    case .withdraw:
      if state.sender != state.person { refusals.append(.notSender) }
      if state.isOpened { refusals.append(.alreadyOpened) }
    case .approve, .return:
      if state.editors.contains(state.person) {
        refusals.append(.ownWork)
      } else if !state.principals.isEmpty, state.principals.isSubset(of: state.editors) {
        refusals.append(.principalsWork)
      }
    case .reopen:
      if let name = state.closedUnit { refusals.append(.unitClosed(name)) }
    }
    if needsReason, let reason, reason.allSatisfy(\.isWhitespace) { refusals.append(.reasonMissing) }
    return refusals
  }

  private func gate(_ state: WorkflowState) -> [Refusal] {
    state.unfinishedSubordinates.isEmpty ? [] : [.subordinatesUnfinished(state.unfinishedSubordinates)]
  }

  /// The stage after the move: the one that was chosen, or the usual one.
  public func apply(
    to state: WorkflowState, reason: String? = nil, choosing chosen: Stage? = nil
  ) throws(Refused) -> Stage {
    var refusals = refusals(in: state, reason: reason ?? (needsReason ? "" : nil))
    let open = destinations(from: state.stage, on: state.path)
    if let chosen, !open.isEmpty, !open.contains(chosen) { refusals.append(.wrongDestination(chosen)) }
    guard refusals.isEmpty, let next = chosen ?? open.first else { throw Refused(refusals) }
    return next
  }
}
