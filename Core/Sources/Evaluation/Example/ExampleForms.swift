extension Form {
  /// 基础数据表.
  public static let exampleBase = Form(
    id: "base", kind: .baseData, title: "{year}年度部门整体支出绩效评价基础数据表", shortTitle: "基础表", width: 24,
    blocks: [.table(.exampleStaff), .table(.exampleSpending), .table(.exampleBuildings), .grid(.exampleEconomy)],
    source: "form")

  /// 部门整体支出绩效自评表.
  public static let exampleSelf = Form(
    id: "self", kind: .selfEvaluation, title: "{year}年度部门整体支出绩效自评表", shortTitle: "自评表", width: 24,
    blocks: [
      .grid(.exampleFunds), .grid(.exampleGoals), .indicators(.example), .grid(.exampleTotal),
    ], source: "form")

  /// 项目支出绩效自评表.
  public static let exampleProject = Form(
    id: "project", kind: .projectEvaluation, title: "{year}年度项目支出绩效自评表", shortTitle: "项目支出", width: 24,
    blocks: [
      .grid(.exampleProjectHead), .grid(.exampleProjectFunds(points: 10)), .grid(.exampleGoals), .indicators(.example),
      .grid(.exampleTotal),
    ],
    footer: [
      FooterField(column: "preparer", caption: "填表人", isPersonal: true),
      FooterField(column: "phone", caption: "联系电话", isPersonal: true),
    ], source: "form")
}

extension CellSource {
  /// For formulas written in this file: a fault in one is a fault of the program.
  fileprivate static func computing(_ text: String) -> CellSource {
    do { return .computed(try Formula(text)) } catch { preconditionFailure("\(text): \(error.message)") }
  }
}

extension TableBlock {
  static let exampleStaff = TableBlock(
    id: "staffing", caption: "财政供养人员情况（人）", captionWidth: 9, isCaptionMerged: true,
    columns: [
      Column(id: "posts", caption: "编制数", width: 5, kind: .count),
      Column(id: "actual", caption: "{year}年实际在职人数", width: 5, kind: .count),
      Column(id: "rate", caption: "控制率", width: 5, kind: .percent, source: .computing("100 * actual / posts")),
    ], rows: [Row(id: "staff", label: "", isRequired: true)])

  static let exampleSpending = TableBlock(
    id: "spending", caption: "经费控制情况（万元）", captionWidth: 9,
    columns: [
      Column(id: "last", caption: "{lastYear}年决算数", width: 5, kind: .amount),
      Column(id: "budget", caption: "{year}年预算数", width: 5, kind: .amount),
      Column(id: "final", caption: "{year}年决算数", width: 5, kind: .amount),
    ],
    rows: [
      Row(id: "threePublic", label: "三公经费", source: .computing("sum(children)")),
      Row(
        id: "vehicles", label: "1、公务用车购置和维护经费", level: 2, parent: "threePublic",
        source: .computing("sum(children)")),
      Row(id: "vehiclePurchase", label: "其中：公车购置", level: 3, parent: "vehicles"),
      Row(id: "vehicleRunning", label: "公车运行维护", level: 3, parent: "vehicles"),
      Row(id: "abroad", label: "2、出国经费", level: 2, parent: "threePublic"),
      Row(id: "reception", label: "3、公务接待", level: 2, parent: "threePublic"),
      Row(
        id: "projectExpenditure", label: "项目支出", source: .computing("sum(children)"),
        lines: LineRule(addCaption: "新增项目支出", placeholder: "其他项目支出", level: 2)),
      Row(id: "businessWork", label: "1、业务工作经费", level: 2, parent: "projectExpenditure"),
      Row(id: "maintenance", label: "2、运行维护经费", level: 2, parent: "projectExpenditure"),
      Row(
        id: "specialFunds", label: "3、上级专项资金", level: 2, parent: "projectExpenditure", source: .linesOrTyped,
        lines: LineRule(addCaption: "新增专项资金", placeholder: "××专项资金", level: 3)),
      Row(id: "operatingExpense", label: "公用经费", isRequired: true),
      Row(id: "officeExpense", label: "其中：办公经费", level: 2, parent: "operatingExpense"),
      Row(id: "utilitiesAndTravel", label: "水费、电费、差旅费", level: 2, parent: "operatingExpense"),
      Row(id: "meetingsAndTraining", label: "会议费、培训费", level: 2, parent: "operatingExpense"),
      Row(id: "procurement", label: "政府采购金额"),
      Row(id: "basicExpenditure", label: "部门基本支出预算调整", isRequired: true),
    ])

