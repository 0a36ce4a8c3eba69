import Evaluation

/// The names by which cells stood in a section's text when its page was made, as the page sends them back.
enum PostedNames {
  static func field(of cell: String) -> String { "names:\(cell)" }

  /// "base/reception/final 【公务接待，2024年决算数】", one in a line.
  static func text(_ names: [String: CellAddress]) -> String {
    names.map { "\($0.value) \($0.key)" }.sorted().joined(separator: "\n")
  }

  static func names(_ text: String) -> [String: CellAddress] {
    var names: [String: CellAddress] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let cell = CellAddress(String(parts[0])) else { continue }
      names[String(parts[1])] = cell
    }
    return names
  }
}
