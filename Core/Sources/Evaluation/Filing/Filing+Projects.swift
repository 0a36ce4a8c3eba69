import Text

extension Filing {
  /// The id of the sheet that an added project would have, which none has had yet; nil where the task has no form for
  /// projects.
  var nextProject: String? {
    guard let form = policies.projectForm?.form else { return nil }
    let numbers = sheets.filter { $0.form == form.id }.compactMap { Self.projectNumber(of: $0.id) }
    return "project-\(max(numbers.max() ?? 0, lastProjectGone) + 1)"
  }

  /// The number in the id of a project's sheet: 3 of "project-3".
  static func projectNumber(of sheet: String) -> Int? { Int(sheet.drop { $0 != "-" }.dropFirst()) }

  /// The edits that add a project with what is known of it: the first special fund of the base data that has no sheet
  /// yet, with what was spent of it, and the unit that carries it out. Cells that the form lacks are refused, and so are
  /// those that hold something already: somebody may have added a project meanwhile.
  public var projectAddition: [Edit] {
    guard let sheet = nextProject else { return [.addProject] }
    var values: [(row: String, column: String, text: String)] = [("project", "implementer", unit.name)]
    if unit.kind == .lead { values.append(("project", "department", unit.name)) }
    if let fund = fundWithoutSheet {
      values += [("project", "name", fund.name), ("fiscal", "executed", fund.executed)]
    }
    return [.addProject]
      + values.filter { !$0.text.isEmpty }.map { .set(CellAddress(sheet, $0.row, $0.column), text: $0.text, was: "") }
  }

  private var fundWithoutSheet: (name: String, executed: String)? {
    guard let base = sheets.first(where: { isForm($0, of: .baseData) }) else { return nil }
    let named = Set(
      sheets.filter { isForm($0, of: .projectEvaluation) }.compactMap {
        $0.entries[CellKey("project", "name")]?.text.withoutBlanks
      })
    func text(_ line: AddedRow, _ column: String) -> String { base.entries[CellKey(line.id, column)]?.text ?? "" }
    let fund = base.lines(under: "specialFunds").first { line in
      let name = text(line, "name").withoutBlanks
      return !name.isEmpty && !named.contains(name)
    }
    return fund.map { (text($0, "name"), text($0, "final")) }
  }

  private func isForm(_ sheet: Sheet, of kind: FormKind) -> Bool {
    guard case .form(_, let form)? = policies.definition(of: sheet) else { return false }
    return form.kind == kind
  }
}
