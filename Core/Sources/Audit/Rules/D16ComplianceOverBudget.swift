import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d16ComplianceOverBudget = AuditRule(
    RuleCard(
      "D16", "超预算却说严格控制", severity: .warning,
      why: "正文说严格执行预算，而表上决算超过预算，结论与数字相反。",
      remedy: "写明超预算的数额和原因，或改正填错的数。",
      sources: [.reportOutline("一般公共预算支出情况"), .baseSheet("本年预算数、本年决算数")]
    ),
    method: """
      一句里点名公用经费、三公经费等，又说“严格执行预算”“控制在预算以内”“未超预算”等，而基础表该行决算数大于预算数即报告；\
      点名财政供养人员而控制率超过 100% 的同样报告。同一段正文自己写有预算数和支出数的，用正文的数比。只说“厉行节约”“从严控制”的不报。
      """,
    examples: [
      .passes(
        .prose(
          "公用经费支出严格执行部门预算，厉行节约。",
          and: ["base/operatingExpense/budget": "90.76", "base/operatingExpense/final": "80.87"])),
      .passes(.prose("公务接待费预算8000元，实际支出7260元，接待费未超预算。")),
      .passes(.prose("在“三公”经费开支上厉行节约，从严控制。", and: ["base/threePublic/budget": "2", "base/threePublic/final": "3"])),
      .fails(
        .prose(
          "⟦公用经费支出严格执行部门预算⟧，厉行节约。",
          and: ["base/operatingExpense/budget": "90.76", "base/operatingExpense/final": "221.98"]),
        .at("⟦公用经费支出严格执行部门预算⟧", "正文说公用经费严格控制，表上决算 221.98 万元是预算 90.76 万元的 244.58%。")),
      .fails(
        .prose("⟦财政供养人员控制在编制以内⟧。", and: ["base/staff/posts": "20", "base/staff/actual": "22"]),
        .at("⟦财政供养人员控制在编制以内⟧", "正文说人员控制在编制以内，表上在职 22 人，编制 20 人。")),
      .fails(
        .prose("公务接待费预算⟦8000元⟧，实际支出⟦9260元⟧，接待11批次。⟦接待费未超预算⟧，没有安排出国。"),
        .at("⟦接待费未超预算⟧", "正文说公务接待费没有超预算，所写支出 9260元，预算 8000元。")),
      .fails(
        .prose("全年“三公”经费支出⟦18.64万元⟧，其中车辆17.26万元、接待1.38万元。“三公”经费年初预算⟦18万元⟧，⟦支出控制在预算以内⟧。"),
        .at("⟦支出控制在预算以内⟧", "正文说“三公”经费没有超预算，所写支出 18.64万元，预算 18万元。")),
      .passes(.prose("辅警经费年初预算580万元，决算568.4万元，控制在年初预算之内；信号灯支出286.5万元。")),
      .fails(
        .prose("辅警经费年初预算⟦580万元⟧，决算⟦618.4万元⟧，⟦严格控制在年初预算之内⟧；信号灯支出286.5万元。"),
        .at("⟦严格控制在年初预算之内⟧", "正文说没有超预算，所写支出 618.4万元，预算 580万元。")),
      .passes(.prose("财政供养人员控制在编制以内，在职人员控制率为98%。")),
      .fails(
        .prose("⟦财政供养人员控制在编制以内⟧，在职人员控制率为⟦108%⟧。"),
        .at("⟦财政供养人员控制在编制以内⟧", "正文说人员控制在编制以内，控制率却写 108%。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let claims = dossier.found(in: Claim.finder)
    let told =
      claims.compactMap { claim in dossier.toldOverrun(in: claim.clause, of: claim.passage) }
      + claims.compactMap { claim in claim.rateAboveAll }
    guard dossier.hasProse, dossier.base != nil else {
      return told.isEmpty ? .notCheckable(missing: ["报告正文", "基础数据表"]) : Verdict(told)
    }
    return Verdict(
      told
        + claims.compactMap { claim in
          dossier.overrun(in: claim.clause, of: claim.passage)
            ?? dossier.overstaffing(claim.text, in: claim.clause, of: claim.passage)
        }.filter { finding in !told.contains { $0.places[0] == finding.places[0] } })
  }
}

/// A clause that says that a limit was kept.
private struct Claim {
  let passage: PassageReading
  let clause: Range<Int>
  /// Without blanks.
  let text: String

  static let finder = PassageFinder(holding: ["预算", "编制"]) { read -> [Claim] in
    let passage = read.passage
    return passage.clauses.compactMap { clause in
      let text = passage.text(clause).withoutBlanks
      return text.holds(anyOf: ["预算", "编"]) && text.holds(anyOf: words)
        ? Claim(passage: passage, clause: clause, text: text) : nil
    }
  }

  /// 人员控制在编制以内，控制率为108%: the rate right behind the claim says otherwise.
  var rateAboveAll: Finding? {
    guard text.holds("编"), text.holds(anyOf: ["人员", "供养"]),
      let rate = passage.figures(in: passage.sentence(at: clause.lowerBound)).first(where: { figure in
        guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded else { return false }
        return percent.value > Rational(100) && passage.text(passage.words(before: figure)).holds("控制率")
      })
    else { return nil }
    return Finding(
      at: [clause, rate.range].map { .text(passage.passage.place($0)) },
      "正文说人员控制在编制以内，控制率却写 \(passage.quote(rate))。", derivation: "\(passage.quote(rate)) > 100%")
  }

  private static let words = [
    "严格执行部门预算", "严格执行预算", "严格执行年初预算", "控制在预算", "控制在年初预算", "控制在批复预算", "控制在概算", "控制在批复概算", "未超预算", "没有超预算", "未超出预算",
    "未突破预算", "不超预算", "无超预算",
    "支出控制在预算", "均控制在预算", "未超过预算", "没有超过预算", "未超出年初预算", "未超年初预算", "严格按照预算", "严格按预算", "控制在编制", "控制在预算编制", "未超编", "没有超编",
    "无超编",
  ]
}

extension Dossier {
  /// The same paragraph tells of the budget and of more that was spent.
  fileprivate func toldOverrun(in clause: Range<Int>, of passage: PassageReading) -> Finding? {
    guard !passage.text(clause).holds("编制") else { return nil }
    let amounts = amounts(in: passage).filter {
      $0.role == .level && !$0.isApproximate && $0.item.name == nil && ($0.year ?? filing.year) == filing.year
        && $0.range.lowerBound < clause.upperBound
    }
    let named = passage.marks(in: clause).compactMap { mark -> BudgetItem? in
      if case .item(let item) = mark.cue { item } else { nil }
    }
    // Without a name it is said of what its sentence told last.
    let sentence = passage.sentence(at: clause.lowerBound)
    let last = amounts.last { sentence.contains($0.range.lowerBound) }?.item
    if named.isEmpty, let finding = toldOverrun(of: nil, in: clause, of: passage) { return finding }
    for item in named.isEmpty ? [last].compactMap({ $0 }) : named {
      let own = amounts.filter { $0.item == item }
      let budgets = own.filter { $0.stage == .budget || $0.stage == .adjusted }
      let spent = own.filter { $0.stage == .executed || $0.stage == .unknown && $0.words.ends(with: "支出") }
      guard budgets.count == 1, spent.count == 1, let budget = budgets.first, let final = spent.first,
        final.stated.relation(to: budget.stated) == .above
      else { continue }
      let quotes = [final, budget].map { passage.text($0.range) }
      return Finding(
        at: [.text(passage.passage.place(clause)), .text(final.place), .text(budget.place)],
        "正文说\(item.spoken)没有超预算，所写支出 \(quotes[0])，预算 \(quotes[1])。", derivation: "\(quotes[0]) > \(quotes[1])")
    }
    return nil
  }

  /// 辅警经费年初预算x，决算y，控制在年初预算之内: what has no place in the forms, told between two semicolons.
  private func toldOverrun(of item: BudgetItem?, in clause: Range<Int>, of passage: PassageReading) -> Finding? {
    let part = passage.semicolonPart(at: clause.lowerBound)
    let told = amounts(in: passage).filter {
      part.contains($0.range.lowerBound) && $0.range.upperBound <= clause.lowerBound
    }
    guard told.count == 2, let budget = told.first, let final = told.last,
      told.allSatisfy({ $0.role == .level && !$0.isApproximate }), budget.item.name != nil || final.item.name != nil,
      budget.stage == .budget || budget.stage == .adjusted, final.stage == .executed,
      final.stated.relation(to: budget.stated) == .above
    else { return nil }
    let quotes = [final, budget].map { passage.text($0.range) }
    return Finding(
      at: [.text(passage.passage.place(clause)), .text(final.place), .text(budget.place)],
      "正文说没有超预算，所写支出 \(quotes[0])，预算 \(quotes[1])。", derivation: "\(quotes[0]) > \(quotes[1])")
  }

  fileprivate func overrun(in clause: Range<Int>, of passage: PassageReading) -> Finding? {
    let text = passage.text(clause)
    guard !text.holds("编制") || text.holds("预算编制"), !text.holds("超编") else { return nil }
    let items = passage.marks(in: clause).compactMap { mark -> BudgetItem? in
      if case .item(let item) = mark.cue { item } else { nil }
    }
    for item in items {
      guard let budget = budget(of: item), let final = final(of: item), final.relation(to: budget) == .above,
        let cell = self.cell("final", of: item), let limit = self.cell("budget", of: item)
      else { continue }
      let share = final.exact.multiplied(by: Rational(100))?.divided(by: budget.exact)?.spoken(2)
      return Finding(
        at: [.text(passage.passage.place(clause)), .cell(cell), .cell(limit)],
        "正文说\(item.spoken)严格控制，表上决算 \(final.spoken)\(share.map { "是预算 \(budget.spoken)的 \($0)%" } ?? "超过预算 \(budget.spoken)")。",
        derivation: "\(final.digits) > \(budget.digits)")
    }
    return nil
  }

  fileprivate func overstaffing(_ text: String, in clause: Range<Int>, of passage: PassageReading) -> Finding? {
    guard text.holds("编"), text.holds(anyOf: ["人员", "供养", "超编"]), let base, let posts = base.figure("staff", "posts"),
      let actual = base.figure("staff", "actual"), actual > posts
    else { return nil }
    return Finding(
      at: [
        .text(passage.passage.place(clause)), .cell(base.address("staff", "actual")),
        .cell(base.address("staff", "posts")),
      ], "正文说人员控制在编制以内，表上在职 \(actual) 人，编制 \(posts) 人。", derivation: "\(actual) > \(posts)")
  }
}
