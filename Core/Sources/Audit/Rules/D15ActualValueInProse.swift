import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d15ActualValueInProse = AuditRule(
    RuleCard(
      "D15", "正文完成值与自评表不一致", severity: .warning,
      why: "指标完成了多少，正文和自评表应是同一个数；不同则得分的依据不清。",
      remedy: "以佐证材料为准，改正正文或实际完成值。",
      sources: [.reportOutline("部门整体支出绩效情况"), .departmentSheet("实际完成值栏")]
    ),
    method: """
      实际完成值是一个数或写有几个“名称加数”的指标，在正文中找同名（或一方是另一方开头、至少五个字）紧接着的同单位的数，没有一处相同，或有一处数字前后颠倒，即报告。\
      年度总体目标的实际完成情况也算正文，只与本表的指标比。名称是基本支出等固定名称的，与正文和基础表的金额比。正文只写有一个“满意度”（没有写是谁的）、表上也只有一条满意度指标的，两个百分比须相同；“毕业生就业率”在正文写“毕业生731人，……就业率”的，也比。四位以上的完成值正文没有写到、而写有数字相同次序不同、名称有词相同的同单位数的，也报告。约数、任务数、其他年份和年中时点的数不看。\
      年度总体目标里的数与本表同名指标的目标值、实际完成值比，只错次序的两位数也算；正文的绩效目标与唯一一张自评表的年度总体目标、同名指标的目标值比，几年的规划目标不看。
      """,
    examples: [
      .passes(.prose("2024年，新签约项目84个，总投资80亿元。", and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |"))),
      .passes(
        .prose("1—11月，新签约项目76个。截至12月，新签约项目84个。", and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |"))),
      .passes(
        .prose("三、绩效目标", "（二）具体目标。新签约项目80个。", and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |"))),
      .fails(
        .prose("2024年，新签约项目⟦48个⟧，总投资80亿元。", and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
        .at("⟦48个⟧", "正文新签约项目 48个，自评表实际完成值 84个。")),
      .fails(
        .prose("全年基本支出⟦452.72万元⟧。", and: .indicators("cost | 基本支出 | 106.2万元 | 106.2万元 | 10 | 8 |")),
        .at("⟦452.72万元⟧", "正文基本支出 452.72万元，自评表实际完成值 106.2万元。")),
      .fails(
        .prose(
          "实施残疾儿童康复⟦186人⟧（目标180人），完成率103.33%。", and: .indicators("quantity | 残疾儿童康复人数 | ≥180人 | 168人 | 5 | 4.67 | 转介")),
        .at("⟦186人⟧", "正文残疾儿童康复人数 186人，自评表实际完成值 168人。")),
      .fails(
        .prose(
          "惠及居民3048户。", "改造小区11个，惠及居民⟦3408户⟧。",
          and: .indicators("quantity | 惠及居民户数 | ≥3000户 | 3048户 | 5 | 5 |")),
        .at("⟦3408户⟧", "正文惠及居民户数 3408户，自评表实际完成值 3048户。")),
      .fails(
        .prose("开展小讲解员、研学营等社教活动⟦96场⟧。", and: .indicators("quantity | 社教活动 | ≥80场 | 86场 | 8 | 8 |")),
        .at("⟦96场⟧", "正文社教活动 96场，自评表实际完成值 86场。")),
      .fails(
        .prose("执行标的额9.12亿元，执行到位率⟦43.29%⟧。", and: .indicators("quality | 执行到位率 | ≥50% | 53.29% | 8 | 8 |")),
        .at("⟦43.29%⟧", "正文执行到位率 43.29%，自评表实际完成值 53.29%。")),
      .passes(
        .prose("群众满意度92.1%，职工满意度88%。", and: .indicators("satisfaction | 服务对象满意度 | ≥90% | 92.1% | 10 | 10 |"))),
      .fails(
        .prose("收回问卷842份，满意806份，满意度⟦95.72%⟧。", and: .indicators("satisfaction | 服务对象满意度 | ≥92% | 95.27% | 10 | 10 |")),
        .at("⟦95.72%⟧", "正文满意度 95.72%，自评表服务对象满意度实际完成值 95.27%。")),
      .passes(
        .prose(
          "毕业生731人，就业716人，就业率97.95%。", "预算190万元，支出182.3万元，执行率95.95%。", "发放学生问卷600份，满意度95.8%；发放家长问卷500份，满意度94.2%。",
          and: .indicators(
            "social | 毕业生就业率 | ≥95% | 97.95% | 10 | 10 |", "time | 预算执行率 | ≥95% | 98.1% | 10 | 10 |",
            "satisfaction | 家长满意度 | ≥90% | 94.2% | 10 | 10 |"))),
      .fails(
        .prose("毕业生731人，就业716人，就业率⟦97.95%⟧。", and: .indicators("social | 毕业生就业率 | ≥95% | 96.95% | 10 | 10 |")),
        .at("⟦97.95%⟧", "正文毕业生就业率 97.95%，自评表实际完成值 96.95%。")),
      .passes(
        .prose("接待查档2845人次，出具证明2548份。", and: .indicators("quantity | 查档利用人次 | ≥2600人次 | 2845人次 | 5 | 5 |"))),
      .fails(
        .prose("能力提升，次均费用增幅⟦4.6%⟧。", and: .indicators("economic | 次均费用增幅 | ≤5% | 46% | 10 | 10 |")),
        .at("⟦4.6%⟧", "正文次均费用增幅 4.6%，自评表实际完成值 46%。")),
      .passes(.prose("接待信访群众2845人次。", and: .indicators("quantity | 查档利用人次 | ≥2600人次 | 2854人次 | 5 | 5 |"))),
      .fails(
        .prose("接待查档⟦2845人次⟧。", and: .indicators("quantity | 查档利用人次 | ≥2600人次 | 2854人次 | 5 | 5 |")),
        .at("⟦2845人次⟧", "正文写 2845人次，自评表查档利用人次实际完成值 2854人次，数字相同而次序不同，请核对。")),
      .passes(
        .prose(
          "略。",
          and: .indicators(
            "quantity | 整治村庄数量 | ≥12个 | 12个 | 5 | 5 |", "quantity | 节水灌溉面积 | ≥0.8万亩 | 0.8万亩 | 5 | 5 |",
            and: [
              "self/goal/target": "完成12个村庄环境整治，其中示范村庄3个，发展节水灌溉面积0.8万亩。", "self/goal/actual": "完成12个村庄环境整治，建成3个示范村。",
            ]))),
      .fails(
        .indicators(
          "quantity | 整治村庄数量 | ≥12个 | 12个 | 5 | 5 |", "quantity | 高效节水灌溉面积 | ≥0.8万亩 | 0.8万亩 | 5 | 5 |",
          "quantity | 提档改造里程 | ≥86公里 | 86公里 | 5 | 5 |",
          and: [
            "self/goal/target": "发展高效节水灌溉面积0.9万亩，改造农村公路68公里。", "self/goal/actual": "完成11个村庄环境整治。",
          ]),
        .at("self/goal/target", "自评表年度总体目标写 0.9万亩，指标“高效节水灌溉面积”目标值 ≥0.8万亩，请核对。"),
        .at("self/goal/target", "自评表年度总体目标写 68公里，指标“提档改造里程”目标值 ≥86公里，请核对。"),
        .at("self/goal/actual", "自评表年度总体目标写 11个，指标“整治村庄数量”实际完成值 12个，请核对。")),
      .passes(
        .prose("121个行政村因此受益，其中112个行政村通班车。", and: .indicators("social | 受益行政村 | ≥118个 | 121个 | 10 | 10 |"))),
      .fails(
        .prose("⟦112个⟧行政村因此受益。", and: .indicators("social | 受益行政村 | ≥118个 | 121个 | 10 | 10 |")),
        .at("⟦112个⟧", "正文写 112个，自评表受益行政村实际完成值 121个，数字相同而次序不同，请核对。")),
      .passes(
        .prose(
          "一、绩效目标", "三年建成高标准农田15万亩，2024年建成高标准农田5.5万亩。",
          and: .indicators(
            "quantity | 管护人员 | ≥5人 | 5人 | 10 | 10 |", and: ["self/goal/target": "建成高标准农田5.5万亩。"]))),
      .fails(
        .prose(
          "一、绩效目标", "区域绩效目标为：建成高标准农田⟦5.0万亩⟧。",
          and: .indicators(
            "quantity | 管护人员 | ≥5人 | 5人 | 10 | 10 |", and: ["self/goal/target": "建成高标准农田5.5万亩。"])),
        .at("⟦5.0万亩⟧", "正文的绩效目标写 5.0万亩，自评表年度总体目标写 5.5万亩，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let goals = dossier.goalsToldOtherwise
    guard dossier.hasProse, !dossier.countedLines.isEmpty else {
      return goals.isEmpty ? .notCheckable(missing: ["报告正文", "指标的实际完成值"]) : .fail(goals)
    }
    let told = dossier.found(in: NamedQuantity.told) + dossier.goalQuantities
    let ofUnit = Dictionary(grouping: told, by: \.quantity.unit)
    let nouns = dossier.found(in: RecountedNoun.finder)
    let named = dossier.countedLines.flatMap { line in
      line.actualQuantities.compactMap { actual in
        dossier.finding(on: actual, of: line, told: ofUnit[actual.quantity.unit] ?? [])
          ?? dossier.slip(of: actual, on: line, told: ofUnit[actual.quantity.unit] ?? [])
          ?? dossier.slip(of: actual, on: line, counted: nouns)
      }
    }
    return Verdict(named + [dossier.otherSatisfaction].compactMap { $0 } + goals + dossier.proseGoalsToldOtherwise)
  }
}

extension IndicatorLine {
  /// What the actual value says: under the indicator's name where it is one number, else under the words before each.
  fileprivate var actualQuantities: [NamedQuantity] {
    let reading = PassageReading(cell: actualText)
    let found = reading.passage.figures.compactMap { figure in ProseQuantity.orShare(figure).map { (figure, $0) } }
    if found.count == 1, let (figure, quantity) = found.first, case .quantity = actual {
      return [NamedQuantity(name: name.folded, quantity: quantity, text: reading.quote(figure), place: nil)]
    }
    return found.compactMap { figure, quantity in
      let name = reading.name(before: figure)
      return name.unicodeScalars.count >= 4
        ? NamedQuantity(name: name, quantity: quantity, text: reading.quote(figure), place: nil) : nil
    }
  }
}

extension Dossier {
  /// What the sheets say under 年度总体目标, 实际完成情况.
  fileprivate var goalQuantities: [NamedQuantity] {
    let goals = scoredSheets.flatMap { sheet in sheet.goalRows.map { (sheet, $0) } }
    return goals.flatMap { sheet, row -> [NamedQuantity] in
      let passage = PassageReading(cell: sheet.text(row, GoalTable.actual))
      return passage.figures.compactMap { figure in
        let words = passage.marks(in: passage.words(before: figure))
        let name = passage.name(before: figure)
        guard let quantity = name.namesTurn ? .orShare(figure) : ProseQuantity(figure), !quantity.unit.isEmpty,
          !words.contains(where: { $0.cue == .target }), name.namesTurn || !words.contains(where: \.cue.isTurn)
        else { return nil }
        return NamedQuantity(
          name: name, quantity: quantity, text: passage.quote(figure),
          place: .cell(sheet.address(row, GoalTable.actual)), sheet: sheet.id)
      }
    }
  }

  /// The one satisfaction that prose tells of without saying whose, beside the one indicator of satisfaction.
  fileprivate var otherSatisfaction: Finding? {
    let lines = countedLines.filter { $0.name.holds(anyOf: ["满意度", "满意率"]) }
    guard lines.count == 1, let line = lines.first, scoredSheets.count == 1 else { return nil }
    let told = found(in: ToldSatisfaction.finder)
    let actual = PassageReading(cell: line.actualText)
    guard let first = told.first, told.allSatisfy({ $0.quantity.value.relation(to: first.quantity.value) == .agree }),
      actual.passage.figures.count == 1, actual.passage.figures[0].isPercent,
      let quantity = ProseQuantity.orShare(actual.passage.figures[0]),
      quantity.value.relation(to: first.quantity.value) != .agree
    else { return nil }
    let sheet = sheets.first { $0.id == line.address(.actual).sheet }
    let text = actual.quote(actual.passage.figures[0])
    return Finding(
      at: told.map { .text($0.place) } + [.cell(line.address(.actual))],
      "正文满意度 \(first.text)，\(sheet?.spokenName ?? "自评表")\(line.title)实际完成值 \(text)。",
      derivation: "\(first.text) ≠ \(text)")
  }

  /// Its digits in another order under a name that is only alike.
  fileprivate func slip(of actual: NamedQuantity, on line: IndicatorLine, told: [NamedQuantity]) -> Finding? {
    guard let slip = SlippedActual(of: actual, on: line, among: told), let place = slip.told.place else { return nil }
    let sheet = sheets.first { $0.id == line.address(.actual).sheet }
    return Finding(
      at: [place, .cell(line.address(.actual))],
      "\(slip.told.sheet == nil ? "正文" : "年度总体目标")写 \(slip.told.text)，\(sheet?.spokenName ?? "自评表")\(line.title)实际完成值 \(actual.text)，数字相同而次序不同，请核对。",
      derivation: "\(slip.told.text) ≠ \(actual.text)")
  }

  /// Its digits in another order before the noun that it counts, and never told rightly: 112个行政村因此受益 for 受益行政村, 121个.
  fileprivate func slip(of actual: NamedQuantity, on line: IndicatorLine, counted: [RecountedNoun]) -> Finding? {
    let meant = counted.filter {
      $0.quantity.isCounted(like: actual.quantity) && actual.core.isCounted(by: $0.noun, in: $0.clause)
    }
    guard !meant.contains(where: { $0.quantity.value.relation(to: actual.quantity.value) == .agree }),
      let slip = meant.first(where: { $0.quantity.isTransposed(actual.quantity) })
    else { return nil }
    let sheet = sheets.first { $0.id == line.address(.actual).sheet }
    return Finding(
      at: [.text(slip.passage.passage.place(slip.quantity.figure.range)), .cell(line.address(.actual))],
      "正文写 \(slip.text)，\(sheet?.spokenName ?? "自评表")\(line.title)实际完成值 \(actual.text)，数字相同而次序不同，请核对。",
      derivation: "\(slip.text) ≠ \(actual.text)")
  }

  /// `told` is in the unit of the actual value.
  fileprivate func finding(on actual: NamedQuantity, of line: IndicatorLine, told: [NamedQuantity]) -> Finding? {
    let alike = told.filter {
      $0.isNamed(like: actual)
        && $0.sheet ?? line.address(.actual).sheet == line.address(.actual).sheet
    }
    let rates = alike.isEmpty ? told.filter { $0.isRate(of: actual) } : []
    let same = rates.count == 1 && scoredSheets.count == 1 ? rates : alike
    let agreeing = same.filter { $0.quantity.value.relation(to: actual.quantity.value) == .agree }
    // Told rightly once, only what looks like a slip of it is told wrongly elsewhere.
    // The form itself must say one thing of it.
    let candidates =
      agreeing.isEmpty
      ? same
      : same.filter {
        $0.quantity.isTransposed(actual.quantity)
          || $0.sheet != nil && $0.isSame(as: actual) && $0.quantity.value.relation(to: actual.quantity.value) != .agree
            && DigitSlip($0.quantity.value.exact.spoken(4), actual.quantity.value.exact.spoken(4)) != nil
      }
    guard let first = candidates.first, let place = first.place else { return nil }
    let sheet = sheets.first { $0.id == line.address(.actual).sheet }
    let title = actual.name == line.name.folded ? line.title : actual.name
    return Finding(
      at: [place, .cell(line.address(.actual))],
      "\(first.sheet == nil ? "正文" : "年度总体目标")\(title) \(first.text)，\(sheet?.spokenName ?? "自评表")实际完成值 \(actual.text)。",
      derivation: "\(first.text) ≠ \(actual.text)")
  }
}
