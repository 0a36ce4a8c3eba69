import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let e11ReportOfAnotherUnit = AuditRule(
    RuleCard(
      "E11", "报告与其他单位雷同", severity: .warning,
      why: "两个单位做的事不同，报告却大段相同，至少有一份不是自己写的。",
      remedy: "按本单位的实际改写；由同一机构代写的，分别核实后再报。",
      sources: [.customary("自评报告互相抄袭、委托代写"), .reportOutline("各节正文")]
    ),
    method: """
      把正文切成连续八个字的小段，按散列值抽取四分之一，与一起检查的其他单位的报告比对，80% 以上见于同一份报告即报告，相同最多的列在最前。\
      标题、表格、数字、标点、法规名称、单位名称和提纲的起始文字不比；四个以上、且超过五分之一的单位都有的小段视为通用文字，也不比。\
      抽取的小段少于 60 个（约 240 字）的不查。
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
      .cannotLook(ExampleTexts.report(ExampleTexts.commerce)),
    ]
  ) { dossier, companions in
    let unit = dossier.filing.unit.name.folded
    guard !unit.isEmpty else { return .notCheckable(missing: ["单位名称"]) }
    guard let peers = companions.peers, peers.hasOthers(than: unit) else {
      return .notCheckable(missing: ["其他单位的报告"])
    }
    let text = ComparedText(dossier)
    guard peers.countOfOwn(text) >= 60 else { return .notCheckable(missing: ["足够长的报告正文"]) }
    let copies = peers.copies(of: text, by: unit, over: 80)
    guard let first = copies.first else { return .pass }
    let others = copies.dropFirst().prefix(3).map { "\($0.report.file) 相同 \($0.text.percent)%" }
    let more = others.isEmpty ? "" : "另与 \(others.joined(separator: "、"))，"
    return .fail([
      Finding(
        at: first.text.longestPlaces(),
        "报告正文有 \(first.text.percent)% 与 \(first.report.file) 相同，\(more)请按本单位实际改写。",
        derivation: "\(first.text.percent)% > 80%")
    ])
  }
}
