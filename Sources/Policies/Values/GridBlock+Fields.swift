import Evaluation
import Yams

extension GridBlock {
  init(_ fields: inout Fields, _ scope: inout FormScope) {
    let side = fields.optionalPart("side") { Side(&$0) }
    var rows: [[Item]] = []
    for node in fields.list("rows") {
      guard case .sequence(let items) = node else {
        fields.draft.report("grid 的每一行应为列表，每项是一格，现为\(node.kindName)。", at: node.place)
        continue
      }
      let row = items.compactMap { item in
        Fields.read(item, path: fields.path, draft: fields.draft) { Item(&$0, &scope) }
      }
      scope.requireWidth((side.map { [$0.width] } ?? []) + row.map(\.width), "这一行", at: node.place, fields.draft)
      rows.append(row)
    }
    self.init(side: side, rows: rows)
  }
}

extension GridBlock.Side {
  init(_ fields: inout Fields) {
    self.init(label: fields.caption("label"), width: fields.width())
  }
}

extension GridBlock.Item {
  /// One cell: a `label`, a `fixed` text, an address to fill in (`cell`), or nothing but a width.
  fileprivate init(_ fields: inout Fields, _ scope: inout FormScope) {
    let width = fields.width()
    let kinds = ["label", "fixed", "cell"].filter { fields.has($0) }
    if kinds.count > 1 {
      fields.draft.report("一格只能写 \(kinds.joined(separator: "、")) 之一。", at: fields.place)
      _ = kinds.map { fields.optional($0) }
    }
    switch kinds.first {
    case "label": self.init(width: width, content: .label(fields.caption("label")))
    case "fixed": self.init(width: width, content: .fixed(fields.caption("fixed")))
    case "cell": self.init(width: width, content: .cell(GridBlock.GridCell(&fields, &scope)))
    default:
      _ = ["label", "fixed", "cell"].map { fields.optional($0) }
      self.init(width: width, content: .empty)
    }
  }
}

extension GridBlock.GridCell {
  /// The address is written row/column: "total/budget".
  fileprivate init(_ fields: inout Fields, _ scope: inout FormScope) {
    let address = fields.text("cell")
    let place = fields.place(of: "cell")
    let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isWell =
      parts.count == 2
      && parts.allSatisfy { part in
        part.first?.isASCIILetter == true && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
    if !isWell, !address.isEmpty {
      fields.draft.report("“\(address)”应写成“行/列”，如 total/budget。", at: place)
    }
    let key = isWell ? CellKey(parts[0], parts[1]) : CellKey(address, "")
    scope.cells.append((address, place))
    let kind = fields.cellKind()
    self.init(
      key: key, caption: fields.caption("caption"), prefix: fields.optionalCaption("prefix"), kind: kind,
      source: fields.cellSource(of: .cell(form: scope.form, key)), isRequired: fields.flag("required"),
      limit: fields.optionalWhole("limit", in: 1...100_000), options: fields.options(of: kind))
  }
}

extension IndicatorBlock {
  init(_ fields: inout Fields, _ scope: FormScope) {
    let side = fields.part("side") { GridBlock.Side(&$0) } ?? GridBlock.Side(label: "", width: 0)
    let group = fields.part("group") { GridBlock.Side(&$0) } ?? side
    let node = fields.part("node") { GridBlock.Side(&$0) } ?? side
    var roles: [(name: String, place: Place)] = []
    let columns = fields.each("columns") { item in
      let role = item.choice("role", of: IndicatorColumn.self) ?? .name
      roles.append((role.rawValue, item.place(of: "role")))
      return Column(
        role: role, caption: item.caption("caption"), width: item.width(),
        limit: item.optionalWhole("limit", in: 1...100_000), options: item.options(of: role))
    }
    fields.draft.requireUnique(roles, "指标列")
    let missing = IndicatorColumn.allCases.filter { role in role.isNeeded && !columns.contains { $0.role == role } }
    if !columns.isEmpty, !missing.isEmpty {
      let names = missing.map(\.rawValue).joined(separator: "、")
      fields.draft.report("指标表缺少列：\(names)。", at: fields.place(of: "columns"))
    }
    scope.requireWidth(
      [side.width, group.width, node.width] + columns.map(\.width), "指标表", at: fields.place, fields.draft)
    self.init(
      side: side, groupCaption: group.label, groupWidth: group.width, nodeCaption: node.label, nodeWidth: node.width,
      columns: columns)
  }
}
