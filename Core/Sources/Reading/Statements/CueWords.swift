extension Cue {
  /// Every spelling that is known. The longest one counts; quotes and blanks inside do not matter.
  static let words: [(spelling: String, cue: Cue)] = items + stages + scopes + turns + fillers + others

  private static let items: [(String, Cue)] =
    of(.totalIncome, "总收入 收入总计 收入合计 收入总额 本年收入 年度收入 收入")
    + of(.totalExpenditure, "总支出 支出总计 支出合计 支出总额 本年支出 年度支出 部门整体支出 整体支出")
    + of(.basicExpenditure, "基本支出") + of(.personnelExpense, "人员经费 人员经费支出 人员支出")
    + of(.operatingExpense, "公用经费 公用经费支出 日常公用经费 日常公用经费支出 公用支出 日常公用支出 商品和服务支出")
    + of(.projectExpenditure, "项目支出") + of(.businessWork, "业务工作经费 业务工作支出 业务工作专项")
    + of(.maintenance, "运行维护经费 运行维护支出 运行维护费 运行维护专项") + of(.specialFunds, "专项资金 上级专项资金")
    + of(.threePublic, "三公经费 三公经费支出 三公支出 三公")
    + of(
      .vehicles,
      """
      公务用车购置及运行维护费 公务用车购置和运行维护费 公务用车购置及运行费 公务用车购置和运行费 公务用车购置及维护费 公务用车购置和维护费 \
      公务用车购置和维护经费 公务用车购置及运行维护经费 公务用车费 公务用车经费 公车购置及运行费 公车购置及运行维护费
      """)
    + of(.vehiclePurchase, "公务用车购置费 公务用车购置 公车购置费 公车购置")
    + of(.vehicleRunning, "公务用车运行维护费 公务用车运行维护 公务用车运行费 公务用车维护费 公车运行维护费 公车运行维护 公车运行费")
    + of(
      .abroad,
      "因公出国(境)费 因公出国(境)费用 因公出国(境)经费 因公出国(境) 出国(境)费 出国(境)费用 出国(境)经费 出国经费 因公出国费 因公出国经费 因公出国境费")
    + of(.reception, "公务接待费 公务接待费用 公务接待经费 公务接待支出 公务接待 接待费 业务招待费 招待费")
    + of(.governmentFund, "政府性基金预算支出 政府性基金支出 政府性基金拨款 政府性基金预算拨款 政府性基金预算财政拨款支出")
    + of(.stateCapital, "国有资本经营预算支出 国有资本经营支出") + of(.socialInsurance, "社会保险基金预算支出 社会保险基金支出 社保基金支出")
    + of(.generalBudget, "一般公共预算支出 一般公共预算财政拨款支出 一般公共预算拨款支出")
    + of(.procurement, "政府采购 政府采购支出 政府采购金额 政府采购总额 政府采购支出总额") + of(.goods, "货物 货物支出 货物类 货物采购 采购货物 采购货物类")
    + of(.works, "工程 工程支出 工程类 工程采购 采购工程 采购工程类") + of(.services, "服务 服务支出 服务类 服务采购 采购服务 采购服务类")
    + of(.assets, "资产总额 资产总计 资产合计 资产总值 资产总量 总资产") + of(.liabilities, "负债总额 负债总计 负债合计 总负债 负债")
    + of(.netAssets, "净资产 净资产总额 净资产总计 净资产合计")

  private static let stages: [(String, Cue)] =
    list(.stage(.budget), "年初预算数 年初预算 部门预算 预算数 预算安排 预算 年初安排 年初 批复预算 预算批复 批复 安排")
    + list(.stage(.adjusted), "调整后预算数 调整后预算 调整后 调整预算数 调整预算 全年预算数 全年预算")
    + list(
      .stage(.executed),
      "决算数 决算 部门决算 支出决算 实际支出 实际支出数 实际执行 实际使用 实际拨付 实际完成 实际发生 执行数 执行 实际 实支 支付 拨付 列支 累计支出 共支出")

  private static let scopes: [(String, Cue)] =
    list(.scope(.generalBudget), "一般公共预算 一般公共预算财政拨款 一般公共预算拨款")
    + list(.scope(.governmentFund), "政府性基金 政府性基金预算") + list(.scope(.stateCapital), "国有资本经营 国有资本经营预算")
    + list(.scope(.socialInsurance), "社会保险基金 社会保险基金预算 社保基金") + list(.scope(.all), "全口径 各类资金 全部资金")

  private static let turns: [(String, Cue)] =
    list(.spending, "支出 支出数 支出额") + list(.parts, "其中 包括 包含 分为 按用途分 按资金用途分 按支出方向分 按资金来源分 按项目分 按类别分")
    + list(.allParts, "分别为 分别是 分别达 组成 构成 具体为 具体是 分项情况是 分项情况为 分项情况如下 分项情况")
    + list(.rest, "其余 剩余 主要 等 等等 另 另有 另外 此外 除 余下 其他 其它")
    + list(.sum, "共计 合计 总计 总额 总数 小计 总共") + list(.comparison, "较 比 同比 环比 相比 相较")
    + list(.rise, "增加 增长 上升 提高 提升 上涨 增幅 增加额 增加了 增长了")
    + list(.fall, "减少 下降 降低 压减 节约 节省 降幅 负增长 回落 下滑 缩短 缩短了 减少了 下降了 减少额 缩减 压缩")
    + list(.unchanged, "持平 不变") + list(.share, "占 占比 所占比例 所占比重")
    + list(.done(fully: true), "圆满完成 全面完成 全部完成 顺利完成 超额完成 胜利完成")
    + list(.done(fully: false), "完成 已完成 完成了") + list(.target, "任务 目标 计划 任务数 目标数 计划数 目标任务 目标值 考核目标")
    + list(.nothing, "无 没有 未发生 未安排 不涉及 没有发生")

  private static let fillers: [(String, Cue)] = list(
    .filler,
    """
    为 是 达 达到 约 共 的 了 其 我 本 该 全 由 在 中 内 上 经 每 级 于 和 及 与 以及 部门 单位 本级 本单位 我单位 本部门 我部门 我局 我委 全局 \
    局 委 办 全年 年度 当年 度 年 数 额 金额 资金 经费 财政 拨款 财政拨款 用于 县 市 区 省 累计 一共 使用 下达 到位 方面 情况 上述 上级 县级 市级 区级 \
    省级 中央 本年度 收到 元 万元 执行情况 支出情况 预算执行 年末
    """)

  /// Words that hold others and mean something else.
  private static let others: [(String, Cue)] = list(
    .other,
    """
    商业服务业等支出 商业服务业等 资源勘探工业信息等支出 资源勘探信息等支出 自然资源海洋气象等支出 国土海洋气象等支出 资产负债率 资产负债表 支付率 执行率 完成率 增长率 比例 比重 比较 百分比 评比 比赛 比武 计划生育 预算执行率 严格执行 预算绩效 绩效目标 目标设定 等级 平等 高等 除外 与其 服务对象 \
    转移支付 转移支付资金 服务业 服务中心 公共服务 一般公共服务 工程师 购买服务 拨款收入 财政拨款收入 非税收入 事业收入 经营收入 无关 无法 无偿 无需 其中心 除尘 解除 消除 扶贫资金
    """)

  private static func of(_ item: BudgetItem, _ spellings: String) -> [(String, Cue)] { list(.item(item), spellings) }
  private static func list(_ cue: Cue, _ spellings: String) -> [(String, Cue)] {
    spellings.split(whereSeparator: \.isWhitespace).map { (String($0), cue) }
  }
}
