import Evaluation
import Reading
import Testing

@testable import Audit

/// What the forms and the report of a filing tell for its 自评工作考核.
@Suite struct WorkFactsTests {
  private func facts(_ example: ExampleFiling) -> WorkFacts {
    var facts = WorkFacts()
    facts.look(at: example.dossier())
    return facts
  }
  private func facts(writing texts: [String: String]) -> WorkFacts {
    var filing = ([:] as ExampleFiling).filing()
    for (section, text) in texts {
      guard let index = filing.sheets.firstIndex(where: { $0.id == "report" }) else { continue }
      filing.sheets[index].entries[CellKey(section, "text")] = Entry(text)
    }
    var facts = WorkFacts()
    facts.look(at: Dossier(Calculation(filing)))
    return facts
  }
  private let written = [
    "overview": "本单位内设股室四个。", "basic": "2024年基本支出471.83万元。", "performance": "得分96分，等级为“优”。",
    "problems": "一是经费不足。二是专项资金缺口较大。",
  ]

  @Test func `each part of the report that is blank is one fault`() {
    #expect(facts(writing: written).reportSections?.faults == [])
    let look = facts(writing: written.filter { $0.key != "basic" }).reportSections
    #expect(look?.count == 4 && look?.faults.count == 1)
    #expect(look?.faults.first?.words == "“二、基本支出情况”空白：二、基本支出情况")
    #expect(look?.faults.first?.place == .cell(CellAddress("report", "basic", "text")))
    #expect(facts([:]).reportSections == nil)
  }

  @Test func `forms without an entry are missing annexes`() {
    let look = facts(["base/staff/posts": "20"]).reportAnnexes
    #expect(look?.count == 2 && look?.faults.map(\.place) == [.sheet("self")])
    let withFunds = facts(["base/staff/posts": "20", "base/specialFunds/final": "30"]).reportAnnexes
    #expect(withFunds?.faults.map(\.words) == ["没有自评表", "没有项目支出绩效自评表"])
  }

  @Test func `points of every first level and of the execution are held against the policy`() {
    let right = facts(
      .indicators(
        "quantity | 签约 | ≥80个 | 84个 | 50 | 50", "social | 知晓率 | ≥90% | 92% | 30 | 30",
        "satisfaction | 满意度 | ≥90% | 95% | 10 | 10",
        and: ["self/total/points": "10"]))
    #expect(right.weights == WorkLook(count: 4, faults: []))
    let wrong = facts(
      .indicators(
        "quantity | 签约 | ≥80个 | 84个 | 48 | 48", "social | 知晓率 | ≥90% | 92% | 30 | 30",
        and: ["self/total/points": "12"]))
    #expect(wrong.weights?.count == 4)
    #expect(wrong.weights?.faults.map(\.words) == ["自评表产出指标分值 48，规定 50", "自评表满意度指标分值 0，规定 10", "自评表预算执行分值 12，规定 10"])
    #expect(wrong.weights?.faults.first?.place == .cell(CellAddress("self", "quantity.1", "points")))
  }

  @Test func `a second level without an indicator is not broken down`() {
    let look = facts(
      .indicators(
        "quantity | 签约 | ≥80个 | 84个 | 50 | 50", "ecological | 无 | 无 | 无 | 0 | 0", "social | | ≥90% | 92% | 30 | 30")
    ).thirdLevel
    // Nine second levels: one with an indicator, one that does not concern the unit.
    #expect(look?.count == 9 && look?.faults.count == 7)
    #expect(look?.faults.first?.words == "自评表“质量指标”没有三级指标")
  }

  @Test func `targets that say no degree are not measurable`() {
    let look = facts(
      .indicators(
        "quantity | 签约 | ≥80个 | 84个 | 25 | 25", "social | 营商环境 | 有效改善 | 改善 | 30 | 30",
        "quality | 合格率 | | 100% | 25 | 25", "timeliness | 完成时间 | 2024年12月底前 | 2024年11月 | 10 | 10")
    ).measurable
    #expect(look?.count == 4)
    #expect(look?.faults.map(\.words).sorted() == ["合格率：没有指标值", "营商环境：“有效改善”说不清程度"].sorted())
  }

  @Test func `problems that are of money alone are told`() {
    #expect(facts(writing: written).onlyLackOfFunds?.faults.first?.words == "问题只说资金不足")
    let look = facts(writing: ["problems": "一是经费不足。二是绩效目标设置不细。"]).onlyLackOfFunds
    #expect(look?.count == 2 && look?.faults == [])
    #expect(facts([:]).onlyLackOfFunds == nil)
  }
}

/// What makes a filing look too good.
@Suite struct RedFlagTests {
  private func kinds(_ example: ExampleFiling) -> [RedFlag.Kind] { RedFlag.all(in: example.dossier()).map(\.kind) }

  @Test func `a budget that is the spending while the first one is far away`() {
    let flag = RedFlag.all(
      in: (["self/total/initial": "400", "self/total/budget": "119.34", "self/total/executed": "119.34"]
        as ExampleFiling).dossier()
    ).first
    #expect(
      flag?.kind == .backfilledBudget && flag?.words == "自评表全年预算数与执行数都是 119.34 万元，执行率 100%；按年初预算数 400 万元算为 29.84%")
    #expect(flag?.cells.first == CellAddress("self", "total", "budget"))
    for (initial, budget, executed) in [("124", "124", "124"), ("400", "120", "119.34"), ("100", "120", "120")] {
      #expect(
        kinds(
          ["self/total/initial": initial, "self/total/budget": budget, "self/total/executed": executed]
            as ExampleFiling) == [])
    }
  }

  @Test func `three targets and more that are met to the digit`() {
    let lines = [
      "quantity | 签约 | ≥80个 | 80个 | 5 | 4", "quality | 合格率 | 100% | 100% | 5 | 5", "social | 知晓率 | ≥90% | 90% | 5 | 5",
    ]
    #expect(kinds(.indicators(lines)) == [.exactTargets])
    #expect(kinds(.indicators(Array(lines.dropLast()))) == [])
    #expect(kinds(.indicators(lines + ["economic | 增收 | ≥5% | 6% | 5 | 5"])) == [])
  }

  @Test func `full points and last year's targets are those of the rules`() {
    let full: ExampleFiling = .indicators(
      "quantity | 签约 | ≥80个 | 84个 | 50 | 50", "social | 知晓率 | ≥90% | 92% | 30 | 30",
      "satisfaction | 满意度 | ≥90% | 95% | 10 | 10")
    #expect(kinds(full) == [.fullPoints])
    #expect(kinds(full.after(full)) == [.fullPoints, .sameTargets])
  }
}
