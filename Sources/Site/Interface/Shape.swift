import Evaluation
import JSON

/// What a value of the interface looks like. What comes in is checked by it, and the document is made of it.
indirect enum Shape: Sendable {
  case text(TextRule)
  case whole(ClosedRange<Int64>)
  case flag
  case list(Shape, atMost: Int)
  case record([Field])
  case nullable(Shape)
  /// Described once under a name, and used where the name stands.
  case named(String, Shape)
  /// An object that another schema describes; only for what goes out.
  case described(String)

  /// A member of a record.
  struct Field: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool
    let note: String
    init(_ name: String, _ shape: Shape, _ note: String, isRequired: Bool = true) {
      self.name = name
      self.shape = shape
      self.note = note
      self.isRequired = isRequired
    }
  }

  /// What a text may be. Lengths count Unicode scalars.
  struct TextRule: Sendable {
    var length: ClosedRange<Int> = 0...10_000
    var pattern: String?
    var choices: [String] = []
    var format: String?
  }
}

extension Shape {
  static let anyText = Shape.text(TextRule(length: 0...10_000_000))
  static func text(upTo length: Int) -> Shape { .text(TextRule(length: 0...length)) }
  static func text(_ length: ClosedRange<Int>) -> Shape { .text(TextRule(length: length)) }
  static func matching(_ pattern: String, upTo length: Int) -> Shape {
    .text(TextRule(length: 0...length, pattern: pattern))
  }
  static func oneOf(_ choices: [String]) -> Shape { .text(TextRule(choices: choices)) }
  static func oneOf<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> Shape {
    .oneOf(type.allCases.map(\.rawValue))
  }

  static let id = Shape.whole(1...Int64(1) << 53)
  static let count = Shape.whole(0...Int64(1) << 53)
  static let unitCode = Shape.matching("^[0-9]{6}$", upTo: 6)
  static let department = Shape.matching("^[0-9]{3}$", upTo: 3)
  static let digest = Shape.matching("^[0-9a-f]{64}$", upTo: 64)
  static let day = Shape.text(
    TextRule(length: 10...10, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format: "date"))
  static let moment = Shape.text(TextRule(length: 20...30, format: "date-time"))
}

// MARK: Checking what comes in

extension Shape {
  /// What is wrong with a value; `field` is its name, with points between names of records and numbers of lists.
  func problems(of value: JSONValue, at field: String) -> [FieldProblem] {
    switch (self, value) {
    case (.named(_, let shape), _): return shape.problems(of: value, at: field)
    case (.nullable, .null): return []
    case (.nullable(let shape), _): return shape.problems(of: value, at: field)
    case (.text(let rule), .string(let text)): return rule.fault(of: text).map { [FieldProblem(field, $0)] } ?? []
    case (.whole(let range), .number(let number)):
      return range.contains(number)
        ? [] : [FieldProblem(field, "须为 \(range.lowerBound) 至 \(range.upperBound) 的整数。")]
    case (.flag, .bool): return []
    case (.list(let shape, let most), .array(let values)):
      guard values.count <= most else { return [FieldProblem(field, "最多 \(most) 项。")] }
      return values.enumerated().flatMap { shape.problems(of: $1, at: "\(field).\($0)") }
    case (.record(let fields), .object(let members)): return Self.problems(of: members, fields, at: field)
    case (.text, _): return [FieldProblem(field, "须为文字。")]
    case (.whole, _): return [FieldProblem(field, "须为整数。")]
    case (.flag, _): return [FieldProblem(field, "须为 true 或 false。")]
    case (.list, _): return [FieldProblem(field, "须为数组。")]
    case (.record, _), (.described, _): return [FieldProblem(field, "须为对象。")]
    }
  }

  private static func problems(
    of members: [JSONValue.Member], _ fields: [Field], at field: String
  ) -> [FieldProblem] {
    func name(_ member: String) -> String { field.isEmpty ? member : "\(field).\(member)" }
    var problems: [FieldProblem] = []
    for field in fields {
      if let member = members.first(where: { $0.name == field.name }) {
        problems += field.shape.problems(of: member.value, at: name(field.name))
      } else if field.isRequired {
        problems.append(FieldProblem(name(field.name), "缺少“\(field.name)”。"))
      }
    }
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      problems.append(FieldProblem(name(member.name), "没有“\(member.name)”这一项。"))
    }
    return problems
  }
}

extension Shape.TextRule {
  func fault(of text: String) -> String? {
    let count = text.unicodeScalars.count
    if !choices.isEmpty { return choices.contains(text) ? nil : "须为以下之一：\(choices.joined(separator: "、"))。" }
    guard length.contains(count) else {
      return count < length.lowerBound ? "至少 \(length.lowerBound) 个字符。" : "最多 \(length.upperBound) 个字符。"
    }
    // Not every database can keep it, and nobody types it.
    if text.unicodeScalars.contains("\0") { return "不能含有空字符。" }
    if let pattern, !Self.matches(text, pattern) { return "格式不对。" }
    if format == "date", CivilDay(text) == nil { return "须为日期，如 2025-03-31。" }
    return nil
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    return (try? regex.wholeMatch(in: text)) != nil
  }
}

// MARK: The document

extension Shape {
  /// JSON Schema 2020-12.
  var schema: JSONValue {
    switch self {
    case .named(let name, _): return ["$ref": .string("#/components/schemas/\(name)")]
    case .nullable(.named(let name, _)):
      return ["anyOf": [["$ref": .string("#/components/schemas/\(name)")], ["type": "null"]]]
    case .nullable(let shape): return ["anyOf": [shape.schema, ["type": "null"]]]
    case .text(let rule): return rule.schema
    case .whole(let range):
      return ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    case .flag: return ["type": "boolean"]
    case .list(let shape, let most): return ["type": "array", "maxItems": .number(Int64(most)), "items": shape.schema]
    case .record(let fields):
      return [
        "type": "object", "additionalProperties": false,
        "required": .array(fields.filter(\.isRequired).map { .string($0.name) }),
        "properties": .object(fields.map { .init($0.name, $0.schema) }),
      ]
    case .described(let words): return ["type": "object", "description": .string(words)]
    }
  }

  /// All that is described under a name in it.
  var names: [(name: String, shape: Shape)] {
    switch self {
    case .named(let name, let shape): [(name, shape)] + shape.names
    case .nullable(let shape), .list(let shape, _): shape.names
    case .record(let fields): fields.flatMap(\.shape.names)
    case .text, .whole, .flag, .described: []
    }
  }
}

extension Shape.Field {
  fileprivate var schema: JSONValue {
    guard case .object(let members) = shape.schema, !note.isEmpty else { return shape.schema }
    return .object(members + [.init("description", .string(note))])
  }
}

extension Shape.TextRule {
  fileprivate var schema: JSONValue {
    if !choices.isEmpty { return ["type": "string", "enum": .array(choices.map { .string($0) })] }
    var members: [JSONValue.Member] = [.init("type", "string")]
    if length.lowerBound > 0 { members.append(.init("minLength", .number(Int64(length.lowerBound)))) }
    if length.upperBound < 1_000_000 { members.append(.init("maxLength", .number(Int64(length.upperBound)))) }
    if let pattern { members.append(.init("pattern", .string(pattern))) }
    if let format { members.append(.init("format", .string(format))) }
    return .object(members)
  }
}
