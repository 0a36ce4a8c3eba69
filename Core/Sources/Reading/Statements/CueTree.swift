import Text

/// All spellings of cues in one tree of characters.
struct CueTree: Sendable {
  static let shared = CueTree(Cue.words)

  /// The branches of all nodes, one node behind the other: the next character, and the node that it leads to.
  private let branches: [(scalar: UInt32, node: Int32)]
  /// Where in them those of each node begin, and where the last node's end.
  private let starts: [Int32]
  private let cues: [Cue?]
  /// The node that a first character below 0x10000 leads to; 0 where no word begins with it.
  private let firsts: [UInt16]

  private init(_ words: [(spelling: String, cue: Cue)]) {
    var branches: [[(scalar: UInt32, node: Int)]] = [[]]
    var cues: [Cue?] = [nil]
    for word in words {
      var node = 0
      for scalar in word.spelling.unicodeScalars {
        if let next = branches[node].first(where: { $0.scalar == scalar.value }) {
          node = next.node
        } else {
          branches[node].append((scalar.value, branches.count))
          node = branches.count
          branches.append([])
          cues.append(nil)
        }
      }
      if cues[node] == nil { cues[node] = word.cue }
    }
    var firsts = [UInt16](repeating: 0, count: 0x10000)
    for (scalar, node) in branches[0] { firsts[Int(scalar)] = UInt16(node) }
    self.branches = branches.flatMap { $0.map { ($0.scalar, Int32($0.node)) } }
    starts = branches.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    self.cues = cues
    self.firsts = firsts
  }

  /// The longest words from left to right, none inside another.
  func marks(in scalars: [Unicode.Scalar]) -> [CueMark] {
    var marks: [CueMark] = []
    var index = 0
    while index < scalars.count {
      let value = Int(scalars[index].value)
      if value < 0x10000, firsts[value] != 0, let mark = mark(at: index, from: Int(firsts[value]), in: scalars) {
        marks.append(mark)
        index = mark.range.upperBound
      } else {
        index += 1
      }
    }
    return marks
  }

  /// The longest word that begins with the character of the node `first`.
  private func mark(at start: Int, from first: Int, in scalars: [Unicode.Scalar]) -> CueMark? {
    var (node, index) = (first, start + 1)
    var found = cues[node].map { ($0, index) }
    while index < scalars.count, starts[node] < starts[node + 1] {
      let scalar = scalars[index]
      if let next = branch(of: node, to: scalar) {
        node = next
        index += 1
        if let cue = cues[node] { found = (cue, index) }
      } else if scalar.isIgnoredInWords {
        index += 1
      } else {
        break
      }
    }
    return found.map { CueMark(cue: $0, range: start..<$1) }
  }

  private func branch(of node: Int, to scalar: Unicode.Scalar) -> Int? {
    for place in Int(starts[node])..<Int(starts[node + 1]) where branches[place].scalar == scalar.value {
      return Int(branches[place].node)
    }
    return nil
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
