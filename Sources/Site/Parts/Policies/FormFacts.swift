import Evaluation

/// What a form says, item by item.
struct FormFacts {
  private let form: Form
  private let layout: Calculation.SheetLayout?
  private(set) var facts: [PolicyFact] = []

  init(_ form: Form, of policy: Policy) {
    self.form = form
    layout = EmptyForm.layout(of: form, in: policy)
    add("", "名称", form.title)
    add("short", "简称", form.shortTitle)
    add("kind", "用途", PolicyWords.words(form.kind))
    add("width", "版面", "\(form.isLandscape ? "横向" : "纵向")，分 \(form.width) 格")
    for (number, block) in form.blocks.enumerated() {
      switch block {
      case .table(let table): self.table(table)
      case .grid(let grid): self.grid(grid, number)
      case .indicators(let block): indicators(block)
      }
    }
    for (number, note) in form.notes.enumerated() { add("note/\(number)", "说明第 \(number + 1) 条", note) }
    for field in form.footer {
      add("footer/\(field.column)", "表尾", field.caption + (field.isPersonal ? "（个人信息，公开时遮盖）" : ""))
    }
  }

  private mutating func add(_ key: String, _ place: String, _ words: String) {
    facts.append(PolicyFact(key: "form/\(form.id)/\(key)", place: "\(form.shortTitle) › \(place)", words: words))
  }

  private mutating func table(_ table: TableBlock) {
    add("table/\(table.id)", "表格的栏目", Self.plain(table.caption))
    for column in table.columns {
      var words = "\(Self.plain(column.caption))；\(PolicyWords.words(column.kind))；宽 \(column.width)"
      words += source(column.source) + options(column.options)
      add("table/\(table.id)/\(column.id)", "列“\(Self.plain(column.caption))”", words)
    }
    for row in table.rows {
      var words = "\(Self.plain(row.label))；第 \(row.level) 级\(row.isRequired ? "；必填" : "")" + source(row.source)
      if let lines = row.lines { words += "；可以\(lines.addCaption)" }
      if !row.help.isEmpty { words += "；填写说明：\(row.help)" }
      add("row/\(row.id)", "行“\(Self.plain(row.label))”", words)
    }
    if let lines = table.lines { add("lines/\(table.id)", "新增的行", lines.addCaption) }
    if let declaration = table.declaration {
      add("declaration/\(table.id)", "声明", "\(declaration.caption)；印为“\(declaration.printed)”")
    }
  }

  private mutating func grid(_ grid: GridBlock, _ number: Int) {
    if let side = grid.side { add("side/\(number)", "左侧栏目", Self.plain(side.label)) }
    for (line, items) in grid.rows.enumerated() {
      for (place, item) in items.enumerated() {
        switch item.content {
        case .cell(let cell):
          var words = "\(cell.caption)；\(PolicyWords.words(cell.kind))\(cell.isRequired ? "；必填" : "")；宽 \(item.width)"
          if !cell.prefix.isEmpty { words += "；前印“\(cell.prefix)”" }
          if let limit = cell.limit { words += "；最多 \(limit) 字" }
          words += source(cell.source) + options(cell.options)
          add("cell/\(cell.key.row)/\(cell.key.column)", "格“\(cell.caption)”", words)
        case .label(let text), .fixed(let text):
          add("label/\(number)/\(line)/\(place)", "第 \(line + 1) 行第 \(place + 1) 格", Self.plain(text))
        case .empty: break
        }
      }
    }
  }

  private mutating func indicators(_ block: IndicatorBlock) {
    add(
      "indicators", "指标表的栏目",
      [block.side.label, block.groupCaption, block.nodeCaption].map(Self.plain).joined(separator: "、"))
    for column in block.columns {
      var words = "\(Self.plain(column.caption))；宽 \(column.width)"
      if let limit = column.limit { words += "；最多 \(limit) 字" }
      words += options(column.options)
      add("indicators/\(column.role.rawValue)", "指标表的“\(PolicyWords.words(column.role))”列", words)
    }
  }

  private func source(_ source: CellSource) -> String {
    switch source {
    case .typed: ""
    case .computed(let formula): "；自动计算：\(words(formula))"
    case .proposed(let formula): "；建议值：\(words(formula))"
    case .scored: "；按评分规则给出建议得分"
    case .linesOrTyped: "；有新增的行时为各行之和"
    }
  }

  private func words(_ formula: Formula) -> String {
    layout.map { FormulaWords.words(formula, in: $0) } ?? formula.text
  }

  private func options(_ options: [String]) -> String {
    options.isEmpty ? "" : "；可选\(options.joined(separator: "、"))"
  }

  static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
