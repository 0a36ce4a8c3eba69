/// What an amount of prose is said of.
public enum BudgetItem: Hashable, Sendable {
  case totalIncome, totalExpenditure
  case basicExpenditure, personnelExpense, operatingExpense
  case projectExpenditure, businessWork, maintenance, specialFunds
  case threePublic, vehicles, vehiclePurchase, vehicleRunning, abroad, reception
  case generalBudget, governmentFund, stateCapital, socialInsurance
  case procurement, goods, works, services
  case assets, liabilities, netAssets
  /// A fund, a project or anything else, by the words in front of the amount.
  case named(String)

  /// The words in front, where it is none of the known items.
  public var name: String? { if case .named(let name) = self { name } else { nil } }

  /// How messages call it.
  public var spoken: String {
    switch self {
    case .totalIncome: "总收入"
    case .totalExpenditure: "总支出"
    case .basicExpenditure: "基本支出"
    case .personnelExpense: "人员经费"
    case .operatingExpense: "公用经费"
    case .projectExpenditure: "项目支出"
    case .businessWork: "业务工作经费"
    case .maintenance: "运行维护经费"
    case .specialFunds: "专项资金"
    case .threePublic: "“三公”经费"
    case .vehicles: "公务用车购置和运行维护费"
    case .vehiclePurchase: "公务用车购置费"
    case .vehicleRunning: "公务用车运行维护费"
    case .abroad: "因公出国（境）费"
    case .reception: "公务接待费"
    case .generalBudget: "一般公共预算支出"
    case .governmentFund: "政府性基金预算支出"
    case .stateCapital: "国有资本经营预算支出"
    case .socialInsurance: "社会保险基金预算支出"
    case .procurement: "政府采购"
    case .goods: "货物"
    case .works: "工程"
    case .services: "服务"
    case .assets: "资产总额"
    case .liabilities: "负债总额"
    case .netAssets: "净资产"
    case .named(let name): name
    }
  }

  /// The items that make it up without a rest; more than one set where reports part it in several ways.
  public var partitions: [Set<BudgetItem>] {
    switch self {
    case .totalExpenditure, .generalBudget: [[.basicExpenditure, .projectExpenditure]]
    case .basicExpenditure: [[.personnelExpense, .operatingExpense]]
    case .projectExpenditure: [[.businessWork, .maintenance, .specialFunds]]
    case .threePublic:
      [
        [.abroad, .vehicles, .reception], [.abroad, .vehiclePurchase, .vehicleRunning, .reception],
        [.abroad, .vehicleRunning, .reception],
      ]
    case .vehicles: [[.vehiclePurchase, .vehicleRunning]]
    case .procurement: [[.goods, .works, .services]]
    default: []
    }
  }
}

/// At which point of the year an amount stood.
public enum BudgetStage: Hashable, Sendable {
  /// 年初预算, 预算数.
  case budget
  /// 调整后预算, 全年预算.
  case adjusted
  /// 决算, 实际支出, 执行数.
  case executed
  case unknown
}

/// Which of the budgets an amount belongs to.
public enum FundScope: Hashable, Sendable {
  case generalBudget, governmentFund, stateCapital, socialInsurance
  /// Funds of every kind.
  case all
  case unknown

  /// Spending of this budget as a whole.
  var item: BudgetItem? {
    switch self {
    case .generalBudget: .generalBudget
    case .governmentFund: .governmentFund
    case .stateCapital: .stateCapital
    case .socialInsurance: .socialInsurance
    case .all, .unknown: nil
    }
  }
}
