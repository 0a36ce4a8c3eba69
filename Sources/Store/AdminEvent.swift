/// Something that was done to the program itself rather than to a filing.
public struct AdminEvent: Sendable, Hashable {
  public let kind: Kind
  /// What it concerns: an account, a unit, a file.
  public let subject: String
  /// What changed, in words.
  public let detail: String
  /// With an empty detail where the kind says it all.
  public init(_ kind: Kind, _ subject: String, _ detail: String = "") {
    self.kind = kind
    self.subject = subject
    self.detail = detail
  }

  /// What happened, by the name under which it is stored.
  public enum Kind: String, Sendable, CaseIterable {
    case signedIn, signInFailed, lockedOut, unknownSignIn, signedOut
    case identityRefused, identityBound, identityReleased
    case secondFactorSet, secondFactorRemoved, secondFactorDemanded
    case secretSet, secretIssued, accountCreated, accountChanged, accountClosed, postsGiven, deputyAppointed,
      deputyEnded
    case tokenIssued, tokenRevoked
    case unitOpened, unitRenamed, unitCorrected, unitClosed, unitRestored
    case exported
    case calendarSet, calendarCleared
    case policyDelivered, policyPublished
    case separated, united
    case backedUp, backupFailed, restored
    case retentionSet, retentionApplied

    /// In Chinese, as the log shows it.
    public var title: String {
      switch self {
      case .signedIn: "登录"
      case .signInFailed: "登录失败"
      case .lockedOut: "暂停登录"
      case .unknownSignIn: "以不存在的账号登录"
      case .signedOut: "退出"
      case .identityRefused: "统一身份认证登录失败"
      case .identityBound: "绑定统一身份"
      case .identityReleased: "解除统一身份绑定"
      case .secretSet: "设置密码"
      case .secondFactorSet: "启用双重验证"
      case .secondFactorRemoved: "停用双重验证"
      case .secondFactorDemanded: "设定双重验证的要求"
      case .secretIssued: "发放一次性密码"
      case .accountCreated: "新增人员"
      case .accountChanged: "修改人员"
      case .accountClosed: "停用账号"
      case .postsGiven: "移交岗位"
      case .deputyAppointed: "授权代理"
      case .deputyEnded: "终止代理"
      case .tokenIssued: "发放接口令牌"
      case .tokenRevoked: "收回接口令牌"
      case .unitOpened: "建立单位"
      case .unitRenamed: "单位更名"
      case .unitCorrected: "更正单位名称"
      case .unitClosed: "撤销单位"
      case .unitRestored: "恢复单位"
      case .exported: "批量导出"
      case .calendarSet: "设定工作日历"
      case .calendarCleared: "取消日历安排"
      case .policyDelivered: "制度随程序更新"
      case .policyPublished: "发布制度"
      case .separated: "分立三员"
      case .united: "合并三员"
      case .backedUp: "备份"
      case .backupFailed: "备份失败"
      case .restored: "从备份恢复"
      case .retentionSet: "设定保存期限"
      case .retentionApplied: "到期删除"
      }
    }

    /// Under which it is found when the log is filtered.
    public var group: Group {
      switch self {
      case .signedIn, .signInFailed, .lockedOut, .unknownSignIn, .signedOut, .identityRefused:
        .signIn
      case .identityBound, .identityReleased, .secretSet, .secretIssued, .secondFactorSet, .secondFactorRemoved,
        .secondFactorDemanded,
        .accountCreated, .accountChanged,
        .accountClosed, .postsGiven, .deputyAppointed, .deputyEnded, .tokenIssued, .tokenRevoked, .separated, .united:
        .accounts
      case .unitOpened, .unitRenamed, .unitCorrected, .unitClosed, .unitRestored: .units
      case .exported: .exports
      case .calendarSet, .calendarCleared: .calendar
      case .policyDelivered, .policyPublished: .policies
      case .backedUp, .backupFailed, .restored: .backups
      case .retentionSet, .retentionApplied: .retention
      }
    }
  }

  /// What the log is filtered by.
  public enum Group: String, Sendable, CaseIterable {
    case signIn, accounts, units, calendar, policies, exports, backups, retention

    /// In Chinese, as the filter offers it.
    public var title: String {
      switch self {
      case .signIn: "登录"
      case .accounts: "账号和岗位"
      case .units: "单位"
      case .calendar: "工作日历"
      case .policies: "制度"
      case .exports: "导出"
      case .backups: "备份"
      case .retention: "保存期限"
      }
    }
    /// Those that it lets through.
    public var kinds: [Kind] { Kind.allCases.filter { $0.group == self } }
  }
}
