import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d12SameAmountTwice = AuditRule(
    RuleCard(
      "D12", "同一数量前后不同", severity: .warning,
      why: "同一年、同一口径的同一个数在报告里写成两个，至少有一个是错的。",
      remedy: "核对后统一；确是不同的数，写明各自的口径或时点。",
      sources: [.reportOutline("一般公共预算支出情况")]
    ),
    method: """
      比较正文中名称、年度、阶段（预算或决算）、口径都相同的金额；没有写明阶段的与决算比，与其中任何一个阶段相同即可。只看收支、三公经费、政府采购等固定名称；约数、增减额、写法精度内的差不看。每个名称提示一次。\
      标明中央、省级等资金来源的部分不与总数比；全市（县、区）与市（县、区）本级的、财政总收入与一般公共预算收入不互相比。某一级某年下达（或收到）的同名资金前后两个数的也报告；同一文号的通知写有两个下达数的，\
      数字像是写错的报告，其余作为提示；正文中同名、同单位的数在两处数字颠倒的报告，四位以上只差一位数字的作为提示；同名、同一任务数的两处完成数不同的也报告；同一年龄段（档次）的“每人每月x元”一类标准前后不同的也报告；“辖x个行政村”与“全乡y个行政村”不同的也报告，“某某x个”与“已某某y个”不同的作为提示；不同名称的两个数，相邻两位数字换了位置或小数点移了位，说的又是同一类（同是到位，或同是支付）、同样的词语或全文没有几个这样的数的，也报告；写明月份、批次、追加、调减、“其中”，或级次、用途、收款方不同的不看。“18处监测站点”与“监测站点15处”这样写的，数字相近的报告，其余作为提示；下一步打算里写明“现有”“目前”的数，与前面同名的数只错一两位的，也报告。\
      “15支护林队装备老化”这样数目在名称前面、与别处“护林队14支”不同的，作为提示。
      """,
    examples: [
      .passes(
        .prose(
          "（一）年初预算。年初批复收入预算3246.58万元。支出预算中，基本支出2512.08万元，项目支出734.5万元。", "全年支出3588.63万元，其中基本支出2707.31万元，项目支出881.32万元。"
        )),
      .passes(.prose("二、一般公共预算支出情况", "2024年年初预算1486.2万元，追加512.85万元，全年支出1968.44万元。")),
      .passes(.prose("2024年基本支出471.83万元。", "其中：2023年基本支出504.19万元。")),
      .passes(.prose("2024年部门总收入986.4万元，其中：财政拨款951.4万元，其他收入35万元。")),
      .passes(.prose("二、一般公共预算支出情况", "2024年项目支出139.26万元。", "三、其他", "2024年项目支出245万元。")),
      .passes(.prose("2024年度总收入986.52万元，总支出986.52万元。", "本年收入924.16万元，年初结转62.36万元。", "本年支出951.18万元，年末结转35.34万元。")),
      .fails(
        .prose("2024年公务接待费支出⟦5.17万元⟧。", "本年公务接待费支出⟦5.71万元⟧，均按标准。"),
        .at("⟦5.17万元⟧", "公务接待费前后不一：5.17 万元、5.71 万元。")),
      .fails(
        .prose("安排2024年度项目支出共计⟦471.83万元⟧，其中人员经费249.85万元，公用经费221.98万元，项目支出共计⟦245万元⟧。"),
        .at("⟦471.83万元⟧", "项目支出前后不一：471.83 万元、245 万元。")),
      .fails(
        .prose("2024年决算总支出5000.25万元，其中项目支出⟦1850.1万元⟧。", "2024年项目支出合计⟦1805.1万元⟧。"),
        .at("⟦1850.1万元⟧", "项目支出前后不一：1850.1 万元、1805.1 万元。")),
      .passes(
        .prose(
          "项目支出实际支出200万元：中央资金实际支出120万元；省级资金实际支出80万元。",
          "执行数为195万元；其中：中央资金执行120万元；省级资金执行75万元。",
          "2024年中央下达救助补助资金30.9万元，省级下达救助补助资金12万元。", "2024年3月中央提前下达救助补助资金61.8万元。")),
      .passes(
        .prose(
          "根据示财社〔2024〕15号通知，下达救助资金320万元。", "示财社〔2024〕15号通知下达我局230万元，其中救助200万元。",
          "示财社〔2024〕16号通知下达救助资金230万元。")),
      .passes(
        .prose("惠及低保对象3048人。", "惠及低保对象4126人。", "2023年惠及低保对象3408人。", "改造灌溉面积1200亩。", "改造灌溉面积1300亩。")),
      .fails(
        .prose("全年惠及低保对象⟦3048人⟧。", "项目惠及低保对象3048人。", "累计惠及低保对象⟦3408人⟧。"),
        .at("⟦3048人⟧", "惠及低保对象前后不一：3048人、3408人，数字相近，请核对。")),
      .fails(
        .prose("发放生活补贴⟦12856人次⟧。", "发放生活补贴⟦12836人次⟧，发放率100%。"),
        .at("⟦12856人次⟧", "发放生活补贴前后不一：12856人次、12836人次，数字相近，请核对。")),
      .fails(
        .prose("2024年中央下达困难群众救助补助资金⟦30.9万元⟧。", "2024年中央财政下达困难群众救助补助资金⟦61.8万元⟧，资金到位率100%。"),
        .at("⟦30.9万元⟧", "中央困难群众救助补助前后不一：30.9 万元、61.8 万元。")),
      .fails(
        .prose("根据《关于下达救助补助资金的通知》（示财社〔2024〕15号），下达资金⟦320万元⟧。", "示财社〔2024〕15号文件下达资金⟦230万元⟧，已全部拨付。"),
        .at("⟦320万元⟧", "同一文号财社〔2024〕15号写有两个金额：320万元、230万元。")),
      .passes(
        .prose(
          "全市一般公共预算支出112.85亿元，市本级一般公共预算支出105.74亿元。", "全年社会保险基金预算支出8.6亿元。", "市本级社会保险基金预算支出3.2亿元。",
          "财政局下达康复任务共两项，即药费补助1120人（省任务数502人），抢救性康复82人（其中，省训练任务数28人）。", "训练项目118人（省训练任务数28人）。")),
      .passes(.prose("二、一般公共预算执行情况", "2024年财政总收入146.43亿元。", "2024年全市一般公共预算收入87.34亿元。")),
      .fails(
        .prose("全市一般公共预算支出⟦112.85亿元⟧。", "市本级一般公共预算支出105.74亿元。", "全市一般公共预算支出⟦112.58亿元⟧。"),
        .at("⟦112.85亿元⟧", "一般公共预算支出前后不一：1128500 万元、1125800 万元。")),
      .passes(
        .prose(
          "完成危桥改造9座，年度任务10座，1座延期。", "危桥改造进度滞后，应完成10座，实际完成9座。", "种植技术培训完成98人，计划100人。",
          "养殖技术培训完成96人，计划100人。")),
      .fails(
        .prose("完成危桥改造⟦9座⟧，年度任务10座，1座延期。", "危桥改造进度滞后，应完成10座，实际完成⟦8座⟧。"),
        .at("⟦9座⟧", "任务同为 10座，完成数前后不一：9座、8座。")),
      .passes(
        .prose("全乡辖18个行政村、112个自然村。", "全乡18个行政村全部通硬化路，建成8个行政村活动室，涉及19个行政村（社区）。")),
      .passes(.prose("接入部门42个，建有3大模块。", "2024年6月已接入部门36个，接入企业18家。", "平台已接入部门42个。")),
      .fails(
        .prose("汇聚各领域数据，接入部门⟦42个⟧，建有3大模块。", "目前平台已接入部门⟦46个⟧。"), .at("⟦42个⟧", "接入部门前后不一：42个、46个，请核对。")),
      .fails(
        .prose("全乡辖⟦18个⟧行政村、112个自然村。", "足额拨付全乡⟦19个⟧行政村运转经费。"), .at("⟦18个⟧", "所辖行政村前后不一：18个、19个。")),
      .passes(.prose("80至89周岁每人每月60元。", "原标准80至89周岁每人每月50元。", "90至99周岁每人每月120元。")),
      .fails(
        .prose("70至79周岁每人每月⟦60元⟧。", "现行70至79周岁的标准为每人每月⟦80元⟧。"),
        .at("⟦60元⟧", "70—79周岁每人每月前后不一：60元、80元。")),
      .passes(.prose("走访农户200户，满意187户，满意度93.46%。", "电话回访满意度为94.36%。")),
      .fails(
        .prose("电话回访农户200户，满意度⟦93.46%⟧。", "电话回访满意度为⟦94.36%⟧。"),
        .at("⟦93.46%⟧", "电话回访满意度前后不一：93.46%、94.36%，数字相近，请核对。")),
      .passes(
        .prose("全年到位资金142.8万元。", "全年支出资金124.8万元。", "2023年发放资金241.8万元。", "道路里程36.23公里。", "截至6月底，完成道路32.63公里。")),
      .fails(
        .prose("补助项目全年发放资金⟦170.78万元⟧。", "我校实际发放⟦107.78万元⟧。"),
        .at("⟦170.78万元⟧", "前后写有 170.78万元、107.78万元，数字相近，像是同一个数，请核对。")),
      .fails(
        .prose("新建村内道路⟦32.63公里⟧。", "建设工程已完成⟦36.23公里⟧。"),
        .at("⟦32.63公里⟧", "前后写有 32.63公里、36.23公里，数字相近，像是同一个数，请核对。")),
      .passes(.prose("已签约84个项目中，有32个项目已开工。", "已签约84个项目中，有32个项目已开工。")),
      .fails(
        .prose("已签约84个项目中，有⟦32个⟧项目已开工。", "已签约84个项目中，有⟦36个⟧项目已开工。"),
        .at("⟦36个⟧", "同一句话写了两遍，数字前后不一：32个、36个。")),
      .passes(
        .prose(
          "布设信息化监测站点15处。", "建成的15处信息化监测站点全部联网。", "与18家乡镇卫生院中的16家联网。", "培训18家乡镇卫生院。", "在校学生2016人。", "六、下一步打算",
          "2025年在校学生预计2106人。")),
      .fails(
        .prose("布设信息化监测站点⟦15处⟧。", "建成的⟦18处⟧信息化监测站点全部联网。"),
        .at("⟦18处⟧", "信息化监测站点前后写有 18处、15处，请核对。")),
      .fails(
        .prose("站点工作人员⟦78人⟧，持证上岗。", "⟦87名⟧站点工作人员中，全年离职14名。"),
        .at("⟦87名⟧", "站点工作人员前后写有 87名、78人，数字相近，请核对。")),
      .fails(
        .prose("全校共有教学班42个、在校学生⟦2016人⟧。", "六、下一步打算", "按照现有在校学生⟦2106人⟧测算，需新增教师6名。"),
        .at("⟦2106人⟧", "在校学生前后写有 2106人、2016人，数字相近，请核对。")),
      .fails(
        .prose("全区建有服务站⟦132个⟧。", "⟦123个⟧服务站中有18个未配专职人员。"),
        .at("⟦123个⟧", "服务站前后写有 123个、132个，数字相近，请核对。")),
      .passes(.prose("组建护林队14支、护林员420人。", "14支护林队装备老化，需更新经费84万元。", "新增的15支护林队装备老化。")),
      .fails(
        .prose("组建护林队⟦14支⟧、护林员420人。", "⟦15支⟧护林队装备老化，需更新经费84万元。"),
        .at("⟦15支⟧", "护林队前后写有 15支、14支，请核对。")),
      .passes(
        .prose(
          "2024年收入486.72万元，其中一般公共预算财政拨款462.52万元、其他收入24.2万元；支出479.36万元，其中一般公共预算财政拨款支出458.16万元、其他资金支出21.2万元。",
          "实际扫描296.5万页。", "按1%的比例抽检29,650页。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    var groups: [(key: StatementKey, statements: [AmountStatement])] = []
    let parts = dossier.statements.partsNamedLikeTotals.union(dossier.statements.partsOfIncome)
    for (index, statement) in dossier.statements.amounts.enumerated()
    where statement.item.name == nil && statement.role == .level && !statement.isApproximate && !parts.contains(index)
      && !statement.namesSource && !dossier.statements.passage(of: statement).isAboutPlans
    {
      let key = StatementKey(statement, year: dossier.filing.year)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].statements.append(statement)
      } else {
        groups.append((key, [statement]))
      }
    }
    let sums = groups.compactMap { group -> Finding? in
      let statements = group.statements.byLevel.lazy.map(\.conflict).first { $0.count > 1 } ?? []
      return statements.count > 1 ? finding(group.key.item.spoken, statements) : nil
    }
    let others =
      sums + dossier.allotments + dossier.notices + dossier.donePairs + dossier.divisionCounts + dossier.stateCounts
      + dossier.bracketRates + dossier.satisfactionSlips + dossier.restatedClauses
    let slips = dossier.slips.filter { slip in !others.contains { $0.places.contains(slip.places[0]) } }
    let known = Set((others + slips).flatMap(\.places))
    let retold = dossier.mistypedRepeats.filter { known.isDisjoint(with: $0.places) }
    let all = others + slips + retold
    let counted = Set(all.flatMap(\.places))
    let nouns = (dossier.recountedNouns + dossier.slipsOfNow).filter { counted.isDisjoint(with: $0.places) }
    let heads = Set(nouns.compactMap(\.places.first)).union(counted)
    return Verdict(all + nouns + dossier.recountedThings.filter { heads.isDisjoint(with: $0.places) })
  }

  fileprivate static func finding(_ name: String, _ statements: [AmountStatement]) -> Finding {
    let amounts = statements.map(\.stated.spoken)
    return Finding(
      at: statements.map { .text($0.place) }, "\(name)前后不一：\(amounts.joined(separator: "、"))。",
      derivation: amounts.joined(separator: " ≠ "))
  }
}

