import Evaluation

extension Fields {
  /// The first is the default.
  mutating func trees() -> [IndicatorTree] {
    var ids: [(name: String, place: Place)] = []
    let trees = each("trees") { tree in
      let id = tree.identifier("id", allowingHyphen: true)
      ids.append((id, tree.place(of: "id")))
      tree.enter(id)
      return IndicatorTree(&tree, id: id)
    }
    draft.requireUnique(ids, "指标体系")
    return trees
  }
}

extension IndicatorTree {
  fileprivate init(_ fields: inout Fields, id: String) {
    var names: [(name: String, place: Place)] = []
    let groups = fields.each("groups") { group in
      let id = group.rowIdentifier("id")
      names.append((id, group.place(of: "id")))
      let nodes = group.each("nodes") { node in
        let id = node.rowIdentifier("id")
        names.append((id, node.place(of: "id")))
        let value = Node(
          id: id, label: node.text("label"), points: node.optionalWhole("points", in: 0...100),
          isRemovable: node.flag("removable", default: true),
          subject: node.choice("subject", of: IndicatorSubject.self) ?? .quantity)
        node.checkPoints(value.points, printedIn: value.label)
        return value
      }
      let value = Group(
        id: id, label: group.text("label"), points: group.optionalWhole("points", in: 0...100), nodes: nodes)
      group.checkPoints(value.points, printedIn: value.label)
      return value
    }
    fields.draft.requireUnique(names, "指标名称")
    fields.draft.places["trees.\(id)"] = fields.place(of: "groups")
    self.init(id: id, title: fields.text("title"), groups: groups, source: fields.source())
  }
}

extension Fields {
  /// A label must not print other points than those beside it.
  fileprivate func checkPoints(_ points: Int?, printedIn label: String) {
    guard let points, let printed = IndicatorTree.points(printedIn: label), printed != points else { return }
    draft.report("“\(label)”印的是 \(printed) 分，points 是 \(points) 分。", at: place(of: "points"))
  }
}
