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
        return Node(
          id: id, label: node.text("label"), isRemovable: node.flag("removable", default: true),
          subject: node.choice("subject", of: IndicatorSubject.self) ?? .quantity)
      }
      let value = Group(
        id: id, label: group.text("label"), points: group.optionalWhole("points", in: 0...100), nodes: nodes)
      if let points = value.points, let printed = value.label.printedPoints, printed != points {
        group.draft.report("“\(value.label)”印的是 \(printed) 分，points 是 \(points) 分。", at: group.place(of: "points"))
      }
      return value
    }
    fields.draft.requireUnique(names, "指标名称")
    fields.draft.places["trees.\(id)"] = fields.place(of: "groups")
    self.init(id: id, title: fields.text("title"), groups: groups, source: fields.source())
  }
}

extension String {
  /// 50 of "产出指标（50分）"; nil where no points are printed.
  fileprivate var printedPoints: Int? {
    guard let open = lastIndex(where: { $0 == "（" || $0 == "(" }), hasSuffix("分）") || hasSuffix("分)") else {
      return nil
    }
    return Int(self[index(after: open)...].dropLast(2))
  }
}
