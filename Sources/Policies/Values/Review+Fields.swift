import Evaluation
import Rules
import Yams

extension ReviewPaths {
  init(_ fields: inout Fields) {
    self.init(
      lead: fields.steps("lead"), subordinate: fields.steps("subordinate"),
      leadWaitsForSubordinates: fields.requiredFlag("leadWaitsForSubordinates"), source: fields.source())
  }
}

extension Fields {
  fileprivate mutating func steps(_ name: String) -> [ReviewStep] {
    let nodes = list(name)
    let steps = nodes.compactMap { choice($0, name, of: ReviewStep.self) }
    draft.requireUnique(nodes.map { ($0.scalar?.string ?? "", $0.place) }, "审核环节")
    return steps
  }

  mutating func localChecks() -> [LocalCheck] {
    var ids: [(name: String, place: Place)] = []
    let checks = eachIfAny("localChecks") { item in
      let id = item.checkCode("id", letters: "L")
      ids.append((id, item.place(of: "id")))
      item.enter(id)
      item.draft.places["localChecks.\(id).form"] = item.place(of: "form")
      return LocalCheck(&item, id: id)
    }
    draft.requireUnique(ids, "本地核查")
    return checks.compactMap { $0 }
  }

  /// Codes of checks that are off, each with its reason.
  mutating func disabledChecks() -> [String: String] {
    var codes: [(name: String, place: Place)] = []
    let disabled = eachIfAny("disabledChecks") { item in
      let code = item.checkCode("check", letters: "ABCDEFGHIJKMNOPQRSTUVWXYZ")
      codes.append((code, item.place(of: "check")))
      item.enter(code)
      _ = item.source()
      return (code: code, reason: item.text("reason"))
    }
    draft.requireUnique(codes, "停用的核查")
    return Dictionary(disabled.map { ($0.code, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// A code of a letter and two digits.
  private mutating func checkCode(_ name: String, letters: String) -> String {
    let code = text(name)
    let isCode = code.count == 3 && letters.contains(code.prefix(1)) && code.dropFirst().allSatisfy(\.isASCIIDigit)
    if !code.isEmpty, !isCode {
      let example = letters.count == 1 ? "\(letters)01" : "B12"
      draft.report("“\(code)”不是核查编号，应如 \(example)。", at: place(of: name))
    }
    return code
  }
}

extension LocalCheck {
  fileprivate init?(_ fields: inout Fields, id: String) {
    let isThere = fields.has("condition")
    let condition = fields.optionalFormula("condition", of: .check(id))
    if !isThere { _ = fields.required("condition") }
    let (title, severity) = (fields.text("title"), fields.choice("severity", of: Severity.self))
    let (form, message, source) = (fields.text("form"), fields.text("message"), fields.source())
    guard let condition else { return nil }
    if !condition.expression.isComparison {
      fields.draft.report("condition 应为比较，如 a.x <= b.x。", at: fields.place(of: "condition"))
    }
    self.init(
      id: id, title: title, severity: severity ?? .error, form: form, condition: condition, message: message,
      source: source)
  }
}

extension Formula.Expression {
  fileprivate var isComparison: Bool {
    guard case .binary(let operation, _, _) = self else { return false }
    switch operation {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: return true
    case .add, .subtract, .multiply, .divide: return false
    }
  }
}
