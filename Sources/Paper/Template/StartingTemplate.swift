import Evaluation
public import OOXML

/// The built-in layout with placeholders in place of texts, for an office to begin its own template with.
public struct StartingTemplate: Sendable {
  /// Ready to be written out: see `bytes`.
  public let word: WordDocument

  /// Throws where a form's cells overlap or leave its width, which is a fault of the policy.
  public init(_ placeholders: FilingPlaceholders, fonts: PaperFonts = .standard) throws(WordTable.LayoutDefect) {
    let cells = TemplateCells(placeholders)
    let shown = ShownText(
      cells.calculation, .shown,
      template: .init(cells: cells.names, captions: cells.captions, year: placeholders.year))
    let filing = cells.calculation.filing
    var pages = PageRun(footer: .dashedPageNumbers(font: WordFont(fonts.pageNumber)))
    let outlines = placeholders.policies.policies.flatMap(\.outlines)
    if !outlines.isEmpty { pages.add(Self.front, on: .officialPortrait) }
    for (index, layout) in cells.calculation.layouts.enumerated() {
      let annex = FormAnnex(layout, shown)
      let isProject = layout.form.kind == .projectEvaluation
      let number = isProject ? "{{项目.附件序号}}" : String(index + 1)
      let mark = WordParagraph("附件\(number)", style: .annexMark, format: WordParagraphFormat(startsPage: true))
      let blocks = [.paragraph(mark)] + (try annex.blocks())
      let begin = WordBlock.paragraph(WordParagraph("{{#项目}}", style: .tableNote))
      let end = WordBlock.paragraph(WordParagraph("{{/项目}}", style: .tableNote))
      pages.add(isProject ? [begin] + blocks + [end] : blocks, on: annex.page)
    }
    for (number, outline) in outlines.enumerated() where number > 0 {
      pages.add(Self.side(placeholders, outline), on: .officialPortrait)
    }
    let cover = Cover(title: "{{报告标题}}", filing: filing, year: "{{自评年度}}", filledOn: nil, fonts: fonts)
    word = WordDocument(
      sections: (outlines.isEmpty ? [] : [cover.section]) + pages.sections, styles: PaperStyles.all(fonts),
      fontAlternatives: fonts.alternatives)
  }

  /// The .docx file.
  public func bytes() -> [UInt8] { word.bytes() }

  private static let front: [WordBlock] = [
    .paragraph(WordParagraph("{{报告标题}}", style: .title)),
    .paragraph(WordParagraph("{{报告正文}}", style: .bodyText)),
    .paragraph(WordParagraph("附件：", format: PlaceholderFormat.annexes)),
    .paragraph(WordParagraph("{{#附件}}", format: PlaceholderFormat.annexes)),
    .paragraph(WordParagraph("{{附件.序号}}.{{附件.标题}}", format: PlaceholderFormat.annexes)),
    .paragraph(WordParagraph("{{/附件}}", format: PlaceholderFormat.annexes)),
    .paragraph(WordParagraph("{{单位名称}}", format: PlaceholderFormat.signature)),
  ]

  /// A report beside the main one stands only where something is written.
  private static func side(_ placeholders: FilingPlaceholders, _ outline: ReportOutline) -> [WordBlock] {
    func name(_ key: String) -> String {
      placeholders.vocabulary.fields.first { $0.key == key }?.names.first ?? ""
    }
    let (title, text) = (name(PlaceholderKey.title(of: outline.id)), name(PlaceholderKey.text(of: outline.id)))
    return [
      .paragraph(WordParagraph("{{#\(text)}}", style: .tableNote)),
      .paragraph(WordParagraph("附件", style: .annexMark, format: WordParagraphFormat(startsPage: true))),
      .paragraph(WordParagraph("{{\(title)}}", style: .title)),
      .paragraph(WordParagraph("{{\(text)}}", style: .bodyText)),
      .paragraph(WordParagraph("{{/\(text)}}", style: .tableNote)),
    ]
  }
}

