import Evaluation
import OOXML

/// Names the cells, sections and lists of a filing in words that an officer can guess.
struct PlaceholderNames {
  typealias Field = TemplateVocabulary.Field
  typealias List = TemplateVocabulary.List

  private let policies: PolicySet
  let year: Int
  private let blank: Calculation
  private let outlines: [ReportOutline]

  init(_ policies: PolicySet, year: Int) {
    self.policies = policies
    self.year = year
    var filing = Filing(
      blank: FilingUnit(code: "", name: "本单位", kind: .lead), year: year, policies: policies)
    if let form = policies.projectForm?.form { filing.sheets.append(Sheet(id: "project-1", form: form.id)) }
    blank = Calculation(filing)
    outlines = policies.policies.flatMap(\.outlines)
  }

  var vocabulary: TemplateVocabulary {
    var names = UniqueNames()
    let forms = blank.layouts.filter { $0.form.kind != .projectEvaluation }
    let counts = Dictionary(
      forms.flatMap { layout in layout.definitions.map { (plain($0.caption), 1) } }, uniquingKeysWith: +)
    var fields = general(&names)
    for (number, outline) in outlines.enumerated() { fields += self.fields(of: outline, isFirst: number == 0, &names) }
    for layout in forms {
      let titles = titles(of: layout)
      fields += layout.definitions.map { definition -> Field in
        let plain = plain(definition.caption)
        let short = counts[plain] == 1 ? [plain] : []
        return Field(
          definition.address.description,
          names: names.given(
            titles.map { "\($0).\(plain)" } + titles.prefix(1).map { "\($0).\(dotted(definition.caption))" } + short),
          note: layout.form.shortTitle)
      }
    }
    var listNames = UniqueNames()
    var lists = forms.flatMap { layout in
      self.lists(of: layout, &listNames, titles: titles(of: layout), prefix: layout.sheet.id + "/")
    }
    lists += projects(&listNames)
    for (number, outline) in outlines.enumerated() {
      lists.append(sections(of: outline, isFirst: number == 0, &listNames))
    }
    lists.append(
      List(
        PlaceholderKey.annexes, names: listNames.given(["附件"]), note: "正文之后的附件",
        item: Self.item([Field(PlaceholderKey.title, names: ["标题", "名称"])])))
    return TemplateVocabulary(fields: fields, lists: lists)
  }

  // MARK: What stands once

  private func general(_ names: inout UniqueNames) -> [Field] {
    let note = "基本信息"
    return [
      (PlaceholderKey.unit, ["单位名称", "填报单位", "部门名称"]), (PlaceholderKey.code, ["单位编码"]),
      (PlaceholderKey.year, ["自评年度", "年度", "评价年度"]), (PlaceholderKey.lastYear, ["上年度", "上年"]),
      (PlaceholderKey.amountUnit, ["金额单位"]), (PlaceholderKey.grade, ["评价等级", "综合评价等级", "等级"]),
    ].map { (key: String, known: [String]) in Field(key, names: names.given(known), note: note) }
  }

  private func fields(
    of outline: ReportOutline, isFirst: Bool, _ names: inout UniqueNames
  ) -> [Field] {
    let titles = (isFirst ? ["自评报告"] : []) + [title(of: outline)]
    let note = title(of: outline)
    func field(_ key: String, _ own: String, _ short: [String]) -> Field {
      Field(key, names: names.given((isFirst ? short : []) + titles.map { "\($0).\(own)" }), note: note)
    }
    return [
      field(PlaceholderKey.title(of: outline.id), "标题", ["报告标题"]),
      field(PlaceholderKey.text(of: outline.id), "正文", ["报告正文"]),
    ]
      + outline.sections.map { section -> Field in
        let heading = Self.withoutNumber(blank.filing.placeholders.filled(into: section.heading))
        return field(PlaceholderKey.section(section.id, of: outline.id), spoken(heading), [])
      }
  }

  // MARK: What is repeated

