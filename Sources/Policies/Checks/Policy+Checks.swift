import Evaluation
import Figures
import Rules
import Text

extension Policy {
  /// Reports what shows only when all is read: names that lead nowhere, points that do not add up, sources.
  func check(_ draft: Draft) {
    checkSources(draft)
    checkTrees(draft)
    checkForms(draft)
    checkOutlines(draft)
    checkAssessment(draft)
    let references = References(self, draft: draft)
    references.reportCycles(in: references.needs())
    for check in localChecks {
      if form(check.form) == nil {
        draft.report(
          "没有表“\(check.form)”\(Self.hint(forms.map(\.id), check.form))。",
          at: draft.place("localChecks.\(check.id).form"))
      }
      references.check(check)
    }
    checkStarters(draft, references)
  }

  private static func hint(_ names: [String], _ name: String) -> String {
    names.nearest(to: name).map { "，是否为“\($0)”" } ?? ""
  }

  private func checkSources(_ draft: Draft) {
    for (name, place) in draft.sourceUses where sources[name] == nil {
      draft.report("没有来源“\(name)”\(Self.hint(Array(sources.keys), name))；来源写在 sources 里。", at: place)
    }
    let used = Set(draft.sourceUses.map(\.name))
    for (name, source) in sources {
      let place = draft.place("sources.\(name)")
      if !used.contains(name) { draft.report("来源“\(name)”没有用到。", at: place, severity: .warning) }
      if !source.isVerified { draft.report("来源“\(source.title)”未核对原文。", at: place, severity: .info) }
    }
  }

  private func checkTrees(_ draft: Draft) {
    for tree in trees {
      for group in tree.groups { checkNodes(of: group, in: tree, draft) }
      let points = tree.groups.compactMap(\.points)
      guard scoring.indicatorPoints > 0, points.count == tree.groups.count else { continue }
      let sum = points.reduce(0, +)
      guard sum != scoring.indicatorPoints else { continue }
      draft.report(
        "一级指标分值 \(points.map(String.init).joined(separator: " + ")) = \(sum)，应为 \(scoring.indicatorPoints) 分。",
        at: draft.place("trees.\(tree.id)"))
    }
  }

  /// Second levels that all have points make up those of the first.
  private func checkNodes(of group: IndicatorTree.Group, in tree: IndicatorTree, _ draft: Draft) {
    let points = group.nodes.compactMap(\.points)
    guard let whole = group.points, !points.isEmpty, points.count == group.nodes.count else { return }
    let sum = points.reduce(0, +)
    guard sum != whole else { return }
    draft.report(
      "\(group.label)：二级指标分值 \(points.map(String.init).joined(separator: " + ")) = \(sum)，应为 \(whole) 分。",
      at: draft.place("trees.\(tree.id)"))
  }

  /// The form that the object needs, and names of rows that differ from those of indicators.
  private func checkForms(_ draft: Draft) {
    let needed: FormKind =
      switch object {
      case .department: .selfEvaluation
      case .project: .projectEvaluation
      }
    if !forms.isEmpty, !forms.contains(where: { $0.kind == needed }) {
      draft.report("object 为 \(object.rawValue) 时，应有一张 kind 为 \(needed.rawValue) 的表。", at: draft.place("object"))
    }
    for form in forms {
      checkGoals(of: form, draft)
      let cells = FormCells(form, trees: trees)
      for name in cells.lineNames.keys where cells.rows.contains(name) {
        draft.report("表“\(form.id)”中“\(name)”既是行又是指标或表格的名称，请改一个。", at: draft.place("forms.\(form.id)"))
      }
    }
  }

  /// Indicators that name the goal they serve need goals to name.
  private func checkGoals(of form: Form, _ draft: Draft) {
    let namesGoals = form.blocks.contains { block in
      if case .indicators(let block) = block { block.columns.contains { $0.role == .goal } } else { false }
    }
    guard namesGoals, form.goalTable == nil else { return }
    draft.report(
      "指标表有 goal 列时，表“\(form.id)”应有 id 为 \(GoalTable.id)、可以添加行（lines）的表格块。", at: draft.place("forms.\(form.id)"))
  }

  private func checkOutlines(_ draft: Draft) {
    for outline in outlines where form(outline.id) != nil {
      draft.report("报告提纲“\(outline.id)”与表同名。", at: draft.place("outlines.\(outline.id)"))
    }
    for attachment in attachments {
      guard let id = attachment.outline, outline(id) == nil else { continue }
      draft.report(
        "没有报告提纲“\(id)”\(Self.hint(outlines.map(\.id), id))。", at: draft.place("attachments.\(attachment.id).outline"))
    }
  }

  /// Points that make up a hundred, files that filings have, grades that there are.
  private func checkAssessment(_ draft: Draft) {
    if let assessment = workAssessment {
      let sum = assessment.rows.reduce(0) { $0 + $1.points }
      if sum != 100 { draft.report("考核各项分值合计 \(sum) 分，应为 100 分。", at: draft.place("workAssessment")) }
      for row in assessment.rows {
        for file in row.files where !attachments.contains(where: { $0.id == file }) {
          draft.report(
            "没有附件“\(file)”\(Self.hint(attachments.map(\.id), file))；附件写在 attachments 里。",
            at: draft.place("workAssessment.\(row.id).\(file)"))
        }
      }
    }
    // A grade without a label is told already.
    guard grades.allSatisfy({ !$0.label.isEmpty }) else { return }
    for grade in (resultUse?.uses ?? [:]).keys.sorted() where !grades.contains(where: { $0.label == grade }) {
      draft.report("没有等级“\(grade)”\(Self.hint(grades.map(\.label), grade))。", at: draft.place("resultUse.\(grade)"))
    }
  }

  /// Figures bound to cells, written {{sheet/row/column}}: each must be a cell that every filing has.
  private func checkStarters(_ draft: Draft, _ references: References) {
    for (text, place) in draft.starters {
      for name in text.placeholders where name.hasPrefix("{") {
        let address = CellAddress(String(name.dropFirst()))
        let form = address.flatMap { references.forms[$0.sheet] }
        if let address, let form, form.form.kind != .projectEvaluation, form.cells[address.key] != nil { continue }
        draft.report("“{{\(name.dropFirst())}}”不是固定单元格的地址，应为“表/行/列”，如 {{base/staff/posts}}。", at: place)
      }
    }
  }
}

extension Draft {
  /// Where a name stands that was kept for later; the beginning of the file where it was not.
  func place(_ path: String) -> Place { places[path] ?? .start }
}
