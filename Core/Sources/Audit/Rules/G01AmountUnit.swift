import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let g01AmountUnit = AuditRule(
    RuleCard(
      "G01", "金额单位可能有误", severity: .error,
      why: "表上以万元为单位而按元填写，金额就放大一万倍，各表之间和对外公开的数都跟着错。",
      remedy: "按表头注明的单位改正金额。",
      sources: [.baseSheet("经费控制情况（万元）"), .departmentSheet("年度预算申请（万元）"), .projectSheet("项目资金（万元）")]
    ),
    method: """
      金额与预算系统同步的数换一个单位后恰好相同（元对万元，或万元对亿元），即报告。没有同步数的，同一行三个年度数中有一个与另外两个都相差五千倍至两万倍，\
      须说明。倍数不足的不报。项目自评表以万元为单位而资金总额恰好是正文或本表指标所写金额的一万倍，这个数以万元计又没有写到的，也报告。
      """,
    examples: [
      .passes(["base/reception/last": "2.28", "base/reception/budget": "2", "base/reception/final": "0.31"]),
      .passes((["base/reception/final": "5.17"] as ExampleFiling).syncing(["base/reception/final": "5.17"])),
      .passes(["base/businessWork/last": "0.5", "base/businessWork/budget": "620", "base/businessWork/final": "588"]),
      .fails(
        (["base/reception/final": "51712.5"] as ExampleFiling).syncing(["base/reception/final": "5.17"]),
        .at("base/reception/final", "3、公务接待，2024年决算数 51712.5，预算系统为 5.17，疑似按元填写，本表单位为万元。")),
      .fails(
        ["base/reception/last": "2.28", "base/reception/budget": "2", "base/reception/final": "31200"],
        .at("base/reception/final", "3、公务接待，2024年决算数 31200，同行另两个数为 2.28 和 2，疑似按元填写，本表单位为万元。")),
      .passes(
        .prose(
          "冷链物流项目预算1.25亿元。", and: ["project-1/project/name": "冷链物流项目", "project-1/total/budget": "12500"])),
      .passes(
        .prose(
          "全县投资2亿元，路灯项目预算2万元。", and: ["project-1/project/name": "产业园", "project-1/total/budget": "20000"])),
      .fails(
        .prose(
          "冷链物流项目预算125万元。", and: ["project-1/project/name": "冷链物流项目", "project-1/total/budget": "1250000"]),
        .at("project-1/total/budget", "项目“冷链物流项目”全年预算数 1250000，别处写 125万元，疑似按元填写，本表单位为万元。")),
      .cannotLook(["base/reception/final": "31200"]),
    ]
  ) { dossier in
    Verdict(over: dossier.numberCells.filter { $0.definition.kind == .amount }, missing: "同步的预算数，或同一行的三个年度数") {
      cell in
      dossier.lookAtSyncedUnit(of: cell) ?? dossier.lookAtToldUnit(of: cell) ?? dossier.lookAtSiblingUnits(of: cell)
    }
  }
}

extension Dossier {
  /// The same amount in another unit than the budget system's; nil where nothing was synced or either is zero.
  fileprivate func lookAtSyncedUnit(of cell: NumberCell) -> Look? {
    guard let figure = cell.figure, !figure.isZero,
      let synced = filing.entry(at: cell.address)?.synced.flatMap({ cell.definition.kind.figure(reading: $0) }),
      !synced.isZero
    else { return nil }
    let tenThousand = Rational(10_000)
    let isLarger =
      figure.rational.divided(by: tenThousand)?.rounded(decimals: synced.decimals)?.rational == synced.rational
    let isSmaller =
      synced.rational.divided(by: tenThousand)?.rounded(decimals: figure.decimals)?.rational == figure.rational
    guard isLarger || isSmaller else { return .agrees }
    return .breaks(
      Finding(
        at: cell.address,
        message: "\(cell.caption) \(figure)，预算系统为 \(synced)，\(cell.unitGuess(isLarger: isLarger))",
        derivation: "\(figure) ~ \(synced) × 10000"))
  }

