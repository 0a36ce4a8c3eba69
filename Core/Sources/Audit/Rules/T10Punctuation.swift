import Evaluation
import Reading
import Rules

extension AuditRule {
  static let t10Punctuation = AuditRule(
    RuleCard(
      "T10", "标点和叠字", severity: .info,
      why: "重叠的标点、重复的字词、混用的半角标点和不规范的文号括号，显得校对不细。",
      remedy: "删去多余的标点和字词；中文里用全角标点，文号的年份用六角括号〔〕。",
      sources: [
        LegalSource("标点符号用法", number: "GB/T 15834—2011", clause: "各种标点的用法", isVerified: false),
        .documentFormat("发文字号的年份用六角括号"),
      ]
    ),
    method: """
      每段逐处查：连写的两个句内标点，紧挨着重复的词（“项目项目”“的的”）和顿号前后相同的词，一段以逗号、顿号结束，文号年份用了〔〕以外的括号或只有半个括号。\
      汉字之间的半角标点，每份报告或附件合报一处。省略号、叹号，“一步一步”“各种各样”一类的说法不算；整张表连成一段文字的，不查重复的词。
      """,
    examples: [
      .passes(.prose("一步一步落实；“为了了解情况，逐一走访”……（示财绩〔2025〕1号）等等。")),
      .passes(.prose("讨论讨论再定。道路建设、农村道路建设投入比例为3:1，用时12:30，官网www.example.gov.cn,Tel:12345。")),
      .passes(
        .prose(
          "编制预算时对对象摸底，以及及时公开。精神残疾人每人每年补助600元。",
          "项目资金全年预算数执行数分值10执行率执行率权重得分得分计算方法年度资金总额50万元50万元财务管理财务管理制度健全三级指标指标值实际完成值得分")),
      .fails(.prose("支出合计49万元，⟦其中：其中：⟧培训49万元。"), .at("⟦其中：其中：⟧", "“其中：其中：”重复。")),
      .fails(
        .prose("专项需要填写⟦。，⟧内容相同。申报⟦项目项目⟧3个，第三方机构⟦现场查验资料、现场查验资料⟧、核对实物。"),
        .at("⟦。，⟧", "标点“。，”重叠。"), .at("⟦项目项目⟧", "“项目项目”重复。"), .at("⟦现场查验资料、现场查验资料⟧", "“现场查验资料、现场查验资料”重复。")),
      .fails(
        .prose("商务工作稳步推进⟦，⟧", "（六）获通报表扬。", "根据示财绩⟦【2024】⟧2号、示发⟦（2024）⟧3号文件⟦;⟧执行预算,厉行节约。"),
        .at("⟦，⟧", "这一段以“，”结束，请核对是否写完。"), .at("⟦【2024】⟧", "文号的年份应写成〔2024〕。"),
        .at("⟦（2024）⟧", "文号的年份应写成〔2024〕。"), .at("⟦;⟧", "中文里用了半角标点，共 2 处：“;”“,”。")),
      .passes(.prose("根据示财绩〔2025〕1号文件，文件编号2025号。")),
      .fails(
        .prose("根据示财绩⟦2025〕189号⟧和示发⟦〔20243号⟧文件下达。"),
        .at("⟦2025〕189号⟧", "文号“2025〕189号”缺了前半个括号。"), .at("⟦〔20243号⟧", "文号“〔20243号”缺了后半个括号。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard !dossier.writings.isEmpty else { return .noText }
    let texts = dossier.found(in: Punctuation.finder)
    var findings: [Finding] = []
    var part: WritingPart?
    var narrow: (place: Place, marks: [String])?
    func closePart() {
      guard let (place, marks) = narrow else { return }
      var kinds: [String] = []
      for mark in marks where !kinds.contains(mark) { kinds.append(mark) }
      let quoted = kinds.map { "“\($0)”" }.joined()
      findings.append(Finding(at: [place], "中文里用了半角标点，共 \(marks.count) 处：\(quoted)。", derivation: "\(marks.count)"))
      narrow = nil
    }
    for (index, text) in texts.enumerated() {
      let writing = dossier.writings[index]
      if part != writing.part { closePart() }
      part = writing.part
      findings += text.slips.map { slip in
        Finding(at: [writing.place(slip.range)], slip.said(in: writing), derivation: writing.quote(slip.range))
      }
      if let end = text.openEnd,
        texts[(index + 1)...].first.map({ dossier.writings[index + 1].part != part || $0.isNumbered }) ?? true
      {
        findings.append(
          Finding(at: [writing.place(end)], "这一段以“\(writing.quote(end))”结束，请核对是否写完。", derivation: writing.quote(end)))
      }
      guard let first = text.narrow.first else { continue }
      narrow = (narrow?.place ?? writing.place(first), (narrow?.marks ?? []) + text.narrow.map(writing.quote))
    }
    closePart()
    return Verdict(findings)
  }
}

extension Writing {
  /// The report, annex or sheet that it belongs to.
  fileprivate var part: WritingPart {
    switch origin {
    case .passage(let passage): .annex(passage.annex, of: passage.place.section?.sheet)
    case .cell(let cell): .sheet(cell.address.sheet)
    case .trace(let trace): .trace(trace.part)
    }
  }
}

/// A part of a file or of a filing whose writings are told of together.
private enum WritingPart: Hashable {
  case annex(Int, of: String?)
  case sheet(String)
  case trace(String)
}
