import Evaluation
import HTML
import Operations
import Store

/// What can be changed about a sheet's structure beside its table: the indicator tree, what was left out, projects.
extension SheetView {
  /// The choice between indicator trees, while there is one.
  func trees(_ layout: Calculation.SheetLayout) -> HTML {
    guard canEdit, layout.form.kind != .baseData, layout.policy.trees.count > 1 else { return HTML() }
    let current = layout.policy.tree(layout.sheet.tree)?.id
    return .element("p", [Attribute("class", "muted")]) {
      "指标体系："
      for tree in layout.policy.trees {
        if tree.id == current {
          HTML.element("b") { tree.title }
        } else {
          HTML.element(
            "button",
            [Attribute("class", "quiet small"), Attribute("name", "action"), Attribute("value", "tree:\(tree.id)")]
          ) { "改用：\(tree.title)" }
        }
        " "
      }
    }
  }

  func removedNodes(_ layout: Calculation.SheetLayout) -> HTML {
    let removed = (layout.policy.tree(layout.sheet.tree)?.nodes ?? []).filter {
      layout.sheet.removedNodes.contains($0.id)
    }
    guard !removed.isEmpty, layout.form.kind != .baseData else { return HTML() }
    return .element("p", [Attribute("class", "muted")]) {
      "已删除的二级指标："
      for node in removed {
        if canEdit {
          HTML.element(
            "button",
            [
              Attribute("class", "quiet small"), Attribute("name", "action"),
              Attribute("value", "restoreNode:\(node.id)"),
            ]
          ) { "恢复 \(node.label.filter { !$0.isWhitespace })" }
        } else {
          node.label.filter { !$0.isWhitespace } + " "
        }
      }
    }
  }

  func projectButtons(_ layout: Calculation.SheetLayout) -> HTML {
    guard canEdit, layout.form.kind == .projectEvaluation else { return HTML() }
    return .element("div", [Attribute("class", "form-actions")]) {
      HTML.element(
        "button",
        [
          Attribute("formaction", Route.projects(loaded.record.id).path), Attribute("name", "action"),
          Attribute("value", "addProject"),
        ]
      ) { "新增项目" }
      HTML.element("details", [Attribute("class", "return confirm")]) {
        HTML.element("summary", [Attribute("class", "button danger")]) { "删除本项目" }
        HTML.element("p") { "“\(ProjectNames.name(of: layout.sheet.id, in: loaded))”的自评表连同所填内容一并删除，不能撤销。" }
        HTML.element(
          "button", [Attribute("class", "danger"), Attribute("name", "action"), Attribute("value", "removeProject")]
        ) { "确定删除" }
      }
    }
  }
}
