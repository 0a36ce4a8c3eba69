import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let d24HeadInProse = AuditRule(
    RuleCard(
      "D24", "单位名称、负责人前后不一", severity: .info,
      why: "单位更名、领导调整后，报告往往只改一处；落款、表尾和正文不是同一个单位或同一位负责人，读者不知道该找谁。",
      remedy: "按现在的单位全称和负责人统一；年度中有变动的，写明变动时间。",
      sources: [.reportOutline("标题、落款"), .projectSheet("表尾：单位负责人签字")]
    ),
    method: """
      落款（最后的单位名称，独占一行、下一行是日期）和标题下括号里的单位名称，与本单位名称比较，省略开头地区名的算同名，看不出是哪个单位的与正文写的单位比；\
      正文写本单位“某某局长（主任等）”的，与表尾“单位负责人”比较。副职、上级和其他单位的负责人、只写姓氏的不看；姓名相同或表尾空白的不报。
      """,
    examples: [
      .passes(
        .prose(
          "2024年度示例县商务局部门整体支出绩效自评报告", "由钱一局长任组长，副局长周三任副组长，县财政局李四局长到会指导。", "示例县商务局", "2025年3月18日",
          "填表人：郑五    填报日期：2025年3月    单位负责人签字：钱一")),
      .passes(.prose("项目绩效自评报告", "（县商务局）", "全年工作稳步推进。", "县商务局", "2025年3月")),
      .fails(
        .prose("全年工作稳步推进。", "⟦示例县商务和粮食局⟧", "2025年3月18日"),
        .at("⟦示例县商务和粮食局⟧", "落款单位“示例县商务和粮食局”，与本单位“示例县商务局”不一致。")),
      .fails(
        .prose("成立了以⟦钱一⟧局长为组长的领导小组。", "填表人：郑五    单位负责人签字：⟦吴四⟧"),
        .at("⟦钱一⟧", "正文称“钱一”局长，表尾单位负责人为“吴四”。")),
      .cannotLook(.prose("成立了以钱一局长为组长的领导小组。")),
    ]
  ) { dossier in
    let heads = dossier.heads
    let names = heads.isEmpty ? [] : dossier.namedHeads.map { dossier.look(at: $0, beside: heads) }
    // Whose report it is was guessed from a place, or not at all: what the text names is what can be compared.
    let isGuessed = dossier.filing.unit.name.isBlank || OtherPlace.isPlace(dossier.filing.unit.name.bare)
    let signatures = dossier.signatures.compactMap { isGuessed ? dossier.lookByText(at: $0) : dossier.look(at: $0) }
    return Verdict(over: signatures + names, missing: "落款，或正文和表尾的负责人") { $0 }
  }
}

extension Dossier {
  fileprivate typealias Head = (name: String, place: Place)
  private static let headLabels: WordFinder = ["单位负责人", "部门负责人", "主要负责人"]
  private static let headPosts: WordFinder = ["局长", "主任", "院长", "校长", "站长", "部长", "主席"]

  /// Who signs the forms: names alone, in cells and behind 单位负责人 in prose.
  fileprivate var heads: [Head] {
    let cells = sheets.flatMap { sheet -> [Head] in
      sheet.form.footer.filter { $0.caption.holds("负责人") }.compactMap { field in
        let cell = sheet.address("footer", field.column)
        let name = calculation.text(at: cell).folded
        return (2...4).contains(name.unicodeScalars.count) ? (name, .cell(cell)) : nil
      }
    }
    let lines = writings.filter { $0.passage != nil && Self.headLabels.occurs(in: $0.scalars) }.flatMap {
      writing -> [Head] in
      PersonName.labelled(in: writing).compactMap { name in
        guard writing.hasBefore(name.lowerBound, within: 12, Self.headLabels) else { return nil }
        return (writing.quote(name).folded, writing.place(name))
      }
    }
    return cells + lines
  }

  fileprivate typealias NamedHead = (writing: Writing, name: Range<Int>, post: String)

