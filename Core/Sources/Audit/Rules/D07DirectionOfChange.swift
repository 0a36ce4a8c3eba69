import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d07DirectionOfChange = AuditRule(
    RuleCard(
      "D07", "增减方向与数字不符", severity: .warning,
      why: "写“减少”而数字是增加，公众最容易发现，也最难解释，三公经费尤其如此。",
      remedy: "核对两年的数，改正“增加”“减少”“持平”或写错的数。",
      sources: [.reportOutline("“三公”经费情况"), .baseSheet("三公经费各行的上年决算数、本年决算数")]
    ),
    method: """
      三公经费及其各项的金额与基础表比较，方法与 D01 相同。正文说“比上年增加（减少、持平）”的：同一句写了上年数的与上年数比，没有写的与基础表的上年决算数比；\
      “增加……，下降百分之几”这样前后相反的也报告。任何数量写成“x，比上年的（比预算、目标的）y增加（减少）d”的，\
      x与y之差须是d（两个百分比之差为所写的百分点，只差末位的作为提示）；前面列举中另有一个数算得出的不报。\
      “由x提高到y，提高d”同样看。“x，比上年的y增长p%”“上年y，比上年减少d”数算得出而方向相反的，报告增减的字；“由x延长到y”方向相反的，“由第5名下降至第3名”这样名次的前后写反的，“x，低于上年的y”而x更大的，“计划x，实际y，少d”而差不是d的，“预算x，实际支出y，节约d”而y更大的，“目标x，实际y，比目标缩短d”方向相反的，也报告。与规定、要求、标准比的，同与预算、目标比的一样看。前面写“较上年增加x”，同一段后面说“较上年减少的原因”的，也报告。\
      “比预算节约d”与同一句的预算数、实际数比；“决算x，较预算增加d”而预算写在别的段落的，也比。\
      同一段里写有上年数，增减率算得出而方向写反的（“5,214件，2023年为5,630件，同比增长7.39%”），也报告。
      """,
    examples: [
      .passes(
        .prose(
          "2024年“三公”经费支出7.96万元，比上年减少3.68万元。",
          and: ["base/threePublic/final": "7.96", "base/threePublic/last": "11.64"])),
      .passes(.prose("2024年公务接待费支出5万元，较上年的4万元增加1万元。", and: ["base/reception/final": "5"])),
      .fails(
        .prose("平均住院日⟦7.4天⟧，比上年⟦8.1天⟧缩短⟦0.9天⟧。"),
        .at("⟦0.9天⟧", "所写增减 0.9天，7.4天 与 8.1天 相差 0.7天。")),
      .fails(
        .prose(
          "2024年“三公”经费支出⟦13.96万元⟧，比上年⟦减少⟧2.32万元。",
          and: ["base/threePublic/final": "13.96", "base/threePublic/last": "11.64"]),
        .at("⟦13.96万元⟧", "正文说“三公”经费减少，本年 13.96 万元，上年 11.64 万元，实为增加。")),
      .passes(
        .prose("“三公”经费支出38.46万元，包括运行维护费21.6万元、公务接待费12.36万元、因公出国（境）费4.5万元，较2023年36.2万元增加2.26万元。")),
      .fails(
        .prose("“三公”经费支出⟦9.96万元⟧。", and: ["base/threePublic/final": "7.96"]),
        .at("⟦9.96万元⟧", "正文“三公”经费 9.96 万元，基础表2024年决算数 7.96 万元，相差 2 万元。")),
      .fails(
        .prose("公务接待费支出⟦5万元⟧，较上年的6万元⟦增加⟧1万元。", and: ["base/reception/final": "5"]),
        .at("⟦5万元⟧", "正文说公务接待费增加，本年 5 万元，上年 6 万元，实为减少。")),
      .fails(
        .prose("公务接待费较上年的12万元⟦增加⟧2.7万元，⟦下降⟧22.5%。"), .at("⟦增加⟧", "公务接待费前面说增加，后面说下降，请核对。")),
      .passes(
        .prose(
          "“三公”经费决算12.76万元，比年初预算15.2万元减少2.44万元。", "发表文章15篇，比2022年的12篇增加3篇。", "培训2516人次，比目标2400人次多116人次。",
          "支出48.36万元，其中车辆43.2万元、接待5.16万元，比上年的51.2万元减少2.84万元。")),
      .fails(
        .prose("发表文章⟦15篇⟧，比2022年的⟦12篇⟧增加⟦5篇⟧。"), .at("⟦5篇⟧", "所写增减 5篇，15篇 与 12篇 相差 3篇。")),
      .passes(
        .prose(
          "监督覆盖率99.1%，比2021年的98.6%提高0.5个百分点。", "普及率由上年的89.6%提高到92.1%，提高2.5个百分点。",
          "支出12.3万元，其中车辆8.6万元、接待3.7万元，上年支出11.8万元，比上年增加0.5万元，增长4.24%。",
          "总用水量500吨，其中生活用水300吨，比上年的450吨增长11.11%。")),
      .fails(
        .prose("普及率由上年的⟦89.6%⟧提高到⟦92.1%⟧，提高⟦3.5个百分点⟧。"),
        .at("⟦3.5个百分点⟧", "所写 3.5个百分点，92.1% 与 89.6% 相差 2.5 个百分点。")),
      .fails(
        .prose("体检1.62万人，比上年的1.55万人⟦增加⟧0.07万人，⟦下降⟧4.52%。"), .at("⟦下降⟧", "前面说增加，后面说下降，请核对。")),
      .fails(
        .prose("住院⟦3264人次⟧，比上年的⟦3410人次⟧⟦增长⟧4.28%。"),
        .at("⟦增长⟧", "写增长，3264人次 比 3410人次 少，方向相反。")),
      .fails(
        .prose("培训支出⟦12.4万元⟧，其中课酬8.6万元、场地3.8万元，上年支出⟦11.85万元⟧，比上年⟦减少⟧0.55万元，下降4.64%。"),
        .at("⟦减少⟧", "写减少，12.4万元 比 11.85万元 多，方向相反。")),
      .fails(
        .prose("监督覆盖率⟦99.1%⟧，比2021年的⟦96.8%⟧提高⟦3.2个百分点⟧。"),
        .at("⟦3.2个百分点⟧", "所写 3.2个百分点，99.1% 与 96.8% 相差 2.3 个百分点。")),
      .fails(
        .prose("公用经费⟦90.5万元⟧，较年初预算⟦86.3万元⟧增加⟦3.2万元⟧。"),
        .at("⟦3.2万元⟧", "所写增减 3.2万元，90.5万元 与 86.3万元 相差 4.2 万元。")),
      .passes(
        .prose(
          "办理时间由20天缩短到12天，漏损率由14%下降到11.5%，全省排名由第9位上升到第6位。", "平均用时4.5天，较办法规定的7天缩短2.5天。",
          "响应时间目标值≤30分钟，实际26分钟，比目标缩短4分钟。")),
      .fails(
        .prose("办理时间由⟦20天⟧⟦延长到⟧⟦12天⟧。"), .at("⟦延长到⟧", "写延长到，12天 比 20天 少，方向相反。")),
      .fails(
        .prose("平均用时⟦4.5天⟧，较办法规定的⟦7天⟧缩短⟦3.5天⟧。"),
        .at("⟦3.5天⟧", "所写增减 3.5天，4.5天 与 7天 相差 2.5天。")),
      .fails(
        .prose("响应时间目标值⟦≤30分钟⟧，实际⟦36分钟⟧，⟦比目标缩短6分钟⟧。"),
        .at("⟦比目标缩短6分钟⟧", "写缩短，36分钟 比 ≤30分钟 多，方向相反。")),
      .fails(
        .prose("浓度由上年的⟦62微克/立方米⟧⟦上升为⟧⟦58微克/立方米⟧。"), .at("⟦上升为⟧", "写上升为，58微克/立方米 比 62微克/立方米 少，方向相反。")),
      .cannotLook(.prose("合格率98.5%，高于上年的97.2%。预算96万元，中标89.6万元，节约资金6.4万元。", "差错率0.8‰，低于3‰的控制标准。")),
      .cannotLook(.prose("计划举办40场，实际举办36场，少4场。应到30人，实到28人，缺2人。")),
      .fails(
        .prose("计划举办⟦40场⟧，实际举办⟦36场⟧，少⟦2场⟧。"), .at("⟦2场⟧", "所写相差 2场，40场 与 36场 相差 4场。")),
      .fails(
        .prose("应到⟦30人⟧，实到⟦28人⟧，缺⟦3人⟧。"), .at("⟦3人⟧", "所写相差 3人，30人 与 28人 相差 2人。")),
      .fails(
        .prose("水质合格率⟦98.5%⟧，⟦低于上年的97.2%⟧。"), .at("⟦低于上年的97.2%⟧", "写低于，98.5 比 97.2 大，方向相反。")),
      .fails(
        .prose("设备项目年初预算⟦96万元⟧，实际支出⟦102.4万元⟧，节约资金⟦6.4万元⟧。"),
        .at("⟦6.4万元⟧", "写节约资金6.4万元，102.4万元 比 96万元 多，方向相反。")),
      .cannotLook(.prose("全省排名由第9位上升到第6位。", "名次从第三名后移到第五名。")),
      .fails(
        .prose("综合排名由⟦第5名⟧⟦下降至⟧⟦第3名⟧。"), .at("⟦下降至⟧", "写下降至，从第5名到第3名名次前移，方向相反。")),
      .fails(
        .prose("考核位次从⟦第二位⟧⟦提升到⟧⟦第六位⟧。"), .at("⟦提升到⟧", "写提升到，从第二位到第六位名次后移，方向相反。")),
      .cannotLook(.prose("路灯投诉较上年减少116件，上年为384件，2024年为268件。", "学员比上年增加42人，去年138人，今年180人。")),
      .fails(
        .prose("路灯投诉较上年减少⟦126件⟧，上年为⟦384件⟧，2024年为⟦268件⟧。"),
        .at("⟦126件⟧", "所写增减 126件，268件 与 384件 相差 116件。")),
      .passes(.prose("平均住院日从8.4天降至7.6天，缩短0.8天。", "会员由120户增至168户，增加48户。")),
      .fails(
        .prose("平均用时从⟦8.4小时⟧降至⟦7.6小时⟧，降低⟦0.5小时⟧。"),
        .at("⟦0.5小时⟧", "所写增减 0.5小时，7.6小时 与 8.4小时 相差 0.8小时。")),
      .passes(
        .prose(
          "“三公”经费支出32.86万元，其中公务用车运行维护费29.74万元、公务接待费3.12万元，比上年增加17.41万元。",
          and: ["base/threePublic/last": "15.45", "base/reception/last": "3.6", "base/threePublic/final": "32.86"])),
      .cannotLook(.prose("水质达标率91.2%，较上年提高1.4个百分点，水质明显改善。", "水质达标率91.2%，较上年下降1.4个百分点，水质监测能力提升。")),
      .fails(
        .prose("水质达标率91.2%，较上年⟦下降1.4个百分点⟧，⟦水质明显改善⟧。"),
        .at("⟦水质明显改善⟧", "水质达标率下降，却写“水质明显改善”，请核对。")),
      .cannotLook(.prose("接待费较上年增加0.61万元，增长10.63%。决算数较上年增加的主要原因是接待批次增加。", "决算数较预算减少2万元，较上年增加的主要原因是人员增加。")),
      .fails(
        .prose("接待费较上年⟦增加0.61万元⟧，增长10.63%。决算数较上年⟦减少⟧的主要原因是接待批次减少。"),
        .at("⟦减少⟧", "前面写比上年增加0.61万元，这里说减少的原因，方向相反。")),
      .fails(
        .prose("支出比预算⟦减少2.4万元⟧。决算数比预算⟦增加⟧的原因是追加工作经费。"),
        .at("⟦增加⟧", "前面写比预算减少2.4万元，这里说增加的原因，方向相反。")),
      .cannotLook(
        .prose(
          "年初预算18万元，实际支出13.85万元，比预算节约4.15万元；与上年14.62万元相比，减少0.77万元。", "固定资产原值826.5万元，较年初增加35.3万元，年初为791.2万元。")),
      .fails(
        .prose("年初预算⟦18万元⟧，实际支出⟦13.85万元⟧，比预算节约⟦5.15万元⟧。"),
        .at("⟦5.15万元⟧", "所写增减 5.15万元，13.85万元 与 18万元 相差 4.15 万元。")),
      .fails(
        .prose("维修支出⟦13.85万元⟧，与上年⟦14.62万元⟧相比，⟦增加⟧0.77万元。"),
        .at("⟦增加⟧", "写增加，13.85万元 比 14.62万元 少，方向相反。")),
      .fails(
        .prose("固定资产原值⟦826.5万元⟧，较年初增加⟦45.3万元⟧，年初为⟦791.2万元⟧。"),
        .at("⟦45.3万元⟧", "所写增减 45.3万元，826.5万元 与 791.2万元 相差 35.3 万元。")),
      .fails(
        .prose("2024年年初预算安排收入⟦684.34万元⟧。", "2024年决算总收入⟦2695.59万元⟧，较预算增加⟦2001.25万元⟧。"),
        .at("⟦2001.25万元⟧", "所写较预算增加 2001.25万元，2695.59万元 与预算 684.34 万元 相差 2011.25 万元。")),
      .cannotLook(
        .prose(
          "年初预算1460.25万元，支出决算1512.08万元，完成年初预算的103.55%，决算数大于年初预算数的主要原因是人员增资。",
          "年初预算1460.25万元，全年预算1600.36万元，支出决算1512.08万元，决算数大于年初预算数的主要原因是人员增资。", "无害化处理率96%，高于95%的目标值。",
          "利用率41.8%，比市下达的40%任务高1.8个百分点。", "满意度91%，未达到92%的目标。", "差错率0.7%，低于1%的控制标准。", "满意率94.6%，同比提高1.2个百分点，上年满意率为93.4%。"
        )),
      .fails(
        .prose("年初预算⟦1460.25万元⟧，支出决算⟦1512.08万元⟧，完成年初预算的103.55%，⟦决算数小于年初预算数的主要原因是人员增资⟧。"),
        .at("⟦决算数小于年初预算数的主要原因是人员增资⟧", "写“决算数小于年初预算数的主要原因是人员增资”，而决算 1512.08万元大于预算 1460.25万元，方向相反。")),
      .fails(
        .prose("无害化处理率⟦93.6%⟧，高于⟦95%⟧的目标值。"),
        .at("⟦93.6%⟧", "写“高于”目标 95%，而实际 93.6%，正好相反，请核对。")),
      .fails(
        .prose("满意度⟦93.04%⟧，未达到⟦92%⟧的目标。"),
        .at("⟦93.04%⟧", "写“未达到”目标 92%，而实际 93.04%，正好相反，请核对。")),
      .fails(
        .prose("利用率⟦38.2%⟧，比市下达的⟦40%⟧任务高⟦1.8个百分点⟧。"),
        .at("⟦1.8个百分点⟧", "写比目标高，而实际 38.2%，目标 40%，正好相反，请核对。")),
      .fails(
        .prose("满意率⟦94.6%⟧，同比提高⟦1.2个百分点⟧，上年满意率为⟦95.8%⟧。"),
        .at("⟦1.2个百分点⟧", "所写增减 1.2个百分点，94.6% 比 95.8% 低，方向相反。")),
      .cannotLook(.prose("合同工期240日历天，实际工期235天，提前5天。")),
      .fails(
        .prose("合同工期⟦240日历天⟧，11月10日竣工，实际工期⟦235天⟧，延期⟦5天⟧。"),
        .at("⟦5天⟧", "写延期，而实际 235天，计划 240日历天，方向相反。")),
      .passes(.prose("优秀率94.2%，较上年的92.7%提高1.5个百分点。")),
      .fails(
        .prose("优秀率⟦94.2%⟧，较上年的⟦92.7%⟧⟦下降⟧1.5个百分点。"), .at("⟦下降⟧", "写下降，94.2% 比 92.7% 高，方向相反。")),
      .cannotLook(
        .prose("查处违法案件378件，上年为412件，同比下降8.25%。", "查处违法案件378件，其中大案20件，上年为12件，同比增长66.67%。")),
      .cannotLook(.prose("公务接待费8.4万元。公务接待费较上年的9.6万元减少1.2万元，公务用车运行维护费与上年持平。")),
      .fails(
        .prose("公务接待费⟦8.4万元⟧。公务接待费较上年的⟦9.6万元⟧减少⟦1.4万元⟧。"),
        .at("⟦1.4万元⟧", "所写增减 1.4万元，8.4万元 与 9.6万元 相差 1.2 万元。")),
      .fails(
        .prose("查处违法案件⟦378件⟧，上年为⟦412件⟧，⟦同比增长8.25%⟧。"),
        .at("⟦同比增长8.25%⟧", "写同比增长，378件 比 412件 少，方向相反。")),
      .cannotLook(.prose("全年受理5,214件，2023年为5,630件，同比下降7.39%；办结5,182件，办结率99.39%。")),
      .fails(
        .prose("全年受理⟦5,214件⟧，2023年为⟦5,630件⟧，同比⟦增长⟧7.39%；办结5,182件。"),
        .at("⟦增长⟧", "写增长，5,214件 比 5,630件 少，方向相反。")),
      .passes(.prose("接待38批，较上年的42批减少4批，同比下降9.52%。")),
      .fails(.prose("接待38批，较上年的42批⟦减少⟧4批，同比⟦增长⟧9.52%。"), .at("⟦增长⟧", "前面说减少，后面说增长，请核对。")),
      .passes(.prose("“三公”经费支出38.46万元，包括公务接待费33.96万元、因公出国（境）费4.5万元，较2023年的36.2万元增加2.26万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let items: Set<BudgetItem> = [.threePublic, .vehicles, .vehiclePurchase, .vehicleRunning, .abroad, .reception]
    let amounts = dossier.proseAgainstTables(items)
    let turns = dossier.statements.amounts.indices.compactMap { dossier.turn(at: $0) }
    let contradictions = dossier.statements.amounts.compactMap { dossier.contradiction(behind: $0) }
    let changes = dossier.found(in: statedChanges)
    let wrong = dossier.found(in: WrongTurn.finder)
    let turned =
      dossier.found(in: OppositeTurns.finder)
      + [
        TurnFromTo.finder, RankTurn.finder, GoalTurn.finder, ClaimAgainstTurn.finder, SavedThoughMore.finder,
        GapToPlan.finder,
        BudgetTurn.finder, SetAgainstGoal.finder, TermTurn.finder, PointTurn.finder, BesideOther.finder,
        ExplainedTurn.finder,
        ChangeBeforeBoth.finder,
        SavedAgainstPlan.finder, BesideLastYear.directions, ChangeOfItem.finder,
      ].flatMap { dossier.found(in: $0) }
      + dossier.found(in: BaseToldBehind.finder).filter { $0.message.begins(with: "所写增减") } + dossier.changesToBudgets
    let both = Set((turned + wrong.map(\.finding)).map { Set($0.places.suffix(2)) })
    let opposite =
      turned + dossier.found(in: WrongTurnOfYears.finder).filter { !both.contains(Set($0.places.suffix(2))) }
    guard dossier.hasProse,
      amounts.hasLooked || !turns.isEmpty || !contradictions.isEmpty || !changes.isEmpty || !wrong.isEmpty
        || !opposite.isEmpty
    else {
      return .notCheckable(missing: ["正文与表中的同一金额"])
    }
    var found = turns.compactMap(\.finding)
    if case .fail(let more) = amounts { found = more + found }
    found += contradictions + changes.compactMap(\.finding)
    let told = Set(found.flatMap(\.places))
    return Verdict(
      found + wrong.filter { !told.contains($0.place) }.map(\.finding)
        + opposite.filter { !told.contains($0.places[0]) })
  }

  private static let statedChanges = PassageFinder(in: .threeFigures) { read in
    read.passage.figures.compactMap { CheckedChange($0, in: read.passage) }
  }
}

/// A change told beside both quantities, and whether it is what lies between them.
private struct CheckedChange {
  let finding: Finding?

  init?(_ figure: WrittenFigure, in passage: PassageReading) {
    if let told = PointChange(figure, in: passage) {
      finding = told.isRight ? nil : Self.pointFinding(figure, told, in: passage)
      return
    }
    guard let told = StatedChange(figure, in: passage) else { return nil }
    guard !told.isRight else {
      finding = nil
      return
    }
    let (change, now, base) = (told.change.figure, told.now.figure, told.base.figure)
    let gap = told.change.unit == "元" ? told.gap.spoken : told.gap.exact.spoken(2) + told.change.unit
    finding = Finding(
      at: [change, now, base].map { .text(passage.passage.place($0.range)) },
      "所写增减 \(passage.quote(change))，\(passage.quote(now)) 与 \(passage.quote(base)) 相差 \(gap)。",
      derivation: "\(passage.quote(now)) − \(passage.quote(base)) = \(gap) ≠ \(passage.quote(change))")
  }
}

extension Verdict {
  fileprivate var hasLooked: Bool { if case .notCheckable = self { false } else { true } }
}

extension Dossier {
  /// 增加2.7万元，下降22.5%: one of the two is wrong.
  fileprivate func contradiction(behind change: AmountStatement) -> Finding? {
    guard case .change(let isRise) = change.role, change.item.name == nil else { return nil }
    let passage = statements.passage(of: change)
    let sentence = passage.sentence(at: change.range.lowerBound)
    let rest = sentence.rest(behind: change.range)
    let own = passage.marks(in: sentence.lowerBound..<change.range.lowerBound).last {
      $0.cue == (isRise ? .rise : .fall)
    }
    guard let own, let next = passage.figures(in: rest).first, next.isPercent,
      next.range.lowerBound < rest.lowerBound + 10,
      let other = passage.marks(in: passage.words(before: next)).last(where: { $0.cue == .rise || $0.cue == .fall }),
      other.cue != own.cue, !passage.marks(in: passage.words(before: next)).contains(where: { $0.cue == .comparison })
    else { return nil }
    return Finding(
      at: [.text(passage.passage.place(own.range)), .text(passage.passage.place(other.range))],
      "\(change.item.spoken)前面说\(passage.text(own.range))，后面说\(passage.text(other.range))，请核对。",
      derivation: "\(passage.text(own.range)), \(passage.text(other.range))")
  }
}

/// A rise or fall that prose speaks of, beside this and last year's amounts.
private struct Turn {
  let finding: Finding?
}

extension Dossier {
  /// nil where the amount is followed by no word of change, or last year's amount is unknown.
  fileprivate func turn(at index: Int) -> Turn? {
    let now = statements.amounts[index]
    guard now.role == .level, now.item.name == nil, !now.isApproximate, now.year ?? filing.year == filing.year,
      now.stage != .budget
    else { return nil }
    let passage = statements.passage(of: now)
    let sentence = passage.sentence(at: now.range.lowerBound)
    let next = statements.following(index).first { $0.role == .level }
    let end = min(sentence.upperBound, next?.range.lowerBound ?? sentence.upperBound)
    let rest = now.range.upperBound..<max(end, now.range.upperBound)
    let marks = passage.marks(in: rest)
    guard let comparison = marks.first(where: { $0.cue == .comparison }), isWithLastYear(comparison, passage, rest),
      let word = marks.first(where: {
        [.rise, .fall, .unchanged].contains($0.cue) && $0.range.lowerBound > comparison.range.lowerBound
      }),
      passage.clause(at: comparison.range.lowerBound).contains(word.range.lowerBound),
      let last = lastYear(of: now, at: index, before: rest.upperBound)
    else { return nil }
    guard !turns(word.cue, now.stated, from: last), !isOfTotal(word.cue, behind: index),
      !isOfOther(word.cue, at: index, before: rest.upperBound)
    else {
      return Turn(finding: nil)
    }
    let actual = now.stated.exact == last.exact ? "持平" : now.stated.exact > last.exact ? "增加" : "减少"
    return Turn(
      finding: Finding(
        at: [.text(now.place), .text(passage.passage.place(word.range))],
        "正文说\(now.item.spoken)\(passage.text(word.range))，本年 \(now.stated.spoken)，上年 \(last.spoken)，实为\(actual)。",
        derivation: "\(now.stated.digits), \(last.digits)"))
  }

  private func turns(_ cue: Cue, _ now: StatedAmount, from last: StatedAmount) -> Bool {
    switch cue {
    case .rise: now.exact > last.exact
    case .fall: now.exact < last.exact
    default: now.relation(to: last) == .agree
    }
  }

  /// 三公经费x，其中甲a、乙b，比上年增加c: behind the last part the change may be told of all.
  private func isOfTotal(_ cue: Cue, behind index: Int) -> Bool {
    statements.lists.contains { list in
      let total = statements.amounts[list.total]
      guard list.parts.last == index, list.parts.count >= 2, let last = lastFinal(of: total.item) else { return false }
      return turns(cue, total.stated, from: last)
    }
  }

  /// 三公经费x，包括甲a、乙b，较上年的y增加d: x and y differ by d, so it is told of x.
  private func isOfOther(_ cue: Cue, at index: Int, before end: Int) -> Bool {
    let behind = statements.following(index).prefix { $0.range.upperBound <= end }
    guard let base = behind.first(where: { $0.role == .base }),
      let change = behind.first(where: { if case .change = $0.role { true } else { false } })
    else { return false }
    let now = statements.amounts[index]
    let sentence = statements.passage(of: now).sentence(at: now.range.lowerBound)
    return statements.amounts[..<index].contains { other in
      other.passage == now.passage && other.range.lowerBound >= sentence.lowerBound
        && turns(cue, other.stated, from: base.stated)
        && other.stated.gap(to: base.stated).with(other.stated.slack, base.stated.slack).relation(to: change.stated)
          == .agree
    }
  }

  /// 比上年, 较2023年, 同比; not 较预算.
  private func isWithLastYear(_ mark: CueMark, _ passage: PassageReading, _ rest: Range<Int>) -> Bool {
    if passage.text(mark.range) == "同比" { return true }
    let clause = passage.clause(at: mark.range.lowerBound)
    let words = clause.rest(behind: mark.range)
    guard !passage.marks(in: words).contains(where: { $0.cue == .stage(.budget) || $0.cue == .stage(.adjusted) }) else {
      return false
    }
    return passage.figures(in: words).contains { $0.year?.number(in: filing.year) == filing.year - 1 }
  }

  private func lastYear(of now: AmountStatement, at index: Int, before end: Int) -> StatedAmount? {
    let base = statements.following(index).first { $0.role == .base && $0.range.upperBound <= end }
    if let base { return base.item == now.item || base.item.name != nil ? base.stated : nil }
    return lastFinal(of: now.item)
  }
}

extension CheckedChange {
  fileprivate static func pointFinding(_ figure: WrittenFigure, _ told: PointChange, in passage: PassageReading)
    -> Finding
  {
    Finding(
      at: [figure, told.now, told.base].map { .text(passage.passage.place($0.range)) },
      "所写 \(passage.quote(figure))，\(passage.quote(told.now)) 与 \(passage.quote(told.base)) 相差 \(told.gap.spoken(4)) 个百分点。",
      derivation: "\(passage.quote(told.now)) − \(passage.quote(told.base)) ≠ \(passage.quote(figure))",
      severity: told.isRounding ? .info : nil)
  }
}
