extension AuditRule {
  /// Every rule, in the order of its code.
  public static let all: [AuditRule] = [
    .a01StaffControlRate,
    .a02ThreePublicTotal,
    .a03Vehicles,
    .a04ProjectExpenditureTotal,
    .a05SpecialFundsTotal,
    .a06OperatingExpenseParts,
    .a07BuildingAreaRate,
    .a08BuildingInvestmentRate,
    .a09ExecutionRate,
    .a10IncomeSplit,
    .a11SpendingSplit,
    .a12ProjectFunds,
    .a13MissingTotal,
    .a14ExecutedWithinBudget,
    .a16GroupPoints,
    .a17TotalPoints,
    .a18TotalScore,
    .a20ScoreWithinPoints,
    .a21NegativeQuantity,
    .b16MissingReason,
  ]
}
