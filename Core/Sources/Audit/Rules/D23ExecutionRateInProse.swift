import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d23ExecutionRateInProse = AuditRule(
    RuleCard(
      "D23", "预算执行率算错或分母不明", severity: .warning,
      why: "同一个执行数，除以年初预算和除以全年预算得出两个执行率；分母不写明或是零，这个百分比就没有意义。",
      remedy: "写明按年初预算还是全年（调整后）预算计算，并按所写的数重新计算；没有预算的不写执行率。",
      sources: [
        .reportOutline("预算执行情况"), .departmentSheet("执行率栏"),
        LegalSource("预算绩效评价共性指标体系框架", number: "财预〔2013〕53号", clause: "预算完成率", isVerified: false),
      ]
    ),
    method: """
      正文的预算执行率（完成率）和“完成预算的p%”，同一句前面有预算数和执行数的（或同一段前面只有一个没有调整过的预算数）用这些数复算，有一对算得出即不报，预算为零的报告；没有的与部门自评表的数复算（只有一张项目自评表的，“总体执行率”“项目预算执行率”与它复算），\
      只有按年初预算才算得出而句中没有写“年初”的，请写明分母。四舍五入或截尾都算对；项目、采购、三公等单项的执行率没有同句金额的，目标值、约数、年中时点的不看。\
      报告所附的其他表格（不是自评表的）有预算、执行和执行率几列，多数行算得出的，算不出的一行报告；任何表格的得分率一列也是。\
      一句里逐项写“甲支出x，执行率p%；乙……”三项以上，前文写有同名各项预算数的，其余算得出、算不出的一项报告。\
      “收到（下达、安排）x，发放（拨付、支付）y，执行率（发放率、拨付率）p%”一句只有这两个金额的同样复算；x写在前面几段的，只有一位数字写错才报告。\
      单项执行率与前文写的同名预算数算出的只错一位数字（或几位数字换了次序）的，也报告。
      """,
    examples: [
      .passes(
        .prose(
          "全年预算680.15万元，实际支出650万元，预算执行率95.57%。", and: ["self/total/budget": "680.15", "self/total/executed": "650"])),
      .passes(
        .prose(
          "部门整体预算执行率98.5%，按年初预算计算的预算完成率为108.01%。", "政府采购预算执行率90%。预算执行率目标值为100%。截至9月，预算执行率72%。",
          and: ["self/total/initial": "620", "self/total/budget": "680", "self/total/executed": "669.66"])),
      .passes(
        .prose(
          "一般公共预算财政拨款支出年初预算为620万元，支出决算为669.66万元，完成年初预算的108.01%。",
          "1.商业服务业支出（类）商业流通事务（款）行政运行（项），年初预算为120万元，支出决算为126万元，完成年初预算的105%。")),
      .fails(
        .prose("（七）资金管理。文物保护资金预算130万元，支出126.45万元，执行率97.27%；陈列提升项目预算⟦88万元⟧，支出⟦85.16万元⟧，执行率⟦98.77%⟧。"),
        .at("⟦98.77%⟧", "所写 98.77%，85.16万元 ÷ 88万元 应为 96.77%。")),
      .fails(
        .prose("执法项目预算安排⟦128万元⟧，其中中央资金66万元、省级资金22万元、县级资金40万元。全年支出⟦121.6万元⟧，预算执行率⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，121.6万元 ÷ 128万元 应为 95%。")),
      .fails(
        .prose("公务接待费年初预算为⟦6万元⟧，支出决算为⟦5.22万元⟧，完成年初预算的⟦78%⟧。"),
        .at("⟦78%⟧", "所写 78%，5.22万元 ÷ 6万元 应为 87%。")),
      .fails(
        .prose("动物防疫。全年预算数⟦186.4万元⟧，全年支出⟦167.76万元⟧，执行率⟦92%⟧，自评得分92分。"),
        .at("⟦92%⟧", "所写 92%，167.76万元 ÷ 186.4万元 应为 90%。")),
      .fails(
        .prose("项目全年预算数⟦12万元⟧，执行数为⟦11.04万元⟧，完成预算的⟦96%⟧。"),
        .at("⟦96%⟧", "所写 96%，11.04万元 ÷ 12万元 应为 92%。")),
      .fails(
        .prose("全年预算数⟦680万元⟧，全年执行数⟦650万元⟧，预算执行率为⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，650万元 ÷ 680万元 应为 95.59%。")),
      .fails(
        .prose("“三公”经费年初预算⟦0万元⟧，决算支出⟦2.5万元⟧，预算执行率⟦100%⟧。"),
        .at("⟦100%⟧", "预算为 0万元，不能计算执行率 100%。")),
      .fails(
        .prose(
          "2024年度预算完成率为⟦108.01%⟧。",
          and: ["self/total/initial": "620", "self/total/budget": "680", "self/total/executed": "669.66"]),
        .at("⟦108.01%⟧", "所写 108.01% 是执行数除以年初预算数 620 万元，除以全年预算数 680 万元为 98.48%，请写明分母。")),
      .fails(
        .prose("部门整体支出预算执行率⟦89%⟧。", and: ["self/total/budget": "680", "self/total/executed": "669.66"]),
        .at("⟦89%⟧", "所写 89%，自评表 669.66 万元 ÷ 680 万元 应为 98.48%。")),
      .fails(
        .prose(
          "任务 | 预算数 | 执行数 | 执行率", "人员 | 862.4 | 858.26 | 99.52%", "修缮 | 640 | 518.4 | 81%", "勘探 | 286 | 277.42 | 97%",
          "金额合计 | ⟦1788.4⟧ | ⟦1654.08⟧ | ⟦91.99%⟧"),
        .at("⟦91.99%⟧", "表中“金额合计”写 91.99%，按表中两数应为 92.49%。")),
      .fails(
        .prose(
          "指标 | 分值 | 得分 | 得分率", "决策 | 15 | 14 | 93.33%", "过程 | 25 | 23.5 | 94%", "产出 | 35 | 33 | 94.29%",
          "效益 | ⟦25⟧ | ⟦24⟧ | ⟦92%⟧"),
        .at("⟦92%⟧", "表中“效益”写 92%，按表中两数应为 96%。")),
      .fails(
        .prose(
          "项目 | 2023年决算 | 2024年决算 | 比上年", "人员经费 | 612.4 | 638.2 | 4.21%", "公用经费 | 58.3 | 55.1 | -5.49%",
          "系统运维 | ⟦120⟧ | ⟦147⟧ | ⟦25.5%⟧", "窗口外包 | 136.8 | 144 | 5.26%"),
        .at("⟦25.5%⟧", "表中“系统运维”写 25.5%，按表中两数应为 22.5%。")),
      .cannotLook(.prose("年初预算1846万元，追加政法转移支付资金116.48万元，支出1923.23万元，执行率98%。")),
      .fails(
        .prose(
          "资金投向：网箱建设1080万元、渔港建设⟦750万元⟧、水产种业260万元。",
          "网箱建设1020万元，执行率94.44%；渔港建设⟦588.5万元⟧，执行率⟦87.47%⟧；水产种业250万元，执行率96.15%。"),
        .at("⟦87.47%⟧", "所写 87.47%，588.5万元 ÷ 750万元 应为 78.47%。")),
      .cannotLook(
        .prose(
          "收到补助资金合计150万元，实际发放108万元，实际执行率72%。", "运转经费126万元，培训支出12.6万元，支出率98.57%。",
          "（1）资金到位。共到位1044.1万元。", "（2）资金执行。实际支出926.54万元，执行率88.74%。")),
      .fails(
        .prose("收到补助资金合计⟦150万元⟧，实际发放⟦108万元⟧，实际执行率⟦77%⟧。"),
        .at("⟦77%⟧", "所写 77%，108万元 ÷ 150万元 应为 72%。")),
      .fails(
        .prose("共到位资金⟦1044.1万元⟧。", "项目实际拨付⟦926.54万元⟧，拨付率⟦98.74%⟧。"),
        .at("⟦98.74%⟧", "所写 98.74%，926.54万元 ÷ 1044.1万元 应为 88.74%。")),
      .cannotLook(.prose("县级资金516万元。", "截至年底支出921.6万元，其中县级资金支出506.4万元，执行率98.14%。")),
      .fails(
        .prose("下达县级资金⟦516万元⟧。", "截至年底支出921.6万元，其中县级资金支出⟦506.4万元⟧，执行率⟦94.18%⟧。"),
        .at("⟦94.18%⟧", "所写 94.18%，506.4万元 ÷ 516万元 应为 98.14%。")),
      .fails(
        .prose("到位资金：⟦4700万元⟧", "支出资金：⟦4512万元⟧", "资金支付率：⟦94%⟧"),
        .at("⟦94%⟧", "所写 94%，4512万元 ÷ 4700万元 应为 96%。")),
      .cannotLook(.prose("到位资金：4700万元", "支出资金：4512万元", "资金支付率：96%")),
      .fails(
        .prose("资金使用情况：软件开发 预算180 执行171 执行率95%；硬件购置 预算⟦220⟧ 执行⟦209⟧ 执行率⟦96%⟧。"),
        .at("⟦96%⟧", "所写 96%，209 ÷ 220 应为 95%。")),
      .fails(
        .prose(
          "项目 | 预算数 | 执行数 | 执行率", "养护 | 1,250万元 | 1,187.5万元 | 95.00%", "改造 | ⟦860万元⟧ | ⟦774万元⟧ | ⟦92.00%⟧",
          "补贴 | 640万元 | 640万元 | 100.00%"),
        .at("⟦92.00%⟧", "表中“改造”写 92.00%，按表中两数应为 90%。")),
      .fails(
        .prose(
          "资金来源 | 计划数 | 累计到位数 | 到位率", "车购税补助 | 3,200 | 3,200 | 100%", "省级补助 | 1,450 | 1,450 | 100%",
          "县级配套 | ⟦1,830⟧ | ⟦1,472⟧ | ⟦84.4%⟧", "合计 | 6,480 | 6,122 | 94.48%"),
        .at("⟦84.4%⟧", "表中“县级配套”写 84.4%，按表中两数应为 80.44%。")),
      .cannotLook(.prose("部门整体支出预算执行率89%，年末没有结转。")),
    ]
  ) { dossier in
    let slips =
      dossier.plainTables.flatMap { $0.wrongRates + $0.wrongGrowth }
      + dossier.scoreRateTables.flatMap(\.wrongScoreRates)
    let tables =
      slips.map { $0.finding("按表中两数应为 \($0.right.spoken(2))%") } + dossier.wrongLabelledRates
      + dossier.found(in: WrittenRows.rates)
    let prose = dossier.verdict(overPercentages: "预算执行率及其预算数、执行数") { figure, percent, passage in
      guard passage.isExecutionRate(figure) else { return nil }
      return dossier.lookInSentence(figure, percent, in: passage) ?? dossier.lookOnSheet(figure, percent, in: passage)
    }
    var others = tables
    if case .fail(let findings) = prose { others = findings + tables }
    // The sentence itself may give the rate of an item otherwise.
    let told = Set(others.compactMap(\.places.first))
    let items = (dossier.wrongRatesOfItems + dossier.found(in: PaidShare.finder).compactMap { $0.finding(in: dossier) })
      .filter { !told.contains($0.places[0]) }
    return others.isEmpty && items.isEmpty ? prose : Verdict(others + items)
  }
}

