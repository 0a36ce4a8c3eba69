import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d11CountAndList = AuditRule(
    RuleCard(
      "D11", "数目与列举不符", severity: .info,
      why: "写了几个就应列出几个；数目与列举不符，多半是机构或事项变动后只改了一处。",
      remedy: "核对后补上漏列的，或改正数目；没有列全的加“等”。",
      sources: [.reportOutline("部门基本情况：机构设置")]
    ),
    method: """
      看“几个……，分别是（即）：甲、乙、丙”“几个：甲、乙、丙”“几个（甲、乙、丙）”，以及前一段写了“某某几个”、下一段写“某某分别是：”的；列举带编号的按编号数。\
      列举里有“等”、有其他数字的不看；“甲、乙、丙等几家”列出的多于数目才报；没有“等”的“甲、乙、丙几个”至少列三个、只差一个才报。\
      “存在三方面问题：一是……；二是……”一类，与同一段里列出的个数比。名称里的“和”“及”两种数法都算对；引号里的“三个一”是名称，不是数目。\
      “几个项目纳入自评……见下表”的，与唯一的项目得分表的行数比。正文写“三级指标几个”的，与自评表中三级指标的条数比（算上预算执行率、不涉及的行或不算都可以，几张表的与任何一张或合计相同即可）。
      """,
    examples: [
      .passes(.prose("内设机构3个，分别是：办公室、人事股、计划财务股。", "走访企业5家（甲厂、乙厂等）。")),
      .passes(.prose("年末内设股室4个，所属事业单位1个。", "内设股室分别是：办公室、电商股、市场体系建设股、行业管理股。", "帮助甲厂、乙厂等5家企业申报。")),
      .fails(
        .prose("内设机构⟦4个⟧股室，分别是：⟦办公室、人事股、计划财务股⟧。"), .at("⟦4个⟧", "写的是 4个，列出 3 个，请核对。")),
      .fails(
        .prose("年末内设股室⟦4个⟧，所属事业单位1个。", "内设股室分别是：⟦办公室、电商股、市场股、行业股、人事股⟧。"),
        .at("⟦4个⟧", "写的是 4个，列出 5 个，请核对。")),
      .fails(.prose("⟦帮助甲厂、乙厂、丙厂、丁厂⟧等⟦3家⟧企业申报。"), .at("⟦3家⟧", "写的是 3家，列出 4 个，请核对。")),
      .passes(.prose("核定9个内设机构，分别是：1、办公室；2、外经股；3、市场股；4、流通股；5、秩序股；6、电商股；7、投资股；8、财务股；9、人事股。")),
      .fails(
        .prose("内设机构⟦5个⟧，分别是⟦办公室、市场股、电商股、外经股⟧；所属二级机构1个。"), .at("⟦5个⟧", "写的是 5个，列出 4 个，请核对。")),
      .fails(
        .prose("内设机构⟦5个⟧，即⟦办公室、人事股、造林股、防火股⟧。"), .at("⟦5个⟧", "写的是 5个，列出 4 个，请核对。")),
      .fails(
        .prose("所属单位⟦4个⟧：⟦林科所、国有林场、防火中心⟧。"), .at("⟦4个⟧", "写的是 4个，列出 3 个，请核对。")),
      .passes(.prose("所属单位3个：林科所、国有林场、防火中心。", "项目涉及南坡镇、北溪镇、石桥镇3个镇。", "完成公厕、道路、路灯、绿化改造12个。")),
      .passes(.prose("安排“三个一”费用：建档、培训、走访、宣传。", "经自愿申请、现场调查确认甲厂、乙厂2家为示范企业。")),
      .passes(
        .prose(
          "共设一级指标3个、三级指标3个。", "三级指标中完成1个。",
          and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "social | 带动就业 | ≥60人 | 71人 | 30 | 30 |"))),
      .fails(
        .prose(
          "共设置一级指标3个、三级指标⟦20个⟧。",
          and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "social | 带动就业 | ≥60人 | 71人 | 30 | 30 |")),
        .at("⟦20个⟧", "写的是三级指标 20个，自评表有 2 条，请核对。")),
      .fails(
        .prose(
          "一、总体情况", "共有⟦6个⟧项目纳入绩效自评，结果见下表。", "序号 | 项目名称 | 得分", "⟦1⟧ | 展会服务 | 96.5", "2 | 企业走访 | 92", "⟦3⟧ | 招商推介 | 95"),
        .at("⟦6个⟧", "写的是 6个项目，表中列有 3 个，请核对。")),
      .passes(.prose("存在两方面问题：一是进度慢；二是管护弱。", "上年三个问题已整改。一是完善制度；二是加强培训。")),
      .fails(
        .prose("主要存在⟦三方面问题⟧：一是进度慢；二是管护弱。"), .at("⟦三方面问题⟧", "写的是 三方面问题，后面列出 2 个，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    let passages = dossier.statements.passages
    return Verdict(
      passages.indices.flatMap { index -> [Finding] in
        let passage = passages[index]
        return passage.counts.compactMap { count in
          let list =
            passage.list(behind: count.figure) ?? passage.list(leading: count.figure)
            ?? (index + 1..<min(index + 3, passages.count)).lazy.compactMap { passages[$0].list(of: count.name) }.first
          guard let list, !list.allows(count.number) else { return nil }
          return Finding(
            at: [.text(passage.passage.place(count.figure.range)), .text(list.place)],
            "写的是 \(passage.quote(count.figure))，列出 \(list.least) 个，请核对。", derivation: "\(count.number) ≠ \(list.least)")
        }
      } + dossier.wrongLevelCounts + dossier.wrongProjectCounts + dossier.found(in: CountedSeries.finder))
  }
}

