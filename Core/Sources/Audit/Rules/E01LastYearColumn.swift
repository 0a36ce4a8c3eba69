import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let e01LastYearColumn = AuditRule(
    RuleCard(
      "E01", "上年决算数与上年填报不符", severity: .error,
      why: "基础数据表的上年决算数就是上年填报的本年决算数；两份表说的是同一笔账，不能有两个数。",
      remedy: "核对上年填报和决算；上年填报有误的，本年仍按决算填写并在说明中写明。",
      sources: [.baseSheet("经费控制情况的上年决算数"), .customary("上年数取自上年填报")]
    ),
    method: """
      逐行比较本表的上年决算数与上年填报的本年决算数：规定的行按行次和名称对应，专项资金按名称对应；一边空白的、改了名称的、金额单位不同（或恰好相差一万倍）的不比较，\
      差额在四舍五入以内的不算。下级行已经报告的，上级行不再报告。相符的行少于不符的行时，两年的口径可能不同，合并为一条，只请核对说明。
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
      .passes(
        (["base/reception/last": "22800", "base/abroad/last": "1"] as ExampleFiling).after([
          "base/reception/final": "2.28", "base/abroad/final": "1",
        ])),
      .fails(
        ([
          "base/reception/last": "2.28", "base/threePublic/last": "4.28", "base/operatingExpense/last": "258.83",
        ] as ExampleFiling).after([
          "base/reception/final": "3.31", "base/threePublic/final": "5.31", "base/operatingExpense/final": "258.83",
        ]), .at("base/reception/last", "公务接待上年决算数 2.28 万元，上年填报的本年决算数 3.31 万元，相差 1.03 万元。")),
      .fails(
        ([
          "base/specialFunds.1/name": "农贸市场改造", "base/specialFunds.1/last": "30", "base/reception/last": "2.28",
        ] as ExampleFiling).after([
          "base/specialFunds.1/name": "农贸市场改造资金", "base/specialFunds.1/final": "28.5", "base/reception/final": "2.28",
        ]), .at("base/specialFunds.1/last", "农贸市场改造上年决算数 30 万元，上年填报的本年决算数 28.5 万元，相差 1.5 万元。")),
      .fails(
        ([
          "base/reception/last": "4.28", "base/operatingExpense/last": "258.83", "base/officeExpense/last": "5.81",
        ] as ExampleFiling).after([
          "base/reception/final": "2.28", "base/operatingExpense/final": "221.5", "base/officeExpense/final": "5.81",
        ]),
        .at(
          "base/reception/last",
          "上年决算数有 2 行与上年填报的本年决算数不同：公务接待 4.28 万元与 2.28 万元、公用经费 258.83 万元与 221.5 万元，请核对两年口径是否一致。")),
      .cannotLook(["base/reception/last": "2.28"]),
    ]
  ) { dossier in
    guard let last = dossier.companions.lastYear else { return .withoutLastYear() }
    guard let base = dossier.base else { return .notCheckable(missing: ["基础数据表"]) }
    let rows = dossier.pairedRows(of: base, with: last).compactMap { $0 }
    guard !rows.isEmpty else { return .withoutLastYear("上年填报的本年决算数") }
    let broken = Set(rows.filter { $0.look.finding != nil }.map(\.row))
    let told = rows.filter { row in
      row.look.finding != nil && !dossier.hasPart(of: row.row, on: base.id, in: broken)
    }
    let findings = told.compactMap(\.look.finding)
    // Other rows that agree show that both tables speak of the same accounts.
    let agreeing = rows.count { $0.look.finding == nil && $0.isMoney }
    guard findings.count > agreeing, !findings.isEmpty else { return Verdict(findings) }
    let names = told.map { "\($0.name) \($0.own)与 \($0.theirs)" }
    let shown = names.prefix(3).joined(separator: "、") + (names.count > 3 ? "等" : "")
    return .fail([
      Finding(
        at: findings.flatMap { $0.places.filter(\.isOwn) } + findings.flatMap { $0.places.filter { !$0.isOwn } },
        "上年决算数有 \(findings.count) 行与\(last.spoken)的本年决算数不同：\(shown)，请核对两年口径是否一致。",
        derivation: findings.map(\.derivation).joined(separator: "; "), severity: .warning)
    ])
  }
}

/// A row of this year's table with the same one of last year's, where both say what was spent last year.
private struct PairedRow {
  let row: String
  let name: String
  let own: String
  let theirs: String
  /// Something was spent.
  let isMoney: Bool
  let look: Look
}

extension Dossier {
  /// Prescribed rows by their id and label, funds by their name.
  fileprivate func pairedRows(of base: SheetReading, with last: Companion) -> [PairedRow?] {
    guard let old = last.dossier.base else { return [] }
    return base.form.tableRows.flatMap { row -> [PairedRow?] in
      let same = old.form.tableRows.first { $0.id == row.id && $0.spokenName.folded == row.spokenName.folded }
      let lines = old.lines(under: row.id).map { ($0, ProjectName(old.text($0, "name"), year: last.year)) }
      let funds = base.lines(under: row.id).map { line -> PairedRow? in
        let name = ProjectName(base.text(line, "name"), year: filing.year)
        let same = lines.filter { $0.1 == name }
        guard !name.key.isEmpty, same.count == 1 else { return nil }
        return pair(line, base.text(line, "name"), of: base, with: same[0].0, of: last)
      }
      return [same.flatMap { pair(row.id, row.spokenName, of: base, with: $0.id, of: last) }] + funds
    }
  }

  private func pair(
    _ row: String, _ name: String, of base: SheetReading, with earlier: String, of last: Companion
  ) -> PairedRow? {
    let cell = base.address(row, "last")
    guard let own = stated("\(name)上年决算数", cell),
      let theirs = CompanionSum(statedIn: last, earlier, "final", named: "\(last.spoken)的本年决算数", like: base),
      let look = own.mustEqual(theirs.sum)
    else { return nil }
    let isSame = stated(at: cell).flatMap { now in
      theirs.cells.first.flatMap { last.dossier.stated(at: $0) }.map { now.relation(to: $0) == .agree }
    }
    return PairedRow(
      row: row, name: name, own: own.amount, theirs: theirs.sum.amount,
      isMoney: own.sum.exact > .zero,
      // Where one of them is written in another unit, another rule says so.
      look: isSame == true ? .agrees : look.adding(theirs.places))
  }

  /// One of these rows is part of a row, at any depth.
  fileprivate func hasPart(of row: String, on sheet: String, in rows: Set<String>) -> Bool {
    parts(of: row, on: sheet).contains { rows.contains($0) || hasPart(of: $0, on: sheet, in: rows) }
  }
}