extension Dossier {
  /// The same fund of one level and year with two sums.
  fileprivate var allotments: [Finding] {
    var groups: [(fund: AllottedFund, statements: [AmountStatement])] = []
    for statement in statements.amounts where !statements.passage(of: statement).isAboutPlans {
      guard let fund = AllottedFund(statement, in: statements, year: filing.year) else { continue }
      if let index = groups.firstIndex(where: { $0.fund == fund }) {
        groups[index].statements.append(statement)
      } else {
        groups.append((fund, [statement]))
      }
    }
    return groups.compactMap { group in
      let statements = group.statements.different
      return statements.count > 1 ? AuditRule.finding("\(group.fund.level)\(group.fund.name)", statements) : nil
    }
  }

  /// The same quantity in two places, with digits that changed places or one that is another.
  fileprivate var slips: [Finding] {
    var known: [String: NamedQuantity] = [:]
    return found(in: NamedQuantity.told).compactMap { told -> Finding? in
      guard let key = told.key, let place = told.place else { return nil }
      guard let first = known[key], let firstPlace = first.place else {
        known[key] = told
        return nil
      }
      let isTransposed = first.quantity.isTransposed(told.quantity)
      guard isTransposed || first.differsInOneDigit(from: told) else { return nil }
      return Finding(
        at: [firstPlace, place], "\(first.name)前后不一：\(first.text)、\(told.text)，数字相近，请核对。",
        derivation: "\(first.text) ≠ \(told.text)", severity: isTransposed ? nil : .info)
    }
  }

