extension Filing {
  /// Carries out edits one after another.
  public func applying(_ edits: [Edit], to calculation: Calculation? = nil) -> EditOutcome {
    var outcome = EditOutcome(filing: self)
    var known = calculation ?? Calculation(self)
    for edit in edits {
      let shapeBefore = outcome.changes.count
      switch edit {
      case .set(let cell, let text, let was): outcome.set(cell, text, was: was, known)
      case .write(let cell, let text, let was): outcome.write(cell, text, was: was, known)
      case .sync(let cell, let text): outcome.sync(cell, text, known)
      case .addLine(let sheet, let under): outcome.addLine(to: sheet, under: under, known)
      case .removeLine(let sheet, let line): outcome.removeLine(from: sheet, line)
      case .removeNode(let sheet, let node): outcome.removeNode(from: sheet, node, known)
      case .restoreNode(let sheet, let node): outcome.restoreNode(to: sheet, node)
      case .chooseTree(let sheet, let tree): outcome.chooseTree(tree, on: sheet, known)
      case .addProject: outcome.addProject()
      case .removeProject(let sheet): outcome.removeProject(sheet)
      }
      // Later edits of the same request may name cells that this one brought about.
      if outcome.changes.count > shapeBefore, !edit.isText { known = Calculation(outcome.filing, after: known) }
    }
    return outcome
  }
}

extension Edit {
  fileprivate var isText: Bool {
    switch self {
    case .set, .write, .sync: true
    default: false
    }
  }
}

extension EditOutcome {
  fileprivate mutating func set(_ cell: CellAddress, _ text: String, was: String?, _ known: Calculation) {
    guard let index = index(of: cell.sheet) else { return refuse(cell, "没有这张表，请刷新页面。") }
    let before = filing.sheets[index].entries[cell.key]
    guard let accepted = take(text, at: cell, known), accepted != before?.text ?? "" else { return }
    if let was, was != before?.text ?? "" {
      conflicts.append(Conflict(cell: cell, theirs: before?.text ?? "", yours: accepted))
      return
    }
    changes.append(Change(.text, at: cell.description, before: before?.text ?? "", after: accepted))
    let isGone = accepted.isEmpty && before?.synced == nil
    filing.sheets[index].entries[cell.key] = isGone ? nil : Entry(accepted, synced: before?.synced)
  }

  fileprivate mutating func write(_ cell: CellAddress, _ text: NamedText, was: String?, _ known: Calculation) {
    guard filing.section(at: cell) != nil else { return set(cell, text.text, was: was, known) }
    let names = CellNames(known)
    let before = filing.entry(at: cell)?.text ?? ""
    let bound = BoundText(before)
    let shown = names.named(bound, known: text.cells).text
    guard text.text != shown else { return }
    // What stood there is compared as it was shown: a name may also have been typed as plain text.
    let basis = was.map { $0 == shown ? before : names.bound(NamedText($0, cells: text.cells), instead: bound) }
    set(cell, names.bound(text, instead: bound), was: basis, known)
  }

  /// Takes over the budget system's value; what a person typed instead stays.
  fileprivate mutating func sync(_ cell: CellAddress, _ text: String, _ known: Calculation) {
    guard let index = index(of: cell.sheet) else { return refuse(cell, "没有这张表。") }
    guard let accepted = take(text, at: cell, known) else { return }
    let before = filing.sheets[index].entries[cell.key]
    guard before?.synced != accepted else { return }
    changes.append(Change(.synced, at: cell.description, before: before?.synced ?? "", after: accepted))
    var entry = before ?? Entry("")
    if entry.text.isEmpty && before?.synced == nil || entry.text == before?.synced {
      if entry.text != accepted {
        changes.append(Change(.text, at: cell.description, before: entry.text, after: accepted))
      }
      entry.text = accepted
    }
    entry.synced = accepted
    filing.sheets[index].entries[cell.key] = entry
  }

  fileprivate mutating func addLine(to sheet: String, under: String, _ known: Calculation) {
    guard let index = index(of: sheet), let layout = known.layout(of: sheet),
      layout.grid.rows.contains(where: { $0.adds?.under == under })
    else { return refuse(sheet, "这里不能新增行。") }
    guard filing.sheets[index].rows.count < 300 else { return refuse(sheet, "一张表最多新增 300 行。") }
    let row = filing.sheets[index].addLine(under: under)
    changes.append(Change(.lineAdded, at: sheet, before: under, after: row.id))
    let declaration = CellKey(under, "none")
    if let declared = filing.sheets[index].entries.removeValue(forKey: declaration) {
      changes.append(Change(.text, at: "\(sheet)/\(under)/none", before: declared.text))
    }
  }

