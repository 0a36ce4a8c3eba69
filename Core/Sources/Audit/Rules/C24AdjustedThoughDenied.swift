import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let c24AdjustedThoughDenied = AuditRule(
    RuleCard(
      "C24", "预算有调整而正文说没有", severity: .warning,
      why: "年初预算数与全年预算数不同就是有调整；正文却说没有调整，说明没有对照预算批复写报告。",
      remedy: "写明调整的数额和原因；年初数或全年数填错的，改正自评表。",
      sources: [.departmentSheet("年初预算数、全年预算数栏"), .reportOutline("预算执行情况")]
    ),
    method: """
      部门自评表的年初预算数与全年预算数不同（写法精度内的差不算），而正文有“未调整预算”“无预算调整”“无追加”“预算调整率为0”等话的即报告；没有自评表的，与正文的年初预算、调整后预算比。\
      “未经批准不得调整”等规定、带“除……外”的、说单个项目的、往年的和说打算的不报。
      """,
    examples: [
      .passes(
        .prose("2024年全年预算执行严格，未调整预算。", and: ["self/total/initial": "716.83", "self/total/budget": "716.83"])),
      .passes(
        .prose(
          "严格执行预算，未经批准不得调整预算。", "除政策性增资外没有预算调整。", "冷链项目年中无预算追加。",
          and: ["self/total/initial": "264.01", "self/total/budget": "716.83"])),
      .fails(
        .prose("2024年⟦本单位没有调整预算⟧，执行率100%。", and: ["self/total/initial": "264.01", "self/total/budget": "716.83"]),
        .at("⟦本单位没有调整预算⟧", "正文说没有调整预算，自评表年初预算数 264.01 万元，全年预算数 716.83 万元，相差 452.82 万元。")),
      .fails(
        .prose("年初预算264.01万元，调整后预算716.83万元。", "⟦预算调整率为0%⟧。"),
        .at("⟦预算调整率为0%⟧", "正文说没有调整预算，正文年初预算 264.01 万元，调整后预算 716.83 万元，相差 452.82 万元。")),
      .passes(
        .prose(
          "县财政安排普查经费160万元，预算执行中未作调整。",
          and: [
            "project-1/project/name": "普查经费", "project-1/total/initial": "160", "project-1/total/budget": "160",
          ])),
      .fails(
        .prose(
          "县财政安排普查经费160万元，⟦预算执行中未作调整⟧。",
          and: [
            "project-1/project/name": "普查经费", "project-1/total/initial": "160", "project-1/total/budget": "186.5",
          ]),
        .at("⟦预算执行中未作调整⟧", "正文说没有调整预算，项目“普查经费”年初预算数 160 万元，全年预算数 186.5 万元，相差 26.5 万元。")),
      .cannotLook(.prose("2024年本单位没有调整预算。", and: ["self/total/initial": "264.01"])),
    ]
  ) { dossier in
    guard dossier.hasProse, let change = BudgetChange(dossier) else {
      return .notCheckable(missing: ["报告正文", "年初预算数和全年预算数"])
    }
    guard change.initial.relation(to: change.budget) != .agree else { return .pass }
    let claims = dossier.statements.passages.flatMap { passage in
      passage.denials(in: dossier.filing.year).map { passage.passage.place($0) }
    }
    guard !claims.isEmpty else { return .pass }
    return .fail([
      Finding(
        at: claims.map { .text($0) } + change.cells.map { .cell($0) },
        "正文说没有调整预算，\(change.spoken)，相差 \(change.initial.gap(to: change.budget).spoken)。",
        derivation: "\(change.initial.digits) ≠ \(change.budget.digits)")
    ])
  }
}

/// The whole budget at the year's beginning and for the year.
private struct BudgetChange {
  let initial: StatedAmount
  let budget: StatedAmount
  let cells: [CellAddress]
  let spoken: String

