import Evaluation
import Reading
import Rules

extension AuditRule {
  static let e11ReportOfAnotherUnit = AuditRule(
    RuleCard(
      "E11", "报告与其他单位雷同", severity: .warning,
      why: "两个单位做的事不同，报告却大段相同，至少有一份不是自己写的。",
      remedy: "按本单位的实际改写；由同一机构代写的，分别核实后再报。",
      sources: [.customary("自评报告互相抄袭、委托代写"), .reportOutline("各节正文")]
    ),
    method: """
      把正文逐句切成连续八个字的小段，与一起检查的其他单位同一年度的报告比对。超过 80% 见于同一份报告，其中整句相同的占七成以上，即报告，\
      相同最多的列在最前，指出最长的几处和对方报告中的位置；没有这么多，但有整段文字（60 个小段以上）连同两个以上的数字都相同的，只作提示。\
      标题、表格、标点、法规名称、单位名称、制度规定的文字和预算绩效的通用词语不比；四个以上、且超过五分之一的单位都有的小段视为通用文字，也不比。\
      可比的小段少于 240 个的不查。
      """,
    examples: [
      .passes(ExampleTexts.report(ExampleTexts.commerce).beside([ExampleTexts.report(ExampleTexts.water)])),
      .passes(
        ExampleTexts.report(ExampleTexts.commerce, ExampleTexts.water).beside(
          [ExampleTexts.report(ExampleTexts.commerce)])),
      .passes(
        ExampleTexts.report(ExampleTexts.commerce, ExampleTexts.water).beside(
          (0..<4).map { _ in ExampleTexts.report(ExampleTexts.commerce, ExampleTexts.problems) })),
      .fails(
        ExampleTexts.report(["一、工作情况"], ExampleTexts.marked(ExampleTexts.commerce)).beside([
          ExampleTexts.report(ExampleTexts.water), ExampleTexts.report(["二、主要工作"], ExampleTexts.commerce),
        ]),
        .at("⟦\(ExampleTexts.commerce[0])⟧", "报告正文有 100% 与 示例县林业局.docx 相同，请按本单位实际改写。")),
      .fails(
        ExampleTexts.report(
          ExampleTexts.marked(ExampleTexts.commerce), ExampleTexts.marked(ExampleTexts.water), ["一切工作都在稳步推进之中。"]
        ).beside([
          ExampleTexts.report(ExampleTexts.commerce, ["二、其他"], Array(ExampleTexts.water.dropLast())),
          ExampleTexts.report(ExampleTexts.water, ExampleTexts.commerce),
        ]),
        .at(
          "⟦\(ExampleTexts.commerce[0])⟧",
          "报告正文有 99% 与 示例县林业局.docx 相同，另与 示例县水利局.docx 相同 84%，请按本单位实际改写。")),
      .fails(
        ExampleTexts.report(ExampleTexts.commerce, ExampleTexts.marked([ExampleTexts.flood])).beside([
          ExampleTexts.report(ExampleTexts.school, [ExampleTexts.flood])
        ]),
        .at(
          "⟦\(ExampleTexts.flood)⟧", "有 1 段文字连同其中的数字（12.6、316、47）与 示例县水利局.docx 相同，请核对是否照抄。")),
      .cannotLook(ExampleTexts.report(ExampleTexts.commerce)),
    ]
  ) { dossier in
    let unit = PeerReport.key(of: dossier.filing.unit.name)
    guard !unit.isEmpty else { return .notCheckable(missing: ["单位名称"]) }
    guard let peers = dossier.companions.peers, peers.countOfOthers(than: unit, in: dossier.filing.year) > 0 else {
      return .notCheckable(missing: ["其他单位同一年度的报告"])
    }
    let text = ComparedText(dossier)
    guard peers.countOfOwn(text) >= ComparedText.leastOfReport else {
      return .notCheckable(missing: ["足够长的报告正文"])
    }
    let copies = peers.copies(of: text, by: unit, in: dossier.filing.year, atLeast: CopiedText.leastOfPassage)
    let whole = copies.filter { $0.text.percent > 80 && $0.text.isInWholeSentences }
    if let first = whole.first {
      let others = whole.dropFirst().map { "\($0.report.file) 相同 \($0.text.percent)%" }
      let more = others.isEmpty ? "" : "另与 \(others.joined(separator: "、"))，"
      return .fail([
        Finding(
          at: first.places(of: first.text.longest(ComparedText.shownPassages)),
          "报告正文有 \(first.text.percent)% 与 \(first.report.file) 相同，\(more)请按本单位实际改写。",
          derivation: "\(first.text.copied) / \(first.text.compared) = \(first.text.percent)% > 80%")
      ])
    }
    guard let part = copies.first(where: { !$0.text.tellingPassages.isEmpty }) else { return .pass }
    let passages = part.text.tellingPassages
    let figures = Set(passages.flatMap(\.figures)).sorted().prefix(3).joined(separator: "、")
    return .fail([
      Finding(
        at: part.places(of: Array(passages.prefix(ComparedText.shownPassages))),
        "有 \(passages.count) 段文字连同其中的数字（\(figures)）与 \(part.report.file) 相同，请核对是否照抄。",
        derivation: passages.map { "\($0.copied)" }.joined(separator: " + "), severity: .info)
    ])
  }
}

extension Peers.Copy {
  /// Where passages stand here and in the other report.
  fileprivate func places(of passages: [CopiedText.Passage]) -> [Place] {
    passages.map { .text($0.place) } + passages.compactMap { report.place(of: $0) }.map { .companion($0) }
  }
}

extension CopiedText {
  /// A passage of so many stretches is no chance.
  fileprivate static let leastOfPassage = 60
  /// Long passages in which two figures at least are the same too.
  fileprivate var tellingPassages: [Passage] {
    passages.filter { $0.copied >= Self.leastOfPassage && $0.figures.count >= 2 }
  }
  /// More than seven tenths of the text stand there sentence by sentence.
  fileprivate var isInWholeSentences: Bool { passages.reduce(0) { $0 + $1.copied } * 10 > compared * 7 }
}
