import Text

/// The cells of a scored table one behind the other, without a sign of where a row ends: what they say tells.
struct CellStream {
  private(set) var rows: [[Range<Int>]] = []
  /// Captions of funds or of indicators stand among them.
  private(set) var isScored = false
  private let cells: [Range<Int>]
  private let keys: [LabelKey]
  private let parts: [TextPart]
  private var next = 0

  init(_ cells: some Sequence<Range<Int>>, of text: RunningText) {
    self.cells = Array(cells)
    parts = self.cells.map { TextPart($0, of: text) }
    keys = parts.map { $0.text.utf8.count <= 90 ? .of($0.text) : .empty }
    while next < self.cells.count { readRow() }
  }

  /// From here on that many captions follow one another.
  private func captions(at start: Int) -> Int {
    var end = start
    while end < cells.count, end - start < 16, keys[end].caption != nil { end += 1 }
    return end - start
  }

  private mutating func readRow() {
    let count = captions(at: next)
    // A caption down the side stands before the others.
    let isSide = count < 4 && captions(at: next + 1) >= 4
    if count >= 4 || isSide { return readCaptioned(isSide ? 1 : 0, captions(at: next + (isSide ? 1 : 0))) }
    if next + 1 < cells.count, keys[next].namesGoal, GoalWord(keys[next + 1]) == .actual {
      take(2)
      return take(2)
    }
    // A label and its text, or a text alone.
    let isPair = next + 1 < cells.count && keys[next].mayBeLabel && !begins(next + 1)
    take(isPair ? 2 : 1)
  }

  /// Something that is no text beside a label.
  private func begins(_ place: Int) -> Bool {
    keys[place].headColumn != nil || captions(at: place) >= 4 || captions(at: place + 1) >= 4
      || place + 1 < cells.count && keys[place].namesGoal && GoalWord(keys[place + 1]) == .actual
  }

  private mutating func take(_ count: Int) {
    let end = min(cells.count, next + count)
    if end > next { rows.append(Array(cells[next..<end])) }
    next = end
  }

  private mutating func readCaptioned(_ side: Int, _ count: Int) {
    let captions = keys[(next + side)..<(next + side + count)].map(\.caption)
    take(side + count)
    if let name = captions.firstIndex(of: .name) {
      isScored = true
      readIndicators(count - name)
    } else if captions.contains(.executed) {
      isScored = true
      readFunds(count)
    }
  }

  /// Each as long as the captions from its name on, behind the levels that it is the first of.
  private mutating func readIndicators(_ count: Int) {
    while next < cells.count, !isSum(next) {
      var levels = 0
      while levels < 2, next + levels < cells.count, keys[next + levels].namesLevel { levels += 1 }
      let name = next + levels
      guard name + count <= cells.count, !parts[name].isEmpty, parts[name].number == nil,
        !(name..<name + count).contains(where: isSum)
      else { return }
      take(levels + count)
    }
    // Behind a sum stand points and score, one of them blank or not.
    guard next < cells.count else { return }
    var numbers = 0
    while numbers < 2, next + numbers + 1 < cells.count,
      parts[next + numbers + 1].isEmpty || parts[next + numbers + 1].number != nil
    {
      numbers += 1
    }
    take(1 + numbers)
    while next < cells.count, parts[next].isEmpty { next += 1 }
  }

  private func isSum(_ place: Int) -> Bool { PrintedIndicators.sumLabels.contains(keys[place].plainWord) }

  /// A label of funds and what follows up to the next.
  private mutating func readFunds(_ count: Int) {
    while next < cells.count, keys[next].namesFund {
      var values = 0
      while values < count, next + values + 1 < cells.count {
        let place = next + values + 1
        if keys[place].namesFund || captions(at: place) >= 4 || captions(at: place + 1) >= 4 { break }
        values += 1
      }
      take(values + 1)
    }
  }
}