  /// A satisfaction told in a sentence about those who were asked, and once more under their name with digits that
  /// changed places: 回访农户…，满意度93.46% and 回访满意度94.36%.
  fileprivate var satisfactionSlips: [Finding] {
    let told = found(in: ToldSatisfaction.finder)
    guard !told.isEmpty else { return [] }
    let named = found(in: NamedQuantity.told).filter { $0.quantity.unit == "%" && $0.name.holds("满意") }
    // 满意度92.3% and, of nobody in particular either, 满意度为93.2%.
    let alone = told.indices.dropFirst().compactMap { index -> Finding? in
      let (first, other) = (told[index - 1], told[index])
      guard told.count == 2, first.annex == other.annex, first.quantity.isTransposed(other.quantity) else { return nil }
      return Finding(
        at: [.text(first.place), .text(other.place)], "满意度前后不一：\(first.text)、\(other.text)，数字相近，请核对。",
        derivation: "\(first.text) ≠ \(other.text)")
    }
    return alone
      + told.compactMap { first -> Finding? in
        let other = named.first { other in
          guard let place = other.place, place != .text(first.place), other.annex == first.annex,
            let subject = other.name.split(separator: "满意").first, subject.unicodeScalars.count >= 2
          else { return false }
          return first.context.holds(String(subject)) && first.quantity.isTransposed(other.quantity)
        }
        guard let other, let place = other.place else { return nil }
        return Finding(
          at: [.text(first.place), place],
          "\(other.name.ends(with: "满意") ? other.name + "度" : other.name)前后不一：\(first.text)、\(other.text)，数字相近，请核对。",
          derivation: "\(first.text) ≠ \(other.text)")
      }
  }

