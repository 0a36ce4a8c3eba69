import Evaluation
import Reading
import Rules

extension AuditRule {
  static let t01Placeholder = AuditRule(
    RuleCard(
      "T01", "占位符未填", severity: .error,
      why: "“××”“***”“____”是模板留给填报人填写的位置，留到定稿里，说明内容没有填全。",
      remedy: "填上实际内容；不需要的行删去。",
      sources: [.baseSheet("其中：××专项资金行"), .reportOutline("各节正文")]
    ),
    method: """
      查正文和各表文字里两个以上连写的“×”“X”“*”“_”“○”“□”，“附件”“附表”后面单个的“×”，单独成段和“三是”后面没有下文的省略号（表中的由 T02 提示），“（示例）”“（样表）”一类的字样，\
      以及带入上年报告时标出、还没有改成本年的数（【上年245】）。\
      隐去的姓名、号码（张××、138****8001）、编码中的通配位（201XXX）、整行的分隔符不算；指标名称里的“≥**人”只作提示，全文一次；同一种占位符有五处以上的合报一处。
      """,
    examples: [
      .passes(.prose("为李××、赵XX办理补助，联系电话138****8001，201XXX为所属单位的编码。")),
      .passes(.prose("****************", "总面积为30×40米，XXL码工装12套。")),
      .fails(.prose("经县发展和改革局示发改审〔20⟦XX⟧〕46号文批复。"), .at("⟦XX⟧", "占位符“XX”没有填写。")),
      .fails(
        .prose("2024年共支出⟦××⟧万元，其中⟦XXX⟧项目20万元。", "20⟦XX⟧年度绩效自评报告⟦（示例）⟧"),
        .at("⟦××⟧", "占位符“××”没有填写。"), .at("⟦XXX⟧", "占位符“XXX”没有填写。"), .at("⟦XX⟧", "占位符“XX”没有填写。"),
        .at("⟦（示例）⟧", "“（示例）”是模板里的字样，请删去。")),
      .fails(
        ["base/specialFunds.1/name": "××专项资金", "base/economyMeasures/text": "严格执行《___办法》。"],
        .at("base/specialFunds.1/name", "占位符“××”没有填写。"), .at("base/economyMeasures/text", "占位符“___”没有填写。")),
      .fails(
        .prose("2024年项目支出共计⟦【上年245】⟧万元，比上年增加⟦【上年12】⟧%。"),
        .at("⟦【上年245】⟧", "“【上年245】”是上年的数，请改为本年的数。"), .at("⟦【上年12】⟧", "“【上年12】”是上年的数，请改为本年的数。")),
      .fails(
        .indicators("quantity | 特困人员救助人数（≥**人） | ≥4754人 | 4812人 | 5 | 5"),
        .at("self/quantity.1/name", "“**”是模板里指标值的写法，指标值已另填的请删去。")),
      .fails(.prose("制定了五项制度，详见附件⟦×⟧。"), .at("⟦×⟧", "占位符“×”没有填写。")),
      .fails(.prose("东岗、梅林、⟦××⟧3个村的文化广场完成改造。"), .at("⟦××⟧", "占位符“××”没有填写。")),
      .passes(.prose("详见【上年度决算】一栏，与【公用经费】相比。")),
      .fails(.prose("一是加强监管。二是健全制度。三是⟦……⟧"), .at("⟦……⟧", "占位符“……”没有填写。")),
      .passes(.prose("**1. 农村公路。** 全年新改建农村公路86公里，**完成**全部任务。")),
      .fails(.prose("全年新增学位⟦**⟧个，培训⟦**⟧人。"), .at("⟦**⟧", "占位符“**”没有填写。"), .at("⟦**⟧", "占位符“**”没有填写。")),
      .fails(
        .prose(
          "一、指标完成情况", "特困人员救助人数（按月平均）（≥⟦**⟧人） 5 4812人", "受益人口数≥⟦**⟧人", "救助标准（≥⟦**⟧元/人·月） 5 583元"),
        .at("⟦**⟧", "“**”是模板里指标值的写法，共 3 处，指标值已另填的请删去。")),
      .fails(
        .prose("⟦**⟧河县下达资金2263万元。", "治理⟦**⟧河3公里，新建⟦**⟧堤防1段，修复⟦**⟧护岸4段，由⟦**⟧局验收。"),
        .at("⟦**⟧", "占位符“**”没有填写，共 5 处。")),
      .fails(
        .prose("20⟦_⟧ 年度工作已经完成。", "⟦_⟧县财政局已经拨付。"),
        .at("⟦_⟧", "占位符“_”没有填写。"), .at("⟦_⟧", "占位符“_”没有填写。")),
      .passes(.prose("绩效自评表_县级.docx已经报送，编码20_24。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard !dossier.writings.isEmpty else { return .noText }
    return Verdict(Mark.findings(on: dossier.found(in: Mark.finder)))
  }
}

/// A placeholder where it stands.
private struct Mark {
  let place: Place
  let quoted: String
  let placeholder: Placeholder

  static let finder = WritingFinder { writing in
    Placeholder.found(in: writing).map {
      Mark(place: writing.place($0.range), quoted: writing.quote($0.range), placeholder: $0)
    }
  }

  /// The name of those that are told of together, once they are many.
  private var group: String? {
    switch placeholder.kind {
    case .target: "target"
    case .signs: quoted
    case .word, .earlierFigure: nil
    }
  }

  /// One for every mark, but for those that a text has everywhere alike.
  static func findings(on marks: [Mark]) -> [Finding] {
    var groups: [String: [Place]] = [:]
    for mark in marks { if let group = mark.group { groups[group, default: []].append(mark.place) } }
    var told: Set<String> = []
    return marks.compactMap { mark in
      let isTarget = if case .target = mark.placeholder.kind { true } else { false }
      let places = mark.group.flatMap { groups[$0] } ?? []
      guard let group = mark.group, places.count >= (isTarget ? 2 : 5) else {
        return Finding(
          at: [mark.place], mark.placeholder.message(mark.quoted), derivation: mark.quoted,
          severity: isTarget ? .info : nil)
      }
      guard told.insert(group).inserted else { return nil }
      return Finding(
        at: places, mark.placeholder.message(mark.quoted, count: places.count), derivation: mark.quoted,
        severity: isTarget ? .info : nil)
    }
  }
}