/// How many projects were evaluated, told above a table of them.
private struct ProjectCount {
  let passage: PassageReading
  let figure: WrittenFigure
  let count: Int

  static let finder = PassageFinder(in: [.prose, .figure], holding: ["自评"]) { read -> [ProjectCount] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["下表", "如下"]) else { return [] }
    return passage.figures.compactMap { figure in
      guard case .count(.number(let number), let unit) = figure.kind, unit.begins(with: "个"), let count = number.whole,
        !figure.isApproximate, figure.bound == nil
      else { return nil }
      let clause = passage.clause(at: figure.range.lowerBound)
      let behind = String(unit.dropFirst()) + passage.text(clause.rest(behind: figure.range)).withoutBlanks
      let before = passage.text(passage.words(before: figure)).withoutBlanks
      guard behind.begins(with: "项目"), behind.holds(anyOf: ["自评", "评价"]),
        behind.holds(anyOf: ["纳入", "开展", "进行", "参加"]), !before.holds(anyOf: ["其中", "其余", "另"])
      else { return nil }
      return ProjectCount(passage: passage, figure: figure, count: count)
    }
  }
}

extension Dossier {
  /// Another number of projects than the one table of them has.
  fileprivate var wrongProjectCounts: [Finding] {
    let told = found(in: ProjectCount.finder)
    guard !told.isEmpty else { return [] }
    let listed = allTables.filter { table in
      let captions = table.table.prefix(2).joined()
      return captions.contains { $0.text.bare == "项目名称" } && captions.contains { $0.text.holds("得分") }
    }
    guard listed.count == 1, let table = listed.first else { return [] }
    let rows = table.rows.filter { row in !row.isTotal && row.numbers.contains { $0 != nil } }
    guard rows.count >= 2 else { return [] }
    return told.filter { $0.count != rows.count }.map { told in
      let quoted = told.passage.quote(told.figure)
      return Finding(
        at: [.text(told.passage.passage.place(told.figure.range))]
          + [rows.first, rows.last].compactMap { $0?.cells.first { !$0.isEmpty } }.map {
            .text(TextPlace(.file, $0.place))
          },
        "写的是 \(quoted)项目，表中列有 \(rows.count) 个，请核对。", derivation: "\(told.count) ≠ \(rows.count)")
    }
  }
}

