/// What another system may do with its token.
public enum AccessScope: String, Sendable, CaseIterable {
  case readUnits = "units:read"
  case readPeople = "people:read"
  case readTasks = "tasks:read"
  case runTasks = "tasks:write"
  case readFilings = "filings:read"
  case editFilings = "filings:write"
  case moveFilings = "filings:move"
  case publish = "publications:write"
  case sendBudget = "budget:write"

  /// In Chinese, as pages and the log call it.
  public var title: String {
    switch self {
    case .readUnits: "读取单位"
    case .readPeople: "读取人员"
    case .readTasks: "读取任务和进度"
    case .runTasks: "建立、下达和结束任务"
    case .readFilings: "读取自评、检查结果、历史和文件清单"
    case .editFilings: "填报和说明"
    case .moveFilings: "送审、审核和退回"
    case .publish: "公开和撤回"
    case .sendBudget: "报送预算系统的数据"
    }
  }

  /// Whether it is used in the name of an account, with what that account may do and see.
  public var needsAccount: Bool { self != .sendBudget }
}