  static let exampleBuildings = TableBlock(
    id: "buildings", caption: "楼堂馆所控制情况（{year}年完工项目）", captionWidth: 6, isCaptionMerged: true,
    columns: [
      Column(id: "approvedArea", caption: "批复规模（㎡）", width: 3, kind: .area),
      Column(id: "actualArea", caption: "实际规模（㎡）", width: 3, kind: .area),
      Column(
        id: "areaRate", caption: "规模控制率", width: 3, kind: .percent,
        source: .computing("100 * actualArea / approvedArea")),
      Column(id: "budgetInvestment", caption: "预算投资（万元）", width: 3, kind: .amount),
      Column(id: "actualInvestment", caption: "实际投资（万元）", width: 3, kind: .amount),
      Column(
        id: "investmentRate", caption: "投资概算控制率", width: 3, kind: .percent,
        source: .computing("100 * actualInvestment / budgetInvestment")),
    ], rows: [], lines: LineRule(addCaption: "新增完工项目", placeholder: "完工项目", level: 1),
    declaration: Declaration(caption: "本年无完工项目", printed: "无"))
}

extension GridBlock {
  static func label(_ text: String, _ width: Int) -> Item { Item(width: width, content: .label(text)) }
  static func cell(
    _ row: String, _ column: String, _ caption: String, _ width: Int, prefix: String = "", kind: CellKind = .amount,
    formula: String? = nil, isRequired: Bool = false
  ) -> Item {
    Item(
      width: width,
      content: .cell(
        GridCell(
          key: CellKey(row, column), caption: caption, prefix: prefix, kind: kind,
          source: formula.map { .computing($0) } ?? .typed, isRequired: isRequired)))
  }

  static let exampleEconomy = GridBlock(rows: [
    [
      label("厉行节约保障措施", 6),
      cell("economyMeasures", "text", "厉行节约保障措施", 18, kind: .paragraph, isRequired: true),
    ]
  ])

  static let exampleFunds = GridBlock(
    side: Side(label: "年度预算申请（万元）", width: 3),
    rows: [
      [
        Item(width: 3, content: .empty), label("年初预算数", 3), label("全年预算数(A)", 3), label("全年执行数(B)", 3),
        label("分值", 3), label("执行率(B/A)", 3), label("得分", 3),
      ],
      [
        label("年度资金总额", 3), cell("total", "initial", "年初预算数", 3, isRequired: true),
        cell("total", "budget", "全年预算数", 3, isRequired: true),
        cell("total", "executed", "全年执行数", 3, isRequired: true),
        cell("total", "points", "预算执行分值", 3, kind: .points, formula: "10"),
        cell(
          "total", "rate", "执行率", 3, kind: .percent,
          formula: "100 * total.executed / first(total.budget, total.initial)"),
        cell(
          "total", "score", "预算执行得分", 3, kind: .points,
          formula: "min(10, 10 * total.executed / first(total.budget, total.initial))"),
      ],
      [
        cell("income", "total", "按收入性质分", 10, prefix: "按收入性质分：", formula: "first(total.budget, total.initial)"),
        cell("spending", "total", "按支出性质分", 11, prefix: "按支出性质分：", formula: "total.executed"),
      ],
      [
        cell("income", "generalBudget", "一般公共预算", 10, prefix: "其中：一般公共预算："),
        cell("spending", "basic", "基本支出", 11, prefix: "其中：基本支出："),
      ],
      [
        cell("income", "governmentFund", "政府性基金拨款", 10, prefix: "政府性基金拨款："),
        cell("spending", "project", "项目支出", 11, prefix: "项目支出："),
      ],
      [
        cell("income", "specialAccount", "纳入专户管理的非税收入拨款", 10, prefix: "纳入专户管理的非税收入拨款："),
        Item(width: 11, content: .empty),
      ],
      [
        cell("income", "other", "其他资金", 10, prefix: "其他资金："), Item(width: 11, content: .empty),
      ],
    ])

