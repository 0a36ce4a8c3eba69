import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t12SelfNames = AuditRule(
    RuleCard(
      "T12", "“部门”与“单位”混用", severity: .info,
      why: "“本部门”包括所属单位，“本单位”只指自己；混着用，读的人不知道数字包不包括所属单位。",
      remedy: "全文统一：只有本级的写“本单位”，含所属单位的写“本部门”。",
      sources: [.reportOutline("各节的主语")]
    ),
    method: "正文（不含附件）里既自称“本部门”“我部门”，又自称“本单位”“我单位”，即报告，各指出第一处。引用的附件、表格不查，“本部门及所属单位”不算混用。",
    examples: [
      .passes(.prose("本部门及所属单位2024年支出80万元，本部门内设股室四个。")),
      .passes(.prose("本单位2024年支出80万元，我单位无此项支出。各部门、各单位均已公开。")),
      .fails(
        .prose("2024年⟦我部门⟧对整体支出实施了自评。", "⟦本单位⟧2024年无国有资本经营预算支出。"),
        .at("⟦我部门⟧", "既自称“我部门”，又自称“本单位”，建议统一。")),
      .fails(
        .prose("⟦本单位⟧厉行节约，2024年⟦本部门⟧支出80万元。本部门内设股室四个。"),
        .at("⟦本单位⟧", "既自称“本单位”，又自称“本部门”，建议统一。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let texts = dossier.writings.filter { $0.passage != nil && $0.isMainText }
    guard !texts.isEmpty else { return .noText }
    var first: [Bool: (writing: Writing, range: Range<Int>)] = [:]
    for writing in texts where first.count < 2 {
      guard !bothSelfNames.occurs(in: writing.scalars) else { continue }
      for name in selfNames.matches(in: writing.scalars) where first[name.word < 2] == nil {
        first[name.word < 2] = (writing, name.range)
      }
    }
    guard let department = first[true], let unit = first[false] else { return .pass }
    let isUnitFirst =
      unit.writing.place(unit.range).start < department.writing.place(department.range).start
    let (earlier, later) = isUnitFirst ? (unit, department) : (department, unit)
    let quotes = [earlier, later].map { $0.writing.quote($0.range) }
    return .fail([
      Finding(
        at: [earlier, later].map { $0.writing.place($0.range) }, "既自称“\(quotes[0])”，又自称“\(quotes[1])”，建议统一。",
        derivation: quotes.joined(separator: ", "))
    ])
  }

  private static let selfNames: WordFinder = ["本部门", "我部门", "本单位", "我单位"]
  private static let bothSelfNames: WordFinder = ["本部门、本单位", "本部门(单位)", "本单位(部门)", "本部门本单位"]
}

extension Place {
  /// Where a stretch of text begins.
  fileprivate var start: Int { if case .text(let place) = self { place.range.lowerBound } else { 0 } }
}
