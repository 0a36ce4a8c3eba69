import Evaluation
import Reading
import Rules

extension AuditRule {
  static let e01LastYearColumn = AuditRule(
    RuleCard(
      "E01", "上年决算数与上年填报不符", severity: .error,
      why: "基础数据表的上年决算数就是上年填报的本年决算数；两份表说的是同一笔账，不能有两个数。",
      remedy: "核对上年填报和决算；上年填报有误的，本年仍按决算填写并在说明中写明。",
      sources: [.baseSheet("经费控制情况的上年决算数"), .customary("上年数取自上年填报")]
    ),
    method: """
      逐行比较本表的上年决算数与上年填报的本年决算数，专项资金按名称对应；一边空白的不比较，差额在四舍五入以内的不算。\
      下级行已经报告的，上级行不再报告。
      """,
    examples: [
      .passes(
        (["base/reception/last": "2.28", "base/threePublic/last": "2.28"] as ExampleFiling).after([
          "base/reception/final": "2.281", "base/threePublic/final": "2.28",
        ])),
      .passes(
        (["base/reception/last": "2.28"] as ExampleFiling).after([
          "base/reception/last": "2.31", "base/reception/final": "2.28", "base/reception/budget": "3",
        ])),
      .passes(
        ([
          "base/specialFunds.1/name": "2024年农贸市场改造资金", "base/specialFunds.1/last": "30",
          "base/abroad/last": "",
        ] as ExampleFiling).after([
          "base/specialFunds.1/name": "家电以旧换新", "base/specialFunds.1/final": "12",
          "base/specialFunds.2/name": "农贸市场改造专项资金", "base/specialFunds.2/final": "30", "base/abroad/final": "3",
        ])),
      .fails(
        (["base/reception/last": "2.28", "base/threePublic/last": "4.28"] as ExampleFiling).after([
          "base/reception/final": "3.31", "base/threePublic/final": "5.31",
        ]), .at("base/reception/last", "公务接待上年决算数 2.28，上年填报的本年决算数 3.31，相差 1.03。")),
      .fails(
        ([
          "base/specialFunds.1/name": "农贸市场改造", "base/specialFunds.1/last": "30",
        ] as ExampleFiling).after([
          "base/specialFunds.1/name": "农贸市场改造资金", "base/specialFunds.1/final": "28.5",
        ]), .at("base/specialFunds.1/last", "农贸市场改造上年决算数 30，上年填报的本年决算数 28.5，相差 1.5。")),
      .cannotLook(["base/reception/last": "2.28"]),
    ]
  ) { dossier, companions in
    guard let last = companions.lastYear else { return .withoutLastYear() }
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let pairs = dossier.pairedRows(of: base, with: last.dossier)
    let looks = pairs.compactMap { pair -> (row: String, look: Look)? in
      guard let own = dossier.stated("\(pair.name)上年决算数", base.address(pair.row, "last")),
        let theirs = last.sum(pair.earlier, "final", named: "\(last.spoken)的本年决算数", like: base),
        let look = own.mustEqual(theirs)
      else { return nil }
      return (pair.row, look)
    }
    guard !looks.isEmpty else { return .withoutLastYear("上年填报的本年决算数") }
    let broken = Set(looks.compactMap { if case .breaks = $0.look { $0.row } else { nil } })
    return Verdict(
      looks.compactMap { row, look -> Finding? in
        guard case .breaks(let finding) = look, !dossier.hasPart(of: row, on: base.id, in: broken) else { return nil }
        return finding
      })
  }
}

extension Dossier {
  /// Rows of this year's table with those of last year's: the prescribed ones by their id, funds by their name.
  fileprivate func pairedRows(
    of base: SheetReading, with earlier: Dossier
  ) -> [(row: String, name: String, earlier: String)] {
    base.form.tableRows.flatMap { row -> [(row: String, name: String, earlier: String)] in
      let old = (earlier.base?.lines(under: row.id) ?? []).map { line in
        (line, ProjectName(earlier.base?.text(line, "name") ?? "", year: earlier.filing.year))
      }
      let funds = base.lines(under: row.id).compactMap { line -> (row: String, name: String, earlier: String)? in
        let written = base.text(line, "name")
        let name = ProjectName(written, year: filing.year)
        let same = old.filter { $0.1 == name }
        guard !name.key.isEmpty, same.count == 1 else { return nil }
        return (line, written, same[0].0)
      }
      return [(row.id, row.spokenName, row.id)] + funds
    }
  }

  /// One of these rows is part of a row, at any depth.
  fileprivate func hasPart(of row: String, on sheet: String, in rows: Set<String>) -> Bool {
    parts(of: row, on: sheet).contains { rows.contains($0) || hasPart(of: $0, on: sheet, in: rows) }
  }
}
