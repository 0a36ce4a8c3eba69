import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let f02OtherYear = AuditRule(
    RuleCard(
      "F02", "正文把本年写成其他年度", severity: .warning,
      why: "写成其他年度，多半是从往年报告带过来的，数也可能没有更新。",
      remedy: "核对这一句是否已按本年更新，把年度改为报告年度；确是其他年度的，写明与本年的关系。",
      sources: [.reportOutline("各部分按报告年度填写")]
    ),
    method: """
      四种情形报告：收支、三公经费等固定名称的金额（包括“无……支出”）说成其他年度，同一句没有本年、没有比较，也与基础表的上年数不符；\
      说的是其他年度的“绩效自评”“绩效评价”，或“某年度……绩效情况报告如下”；执行情况一段写截至上年第四季度某日的支付额和支付率；“综上，某年度”后面就是标题里所评的项目、而年度不同的。下一年的预算、比较、结转、文件名和书名号内、计划类章节不看；只有《关于开展某年度……绩效自评的通知》的文号是报告年度后一年、书名号里却是别的年度的报告。文号年份晚于报告年度三年以上的，同一笔收到或支出的金额在两段里分别说成本年和其他年度的，也报告。报告年度不明的不看。
      """,
    examples: [
      .passes(.prose("2023年基本支出504.19万元，2024年基本支出471.83万元。", "较2023年减少32.36万元。")),
      .passes(.prose("根据《关于开展2023年度绩效自评工作的通知》。", "2023年基本支出504.19万元。", and: ["base/basicExpenditure/last": "504.19"])),
      .passes(
        .prose("根据《关于开展2024年度绩效自评工作的通知》（海财绩〔2025〕3号）和《关于2023年度绩效评价结果的通报》（海财绩〔2025〕1号）。")),
      .fails(
        .prose("根据《关于开展⟦2023年度⟧区级预算绩效自评工作的通知》（海财绩⟦〔2025〕3号⟧）要求。"),
        .at("⟦2023年度⟧", "通知写的是 2023 年度的自评，报告年度是 2024 年，请核对。")),
      .passes(.prose("2023年度绩效评价提出的问题已整改到位。")),
      .passes(.prose("2025年度“三公”经费预算总计21.8万元，其中：公务接待11.8万元，公务用车运行费用10万元。", "2024年度“三公”经费支出20.12万元。")),
      .fails(.prose("⟦2023年⟧本部门无社会保险基金预算支出。"), .at("⟦2023年⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .fails(
        .prose("安排⟦2023年度⟧项目支出共计471.83万元。", "时间：⟦2023年度⟧的项目支出绩效自评。"),
        .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。"),
        .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .passes(
        .prose("二、资金执行情况", "截至2024年12月31日，支付500万元，支付率95%。", "截至2023年12月31日，累计支付800万元，支付率80%；2024年支付200万元。")),
      .fails(
        .prose("绩效自评报告", "根据财政局要求，现将我局⟦2023年度⟧部门整体支出绩效情况报告如下："), .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .fails(
        .prose("二、资金执行情况", "截至⟦2023年12月31日⟧，支付500万元，支付率95%。"),
        .at("⟦2023年12月31日⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .fails(
        .prose("示例区2024年度生活垃圾分类项目绩效自评报告", "一、结论", "综上，⟦2023年度⟧生活垃圾分类项目管理规范，实现了预期目标。"),
        .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .passes(
        .prose("示例区2024年度生活垃圾分类项目绩效自评报告", "一、概况", "2023年度生活垃圾分类项目得分93分，比2024年度低1分。", "2023年度生活垃圾分类项目覆盖12个街道。")),
      .fails(
        .prose("四、绩效目标完成情况", "⟦2023年度⟧，我镇围绕中心工作，较好完成了各项目标任务。"),
        .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .passes(.prose("一、历年概况", "2023年度，我镇较好完成了各项目标任务。")),
      .passes(.prose("根据《关于开展2025年区级预算绩效自评工作的通知》（海财绩〔2025〕3号）要求。")),
      .fails(
        .prose("本次自评范围为⟦2023年度⟧部门预算安排的全部资金。"), .at("⟦2023年度⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .passes(.prose("根据《关于做好2024年度绩效自评工作的通知》要求，参照《关于做好2023年度绩效自评工作的通知》。")),
      .fails(
        .prose("根据《关于做好⟦2022年度⟧绩效自评工作的通知》要求，我局开展了自评。"),
        .at("⟦2022年度⟧", "通知写的是 2022 年度的自评，报告年度是 2024 年，请核对。")),
      .passes(.prose("根据示财绩〔2025〕3号文件。", "2023年收到资金149.63万元，已全部支出。", "2024年收到资金168.52万元。")),
      .fails(
        .prose("根据示财农⟦〔2034〕3号⟧文件下达资金。"), .at("⟦〔2034〕3号⟧", "文号是〔2034〕，报告年度是 2024 年，不会有这个年份的文件，请核对。")),
      .fails(
        .prose("2024年收到补助资金⟦149.63万元⟧。", "⟦2023年⟧，我校收到补助资金⟦149.63万元⟧。"),
        .at("⟦2023年⟧", "149.63万元在别处说的是 2024 年，这里写的是 2023 年，请核对。")),
      .passes(.prose("与2023年度项目综合得分95.8分相比，本年提高1.37分。")),
      .fails(
        .prose("⟦2022年度⟧项目综合得分96.93分，等级为“优”。"), .at("⟦2022年度⟧", "这里写的是 2022 年，报告年度是 2024 年，请核对。")),
      .fails(
        .prose("二、绩效目标完成情况", "游客满意度90.3%。⟦2023年⟧，我局还办理人大代表建议23件。"),
        .at("⟦2023年⟧", "这里写的是 2023 年，报告年度是 2024 年，请核对。")),
      .passes(.prose("二、绩效目标完成情况", "2023年，我局启动品牌创建。2024年新增景区2家。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    let told = year > 0 ? dossier.found(in: EvaluationNotice.finder) : []
    let notices = told.prefix(20).compactMap {
      $0.finding(in: year) ?? $0.findingAlone(in: year, among: Array(told.prefix(20)))
    }
    guard dossier.hasProse, year > 0 else { return .notCheckable(missing: ["报告正文", "报告年度"]) }
    let subject = dossier.subjectOfTitle
    return Verdict(
      dossier.statements.passages.indices.flatMap { index -> [Finding] in
        let passage = dossier.statements.passages[index]
        guard ![.title, .heading].contains(passage.passage.role) else { return [] }
        return passage.figures.compactMap { figure in
          guard let other = figure.calendarYear, other != year, abs(other - year) <= 5,
            passage.sumsUp(at: figure) || other == year - 1 && passage.tellsOfOwnWork(at: figure, in: year)
              || passage.speaksOnlyOf(figure, not: year)
                && (passage.concludes(on: subject, behind: figure)
                  || !passage.isAboutPlans
                    && (dossier.isOfAccounts(figure, at: index, other) || passage.isOfEvaluation(figure)))
          else { return nil }
          return Finding(
            at: [.text(passage.passage.place(figure.range))], "这里写的是 \(other) 年，报告年度是 \(year) 年，请核对。",
            derivation: "\(other) ≠ \(year)")
        }
      } + notices + dossier.found(in: OldCutOff.finder).compactMap { $0.finding(in: year) }
        + dossier.found(in: FutureCode.finder).compactMap { $0.finding(in: year) } + dossier.sumsOfOtherYear)
  }
}

extension PassageReading {
  /// Neither the report's year nor a comparison stands in the sentence.
  fileprivate func speaksOnlyOf(_ figure: WrittenFigure, not year: Int) -> Bool {
    let sentence = sentence(at: figure.range.lowerBound)
    let others = figures(in: sentence).compactMap { $0.year?.number(in: year) }
    guard !others.contains(year) else { return false }
    let cues = marks(in: sentence)
    return !cues.contains { [.comparison, .rise, .fall, .unchanged].contains($0.cue) }
      && !text(sentence).holds(anyOf: ["结转", "结余", "以来", "历年", "上年", "往年", "相比", "截至"]) && !isInTitle(figure)
  }

  /// Inside 《》 or quotes.
  private func isInTitle(_ figure: WrittenFigure) -> Bool {
    let before = scalars[..<figure.range.lowerBound]
    return before.count { $0 == "《" } > before.count { $0 == "》" }
      || before.count { $0 == "“" } > before.count { $0 == "”" }
  }

  /// 2023年度的项目支出绩效自评.
  fileprivate func isOfEvaluation(_ figure: WrittenFigure) -> Bool {
    let clause = clause(at: figure.range.lowerBound)
    if text(clause.rest(behind: figure.range)).withoutBlanks.isOpening { return true }
    let words = text(figure.range.upperBound..<min(clause.upperBound, figure.range.upperBound + 20))
    // 自评范围为2023年度部门预算.
    let before = text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    if ["自评范围", "评价范围", "自评对象", "评价对象"].contains(where: { before.ends(with: $0 + "为") || before.ends(with: $0 + "是") })
    {
      return true
    }
    return words.holds(anyOf: ["绩效自评", "绩效评价", "支出自评", "综合得分", "自评得分", "自评总分"])
      && !words.holds(anyOf: ["结果", "通知", "办法", "报告中", "发现", "意见", "要求", "整改", "问题"])
  }
}

extension Dossier {
  /// What the report's title evaluates, behind its year: 生活垃圾分类项目. nil for whole departments.
  fileprivate var subjectOfTitle: String? {
    let title = narrative.passages.filter { $0.role == .title && $0.annex == 0 }.map(\.text).joined().bare
    guard let start = title.offset(of: "年度"),
      let end = ["支出绩效", "绩效", "自评", "评价"].lazy.compactMap({ title.offset(of: $0) }).first(where: { $0 > start })
    else { return nil }
    let subject = String(scalars: Array(title.unicodeScalars)[(start + 2)..<end])
    return subject.unicodeScalars.count >= 5 && !subject.holds(anyOf: ["部门", "整体", "单位"]) ? subject : nil
  }
}

extension PassageReading {
  /// 综上，2023年度生活垃圾分类项目…: a conclusion on what the report is about, in which nothing else is of another year.
  fileprivate func concludes(on subject: String?, behind figure: WrittenFigure) -> Bool {
    let sentence = sentence(at: figure.range.lowerBound)
    let behind = text(sentence.rest(behind: figure.range)).withoutBlanks
    let before = text(sentence.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard let subject else { return false }
    guard behind.begins(with: subject) || behind.begins(with: "我" + subject) else { return false }
    let isConclusion = ["综上", "总体", "总的", "综合", "整体", "自评", "经自评", "评价"].contains(where: before.begins)
    let isAlone = figures(in: sentence) == [figure]
    return isConclusion || isAlone && before.isEmpty && behind.holds(anyOf: ["预期目标", "绩效目标", "自评", "评价"])
  }
}

extension PassageReading {
  /// 2023年度，我镇围绕中心工作，较好完成了各项目标任务: begins a paragraph on what was reached, without any number.
  fileprivate func sumsUp(at figure: WrittenFigure) -> Bool {
    guard passage.isHeaded("绩效", "完成情况", "履职", "成效"), !isAboutPlans else { return false }
    let sentence = sentence(at: figure.range.lowerBound)
    let behind = text(sentence.rest(behind: figure.range)).withoutBlanks
    let before = text(sentence.lowerBound..<figure.range.lowerBound).withoutBlanks
    let selves = ["我", "本"].flatMap { word in
      ["局", "委", "办", "院", "校", "镇", "乡", "中心", "街道", "单位", "部门", "站", "所", "馆", "大队", "县", "市", "区"].map { word + $0 }
    }
    let start = behind.begins(with: ",") ? String(behind.dropFirst()) : behind
    return before.unicodeScalars.count <= 4 && !before.holds("自") && figures(in: sentence) == [figure]
      && (text(figure.range).holds("年度") || before.isEmpty && passage.isHeaded("绩效情况", "评价结论", "完成情况"))
      && selves.contains(where: start.begins)
      && start.holds(anyOf: ["完成", "实现"]) && start.holds(anyOf: ["目标", "任务"])
      && !passage.isHeaded("上年", "上一年", "历年", "背景", "概况")
  }
}

extension PassageReading {
  /// 2023年，我局还办理提案23件: begins a sentence among what was done this year, in a paragraph that tells of no other year.
  fileprivate func tellsOfOwnWork(at figure: WrittenFigure, in year: Int) -> Bool {
    guard passage.isHeaded("完成的绩效目标", "目标完成情况", "指标完成情况", "主要成效", "履职成效"), !isAboutPlans,
      !passage.isHeaded("上年", "上一年", "历年", "背景", "概况")
    else { return false }
    let sentence = sentence(at: figure.range.lowerBound)
    let behind = text(sentence.rest(behind: figure.range)).withoutBlanks
    let selves = ["我局", "我委", "我办", "我院", "我校", "我镇", "我乡", "我中心", "我单位", "我部门", "我站", "我馆", "本单位", "本部门", "本局"]
    return text(sentence.lowerBound..<figure.range.lowerBound).isBlank
      && selves.contains { behind.begins(with: "," + $0) || behind.begins(with: $0) }
      && figures.allSatisfy { $0 == figure || $0.year == nil }
      && figures(in: sentence).contains { $0.kind.extent != nil }
      && !marks(in: sentence).contains { [.comparison, .rise, .fall].contains($0.cue) }
      && !behind.holds(anyOf: ["启动", "开工", "立项", "获", "被评", "列入", "起"])
  }
}

extension String {
  /// …绩效情况报告如下.
  fileprivate var isOpening: Bool {
    holds(anyOf: ["报告如下", "汇报如下", "总结如下"]) && holds(anyOf: ["绩效", "自评", "评价"])
  }
}

/// How much was paid up to the end of another year, told where the report tells of its own money.
private struct OldCutOff {
  let year: Int
  let passage: PassageReading
  let range: Range<Int>

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["截至", "截止"]) { read -> [OldCutOff] in
    let passage = read.passage
    guard
      passage.passage.isHeaded("执行情况", "使用情况", "支出情况", "资金执行", "资金使用", "资金支出", "资金支付", "资金投入", "支付情况", "资金情况", "收支情况")
    else { return [] }
    return passage.figures.compactMap { figure in
      guard case .date(let date) = figure.kind, date.month ?? 0 >= 10, let year = date.year?.number,
        ["截至", "截止"].contains(passage.text(max(0, figure.range.lowerBound - 2)..<figure.range.lowerBound))
      else { return nil }
      let sentence = passage.sentence(at: figure.range.lowerBound)
      let rest = passage.figures(in: sentence.rest(behind: figure.range))
      let isRate = rest.contains { rate in
        rate.isPercent
          && ["支付率", "执行率", "支出率", "完成率", "支出进度", "支付进度"].contains {
            passage.text(passage.words(before: rate)).withoutBlanks.holds($0)
          }
      }
      let isOther =
        passage.text(sentence).holds(anyOf: ["累计", "上年", "结转", "历年", "以前", "往年", "续建"])
        || passage.figures(in: sentence).contains { $0 != figure && $0.year != nil }
      return isRate && !isOther ? OldCutOff(year: year, passage: passage, range: figure.range) : nil
    }
  }

  func finding(in year: Int) -> Finding? {
    guard self.year == year - 1 else { return nil }
    return Finding(
      at: [.text(passage.passage.place(range))], "这里写的是 \(self.year) 年，报告年度是 \(year) 年，请核对。",
      derivation: "\(self.year) ≠ \(year)")
  }
}

extension Dossier {
  /// A known item's amount is said of the year, and last year's form does not bear it out.
  fileprivate func isOfAccounts(_ figure: WrittenFigure, at passage: Int, _ year: Int) -> Bool {
    let sentence = statements.passages[passage].sentence(at: figure.range.lowerBound)
    let clause = statements.passages[passage].clause(at: figure.range.lowerBound)
    return statements.amounts.contains { amount in
      guard amount.passage == passage, amount.item.name == nil, amount.year == year, amount.role == .level,
        sentence.contains(amount.range.lowerBound), clause.contains(amount.range.lowerBound)
      else { return false }
      if year == filing.year + 1, amount.stage == .budget { return false }
      if year == filing.year - 1, let last = lastFinal(of: amount.item), amount.stated.relation(to: last) == .agree {
        return false
      }
      return true
    }
  }
}
