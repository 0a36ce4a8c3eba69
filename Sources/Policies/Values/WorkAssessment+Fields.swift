import Evaluation
import Figures

extension Fields {
  mutating func samplingRule() -> SamplingRule {
    SamplingRule(ratio: figure("ratio", above: 0, upTo: 100), source: source())
  }

  /// What follows from each grade, by the label of the grade.
  mutating func resultUse() -> ResultUse {
    let source = source()
    var grades: [(name: String, place: Place)] = []
    let uses = each("items") { item in
      let grade = item.text("grade")
      grades.append((grade, item.place(of: "grade")))
      return (grade: grade, text: item.text("text"))
    }
    for (grade, place) in grades where !grade.isEmpty { draft.places["resultUse.\(grade)"] = place }
    draft.requireUnique(grades, "等级")
    return ResultUse(
      uses: Dictionary(uses.map { ($0.grade, $0.text) }, uniquingKeysWith: { first, _ in first }), source: source)
  }
}

extension WorkAssessment {
  init(_ fields: inout Fields) {
    var ids: [(name: String, place: Place)] = []
    let title = fields.text("title")
    let rows = fields.each("rows") { item in
      let id = item.identifier("id")
      ids.append((id, item.place(of: "id")))
      item.enter(id)
      return Row(&item, id: id)
    }
    fields.draft.requireUnique(ids, "考核项目")
    self.init(title: title, rows: rows, source: fields.source())
  }
}

extension WorkAssessment.Row {
  fileprivate init(_ fields: inout Fields, id: String) {
    let files = fields.texts("files")
    for file in files { fields.draft.places["workAssessment.\(id).\(file)"] = fields.place(of: "files") }
    let elements = fields.eachIfAny("elements") {
      WorkAssessment.Element(label: $0.text("label"), words: $0.texts("words"))
    }
    let points = fields.whole("points", in: 1...100)
    let tiers = fields.eachIfAny("tiers") { item in
      let range = item.range("range")
      if let range, range.high > Figure(Int32(clamping: points)) {
        item.draft.report("range 到 \(range.high) 分，这一项只有 \(points) 分。", at: item.place(of: "range"))
      }
      return WorkAssessment.Tier(range: range ?? .nothing, criterion: item.text("criterion"))
    }
    let method = fields.method(files: files, elements: elements)
    self.init(
      id: id, first: fields.text("first"), second: fields.text("second"), label: fields.text("label"), points: points,
      criterion: fields.text("criterion"), method: method, evidence: fields.optionalText("evidence"), files: files,
      elements: elements, tiers: tiers)
  }
}

extension PointRange {
  fileprivate static let nothing = PointRange(low: 0, high: 0, includesLow: true, includesHigh: true)
}

/// The spelling of `WorkAssessment.Method`.
private enum MethodName: String, CaseIterable {
  case computed, prompted
}

/// The spelling of `WorkRule`.
private enum RuleName: String, CaseIterable {
  case deduct, share, whole
}

extension Fields {
  /// Who finds the points: what a computed row needs must be there, what a prompted one cannot use may not.
  fileprivate mutating func method(files: [String], elements: [WorkAssessment.Element]) -> WorkAssessment.Method {
    let name = choice("method", of: MethodName.self)
    guard name == .computed else {
      let node = optional("check")
      let check = node.flatMap { choice($0, "check", of: WorkCheck.self) }
      if let check, let node, ![.onlyLackOfFunds, .onlyMoreMoney].contains(check) {
        draft.report("method 为 prompted 时，check 只能是 onlyLackOfFunds 或 onlyMoreMoney。", at: node.place)
      }
      return .prompted(check)
    }
    let check = choice("check", of: WorkCheck.self) ?? .attached
    let rule = rule()
    if [.attached, .content].contains(check), files.isEmpty {
      draft.report("check 为 \(check.rawValue) 时，应在 files 里写明看哪些附件。", at: place(of: "check"))
    }
    if check == .content, elements.isEmpty {
      draft.report("check 为 content 时，应在 elements 里写明要有哪些内容。", at: place(of: "check"))
    }
    if check == .daysLate, rule == .share {
      draft.report("check 为 daysLate 时，rule 不能是 share：没有总数可以按比例。", at: place(of: "rule"))
    }
    return .computed(check, rule)
  }

  private mutating func rule() -> WorkRule {
    switch choice("rule", of: RuleName.self) {
    case .deduct: .deduct(each: figure("each", above: 0, upTo: 100))
    case .share: .share
    case .whole, nil: .whole
    }
  }
}