  /// One goal with two numbers of what was done.
  fileprivate var donePairs: [Finding] {
    let told = found(in: DonePair.finder)
    return told.indices.compactMap { index -> Finding? in
      let pair = told[index]
      guard !told[..<index].contains(where: { $0.contradicts(pair) }),
        let other = told[(index + 1)...].first(where: { $0.contradicts(pair) })
      else { return nil }
      let quotes = [pair, other].map { $0.passage.quote($0.done.figure) }
      return Finding(
        at: [pair, other].map { .text($0.passage.passage.place($0.done.figure.range)) },
        "任务同为 \(pair.passage.quote(pair.goal.figure))，完成数前后不一：\(quotes.joined(separator: "、"))。",
        derivation: quotes.joined(separator: " ≠ "))
    }
  }

  /// One notice with two sums.
  fileprivate var notices: [Finding] {
    let told = found(in: NoticedAmount.finder)
    var looked: Set<String> = []
    return told.indices.compactMap { index -> Finding? in
      let first = told[index]
      let other = told[(index + 1)...].first {
        $0.isOfTheSame(as: first) && $0.amount.value.relation(to: first.amount.value) != .agree
      }
      guard let other, looked.insert(first.notice).inserted else { return nil }
      return Finding(
        at: [.text(first.place), .text(other.place)], "同一文号\(first.notice)写有两个金额：\(first.quote)、\(other.quote)。",
        derivation: "\(first.quote) ≠ \(other.quote)", severity: other.isMistyped(for: first) ? nil : .info)
    }
  }
}

