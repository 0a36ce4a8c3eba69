/// Text in which cells stand by their names, as a person reads and types it: "支出【公用经费，2024年决算数】万元".
public struct NamedText: Hashable, Sendable {
  /// With a name in 【】 wherever a cell stands.
  public let text: String
  /// What stands in the text for a cell, "【公用经费，2024年决算数】", with that cell.
  public let cells: [String: CellAddress]

  public init(_ text: String, cells: [String: CellAddress] = [:]) {
    self.text = text
    self.cells = cells
  }

  /// The text cut at everything between 【 and 】 that holds no further bracket and no line break.
  static func stretches(of text: String) -> [Stretch] {
    let scalars = text.unicodeScalars
    var stretches: [Stretch] = []
    var (start, open) = (scalars.startIndex, String.Index?.none)
    for index in scalars.indices {
      switch scalars[index] {
      case "【": open = index
      case "\n": open = nil
      case "】":
        guard let begin = open else { continue }
        let end = scalars.index(after: index)
        if start < begin { stretches.append(.plain(String(scalars[start..<begin]))) }
        stretches.append(.bracketed(String(scalars[begin..<end])))
        (start, open) = (end, nil)
      default: continue
      }
    }
    if start < scalars.endIndex { stretches.append(.plain(String(scalars[start...]))) }
    return stretches
  }

  enum Stretch: Hashable {
    case plain(String)
    /// With its brackets.
    case bracketed(String)
  }
}
