/// What amounts are called by that tell of money on its way.
enum SpendingWords {
  /// What there was to spend.
  static let given = ["预算", "安排", "下达", "到位", "收到", "拨入", "投入"]
  /// What was paid.
  static let paid = ["发放", "支付", "拨付", "支出", "执行", "兑付", "兑现", "使用"]
  /// What is left.
  static let left = ["结转", "结余", "剩余", "未支"]
}
