import Evaluation
import Yams

extension Fields {
  mutating func forms() -> [Form] {
    var ids: [(name: String, place: Place)] = []
    let forms = each("forms") { form in
      let id = form.identifier("id")
      ids.append((id, form.place(of: "id")))
      form.enter(id)
      return Form(&form, id: id)
    }
    for (id, place) in ids { draft.places["forms.\(id)"] = place }
    draft.requireUnique(ids, "表")
    return forms
  }
}

/// What the blocks of a form need to know of it while they are read, and the names they have used.
struct FormScope {
  let form: String
  /// 0 where it could not be read.
  let width: Int
  /// Names of blocks and of tables' rows.
  var rows: [(name: String, place: Place)] = []
  /// Addresses of single cells.
  var cells: [(name: String, place: Place)] = []

  init(form: String, width: Int) {
    self.form = form
    self.width = width
  }

  /// Reports a row of cells that is not as wide as the form. Says nothing where a width could not be read.
  func requireWidth(_ widths: [Int], _ what: String, at place: Place, _ draft: Draft) {
    let sum = widths.reduce(0, +)
    guard width > 0, !widths.contains(0), sum != width else { return }
    draft.report("\(what)宽 \(widths.map(String.init).joined(separator: " + ")) = \(sum)，表宽为 \(width)。", at: place)
  }
}

extension Form {
  fileprivate convenience init(_ fields: inout Fields, id: String) {
    let kind = fields.choice("kind", of: FormKind.self) ?? .baseData
    let width = fields.width()
    var scope = FormScope(form: id, width: width)
    let blocks = fields.list("blocks").compactMap { Block($0, &fields, &scope) }
    fields.draft.requireUnique(scope.rows, "行")
    fields.draft.requireUnique(scope.cells, "单元格")
    let footer = fields.footer()
    self.init(
      id: id, kind: kind, title: fields.caption("title"), shortTitle: fields.text("shortTitle"), width: width,
      isLandscape: fields.flag("landscape"), blocks: blocks, notes: fields.texts("notes"), footer: footer,
      source: fields.source())
  }
}

extension Fields {
  fileprivate mutating func footer() -> [FooterField] {
    var columns: [(name: String, place: Place)] = []
    let footer = eachIfAny("footer") { item in
      let column = item.identifier("column")
      columns.append((column, item.place(of: "column")))
      return FooterField(column: column, caption: item.text("caption"), isPersonal: item.requiredFlag("personal"))
    }
    draft.requireUnique(columns, "表尾栏")
    return footer
  }
}

extension Block {
  /// A block is named by its one name: table, grid or indicators.
  fileprivate init?(_ node: Node, _ form: inout Fields, _ scope: inout FormScope) {
    let block = Fields.read(node, path: form.child("blocks"), draft: form.draft) { fields -> Block? in
      for name in ["table", "grid", "indicators"] where fields.has(name) {
        switch name {
        case "table": return fields.part(name) { TableBlock(&$0, &scope) }.map { .table($0) }
        case "grid": return fields.part(name) { GridBlock(&$0, &scope) }.map { .grid($0) }
        default: return fields.part(name) { IndicatorBlock(&$0, scope) }.map { .indicators($0) }
        }
      }
      fields.draft.report("每一块应写 table、grid 或 indicators 之一。", at: fields.place)
      _ = ["table", "grid", "indicators"].map { fields.optional($0) }
      return nil
    }
    guard let block = block ?? nil else { return nil }
    self = block
  }
}
