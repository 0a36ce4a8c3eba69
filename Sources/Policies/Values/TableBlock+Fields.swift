import Evaluation
import Text

extension TableBlock {
  init(_ fields: inout Fields, _ scope: inout FormScope) {
    let id = fields.rowIdentifier("id")
    scope.rows.append((id, fields.place(of: "id")))
    let captionWidth = fields.width("captionWidth")
    let columns = fields.columns(of: id, in: scope)
    let rows = fields.rows(&scope)
    scope.requireWidth([captionWidth] + columns.map(\.width), "表格", at: fields.place, fields.draft)
    let isMerged = fields.flag("mergedCaption")
    let lines = fields.optionalPart("lines") { LineRule(&$0) }
    let declaration = fields.optionalPart("declaration") {
      Declaration(caption: $0.text("caption"), printed: $0.text("printed"))
    }
    if rows.isEmpty, lines == nil { fields.draft.report("表格应有 rows 或 lines。", at: fields.place) }
    if declaration != nil, lines == nil {
      fields.draft.report("有 lines 的表格才能写 declaration。", at: fields.place(of: "declaration"))
    }
    self.init(
      id: id, caption: fields.caption("caption"), captionWidth: captionWidth, isCaptionMerged: isMerged,
      columns: columns, rows: rows, lines: lines, declaration: declaration)
  }
}

extension LineRule {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      addCaption: fields.text("add"), placeholder: fields.text("placeholder"), level: fields.whole("level", in: 1...5),
      isNumbered: fields.flag("numbered"))
  }
}

extension Fields {
  fileprivate mutating func columns(of block: String, in scope: FormScope) -> [TableBlock.Column] {
    var ids: [(name: String, place: Place)] = []
    let columns = each("columns") { item in
      let id = item.columnIdentifier("id")
      ids.append((id, item.place(of: "id")))
      let kind = item.cellKind()
      return TableBlock.Column(
        id: id, caption: item.caption("caption"), width: item.width(), kind: kind,
        source: item.cellSource(of: .column(form: scope.form, block: block, id)), options: item.options(of: kind))
    }
    draft.requireUnique(ids, "列")
    return columns
  }

  fileprivate mutating func rows(_ scope: inout FormScope) -> [TableBlock.Row] {
    var earlier: [String] = []
    return eachIfAny("rows") { item in
      let id = item.rowIdentifier("id")
      scope.rows.append((id, item.place(of: "id")))
      let parent = item.optionalText("parent")
      if !parent.isEmpty, !earlier.contains(parent) {
        let meant = earlier.nearest(to: parent).map { "，是否为“\($0)”" } ?? ""
        item.draft.report("前面没有“\(parent)”这一行\(meant)；上级行应写在下级行之前。", at: item.place(of: "parent"))
      }
      earlier.append(id)
      return TableBlock.Row(
        id: id, label: item.optionalCaption("label"), level: item.optionalWhole("level", in: 1...5) ?? 1,
        parent: parent.isEmpty ? nil : parent,
        source: item.cellSource(of: .row(form: scope.form, id), allowingLines: true),
        isRequired: item.flag("required"), lines: item.optionalPart("lines") { LineRule(&$0) },
        help: item.optionalText("help"))
    }
  }

  /// Where a cell's value comes from: `computed`, `proposed`, `linesOrTyped`, or typed.
  mutating func cellSource(of owner: FormulaOwner, allowingLines: Bool = false) -> CellSource {
    let computed = optionalFormula("computed", of: owner)
    let proposed = has("computed") && !has("proposed") ? nil : optionalFormula("proposed", of: owner)
    let fromLines = allowingLines && has("linesOrTyped") && flag("linesOrTyped")
    if [has("computed"), has("proposed"), fromLines].filter({ $0 }).count > 1 {
      draft.report("computed、proposed、linesOrTyped 只能写一个。", at: place)
    }
    if fromLines, !has("lines") { draft.report("linesOrTyped 的行应写 lines。", at: place(of: "linesOrTyped")) }
    return computed.map { .computed($0) } ?? proposed.map { .proposed($0) } ?? (fromLines ? .linesOrTyped : .typed)
  }
}
