import Evaluation
import Figures
import Text
import Yams

extension Fields {
  // MARK: Text

  /// Text of at least one character.
  mutating func text(_ name: String) -> String { required(name).map { plainText($0, name) } ?? "" }
  mutating func optionalText(_ name: String) -> String { optional(name).map { plainText($0, name) } ?? "" }

  /// Text with {year}, {lastYear} and {unit}.
  mutating func caption(_ name: String) -> String {
    let text = text(name)
    checkPlaceholders(in: text, at: place(of: name))
    return text
  }
  mutating func optionalCaption(_ name: String) -> String {
    let text = optionalText(name)
    checkPlaceholders(in: text, at: place(of: name))
    return text
  }

  private func plainText(_ node: Node, _ name: String) -> String {
    guard case .scalar(let scalar) = node else {
      draft.report("“\(name)”应为文字，现为\(node.kindName)。", at: node.place)
      return ""
    }
    let text = String(scalar.string.reversed().drop(while: \.isWhitespace).reversed())
    if text.isEmpty { draft.report("“\(name)”不能是空文字。", at: node.place) }
    return text
  }

  /// Each text of a list that may be missing.
  mutating func texts(_ name: String) -> [String] { has(name) ? list(name).map { plainText($0, name) } : [] }

  func checkPlaceholders(in text: String, at place: Place) {
    let unknown = text.placeholders.filter { !["year", "lastYear", "unit"].contains($0) && !$0.hasPrefix("{") }
    for name in unknown {
      draft.report("没有占位“{\(name)}”，可用的有 {year}、{lastYear}、{unit}。", at: place)
    }
  }

  // MARK: Names

  /// A name for formulas and addresses: letters and digits, a letter first.
  mutating func identifier(_ name: String, allowingHyphen: Bool = false) -> String {
    let text = text(name)
    guard !text.isEmpty else { return text }
    let isWell =
      text.utf8.count <= 60 && text.first?.isASCIILetter == true
      && text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || (allowingHyphen && $0 == "-") }
    if !isWell {
      draft.report(
        "“\(text)”不能作名称：应以英文字母开头，只用字母、数字\(allowingHyphen ? "和连字符" : "")，不超过 60 个字符。",
        at: place(of: name))
    }
    return text
  }

  /// A name for a row or an indicator: none that formulas, footers and added lines keep for themselves.
  mutating func rowIdentifier(_ name: String) -> String {
    let id = identifier(name)
    let isAdded = id.first == "r" && id.count > 1 && id.dropFirst().allSatisfy(\.isASCIIDigit)
    if isAdded || ["children", "lines", "indicators", "footer"].contains(id) {
      draft.report("“\(id)”另有用途，请换一个名称。", at: place(of: name))
    }
    return id
  }

  /// A name for a column: none that formulas keep for themselves.
  mutating func columnIdentifier(_ name: String) -> String {
    let id = identifier(name)
    if ["children", "lines", "name", "none"].contains(id) {
      draft.report("“\(id)”另有用途，请换一个名称。", at: place(of: name))
    }
    return id
  }

  // MARK: Numbers

  mutating func whole(_ name: String, in range: ClosedRange<Int>) -> Int {
    readableWhole(name, in: range) ?? range.lowerBound
  }
  /// nil, after a report, where it is missing or wrong: for numbers that are checked against others.
  mutating func readableWhole(_ name: String, in range: ClosedRange<Int>) -> Int? {
    required(name).flatMap { whole($0, name, in: range) }
  }
  /// Units of the form's grid; 0 where it is missing or wrong, so that no sum is made with it.
  mutating func width(_ name: String = "width") -> Int { readableWhole(name, in: 1...200) ?? 0 }
  mutating func optionalWhole(_ name: String, in range: ClosedRange<Int>) -> Int? {
    optional(name).flatMap { whole($0, name, in: range) }
  }
  private func whole(_ node: Node, _ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
      draft.report(
        "“\(name)”应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，现为\(node.kindName)。", at: node.place)
      return nil
    }
    return number
  }

  mutating func figure(_ name: String, above low: Figure, upTo high: Figure) -> Figure {
    required(name).flatMap { figure($0, name, above: low, upTo: high) } ?? high
  }
  mutating func optionalFigure(_ name: String, above low: Figure, upTo high: Figure) -> Figure? {
    optional(name).flatMap { figure($0, name, above: low, upTo: high) }
  }
  private func figure(_ node: Node, _ name: String, above low: Figure, upTo high: Figure) -> Figure? {
    guard let text = node.scalar?.string, let figure = try? Figure(reading: text), figure > low, figure <= high else {
      draft.report("“\(name)”应为大于 \(low)、不超过 \(high) 的数，现为\(node.kindName)。", at: node.place)
      return nil
    }
    return figure
  }

  /// A stretch such as "[80, 90)" within 0 to 100.
  mutating func range(_ name: String) -> PointRange? {
    guard let node = required(name) else { return nil }
    guard let range = node.scalar.flatMap({ PointRange($0.string) }), range.low >= 0, range.high <= 100 else {
      draft.report(
        "“\(name)”应写成“[80, 90)”的样子：方括号表示含端点，圆括号表示不含，数在 0 到 100 之间；现为\(node.kindName)。",
        at: node.place)
      return nil
    }
    return range
  }

  // MARK: Choices

  /// true or false; missing means the default.
  mutating func flag(_ name: String, default value: Bool = false) -> Bool {
    guard let node = optional(name) else { return value }
    return flag(node, name)
  }
  mutating func requiredFlag(_ name: String) -> Bool { required(name).map { flag($0, name) } ?? true }
  private func flag(_ node: Node, _ name: String) -> Bool {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      draft.report("“\(name)”应为 true（是）或 false（否），现为\(node.kindName)。", at: node.place)
      return false
    }
  }

  mutating func choice<Value>(_ name: String, of kind: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    required(name).flatMap { choice($0, name, of: kind) }
  }
  func choice<Value>(_ node: Node, _ name: String, of kind: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    if let text = node.scalar?.string, let value = Value(rawValue: text) { return value }
    let allowed = kind.allCases.map(\.rawValue)
    let meant = node.scalar.flatMap { allowed.nearest(to: $0.string) }.map { "是否为“\($0)”？" } ?? ""
    draft.report("“\(name)”不能是\(node.kindName)。\(meant)可选：\(allowed.joined(separator: "、"))。", at: node.place)
    return nil
  }
}

extension String {
  /// The names between { and }, as `Placeholders` sees them.
  var placeholders: [String] {
    var names: [String] = []
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}

extension Character {
  var isASCIILetter: Bool { isASCII && isLetter }
  var isASCIIDigit: Bool { isASCII && isNumber }
}
