/// Two texts line by line: what was taken away and put there, with some lines around it.
struct LineDifference {
  struct Line: Hashable {
    /// From 1, in the earlier text; nil for a new line.
    let before: Int?
    /// From 1, in the later text; nil for a line that is gone.
    let after: Int?
    let text: String
    var isChanged: Bool { before == nil || after == nil }
  }

  /// Stretches of lines; between them nothing differs.
  let stretches: [[Line]]
  let removed: Int
  let added: Int

  init(from earlier: String, to later: String, around: Int = 3) {
    let (old, new) = (Self.lines(earlier), Self.lines(later))
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var lines: [Line] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if before < old.count, gone.contains(before) {
        lines.append(Line(before: before + 1, after: nil, text: old[before]))
        before += 1
      } else if after < new.count, come.contains(after) {
        lines.append(Line(before: nil, after: after + 1, text: new[after]))
        after += 1
      } else {
        lines.append(Line(before: before + 1, after: after + 1, text: new[after]))
        before += 1
        after += 1
      }
    }
    (removed, added) = (gone.count, come.count)
    stretches = Self.stretches(of: lines, around: around)
  }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func stretches(of lines: [Line], around: Int) -> [[Line]] {
    var shown: Set<Int> = []
    for (index, line) in lines.enumerated() where line.isChanged {
      shown.formUnion(max(0, index - around)...min(lines.count - 1, index + around))
    }
    var stretches: [[Line]] = []
    var last = -2
    for index in shown.sorted() {
      if index == last + 1 {
        stretches[stretches.count - 1].append(lines[index])
      } else {
        stretches.append([lines[index]])
      }
      last = index
    }
    return stretches
  }
}