private enum PlaceholderFormat {
  static let annexes = WordParagraphFormat(
    alignment: .left, leftIndent: .characters(2, halfPoints: PaperStyles.body))
  static let signature = WordParagraphFormat(
    alignment: .right, rightIndent: .characters(4, halfPoints: PaperStyles.body), spaceBefore: PaperStyles.bodyLine)
}

/// A filing with one line of everything, and the placeholder of each of its cells.
private struct TemplateCells {
  let calculation: Calculation
  private(set) var names: [CellAddress: String] = [:]
  private(set) var captions: [String: String] = [:]

  init(_ placeholders: FilingPlaceholders) {
    var filing = Filing(
      blank: FilingUnit(code: "{{单位编码}}", name: "{{单位名称}}", kind: .lead), year: placeholders.year,
      policies: placeholders.policies)
    if let form = placeholders.policies.projectForm?.form {
      filing.sheets.append(Sheet(id: "project-1", form: form.id))
    }
    let policies = filing.policies
    for index in filing.sheets.indices { Self.addLines(to: &filing.sheets[index], policies) }
    calculation = Calculation(filing, mode: .asWritten)
    let vocabulary = placeholders.vocabulary
    let projects = vocabulary.lists.first { $0.key == PlaceholderKey.projects }
    for layout in calculation.layouts {
      let isProject = layout.form.kind == .projectEvaluation
      name(layout, isProject ? projects?.item ?? vocabulary : vocabulary, isProject ? projects : nil)
    }
  }

  private static func addLines(to sheet: inout Sheet, _ policies: PolicySet) {
    guard case .form(let policy, let form)? = policies.definition(of: sheet) else { return }
    for block in form.blocks {
      switch block {
      case .grid: break
      case .table(let table):
        let parents = table.rows.filter { $0.lines != nil }.map(\.id) + (table.lines == nil ? [] : [table.id])
        for parent in parents { sheet.addLine(under: parent) }
      case .indicators:
        guard let nodes = policy.tree(sheet.tree)?.nodes, let first = nodes.first else { continue }
        sheet.removedNodes = Set(nodes.dropFirst().map(\.id))
        sheet.addLine(under: first.id)
      }
    }
  }

  private mutating func name(
    _ layout: Calculation.SheetLayout, _ vocabulary: TemplateVocabulary, _ list: TemplateVocabulary.List?
  ) {
    let prefix = list?.names.first.map { "\($0)." } ?? ""
    let fields = Dictionary(
      vocabulary.fields.map { ($0.key, $0.names.first ?? "") }, uniquingKeysWith: { first, _ in first })
    for definition in layout.definitions {
      let address = definition.address
      let key = list == nil ? address.description : "\(address.row)/\(address.column)"
      if let name = fields[key] { names[address] = "{{\(prefix)\(name)}}" }
    }
    let tree = layout.policy.tree(layout.sheet.tree)
    for row in layout.sheet.rows {
      let isIndicator = tree?.node(row.under) != nil
      let key = (list == nil ? layout.sheet.id + "/" : "") + (isIndicator ? PlaceholderKey.indicators : row.under)
      guard let lines = vocabulary.lists.first(where: { $0.key == key }), let listName = lines.names.first else {
        continue
      }
      for field in lines.item.fields {
        names[CellAddress(layout.sheet.id, row.id, field.key)] = "{{\(listName).\(field.names.first ?? "")}}"
      }
      if isIndicator, let node = tree?.node(row.under), let group = tree?.group(ofNode: node.id) {
        captions[group.label] = "{{\(listName).一级指标}}"
        captions[node.label] = "{{\(listName).二级指标}}"
      }
      addNumber(of: row, in: layout, listName)
    }
  }

  /// Lines that are called by their numbers.
  private mutating func addNumber(of row: AddedRow, in layout: Calculation.SheetLayout, _ list: String) {
    for case .table(let table) in layout.form.blocks where table.id == row.under {
      if let rule = table.lines, rule.isNumbered {
        captions["\(rule.placeholder)1"] = "\(rule.placeholder){{\(list).序号}}"
      }
    }
  }
}
