extension Numbering {
  init(_ xml: inout XMLReader) throws(XMLDefect) {
    self.init()
    // Definitions that take their levels from the one that lends them to a style.
    var lending: [String: Int] = [:]
    var borrowing: [Int: String] = [:]
    while true {
      switch try xml.next() {
      case .finished:
        for (id, style) in borrowing { definitions[id] = lending[style].flatMap { definitions[$0] } ?? definitions[id] }
        return
      case .start where xml.namespace == .word:
        switch WordElement(xml.name) {
        case .abstractNum: try readDefinition(&xml, &lending, &borrowing)
        case .num: try readList(&xml)
        default: break
        }
      default: break
      }
    }
  }

  private mutating func readDefinition(
    _ xml: inout XMLReader, _ lending: inout [String: Int], _ borrowing: inout [Int: String]
  ) throws(XMLDefect) {
    let id = xml.number("abstractNumId", .word) ?? 0
    var levels = [Level](repeating: Level(), count: Self.levelCount)
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .styleLink: if let style = try xml.value(.val, .word) { lending[style] = id }
      case .numStyleLink: borrowing[id] = try xml.value(.val, .word)
      case .lvl:
        let index = xml.number("ilvl", .word) ?? 0
        let level = try readLevel(&xml)
        if levels.indices.contains(index) { levels[index] = level }
      default: break
      }
    }
    definitions[id] = levels
  }

  private mutating func readList(_ xml: inout XMLReader) throws(XMLDefect) {
    let id = xml.number("numId", .word) ?? 0
    var list = List()
    var overridden = 0
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .abstractNumId: list.definition = xml.number(.val, .word) ?? 0
      case .lvlOverride: overridden = xml.number("ilvl", .word) ?? 0
      case .startOverride: list.starts[overridden] = Self.clamped(xml.number(.val, .word))
      case .lvl: list.levels[overridden] = try readLevel(&xml)
      default: break
      }
    }
    lists[id] = list
  }

  private func readLevel(_ xml: inout XMLReader) throws(XMLDefect) -> Level {
    var level = Level()
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .word else { continue }
      switch WordElement(xml.name) {
      case .start: level.start = Self.clamped(xml.number(.val, .word))
      case .numFmt: level.format = try xml.value(.val, .word) ?? "decimal"
      case .lvlText: level.text = try xml.value(.val, .word) ?? ""
      case .isLgl: level.isLegal = xml.isOn
      case .lvlRestart: level.neverRestarts = xml.number(.val, .word) == 0
      default: break
      }
    }
    return level
  }

  /// A start as the file gives it, within what counting can bear.
  private static func clamped(_ number: Int?) -> Int { min(max(number ?? 1, 0), 1_000_000) }
}