  fileprivate mutating func removeLine(from sheet: String, _ line: String) {
    guard let index = index(of: sheet),
      let place = filing.sheets[index].rows.firstIndex(where: { $0.id == line })
    else { return refuse(sheet, "这一行已不在表中。") }
    for (key, entry) in filing.sheets[index].entries where key.row == line && !entry.text.isEmpty {
      changes.append(Change(.text, at: "\(sheet)/\(line)/\(key.column)", before: entry.text))
    }
    filing.sheets[index].entries = filing.sheets[index].entries.filter { $0.key.row != line }
    let row = filing.sheets[index].rows.remove(at: place)
    changes.append(Change(.lineRemoved, at: sheet, before: row.under, after: line))
  }

  fileprivate mutating func removeNode(from sheet: String, _ node: String, _ known: Calculation) {
    guard let index = index(of: sheet), let layout = known.layout(of: sheet),
      layout.policy.tree(layout.sheet.tree)?.node(node)?.isRemovable == true
    else { return refuse(sheet, "这个二级指标不能删除。") }
    guard filing.sheets[index].lines(under: node).isEmpty else {
      return refuse(sheet, "请先删除该二级指标下的三级指标。")
    }
    guard filing.sheets[index].removedNodes.insert(node).inserted else { return }
    changes.append(Change(.nodeRemoved, at: sheet, before: node))
  }

  fileprivate mutating func restoreNode(to sheet: String, _ node: String) {
    guard let index = index(of: sheet), filing.sheets[index].removedNodes.remove(node) != nil else { return }
    changes.append(Change(.nodeRestored, at: sheet, after: node))
  }

  fileprivate mutating func chooseTree(_ tree: String, on sheet: String, _ known: Calculation) {
    guard let index = index(of: sheet), let layout = known.layout(of: sheet),
      let wanted = layout.policy.trees.first(where: { $0.id == tree })
    else { return refuse(sheet, "没有这套指标体系。") }
    let kept = Set(wanted.nodes.map(\.id))
    let current = layout.policy.tree(layout.sheet.tree)
    guard current?.id != tree else { return }
    let lost = filing.sheets[index].rows.filter { current?.node($0.under) != nil && !kept.contains($0.under) }
    guard lost.isEmpty else {
      return refuse(sheet, "所选指标体系中没有已填指标所在的二级指标，请先删除或移动这些三级指标。")
    }
    filing.sheets[index].tree = tree
    filing.sheets[index].removedNodes = []
    changes.append(Change(.treeChosen, at: sheet, before: current?.id ?? "", after: tree))
  }

  fileprivate mutating func addProject() {
    guard let form = filing.policies.projectForm?.form, let id = filing.nextProject else {
      return refuse("project", "本任务不填报项目支出自评表。")
    }
    guard filing.sheets.count(where: { $0.form == form.id }) < 200 else { return refuse("project", "最多新增 200 个项目。") }
    let sheet = Sheet(id: id, form: form.id)
    filing.sheets.append(sheet)
    changes.append(Change(.projectAdded, at: sheet.id))
  }

  fileprivate mutating func removeProject(_ id: String) {
    guard let index = index(of: id), filing.policies.projectForm?.form.id == filing.sheets[index].form else {
      return refuse(id, "这个项目已不在列表中。")
    }
    let sheet = filing.sheets.remove(at: index)
    filing.lastProjectGone = max(filing.lastProjectGone, Filing.projectNumber(of: id) ?? 0)
    for (key, entry) in sheet.entries where !entry.text.isEmpty {
      changes.append(Change(.text, at: "\(id)/\(key.row)/\(key.column)", before: entry.text))
    }
    changes.append(Change(.projectRemoved, at: id))
  }

  private mutating func take(_ text: String, at cell: CellAddress, _ known: Calculation) -> String? {
    do { return try known.accepted(text, at: cell) } catch {
      problems.append(error)
      return nil
    }
  }
  private func index(of sheet: String) -> Int? { filing.sheets.firstIndex { $0.id == sheet } }
  private mutating func refuse(_ cell: CellAddress, _ message: String) { refuse(cell.description, message) }
  private mutating func refuse(_ field: String, _ message: String) { problems.append(FieldProblem(field, message)) }
}
