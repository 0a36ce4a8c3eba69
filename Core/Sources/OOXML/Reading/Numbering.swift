/// The automatic numbering of a document: definitions, and how far each list has come.
struct Numbering {
  struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var isLegal = false
    var neverRestarts = false
  }

  struct List {
    var definition = 0
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  static let levelCount = 9

  var definitions: [Int: [Level]] = [:]
  var lists: [Int: List] = [:]
  /// The last number of each level, by definition: lists of one definition count on together.
  private var counters: [Int: [Int?]] = [:]
  private var begun: Set<Int> = []

  init() {}

  /// The label of the next paragraph of a list; nil if the file does not define the list.
  mutating func label(list id: Int, level: Int) -> String? {
    guard let list = lists[id], (0..<Self.levelCount).contains(level) else { return nil }
    guard let base = definitions[list.definition] else { return nil }
    let levels = base.indices.map { list.levels[$0] ?? base[$0] }
    var counts = counters[list.definition] ?? [Int?](repeating: nil, count: Self.levelCount)
    if begun.insert(id).inserted {
      for (level, start) in list.starts where counts.indices.contains(level) { counts[level] = start - 1 }
    }
    counts[level] = (counts[level] ?? levels[level].start - 1) + 1
    for deeper in (level + 1)..<Self.levelCount where !levels[deeper].neverRestarts { counts[deeper] = nil }
    for higher in 0..<level where counts[higher] == nil { counts[higher] = levels[higher].start }
    counters[list.definition] = counts
    return Self.text(levels, counts, level)
  }

  private static func text(_ levels: [Level], _ counts: [Int?], _ level: Int) -> String {
    guard levels[level].format != "bullet" else { return "•" }
    var text = ""
    var characters = levels[level].text.makeIterator()
    while let character = characters.next() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      guard let digit = characters.next() else { break }
      guard let number = digit.wholeNumberValue, (1...levelCount).contains(number), digit.isASCII else {
        text += "%" + String(digit)
        continue
      }
      let format = levels[level].isLegal ? "decimal" : levels[number - 1].format
      text += NumberFormat.text(counts[number - 1] ?? levels[number - 1].start, format)
    }
    return text
  }
}