  /// A project's whole funds that are told elsewhere as just so many 元.
  fileprivate func lookAtToldUnit(of cell: NumberCell) -> Look? {
    guard cell.policy.amounts.unit == .tenThousandYuan, cell.address.row == "total",
      let sheet = projectSheets.first(where: { $0.id == cell.address.sheet }), let figure = cell.figure,
      figure.rational >= Rational(10_000), let asTold = figure.rational.multiplied(by: Rational(10_000))
    else { return nil }
    let ofSheet = sheet.indicators.flatMap { line in
      [line.targetText, line.actualText].flatMap { PassageReading(cell: $0).passage.figures }.compactMap { figure in
        ProseQuantity.orGoal(figure).flatMap { $0.unit == "元" ? $0.value.exact : nil }
      }
    }
    let told = ofSheet + statements.amounts.filter { $0.role == .level }.map(\.amount.value)
    guard !told.contains(asTold) else { return .agrees }
    // A round number may be told of anything.
    let digits = figure.rational.spoken(2).filter { $0 != "." }.reversed().drop { $0 == "0" }
    guard digits.count >= 3, told.contains(figure.rational), let other = figure.rational.divided(by: Rational(10_000))
    else {
      return nil
    }
    return .breaks(
      Finding(
        at: cell.address,
        message:
          "\(sheet.spokenName)\(cell.caption) \(figure)，别处写 \(other.spoken(4))万元，\(cell.unitGuess(isLarger: true))",
        derivation: "\(figure) ~ \(other.spoken(4)) × 10000"))
  }

  /// One of three figures of a row lies about ten thousand times above or below both others.
  fileprivate func lookAtSiblingUnits(of cell: NumberCell) -> Look? {
    // A sum follows its parts, which are looked at themselves.
    if case .computed = cell.definition.source { return nil }
    guard let figure = cell.figure, !figure.isZero, let others = siblings(of: cell),
      others.allSatisfy({ !$0.isZero })
    else { return nil }
    let isLarger = others.allSatisfy { isAboutTenThousandTimes(figure, $0) }
    let isSmaller = others.allSatisfy { isAboutTenThousandTimes($0, figure) }
    guard isLarger || isSmaller else { return .agrees }
    return .breaks(
      Finding(
        at: cell.address,
        message: "\(cell.caption) \(figure)，同行另两个数为 \(others[0]) 和 \(others[1])，\(cell.unitGuess(isLarger: isLarger))",
        derivation: "\(figure) ~ \(others[0]), \(others[1])", severity: .warning))
  }

  /// The figures of the other two years in its row; nil where one is missing.
  private func siblings(of cell: NumberCell) -> [Figure]? {
    guard let sheet = sheet(cell.address.sheet) else { return nil }
    for columns in yearColumns where columns.contains(cell.address.column) {
      let others = columns.filter { $0 != cell.address.column }.compactMap { sheet.figure(cell.address.row, $0) }
      if others.count == 2 { return others }
    }
    return nil
  }
}

private let yearColumns = [["last", "budget", "final"], ["initial", "budget", "executed"]]

/// Within five and twenty thousand times.
private func isAboutTenThousandTimes(_ figure: Figure, _ other: Figure) -> Bool {
  figure.rational.divided(by: other.rational).map { $0 >= Rational(5_000) && $0 <= Rational(20_000) } ?? false
}

extension NumberCell {
  fileprivate func unitGuess(isLarger: Bool) -> String {
    let unit = policy.amounts.unit
    let likely: AmountUnit? =
      switch (unit, isLarger) {
      case (.tenThousandYuan, true): .yuan
      case (.tenThousandYuan, false), (.hundredMillionYuan, true): isLarger ? .tenThousandYuan : .hundredMillionYuan
      case (.yuan, false): .tenThousandYuan
      default: nil
      }
    return "\(likely.map { "疑似按\($0.rawValue)填写" } ?? "疑似单位有误")，本表单位为\(unit.rawValue)。"
  }
}
