/// Some of the cells of a sheet, by their places among its layout's definitions.
public struct CellSet: Hashable, Sendable {
  /// Sixty-four places each; those beyond the last are not in the set.
  private var words: [UInt64] = []

  /// No cell.
  public init() {}

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// A place that is in the set stays there.
  public mutating func insert(_ place: Int) {
    let index = place / 64
    if index >= words.count { words += Array(repeating: 0, count: index + 1 - words.count) }
    words[index] |= 1 << UInt64(place % 64)
  }

  /// False for a place that no sheet has, too.
  public func contains(_ place: Int) -> Bool {
    place / 64 < words.count && words[place / 64] & 1 << UInt64(place % 64) != 0
  }

  /// No cell is in both.
  public func isDisjoint(with other: CellSet) -> Bool { zip(words, other.words).allSatisfy { $0 & $1 == 0 } }
}