extension PassageReading {
  /// 预算执行率, 预算完成率 and the like right before it, and no target.
  fileprivate func isExecutionRate(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    let rates = ["预算执行率", "预算完成率", "支出执行率", "支出完成率", "资金执行率", "预算执行进度", "支出预算完成率", "总体执行率"]
    guard figure.isUnbounded, words.holds(anyOf: rates) || isBareRate(figure) || isShareOfBudget(figure), !isAboutPlans
    else { return false }
    return !words.holds(anyOf: ["目标", "指标值", "分值", "权重", "要求", "达不到", "低于", "不低于", "上年", "去年"])
  }

  /// 执行率 alone, which only the amounts beside it can tell of what it is. Behind 执行数 it is a rate as others are, D08's.
  private func isBareRate(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    guard ["执行率", "执行率为", "执行率达", "执行率达到"].contains(words) else { return false }
    let sentence = sentence(at: figure.range.lowerBound)
    let last = figures(in: sentence.lowerBound..<figure.range.lowerBound).last
    return last.map { !text(self.words(before: $0)).holds("执行") } ?? false
  }

  /// 完成预算的p%.
  fileprivate func isShareOfBudget(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return ["完成预算", "完成年初预算", "完成全年预算", "完成年度预算", "完成调整预算", "完成调整后预算"].contains {
      words.ends(with: $0) || words.ends(with: $0 + "的") || words.ends(with: $0 + "数的")
    }
  }