  /// Names right before a head's post, at the beginning of a clause or behind 以, 由 and the like.
  fileprivate var namedHeads: [NamedHead] {
    let leads: Set<Unicode.Scalar> = ["以", "由", "经", "，", ",", "。", "；", ";", "、", "是", "：", ":"]
    return writings.filter(\.isMainText).flatMap { writing -> [NamedHead] in
      Self.headPosts.matches(in: writing.scalars).compactMap { post in
        let low = max(0, post.range.lowerBound - 3)
        let name = (low..<post.range.lowerBound).lazy.compactMap { start -> Range<Int>? in
          let isLed = start == 0 || leads.contains(writing.scalars[start - 1])
          guard isLed else { return nil }
          return PersonName.candidates(at: start, in: writing).first { $0.upperBound == post.range.lowerBound }
        }.first
        return name.map { (writing, $0, writing.quote(post.range)) }
      }
    }
  }

  fileprivate func look(at head: NamedHead, beside heads: [Head]) -> Look {
    let name = head.writing.quote(head.name)
    guard !heads.contains(where: { $0.name == name.folded }), let signed = heads.first else { return .agrees }
    return .breaks(
      Finding(
        at: [head.writing.place(head.name), signed.place],
        "正文称“\(name)”\(head.post)，表尾单位负责人为“\(signed.name)”。", derivation: "\(name) ≠ \(signed.name)"))
  }

  /// A unit's name alone on a line above a date, or in brackets below the title.
  fileprivate var signatures: [(passage: Passage, name: String)] {
    let passages = narrative.passages.filter { $0.source == .file }
    return passages.indices.compactMap { index in
      let passage = passages[index]
      guard passage.role != .cell, passage.figures.isEmpty else { return nil }
      let text = passage.text.withoutBlanks
      let isBelowTitle = passage.role == .title && index > 0 && text.begins(with: "（") && text.ends(with: "）")
      let isAboveDate = index + 1 < passages.count && passages[index + 1].isDateAlone
      guard isBelowTitle || isAboveDate else { return nil }
      let name = text.folded
      guard (4...25).contains(name.unicodeScalars.count), name.namesUnit else { return nil }
      return (passage, isBelowTitle ? name : text)
    }
  }

  /// A signature beside the offices that the text names: one of the same place or of the same name, and none that is it.
  fileprivate func lookByText(at signature: (passage: Passage, name: String)) -> Look? {
    let mine = signature.name.folded
    let named = found(in: OtherPlace.named).filter { $0.writing.passage?.place != signature.passage.place }
    guard !named.isEmpty else { return nil }
    guard !named.contains(where: { $0.name.folded == mine || mine.ends(with: $0.name.folded) }) else { return .agrees }
    // 弥阳县水利局 below a text on 澜溪县水利局, 澜溪县水务局 below one on 澜溪县水利局.
    let other = named.first { named in
      let theirs = named.name.folded
      let isOfPlace =
        mine.begins(with: named.place) && mine.count == theirs.count
        && zip(mine, theirs).count { $0 != $1 } == 1
      return isOfPlace || mine.ends(with: named.office) && mine.count == theirs.count && named.office.count >= 3
    }
    guard let other else { return nil }
    return .breaks(
      Finding(
        at: [.text(signature.passage.place), other.writing.place(other.range)],
        "落款单位“\(signature.name)”，正文写的是“\(other.name)”，请核对。", derivation: "\(mine) ≠ \(other.name)"))
  }

  fileprivate func look(at signature: (passage: Passage, name: String)) -> Look {
    let (mine, own) = (signature.name.folded, filing.unit.name.folded)
    guard !mine.ends(with: own), !own.ends(with: mine) else { return .agrees }
    return .breaks(
      Finding(
        at: signature.passage.place, message: "落款单位“\(signature.name)”，与本单位“\(filing.unit.name)”不一致。",
        derivation: "\(mine) ≠ \(own)"))
  }
}

extension Passage {
  /// A date and nothing else: 2025年3月18日.
  fileprivate var isDateAlone: Bool {
    guard figures.count == 1, let figure = figures.first, case .date = figure.kind else { return false }
    return text.withoutBlanks.unicodeScalars.count <= 14
  }
}

extension String {
  /// Ends as the names of offices do.
  fileprivate var namesUnit: Bool {
    ["局", "委员会", "委", "办公室", "中心", "厅", "院", "馆", "站", "所", "会", "处", "政府", "联合社", "总社", "大队"].contains {
      ends(with: $0)
    }
  }
}
