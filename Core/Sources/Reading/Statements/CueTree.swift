import Text

/// All spellings of cues in one tree of characters.
struct CueTree: Sendable {
  static let shared = CueTree(Cue.words)

  private var branches: [[UInt32: Int]] = [[:]]
  private var cues: [Cue?] = [nil]
  /// Whether a word begins with a character below 0x10000.
  private var begins = [Bool](repeating: false, count: 0x10000)

  private init(_ words: [(spelling: String, cue: Cue)]) {
    for word in words { add(word.spelling, word.cue) }
  }

  private mutating func add(_ spelling: String, _ cue: Cue) {
    var node = 0
    for scalar in spelling.unicodeScalars {
      if node == 0 { begins[Int(scalar.value)] = true }
      if let next = branches[node][scalar.value] {
        node = next
      } else {
        branches.append([:])
        cues.append(nil)
        branches[node][scalar.value] = branches.count - 1
        node = branches.count - 1
      }
    }
    if cues[node] == nil { cues[node] = cue }
  }

  /// The longest words from left to right, none inside another.
  func marks(in scalars: [Unicode.Scalar]) -> [CueMark] {
    var marks: [CueMark] = []
    var index = 0
    while index < scalars.count {
      let value = Int(scalars[index].value)
      if value < 0x10000, begins[value], let mark = mark(at: index, in: scalars) {
        marks.append(mark)
        index = mark.range.upperBound
      } else {
        index += 1
      }
    }
    return marks
  }

  private func mark(at start: Int, in scalars: [Unicode.Scalar]) -> CueMark? {
    var found: CueMark?
    var (node, index) = (0, start)
    while index < scalars.count {
      let scalar = scalars[index]
      if index > start, scalar.isIgnoredInWords {
        index += 1
        continue
      }
      guard let next = branches[node][scalar.value] else { break }
      node = next
      index += 1
      if let cue = cues[node] { found = CueMark(cue: cue, range: start..<index) }
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Quotes and blanks, which people set inside words as they like.
  var isIgnoredInWords: Bool {
    switch value {
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0x300C, 0x300D: true
    default: isBlank
    }
  }
}
