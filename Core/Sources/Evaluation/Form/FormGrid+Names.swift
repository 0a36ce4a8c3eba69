extension FormGrid {
  /// Calls lines otherwise in the captions of their cells; answers these cells. A line with an empty name has none.
  mutating func rename(_ lines: [String: String]) -> [CellDefinition] {
    guard !lines.isEmpty else { return [] }
    var renamed: [CellDefinition] = []
    for index in rows.indices {
      guard let line = rows[index].line, let name = lines[line] else { continue }
      renamed += rows[index].call(name)
    }
    return renamed
  }
}

extension FormGrid.Row {
  /// What the captions of the line's cells begin with.
  func subject(called name: String) -> String { name.isEmpty ? unnamed ?? "" : name }

  fileprivate mutating func call(_ name: String) -> [CellDefinition] {
    guard unnamed != nil else { return [] }
    let subject = subject(called: name)
    var renamed: [CellDefinition] = []
    for index in cells.indices {
      guard case .value(let definition, let prefix, let level) = cells[index].content, !definition.subject.isEmpty
      else {
        continue
      }
      let other = definition.of(subject)
      renamed.append(other)
      cells[index].content = .value(other, prefix: prefix, level: level)
    }
    return renamed
  }
}