  /// A part of the year stands before it.
  fileprivate func isRateOfTime(_ figure: WrittenFigure) -> Bool {
    let sentence = sentence(at: figure.range.lowerBound)
    return figures(in: sentence.lowerBound..<figure.range.lowerBound).contains { figure in
      switch figure.kind {
      case .date(let date): date.month != nil && date.month != 12
      case .period: true
      default: false
      }
    }
  }

  /// Words that make the rate one of a part of the spending, or of a part of the year.
  fileprivate func isRateOfPart(_ figure: WrittenFigure) -> Bool {
    let clause = text(clause(at: figure.range.lowerBound)).withoutBlanks
    let sentence = sentence(at: figure.range.lowerBound)
    return isRateOfTime(figure) || passage.annex > 0 || passage.isHeaded("项目")
      || text(sentence).holds(anyOf: ["项目", "采购", "三公", "专项", "基金", "半年", "季度", "上年", "去年"])
      || clause.holds(anyOf: ["公用", "人员", "基本支出", "接待", "会议", "培训", "资本", "社会保险", "直达"])
  }
}

extension Dossier {
  /// The rate beside the amounts of its sentence; nil without a budget and what was spent of it.
  fileprivate func lookInSentence(_ figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading)
    -> Look?
  {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = amounts(in: passage, before: figure.range.lowerBound).filter {
      sentence.contains($0.range.lowerBound) && $0.role == .level && !$0.isApproximate
    }
    // 年初预算x，追加y: of what it is a rate is told nowhere.
    let isAdded = before.contains { $0.words.holds(anyOf: ["追加", "调增", "调减", "核减"]) }
    guard !isAdded || before.contains(where: { $0.stage == .adjusted }) else { return nil }
    let spent = before.filter { $0.stage == .executed || $0.namesSpending }
    var budgets = before.filter { ($0.stage == .budget || $0.stage == .adjusted) && !$0.namesSpending }
    if budgets.isEmpty, spent.count == 1 { budgets = onlyBudget(in: passage, before: sentence.lowerBound) }
    let pairs = spent.flatMap { part in budgets.filter { $0.isLike(part) }.map { (part: part, whole: $0) } }
    guard let last = pairs.last else { return nil }
    let ratios = pairs.filter { !$0.whole.amount.isZero }.map {
      FoundRatio(percent, of: $0.part, in: $0.whole, passage).asPreciseAsItsPart
    }
    if let right = ratios.first(where: { $0.ratio.isRight }) { return right.look(at: figure, in: passage) }
    if last.whole.amount.isZero {
      if last.part.amount.isZero, percent.isZero { return .agrees }
      return .breaks(
        Finding(
          at: [figure.range, last.whole.range, last.part.range].map { .text(passage.passage.place($0)) },
          "预算为 \(passage.text(last.whole.range))，不能计算执行率 \(passage.quote(figure))。",
          derivation: "\(last.part.stated.digits) ÷ 0"))
    }
    return ratios.last?.look(at: figure, in: passage)
  }