  /// From the department's sheet, or the only sheet of a project, else from the only sentence that gives both.
  init?(_ dossier: Dossier) {
    let ofProjects = dossier.projectSheets.count == 1 ? dossier.projectSheets : []
    for sheet in [dossier.departmentSheet].compactMap({ $0 }) + ofProjects {
      let execution = BudgetExecution(of: sheet)
      if let initial = dossier.stated(at: execution.initial), let budget = dossier.stated(at: execution.budget) {
        (self.initial, self.budget, cells) = (initial, budget, [execution.initial, execution.budget])
        spoken = "\(sheet.spokenName)年初预算数 \(initial.spoken)，全年预算数 \(budget.spoken)"
        return
      }
    }
    let ours = dossier.statements.amounts.filter {
      !$0.isApproximate && ($0.year ?? dossier.filing.year) == dossier.filing.year && $0.item.isWhole
    }
    let (initials, adjusted) = (ours.filter(\.isInitialBudget), ours.filter(\.isAdjustedBudget))
    guard initials.count == 1, adjusted.count == 1, initials[0].passage == adjusted[0].passage else { return nil }
    (initial, budget, cells) = (initials[0].stated, adjusted[0].stated, [])
    spoken = "正文年初预算 \(initial.spoken)，调整后预算 \(budget.spoken)"
  }
}

extension BudgetItem {
  /// All of a unit's spending, or what only the words 年初预算 and the like name.
  fileprivate var isWhole: Bool {
    switch self {
    case .totalExpenditure, .totalIncome: true
    case .named(let name): !name.holds(anyOf: ["项目", "经费", "资金", "专项", "支出"])
    default: false
    }
  }
}

extension PassageReading {
  /// Clauses that say this year's budget was not adjusted.
  fileprivate func denials(in year: Int) -> [Range<Int>] {
    guard passage.text.holds(anyOf: ["调整", "追加"]), !isAboutPlans, passage.annex == 0 else { return [] }
    return clauses.compactMap { clause in
      let words = text(clause).withoutBlanks
      let sentence = sentence(at: clause.lowerBound)
      let isOther = figures(in: sentence).contains { figure in
        figure.year?.number(in: year).map { $0 != year } ?? false
      }
      guard Self.says(words), !isOther, !words.holds(anyOf: Self.orders), !text(sentence).holds("除"), !words.holds("项目")
      else {
        return nil
      }
      return behindYear(clause)
    }
  }

  /// Without the year in front.
  private func behindYear(_ clause: Range<Int>) -> Range<Int> {
    let year = figures(in: clause).last { $0.year != nil && $0.range.lowerBound == clause.lowerBound }
    return (year?.range.upperBound ?? clause.lowerBound)..<clause.upperBound
  }

  private static func says(_ words: String) -> Bool {
    if words.holds(anyOf: denyingWords) { return true }
    // 全年预算执行中未作调整.
    if words.holds("预算"),
      ["未", "没有", "无", "不"].contains(where: { no in changes.contains { words.ends(with: no + $0) } })
    {
      return true
    }
    return ["预算调整率", "预算调整额", "预算调整数", "预算调整金额"].contains { name in
      ["为0", "0", "为零", "为0%", "0%", "为0万元", "0万元"].contains { words.ends(with: name + $0) }
    }
  }

  private static let denyingWords = [
    "无预算调整", "没有预算调整", "未进行预算调整", "未发生预算调整", "不存在预算调整", "未作预算调整", "未调整预算", "没有调整预算", "预算未调整", "预算没有调整", "预算无调整",
    "预算未作调整", "预算未发生调整", "预算未进行调整", "无预算追加", "没有预算追加", "未追加预算", "没有追加预算", "预算无追加", "预算未追加", "预算没有追加",
  ]
  private static let changes = [
    "调整", "作调整", "做调整", "作任何调整", "做任何调整", "进行调整", "进行任何调整", "发生调整", "作调剂", "进行调剂", "予调整",
  ]
  private static let orders = ["不得", "严禁", "禁止", "未经", "随意", "擅自", "原则上", "确保", "力争", "尽量"]
}