  static let exampleGoals = GridBlock(
    side: Side(label: "年度总体目标", width: 3),
    rows: [
      [label("年初目标设定", 10), label("全年实际完成情况", 11)],
      [
        cell("goal", "target", "年初目标设定", 10, kind: .paragraph, isRequired: true),
        cell("goal", "actual", "全年实际完成情况", 11, kind: .paragraph, isRequired: true),
      ],
    ])

  static let exampleTotal = GridBlock(rows: [
    [
      label("总分", 15), cell("sum", "points", "总分值", 3, kind: .points, formula: "sum(indicators.points, total.points)"),
      cell("sum", "score", "总得分", 3, kind: .points, formula: "sum(indicators.score, total.score)"),
      Item(width: 3, content: .empty),
    ]
  ])

  static let exampleProjectHead = GridBlock(rows: [
    [label("项目名称", 6), cell("project", "name", "项目名称", 18, kind: .text, isRequired: true)],
    [
      label("主管部门", 6), cell("project", "department", "主管部门", 6, kind: .text), label("实施单位", 6),
      cell("project", "implementer", "实施单位", 6, kind: .text),
    ],
  ])

  static func exampleProjectFunds(points: Int) -> GridBlock {
    func part(_ row: String, _ name: String) -> [Item] {
      [label(name, 3)]
        + [("initial", "年初预算数"), ("budget", "全年预算数"), ("executed", "全年执行数")].map {
          cell(row, $0, "\(name)\($1)", 3)
        } + [Item(width: 9, content: .empty)]
    }
    func total(_ column: String, _ caption: String) -> Item {
      cell(
        "total", column, caption, 3, formula: "sum(fiscal.\(column), carryOver.\(column), otherFunds.\(column))")
    }
    return GridBlock(
      side: Side(label: "项目资金（万元）", width: 3),
      rows: [
        [
          Item(width: 3, content: .empty), label("年初预算数", 3), label("全年预算数", 3), label("全年执行数", 3),
          label("分值", 3), label("执行率", 3), label("得分", 3),
        ],
        [
          label("年度资金总额", 3), total("initial", "年初预算数"), total("budget", "全年预算数"),
          total("executed", "全年执行数"), cell("total", "points", "预算执行分值", 3, kind: .points, formula: "\(points)"),
          cell(
            "total", "rate", "执行率", 3, kind: .percent,
            formula: "100 * total.executed / first(total.budget, total.initial)"),
          cell(
            "total", "score", "预算执行得分", 3, kind: .points,
            formula: "min(\(points), \(points) * total.executed / first(total.budget, total.initial))"),
        ],
        part("fiscal", "其中：当年财政拨款"), part("carryOver", "上年结转资金"), part("otherFunds", "其他资金"),
      ])
  }
}

extension IndicatorBlock {
  static let example = IndicatorBlock(
    side: .init(label: "绩效指标（90分）", width: 3), groupCaption: "一级指标", groupWidth: 2, nodeCaption: "二级指标",
    nodeWidth: 2,
    columns: [
      Column(role: .name, caption: "三级指标", width: 4, limit: 60),
      Column(role: .target, caption: "年度指标值", width: 3, limit: 100),
      Column(role: .actual, caption: "实际完成值", width: 3, limit: 100),
      Column(role: .points, caption: "分值", width: 2), Column(role: .score, caption: "得分", width: 2),
      Column(role: .reason, caption: "偏差原因分析及改进措施", width: 3, limit: 500),
    ])
}