/// Names one after another.
private struct NameList {
  let place: TextPlace
  /// Counted by its marks alone, and with every 和 and 及.
  let least: Int
  let most: Int
  let kind: Kind

  enum Kind {
    case whole
    /// 等 follows: some are left out.
    case open
    /// Whether the count is of the names cannot be told: only one too few or too many is likely a slip.
    case loose
  }

  func allows(_ count: Int) -> Bool {
    switch kind {
    case .whole: (least...most).contains(count)
    case .open: least <= count
    case .loose: least < 3 || ![least - 1, most + 1].contains(count)
    }
  }
}

extension PassageReading {
  fileprivate typealias Count = (figure: WrittenFigure, number: Int, name: String)

  /// The exact counts of things up to 99.
  fileprivate var counts: [Count] {
    passage.figures.compactMap { figure in
      guard case .count(.number(let number), _) = figure.kind, !figure.isApproximate, figure.bound == nil,
        let whole = number.whole, (1..<100).contains(whole),
        figure.range.lowerBound == 0 || !["“", "‘", "「"].contains(scalars[figure.range.lowerBound - 1])
      else { return nil }
      let words = words(before: figure)
      let start =
        marks(in: words).last { $0.range.upperBound <= words.upperBound }?.range.upperBound ?? words.lowerBound
      return (figure, whole, text(start..<words.upperBound).bare)
    }
  }

  /// Behind 分别是 or in a bracket right behind the count.
  fileprivate func list(behind figure: WrittenFigure) -> NameList? {
    let start = figure.range.upperBound
    let limit = min(scalars.count, start + 14)
    let sentence = sentence(at: figure.range.lowerBound)
    let open = bracket(behind: start)
    if let open, let end = scalars[open...].firstIndex(of: ")") { return names(in: open + 1..<end) }
    let lead = marks(in: start..<limit).first { $0.cue == .allParts }?.range ?? self.lead(in: start..<limit)
    guard let lead, lead.lowerBound < sentence.upperBound, figures(in: start..<lead.lowerBound).isEmpty else {
      return nil
    }
    return names(in: lead.upperBound..<listEnd(from: lead.upperBound, in: sentence))
  }

  /// A bracket right behind a count, or behind the short name of what is counted: 11个县市(….
  private func bracket(behind start: Int) -> Int? {
    guard let open = scalars[start..<min(scalars.count, start + 9)].firstIndex(of: "("), open + 1 < scalars.count,
      scalars[start..<open].allSatisfy(\.isIdeograph),
      open == start || !["含", "如", "其", "除", "不"].contains(scalars[open + 1])
    else { return nil }
    return open
  }