extension AmountStatement {
  /// Money of one level alone: a part, whatever it is called.
  fileprivate var namesSource: Bool {
    words.holds(anyOf: ["中央", "省级", "市级", "县级", "区级", "上级", "自筹", "配套"])
  }
}

extension Statements {
  /// 总收入x，其中：财政拨款y: the words of a part name nothing else than the total, and are still another thing.
  fileprivate var partsNamedLikeTotals: Set<Int> {
    Set(lists.flatMap { list in list.parts.filter { amounts[$0].item == amounts[list.total].item } })
  }

  /// 收入x，其中一般公共预算财政拨款y: what came in is not what was spent, though its name does not say so.
  fileprivate var partsOfIncome: Set<Int> {
    Set(
      lists.flatMap { list in
        amounts[list.total].words.holds("收入") && !amounts[list.total].words.holds("支出")
          ? list.parts.filter { !amounts[$0].words.holds("支出") } : []
      })
  }
}

extension AmountStatement {
  /// 全市 or 市本级, where its words say of which of the two it is.
  fileprivate var level: String? {
    if words.holds(anyOf: ["全省", "全市", "全州", "全县", "全区", "全旗"]) { return "全" }
    return words.holds(anyOf: ["省本级", "市本级", "州本级", "县本级", "区本级", "旗本级"]) ? "本级" : nil
  }
}

extension [AmountStatement] {
  /// Apart where some are of a region's own level; what names neither then goes with no other but its like.
  fileprivate var byLevel: [[AmountStatement]] {
    let levels = Set(map(\.level))
    guard levels.contains("本级"), levels.count > 1 else { return [self] }
    return levels.sorted { $0 ?? "" < $1 ?? "" }.map { level in filter { $0.level == level } }
  }

  /// Those that cannot all be right: of one stage, or without a stage beside what was spent, unlike every other.
  fileprivate var conflict: [AmountStatement] {
    var stages: [BudgetStage] = []
    for statement in self where !stages.contains(statement.stage) { stages.append(statement.stage) }
    for stage in stages {
      let different = filter { $0.stage == stage }.different
      if different.count > 1 { return different }
    }
    guard let spent = first(where: { $0.stage == .executed }),
      let other = first(where: { $0.stage == .unknown }),
      !contains(where: { $0.stage != .unknown && $0.stated.relation(to: other.stated) == .agree })
    else { return [] }
    return [spent, other].sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
  }

  /// The first of every sum.
  fileprivate var different: [AmountStatement] {
    reduce(into: []) { found, statement in
      if found.allSatisfy({ $0.stated.relation(to: statement.stated) != .agree }) { found.append(statement) }
    }
  }
}

/// What makes two amounts the same quantity.
private struct StatementKey: Hashable {
  let item: BudgetItem
  let year: Int
  let scope: FundScope
  /// 本年收入 leaves out what was carried over, which 总收入 holds.
  let isOfThisYear: Bool
  /// 财政总收入 of a region holds more than the income of its general budget.
  let isOfTreasury: Bool

  init(_ statement: AmountStatement, year: Int) {
    item = statement.item
    isOfThisYear =
      [.totalIncome, .totalExpenditure].contains(statement.item) && statement.words.holds(anyOf: ["本年收入", "本年支出"])
    isOfTreasury = statement.item == .totalIncome && statement.words.holds("财政总收入")
    self.year = statement.year ?? year
    scope = statement.scope == .all ? .unknown : statement.scope
  }
}
