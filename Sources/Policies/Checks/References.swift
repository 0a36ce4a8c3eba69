import Evaluation
import Text

/// Finds the cells that formulas name, and reports those that are not there.
struct References {
  /// A cell of one of the policy's forms.
  struct Target: Hashable {
    let form: String
    let key: CellKey
  }

  let forms: [String: FormCells]
  let draft: Draft

  init(_ policy: Policy, draft: Draft) {
    forms = Dictionary(
      policy.forms.map { ($0.id, FormCells($0, trees: policy.trees)) }, uniquingKeysWith: { first, _ in first })
    self.draft = draft
  }

  /// What every formula cell needs to be worked out.
  func needs() -> [Target: [Target]] {
    var needs: [Target: [Target]] = [:]
    for (id, form) in forms {
      for (key, cell) in form.cells {
        let target = Target(form: id, key: key)
        switch cell.source {
        case .computed(let formula), .proposed(let formula):
          guard let place = cell.owner.flatMap({ draft.formulaPlaces[$0] }) else { continue }
          needs[target] = cells(in: formula.expression, at: target, place)
        case .linesOrTyped:
          needs[target] = [Target(form: id, key: CellKey(FormCells.added(under: key.row), key.column))]
        case .typed, .scored: break
        }
      }
    }
    return needs
  }

  func check(_ check: LocalCheck) {
    guard let place = draft.formulaPlaces[.check(check.id)] else { return }
    guard forms[check.form] != nil else { return }
    _ = cells(in: check.condition.expression, at: Target(form: check.form, key: CellKey("", "")), place)
  }

  // MARK: Expressions

  private func cells(
    in expression: Formula.Expression, at target: Target, _ place: Place, inSum: Bool = false
  ) -> [Target] {
    switch expression {
    case .number: return []
    case .negated(let inner): return cells(in: inner, at: target, place)
    case .binary(_, let left, let right):
      return cells(in: left, at: target, place) + cells(in: right, at: target, place)
    case .call(let function, let arguments):
      return arguments.flatMap { cells(in: $0, at: target, place, inSum: function == .sum) }
    case .cell(let reference): return cells(named: reference, at: target, place, inSum: inSum)
    }
  }

  private func cells(
    named reference: Formula.Reference, at target: Target, _ place: Place, inSum: Bool
  ) -> [Target] {
    guard let form = form(of: reference, at: target, place) else { return [] }
    if reference.row == nil, let name = reference.column, ["children", "lines"].contains(name) {
      return parts(name, at: target, of: form, place, inSum: inSum)
    }
    let row = reference.row ?? target.key.row
    let column = reference.column ?? target.key.column
    if inSum, reference.row != nil, let rows = form.lineNames[row] {
      return existing(rows, column, of: form, reference, place)
    }
    if !inSum, reference.row != nil, form.lineNames[row] != nil, !form.rows.contains(row) {
      draft.report("“\(row)”代表多行，只能直接写在 sum( ) 里。", at: place)
      return []
    }
    guard !row.isEmpty else {
      draft.report("“\(column)”应写明行，如 total.\(column)。", at: place)
      return []
    }
    guard form.rows.contains(row) else {
      let names = form.rows.filter { !$0.hasSuffix("+") } + (inSum ? Array(form.lineNames.keys) : [])
      let meant = names.nearest(to: row).map { "，是否为“\($0)”" } ?? ""
      draft.report("公式引用的“\(row)”在表“\(form.form.id)”中没有\(meant)。", at: place)
      return []
    }
    return existing([row], column, of: form, reference, place)
  }

  private func form(of reference: Formula.Reference, at target: Target, _ place: Place) -> FormCells? {
    guard let id = reference.form else { return forms[target.form] }
    guard let form = forms[id] else {
      let meant = forms.keys.nearest(to: id).map { "，是否为“\($0)”" } ?? ""
      draft.report("公式引用的表“\(id)”不存在\(meant)。", at: place)
      return nil
    }
    if form.form.kind == .projectEvaluation, id != target.form {
      draft.report("表“\(id)”每个项目一张，其他表的公式不能引用。", at: place)
      return nil
    }
    return form
  }

  /// `children` and `lines`: the parts of the row that the formula stands in.
  private func parts(
    _ name: String, at target: Target, of form: FormCells, _ place: Place, inSum: Bool
  ) -> [Target] {
    guard inSum else {
      draft.report("“\(name)”只能直接写在 sum( ) 里。", at: place)
      return []
    }
    let added = FormCells.added(under: target.key.row)
    let rows = (form.parts[target.key.row] ?? []).filter { name == "children" || $0 == added }
    if rows.isEmpty {
      let remedy = name == "children" ? "没有下级行，下级行用 parent 指明" : "没有 lines，不能添加下级行"
      draft.report("“\(target.key.row)”\(remedy)。", at: place)
    }
    return rows.map { Target(form: form.form.id, key: CellKey($0, target.key.column)) }
  }

  private func existing(
    _ rows: [String], _ column: String, of form: FormCells, _ reference: Formula.Reference, _ place: Place
  ) -> [Target] {
    rows.compactMap { row in
      let key = CellKey(row, column)
      let name = "\(reference.row ?? row).\(column)"
      guard let cell = form.cells[key] else {
        let columns = form.columns(of: row).joined(separator: "、")
        draft.report("公式引用的“\(name)”在表“\(form.form.id)”中没有，该行有：\(columns)。", at: place)
        return nil
      }
      guard cell.kind.isNumber else {
        draft.report("公式引用的“\(name)”不是数字。", at: place)
        return nil
      }
      return Target(form: form.form.id, key: key)
    }
  }
}