  /// ，即 or a colon.
  private func lead(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if scalars[index] == ":" { return index..<index + 1 }
      if scalars[index] == "即", index > 0, [",", "("].contains(scalars[index - 1]) { return index..<index + 1 }
      if ["。", "!", "?", "\n", ";"].contains(scalars[index]) { return nil }
    }
    return nil
  }

  /// What follows a semicolon is another list, unless items are numbered.
  private func listEnd(from start: Int, in sentence: Range<Int>) -> Int {
    let rest = scalars[start..<sentence.upperBound]
    let first = rest.first { $0 != ":" && !$0.isBlank }
    if let first, ("0"..."9").contains(first) { return sentence.upperBound }
    return rest.firstIndex(of: ";") ?? sentence.upperBound
  }

  /// At the beginning of a paragraph, behind the same name and 分别是.
  fileprivate func list(of name: String) -> NameList? {
    guard name.unicodeScalars.count >= 3, let words = marks.first(where: { $0.cue == .allParts }),
      words.range.lowerBound <= 20, text(0..<words.range.lowerBound).bare.ends(with: name)
    else { return nil }
    let sentence = sentence(at: words.range.lowerBound)
    return names(in: words.range.upperBound..<listEnd(from: words.range.upperBound, in: sentence))
  }

  private static let choosing: WordFinder = ["确认", "选定", "筛选", "遴选", "评选出", "确定"]

  /// 甲、乙、丙等 before the count: only too many can be told; without 等 one too few as well.
  fileprivate func list(leading figure: WrittenFigure) -> NameList? {
    let end = figure.range.lowerBound
    guard end > 1 else { return nil }
    let isOpen = scalars[end - 1] == "等"
    // Where a figure stands among the names there is no list.
    let floor = self.figure(before: end)?.range.lowerBound ?? 0
    var start = end - 1
    while start > floor, !scalars[start - 1].endsName || scalars[start - 1] == "、" { start -= 1 }
    // 经自愿申请、现场调查确认甲、乙两家: how they were chosen stands before them.
    start = Self.choosing.matches(in: scalars, start..<end).last?.range.upperBound ?? start
    let clause = start..<(isOpen ? end - 1 : end)
    guard figures(in: clause).isEmpty, let first = scalars[clause].firstIndex(of: "、") else { return nil }
    // The verb before the first name cannot be told from it: the list shows from there on.
    let name = names(in: clause, isOpen ? .open : .loose)
    return first > clause.lowerBound ? name : nil
  }

  private func names(in range: Range<Int>, _ kind: NameList.Kind = .whole) -> NameList? {
    var range = range
    while let first = range.first, scalars[first] == ":" || scalars[first].isSpace {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, scalars[last] == "。" || scalars[last].isSpace || scalars[last] == ";" {
      range = range.lowerBound..<last
    }
    let plain = outsideBrackets(range)
    guard !plain.isEmpty, kind == .open || !plain.contains("等") else { return nil }
    if let numbered = numbered(plain) {
      return NameList(place: passage.place(range), least: numbered, most: numbered, kind: kind)
    }
    guard figures(in: range).isEmpty, !plain.contains(where: { [",", ";", ":", "。"].contains($0) }) else { return nil }
    let names = plain.split(separator: "、", omittingEmptySubsequences: true)
    // 县（市、区） names kinds, not places.
    guard names.count >= 2, names.allSatisfy({ (2...30).contains($0.count) }) else { return nil }
    // 甲、乙和丙 has its link before the last name; 安全生产与监督检查股 is one name, which ends as the others do.
    let links = names.enumerated().reduce(0) { count, name in
      let (index, scalars) = name
      let ends = Set(names.indices.filter { $0 != index }.compactMap { names[$0].last })
      return count
        + scalars.indices.count { place in
          ["和", "及", "与"].contains(scalars[place]) && place > scalars.startIndex
            && (index == names.count - 1 || ends.contains(scalars[place - 1]))
        }
    }
    return NameList(place: passage.place(range), least: names.count, most: names.count + links, kind: kind)
  }

  private func outsideBrackets(_ range: Range<Int>) -> [Unicode.Scalar] {
    var depth = 0
    return scalars[range].filter { scalar in
      if scalar == "(" { depth += 1 }
      defer { if scalar == ")" { depth -= 1 } }
      return depth == 0
    }
  }

  /// 1、…；2、…: the last number, when they run on from 1.
  private func numbered(_ scalars: [Unicode.Scalar]) -> Int? {
    var last = 0
    for index in scalars.indices.dropLast() where ["、", "."].contains(scalars[index + 1]) {
      guard let digit = scalars[index].digit, index == 0 || !scalars[index - 1].isLetterOrDigit else {
        if index > 0, let tens = scalars[index - 1].digit, let ones = scalars[index].digit, tens * 10 + ones == last + 1
        {
          last += 1
        }
        continue
      }
      guard digit == last + 1 else { return nil }
      last = digit
    }
    return last >= 2 ? last : nil
  }
}

extension Unicode.Scalar {
  fileprivate var endsName: Bool { [",", ";", ":", "。", "(", ")", "、", "\n"].contains(self) }
  fileprivate var isSpace: Bool { self == " " || self == "\u{3000}" || self == "\u{A0}" }
  fileprivate var digit: Int? { ("0"..."9").contains(self) ? Int(value) - 48 : nil }
  fileprivate var isLetterOrDigit: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