  private func lists(
    of layout: Calculation.SheetLayout, _ names: inout UniqueNames, titles: [String], prefix: String
  ) -> [List] {
    var lists: [List] = []
    for block in layout.form.blocks {
      switch block {
      case .grid: break
      case .indicators(let block):
        let own = ["指标", "绩效指标"]
        lists.append(
          List(
            prefix + PlaceholderKey.indicators,
            names: names.given(own + titles.map { "\($0).指标" }), note: "\(layout.form.shortTitle)中的三级指标",
            item: indicators(block)))
      case .table(let table):
        let rules =
          table.rows.compactMap { row in row.lines.map { (row.id, $0) } } + (table.lines.map { [(table.id, $0)] } ?? [])
        for (under, rule) in rules {
          let own = Self.withoutVerb(rule.addCaption)
          lists.append(
            List(
              prefix + under, names: names.given([own] + titles.map { "\($0).\(own)" }),
              note: "\(layout.form.shortTitle)中新增的行", item: line(of: table, rule)))
        }
      }
    }
    return lists
  }

  private func indicators(_ block: IndicatorBlock) -> TemplateVocabulary {
    var names = UniqueNames()
    var fields: [Field] = [
      Field(PlaceholderKey.group, names: names.given(["一级指标", block.groupCaption]), mergedBy: PlaceholderKey.group),
      Field(PlaceholderKey.node, names: names.given(["二级指标", block.nodeCaption]), mergedBy: PlaceholderKey.node),
    ]
    fields += block.columns.map { column -> Field in
      Field(column.role.rawValue, names: names.given(Self.names(of: column.role) + [plain(column.caption)]))
    }
    return Self.item(fields)
  }

  private static func names(of column: IndicatorColumn) -> [String] {
    switch column {
    case .name: ["名称", "三级指标", "指标名称"]
    case .target: ["年度指标值", "指标值", "目标值"]
    case .actual: ["实际完成值", "完成值"]
    case .points: ["分值"]
    case .score: ["得分"]
    case .reason: ["偏差原因", "原因", "偏差原因分析及改进措施"]
    case .sign: ["指标性质", "性质"]
    case .unit: ["计量单位", "单位"]
    case .goal: ["目标序号"]
    }
  }

  private func line(of table: TableBlock, _ rule: LineRule) -> TemplateVocabulary {
    var names = UniqueNames()
    var fields: [Field] = [Field("name", names: names.given(["名称"]))]
    fields += table.columns.filter { $0.id != "name" }.map { column -> Field in
      let caption = blank.filing.placeholders.filled(into: column.caption)
      return Field(column.id, names: names.given([plain(caption), dotted(caption), Self.withoutUnit(plain(caption))]))
    }
    return Self.item(fields)
  }

  private func projects(_ listNames: inout UniqueNames) -> [List] {
    guard let layout = blank.layouts.first(where: { $0.form.kind == .projectEvaluation }) else { return [] }
    var (names, inner) = (UniqueNames(), UniqueNames())
    var fields: [Field] = layout.definitions.map { definition -> Field in
      Field(
        "\(definition.address.row)/\(definition.address.column)",
        names: names.given([plain(definition.caption), dotted(definition.caption)]), note: layout.form.shortTitle)
    }
    fields.append(Field(PlaceholderKey.annex, names: names.given(["附件序号"])))
    let lists = lists(of: layout, &inner, titles: [], prefix: "")
    return [
      List(
        PlaceholderKey.projects, names: listNames.given(["项目"]), note: "每个项目的\(layout.form.shortTitle)",
        item: Self.item(fields, lists))
    ]
  }

  private func sections(
    of outline: ReportOutline, isFirst: Bool, _ listNames: inout UniqueNames
  ) -> List {
    List(
      PlaceholderKey.sections(of: outline.id),
      names: listNames.given((isFirst ? ["章节", "自评报告.章节"] : []) + ["\(title(of: outline)).章节"]),
      note: "\(title(of: outline))的各部分",
      item: Self.item([
        Field(PlaceholderKey.heading, names: ["标题"]), Field(PlaceholderKey.text, names: ["正文"]),
      ]))
  }

  private static func item(
    _ fields: [Field], _ lists: [List] = []
  ) -> TemplateVocabulary {
    TemplateVocabulary(
      fields: fields + [
        Field(PlaceholderKey.number, names: ["序号"]), Field(PlaceholderKey.isLast, names: ["末项"]),
      ], lists: lists)
  }
}
