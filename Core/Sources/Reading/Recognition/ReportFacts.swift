import Text

/// What a report says of itself: its title, whose it is, and of which year.
struct ReportFacts {
  let title: String?
  let unit: String?
  let year: Int?

  init(_ narrative: Narrative, _ report: Report) {
    let cover = CoverFields(narrative.passages)
    let all = narrative.passages.filter { $0.role == .title && $0.annex == 0 && !cover.holds($0) }.map(\.text)
    // Other fields of a cover, 评价机构：某某; a title alone may stand behind a colon, 附件：某某报告.
    let bare = all.filter { $0.coverField == nil }
    let lines = (bare.contains { $0.contains("绩效") } ? bare : all).filter { !$0.isNoTitle }.withoutForm
    // A cover bears the title that stands above the text once more.
    let half = lines.count / 2
    let isTwice = half > 0 && lines.count.isMultiple(of: 2) && lines[..<half].elementsEqual(lines[half...])
    let joined = (isTwice ? Array(lines[..<half]) : lines).joined()
    title = joined.isEmpty ? nil : joined
    year = Self.year(narrative.passages.filter { !cover.isDate($0) }, report)
    unit = cover.unit ?? joined.unitInTitle ?? Self.unit(in: report)
  }

  /// The year that titles name most often; where they name none, the one that the prose names most often. A title that was
  /// left over from the year before is told by final accounts of the next year in a table, which the prose is about.
  private static func year(_ passages: [Passage], _ report: Report) -> Int? {
    func counts(_ passages: [Passage]) -> [Int: Int] {
      var counts: [Int: Int] = [:]
      for figure in passages.flatMap(\.figures) {
        if case .year(let year) = figure.kind, let number = year.number { counts[number, default: 0] += 1 }
      }
      return counts
    }
    func most(_ counts: [Int: Int]) -> Int? { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    guard let title = most(counts(passages.filter { $0.role == .title })) else { return most(counts(passages)) }
    let told = counts(passages.filter { $0.role != .title })
    let (own, next) = (told[title] ?? 0, told[title + 1] ?? 0)
    let isLeftOver = next >= 5 && next >= 2 * own && report.holdsFinalAccounts(of: title + 1)
    return isLeftOver ? title + 1 : title
  }

  /// Beside 单位名称 in a table.
  private static func unit(in report: Report) -> String? {
    for row in report.tables.flatMap(\.rows) {
      for (label, value) in zip(row, row.dropFirst()) where !value.isEmpty {
        if LabelKey.of(label.text).whole.isExactly(anyOf: ["单位名称", "部门名称", "部门单位名称", "项目单位"]) { return value.text }
      }
    }
    return nil
  }
}

extension Report {
  /// 2024年决算数 captions a column of one of its tables.
  fileprivate func holdsFinalAccounts(of year: Int) -> Bool {
    tables.contains { table in
      table.rows.joined().contains {
        $0.text.bare.begins(with: "\(year)年决算") || $0.text.bare.begins(with: "\(year)年度决算")
      }
    }
  }
}

extension [String] {
  /// Where no prose tells where a title ends, the words of a form seem to go on with it: then it ends with the line that
  /// names a report or a table.
  fileprivate var withoutForm: [String] {
    guard count > 6 || reduce(0, { $0 + $1.scalarCount }) > 120 else { return self }
    let end = firstIndex { line in
      line.holds("绩效") && ["报告", "表"].contains { line.withoutBracketsAtEnd.ends(with: $0) }
    }
    return end.map { Array(self[...$0]) } ?? []
  }
}

extension String {
  /// Whom a letter is written to, or what a page says of itself: 发布时间, 来源, 【字体：大 中 小】.
  fileprivate var isNoTitle: Bool {
    holds(anyOf: ["发布时间", "发布机构", "信息来源", "浏览次数", "浏览量", "阅读次数", "【字体", "字体：", "字号："])
      || ["监督索引号", "索引号", "文件编号", "公开编号"].contains(where: withoutBlanks.begins)
      || ends(with: "：")
        && !begins(with: "附")
  }

  /// 绩效自评表 of 绩效自评表（2023年度）.
  fileprivate var withoutBracketsAtEnd: String {
    guard ["）", ")"].contains(where: ends), let open = unicodeScalars.lastIndex(where: { $0 == "（" || $0 == "(" })
    else {
      return self
    }
    return String(unicodeScalars[..<open])
  }

  /// Whose report a title says it is: 示例县商务局 of 2024年度示例县商务局部门整体支出绩效自评报告.
  public var unitInTitle: String? {
    let bare = bare
    guard
      let end = ["部门整体", "单位整体", "整体支出", "部门项目", "项目支出", "预算支出", "部门预算", "绩效"].lazy
        .compactMap({ bare.offset(of: $0) }).min()
    else { return nil }
    var name = Array(bare.unicodeScalars.prefix(end))
    // The unit stands behind the year, or before it: 示例县第一中学2024年度部门整体…
    if let year = name.firstIndex(of: "年"), year >= 4, name[year - 4..<year].allSatisfy(\.isDigit) {
      if year - 4 >= 3 {
        name.removeSubrange((year - 4)...)
      } else {
        name.removeFirst(year + (name.dropFirst(year + 1).first == "度" ? 2 : 1))
      }
    }
    // 双溪镇人民政府关于2024年度部门整体…
    if name.suffix(2) == ["关", "于"] { name.removeLast(2) }
    let text = String(String.UnicodeScalarView(name.filter { !$0.isDigit }))
    return text.unicodeScalars.count >= 3 ? text.unitOfItsProject : nil
  }

  /// Of 示例县民政局临时救助资金 the 示例县民政局; nil where only a project is named, as in 临时救助资金.
  fileprivate var unitOfItsProject: String? {
    guard holdsIdeographs else { return nil }
    guard namesProject else { return self }
    let ends = ["委员会", "人民政府", "办公室", "财政局", "管理局", "局", "厅", "法院", "检察院"].compactMap { word in
      offset(of: word).map { ($0, word.scalarCount) }
    }
    guard let (start, length) = ends.max(by: { $0.0 + $0.1 < $1.0 + $1.1 }), start >= 3 else { return nil }
    let name = String(unicodeScalars.prefix(start + length))
    return name.ends(with: "布局") || name.ends(with: "格局") || name.namesProject ? nil : name
  }

  /// 就业补助资金, 危房改造转移支付, what stands in brackets alone.
  private var namesProject: Bool {
    let last = ["资金", "经费", "项目", "转移支付", "补助", "补贴", "专项", "工程", "扶助金", "救助", "奖补", "目标", "区域"]
    return last.contains(where: ends) || unicodeScalars.first.map { $0 == "（" || $0 == "(" } ?? false
  }
}