  /// 预算安排128万元，其中…。全年支出121.6万元，预算执行率95%: the one budget that the paragraph tells of, never adjusted.
  private func onlyBudget(in passage: PassageReading, before offset: Int) -> [AmountStatement] {
    guard !passage.text(0..<offset).holds(anyOf: ["调整", "追加", "调减", "核减", "调增", "结转", "年初"]) else { return [] }
    let parts = Set(statements.lists.flatMap(\.parts).map { statements.amounts[$0].place })
    let told = amounts(in: passage, before: offset).filter {
      ($0.stage == .budget || $0.stage == .adjusted) && $0.role == .level && !$0.isApproximate
        && !parts.contains($0.place)
        && $0.words.holds("预算")
    }
    return told.count == 1 ? told : []
  }

  /// The only project's, for a rate that is said to be of all of it: 总体执行率, 项目预算执行率.
  private func projectSheet(ofRate figure: WrittenFigure, in passage: PassageReading) -> SheetReading? {
    guard scoredSheets.count == 1, let sheet = projectSheets.first, passage.passage.annex == 0,
      !passage.isRateOfTime(figure)
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    return ["总体执行率", "项目预算执行率", "总体预算执行率", "项目总体执行率"].contains(where: words.begins) ? sheet : nil
  }

  /// The rate beside the department's sheet, for a rate of all spending.
  fileprivate func lookOnSheet(_ figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading) -> Look? {
    guard let sheet = departmentSheet ?? projectSheet(ofRate: figure, in: passage),
      !passage.text(passage.words(before: figure)).withoutBlanks.begins(with: "执行率"),
      departmentSheet == nil || !passage.isRateOfPart(figure), !passage.isShareOfBudget(figure)
    else {
      return nil
    }
    let cells = BudgetExecution(of: sheet)
    let initial = stated(at: cells.initial)
    guard let executed = stated(at: cells.executed), let budget = stated(at: cells.budget) ?? initial,
      budget.exact > .zero
    else { return nil }
    let ratio = WrittenRatio(percent: percent, part: executed, whole: budget)
    guard !ratio.isRight else { return .agrees }
    let places: [Place] = [.text(passage.passage.place(figure.range)), .cell(cells.executed), .cell(cells.budget)]
    let quoted = passage.quote(figure)
    if let initial, WrittenRatio(percent: percent, part: executed, whole: initial).isRight {
      let clause = passage.text(passage.clause(at: figure.range.lowerBound))
      guard !clause.holds("年初") else { return .agrees }
      return .breaks(
        Finding(
          at: places,
          "所写 \(quoted) 是执行数除以年初预算数 \(initial.spoken)，除以全年预算数 \(budget.spoken)为 \(ratio.right)%，请写明分母。",
          derivation: "\(executed.digits) ÷ \(initial.digits) = \(quoted)"))
    }
    return .breaks(
      Finding(
        at: places, "所写 \(quoted)，自评表 \(executed.spoken) ÷ \(budget.spoken) 应为 \(ratio.right)%。",
        derivation: "\(executed.digits) ÷ \(budget.digits) = \(ratio.right)% ≠ \(quoted)"))
  }
}

extension AmountStatement {
  /// Of the same item and year, as far as both say so.
  fileprivate func isLike(_ other: AmountStatement) -> Bool {
    guard year == nil || other.year == nil || year == other.year else { return false }
    return item == other.item || isWithoutItem || other.isWithoutItem || other.isBareSpending
  }

  /// 支出 alone behind a budget is of what the budget was for, whatever the heading is about.
  private var isBareSpending: Bool { ["支出", "实际支出", "已支出", "支付", "实际支付"].contains(words) }

  /// 全年支出 behind a budget goes on with what was spent of it.
  fileprivate var namesSpending: Bool {
    words.ends(with: "支出") && !words.holds(anyOf: ["预算", "年初", "安排", "计划"]) && words.unicodeScalars.count <= 6
  }

  /// Nothing but words of the table name it: 全年预算数.
  private var isWithoutItem: Bool {
    guard let name = item.name else { return item == .totalExpenditure }
    return name.isEmpty
      || PassageReading(cell: name).marks.reduce(0) { $0 + $1.range.count } == name.unicodeScalars.count
  }
}
