import Evaluation
import Text
import Yams

/// The named values of one part of a file. Every question is remembered, so that names nobody asked for are faults.
///
/// A value that is missing or wrong is reported and answered with a stand-in: reading goes on to find all faults.
struct Fields {
  let draft: Draft
  /// Where this part stands in the policy: "forms.base".
  private(set) var path: String
  let place: Place
  private let entries: [(name: String, place: Place, node: Node)]
  private var asked: [String] = []

  /// Reads a part by its names; nil, after a report, where the node holds no names.
  static func read<Value>(
    _ node: Node, path: String, draft: Draft, _ body: (inout Fields) -> Value
  ) -> Value? {
    guard case .mapping(let mapping) = node else {
      draft.report("这里应写若干“名称: 值”，现为\(node.kindName)。", at: node.place)
      return nil
    }
    var fields = Fields(mapping, place: node.place, path: path, draft: draft)
    let value = body(&fields)
    fields.reportUnknown()
    return value
  }

  private init(_ mapping: Node.Mapping, place: Place, path: String, draft: Draft) {
    self.draft = draft
    self.path = path
    self.place = place
    entries = mapping.compactMap { key, value in
      guard let name = key.scalar?.string else {
        draft.report("名称应为一行文字。", at: key.place)
        return nil
      }
      return PolicyText.isMasked(name) ? nil : (name, key.place, value)
    }
  }

  /// All names, for parts whose names are free.
  var names: [(name: String, place: Place)] { entries.map { ($0.name, $0.place) } }

  /// The node of a name; nil where it is not there or has no value.
  mutating func optional(_ name: String) -> Node? {
    asked.append(name)
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard !entry.node.isEmpty else {
      draft.report("“\(name)”没有内容；不需要就删去这一项。", at: entry.place)
      return nil
    }
    return entry.node
  }

  /// The node of a name that must be there.
  mutating func required(_ name: String) -> Node? {
    let isThere = has(name)
    let node = optional(name)
    if !isThere { draft.report("缺少“\(name)”。", at: place) }
    return node
  }

  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }
  /// Where the value of a name stands, or this part where it is not there.
  func place(of name: String) -> Place { entries.first { $0.name == name }?.node.place ?? place }

  /// Reads a part that must be there.
  mutating func part<Value>(_ name: String, _ body: (inout Fields) -> Value) -> Value? {
    required(name).flatMap { Fields.read($0, path: child(name), draft: draft, body) }
  }
  /// Reads a part that may be missing.
  mutating func optionalPart<Value>(_ name: String, _ body: (inout Fields) -> Value) -> Value? {
    optional(name).flatMap { Fields.read($0, path: child(name), draft: draft, body) }
  }

  /// Reads each item of a list that must have at least one.
  mutating func each<Value>(_ name: String, _ body: (inout Fields) -> Value) -> [Value] {
    guard let node = required(name) else { return [] }
    return items(of: node, name).compactMap { Fields.read($0, path: child(name), draft: draft, body) }
  }
  /// Reads each item of a list that may be missing.
  mutating func eachIfAny<Value>(_ name: String, _ body: (inout Fields) -> Value) -> [Value] {
    has(name) ? each(name, body) : []
  }
  /// The nodes of a list that must have at least one.
  mutating func list(_ name: String) -> [Node] { required(name).map { items(of: $0, name) } ?? [] }

  private func items(of node: Node, _ name: String) -> [Node] {
    guard case .sequence(let sequence) = node else {
      draft.report("“\(name)”应为列表，每项以“- ”开头，现为\(node.kindName)。", at: node.place)
      return []
    }
    if sequence.isEmpty { draft.report("“\(name)”至少要有一项。", at: node.place) }
    return Array(sequence)
  }

  /// Goes on as the item of this id of its list.
  mutating func enter(_ id: String) { path = child(id) }

  func child(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private func reportUnknown() {
    for (name, place, _) in entries where !asked.contains(name) {
      let others = asked.filter { !has($0) }
      if let meant = others.nearest(to: name) {
        draft.report("没有“\(name)”这一项，是否为“\(meant)”？", at: place)
      } else {
        let allowed = others.isEmpty ? "" : "，还可以写：\(others.joined(separator: "、"))"
        draft.report("没有“\(name)”这一项\(allowed)。", at: place)
      }
    }
  }
}

extension Node {
  var place: Place { mark.map { Place($0) } ?? .start }
  /// A scalar without text that is not in quotes.
  var isEmpty: Bool {
    guard let scalar else { return false }
    return scalar.isPlain && ["", "~", "null"].contains(scalar.string)
  }
  var kindName: String {
    switch self {
    case .scalar(let scalar): scalar.string.isEmpty ? "空文字" : "“\(scalar.string.prefix(30))”"
    case .mapping: "若干“名称: 值”"
    case .sequence: "列表"
    case .alias: "引用"
    }
  }
}

extension Node.Scalar {
  var isPlain: Bool { style == .plain || style == .any }
  /// Columns before the text itself: one for a quotation mark.
  var margin: Int { style == .singleQuoted || style == .doubleQuoted ? 1 : 0 }
  /// False where the text runs over lines, so that a place within it has no simple column.
  var isOneLine: Bool { style != .literal && style != .folded && !string.contains("\n") }
}
