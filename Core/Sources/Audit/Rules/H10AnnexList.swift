import Reading
import Rules
import Text

extension AuditRule {
  static let h10AnnexList = AuditRule(
    RuleCard(
      "H10", "附件清单与附件不一致", severity: .warning,
      why: "清单列了而文中没有，或者编号对不上，读者找不到附件，“详见附件”也指错了地方。",
      remedy: "补上缺少的附件，或改正清单、正文引用和附件的编号。",
      sources: [.reportOutline("附件清单"), .customary("附件清单与所附附件的名称、顺序一致")]
    ),
    method:
      "正文末尾“附件：”列出的每一项，按名称在文中找附件：找不到即报告，编号不同的合在一起报一次，连同正文中“附件几”的引用；文中的附件不在任何清单里的也报告。文中一个附件也没有的（附件另存文件）不查；“详见附件几”的号数比唯一的清单列的还大、文中也没有这个附件的，都报告。没有清单而附件的号数跳过的，作为提示。",
    examples: [
      .passes(
        .prose("一、概况", "详见附件2。", "附件：1.基础数据表", "2.绩效自评表", "附件1", "2024年度示例县商务局基础数据表", "附件2", "2024年度绩效自评表")),
      .passes(.prose("附件：1.基础数据表 2.绩效自评表", "附件1", "基础数据表", "附件2：", "部门整体支出绩效自评表")),
      .fails(
        .prose("一、概况", "附件：1.基础数据表；2.⟦项目支出绩效自评表⟧", "附件1", "2024年度基础数据表"),
        .at("⟦项目支出绩效自评表⟧", "附件清单列有“项目支出绩效自评表”，文中没有。")),
      .passes(
        .prose(
          "附件：1.项目支出绩效自评表（冷链物流专项资金）", "2.项目支出绩效自评表（展会补贴资金）", "附件1", "项目支出绩效自评表", "附件2", "项目支出绩效自评表")),
      .fails(
        .prose("附件：1.项目支出绩效自评表（冷链物流专项资金）", "2.⟦项目支出绩效自评表（展会补贴资金）⟧", "附件1", "项目支出绩效自评表"),
        .at("⟦项目支出绩效自评表（展会补贴资金）⟧", "附件清单列有“项目支出绩效自评表（展会补贴资金）”，文中没有。")),
      .fails(
        .prose("评分见⟦附件2⟧。", "附件：1.⟦基础数据表⟧", "2.⟦绩效自评表⟧", "⟦附件1-1⟧", "基础数据表", "⟦附件1-2⟧", "绩效自评表"),
        .at("⟦基础数据表⟧", "附件清单的编号与文中不同：“基础数据表”清单为 1，文中为附件1-1；“绩效自评表”清单为 2，文中为附件1-2。")),
      .fails(
        .prose("附件：1.基础数据表", "附件1", "基础数据表", "附件2", "⟦系统操作流程⟧", "打开网页。"),
        .at("⟦系统操作流程⟧", "附件2“系统操作流程”不在附件清单中。")),
      .fails(
        .prose("十、其他", "附件：", "1.基础数据表", "2.⟦绩效自评表⟧", "附件1", "2024年度基础数据表", "⟦附件3⟧", "2024年度绩效自评表"),
        .at("⟦绩效自评表⟧", "附件清单的编号与文中不同：“绩效自评表”清单为 2，文中为附件3。")),
      .fails(
        .prose("评分依据详见⟦附件3⟧，数据见附件1。", "附件：1.基础数据表", "2.绩效自评表"),
        .at("⟦附件3⟧", "正文引用“附件3”，附件清单只列到 2。")),
      .cannotLook(.prose("按通知附件3的要求，数据见附件1。", "附件：1.基础数据表", "2.绩效自评表")),
      .fails(
        .prose("一、概况", "略。", "⟦附件1⟧", "2024年度绩效自评表", "⟦附件3⟧", "佐证材料"),
        .at("⟦附件3⟧", "附件从 1 跳到 3，请核对是否漏了附件。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let annexes = dossier.narrative.annexes
    let lists = dossier.narrative.annexLists
    let lost = dossier.narrative.referencesToNothing(lists, annexes)
    guard !annexes.isEmpty else { return lost.isEmpty ? .notCheckable(missing: ["附件"]) : Verdict(lost) }
    let skipped = skippedNumbers(of: annexes)
    guard !lists.isEmpty else { return skipped.isEmpty ? .notCheckable(missing: ["附件清单"]) : Verdict(skipped) }
    let unlisted = annexes.filter { annex in !lists.joined().contains { annex.isNamed($0.name) } }
    return Verdict(
      lists.flatMap { findings(of: $0, annexes, in: dossier.narrative) } + unlisted.compactMap(\.unlisted) + lost)
  }

  /// 附件3 right behind 附件1; the other may have been handed in by itself.
  private static func skippedNumbers(of annexes: [Annex]) -> [Finding] {
    let numbers = annexes.compactMap { annex in Int(annex.number).map { ($0, annex) } }
    return zip(numbers, numbers.dropFirst()).compactMap { first, second in
      guard first.0 >= 1, second.0 > first.0 + 1, second.0 <= first.0 + 3,
        !numbers.contains(where: { $0.0 == first.0 + 1 })
      else { return nil }
      return Finding(
        at: [.text(second.1.mark), .text(first.1.mark)], "附件从 \(first.0) 跳到 \(second.0)，请核对是否漏了附件。",
        derivation: "\(first.0) → \(second.0)", severity: .info)
    }
  }

  /// What one list says differently from the document.
  private static func findings(of items: [AnnexItem], _ annexes: [Annex], in narrative: Narrative) -> [Finding] {
    let found = matched(items, annexes)
    let missing = found.filter { $0.annex == nil }.map { pair in
      Finding(
        at: pair.item.place, message: "附件清单列有“\(pair.item.name)”，文中没有。", derivation: pair.item.name)
    }
    let misnumbered = found.compactMap { pair in
      pair.annex.flatMap { annex in
        annex.number.isEmpty || annex.number == String(pair.item.number) ? nil : (pair.item, annex)
      }
    }
    if misnumbered.isEmpty { return missing }
    return missing + misnumbered.finding(references: narrative.references(to: misnumbered.map(\.0.number)))
  }
}

extension AuditRule {
  /// The annex of each item: of several by that name the one of its number, then the first that no other item has.
  private static func matched(_ items: [AnnexItem], _ annexes: [Annex]) -> [(item: AnnexItem, annex: Annex?)] {
    var free = annexes
    return items.map { item in
      let named = free.indices.filter { free[$0].isNamed(item.name) }
      if let index = named.first(where: { free[$0].number == String(item.number) }) ?? named.first {
        return (item, free.remove(at: index))
      }
      // One annex may hold what several items say, but not the tables of several projects.
      return (item, item.name.isQualified ? nil : annexes.first { $0.isNamed(item.name) })
    }
  }
}

extension [(AnnexItem, Annex)] {
  fileprivate func finding(references: [TextPlace]) -> [Finding] {
    let words = map { "“\($0.0.name)”清单为 \($0.0.number)，文中为附件\($0.1.number)" }.joined(separator: "；")
    let places = map(\.0.place) + map(\.1.mark) + references
    return [Finding(at: places.map { .text($0) }, "附件清单的编号与文中不同：\(words)。", derivation: words)]
  }
}

extension Annex {
  /// Every annex that has a name should stand in a list.
  fileprivate var unlisted: Finding? {
    guard let place, (4...60).contains(title.unicodeScalars.count) else { return nil }
    return Finding(at: place, message: "附件\(number)“\(title)”不在附件清单中。", derivation: title)
  }

  /// Its title holds the name in the list, or says less of it.
  fileprivate func isNamed(_ name: String) -> Bool {
    let (mine, theirs) = (title.folded, name.unqualified.folded)
    return !mine.isEmpty && !theirs.isEmpty && (mine.holds(theirs) || theirs.holds(mine) && mine.count >= 4)
  }
}

extension String {
  /// What it names without which one: 项目支出绩效自评表（冷链物流专项资金）.
  fileprivate var unqualified: String {
    let bare = self.bare
    guard bare.last.map({ "）)".contains($0) }) ?? false, let open = bare.lastIndex(where: { "（(".contains($0) }),
      open > bare.startIndex
    else { return bare }
    return String(bare[..<open])
  }
  fileprivate var isQualified: Bool { unqualified != bare }
}

extension Narrative {
  /// 详见附件3 where the one list of annexes ends before that and the document has none of that number.
  fileprivate func referencesToNothing(_ lists: [[AnnexItem]], _ annexes: [Annex]) -> [Finding] {
    guard lists.count == 1, let last = lists[0].map(\.number).max(), lists[0].count > 1 else { return [] }
    return passages.filter { $0.role != .annexMark && $0.annex == 0 && $0.text.holds("见附件") }.flatMap { passage in
      let scalars = Array(passage.text.unicodeScalars)
      return scalars.indices.dropLast(3).compactMap { index -> Finding? in
        guard scalars[index] == "见", scalars[index + 1] == "附", scalars[index + 2] == "件" else { return nil }
        let digits = scalars[(index + 3)...].prefix { ("0"..."9").contains($0) }
        guard let number = Int(String(String.UnicodeScalarView(digits))), number > last,
          !annexes.contains(where: { $0.number.begins(with: "\(number)") })
        else { return nil }
        let place = passage.place(index + 1..<index + 3 + digits.count)
        return Finding(
          at: place, message: "正文引用“附件\(number)”，附件清单只列到 \(last)。", derivation: "\(number) > \(last)")
      }
    }
  }

  /// Where the text refers to annexes of these numbers: 详见附件2.
  fileprivate func references(to numbers: [Int]) -> [TextPlace] {
    passages.filter { $0.role != .annexMark && $0.text.holds("附件") }.flatMap { passage -> [TextPlace] in
      let scalars = Array(passage.text.unicodeScalars)
      return scalars.indices.dropLast(2).compactMap { index in
        guard scalars[index] == "附", scalars[index + 1] == "件" else { return nil }
        let digits = scalars[(index + 2)...].prefix { ("0"..."9").contains($0) }
        guard let number = Int(String(String.UnicodeScalarView(digits))), numbers.contains(number),
          index + 2 + digits.count >= scalars.count || scalars[index + 2 + digits.count] != "-"
        else { return nil }
        return passage.place(index..<index + 2 + digits.count)
      }
    }
  }
}
