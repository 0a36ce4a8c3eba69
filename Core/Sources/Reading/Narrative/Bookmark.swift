/// A bookmark of a word processor with the name that somebody or some program gave it.
public struct Bookmark: Hashable, Sendable {
  /// As it stands behind `bookmark:`.
  public let name: String
  /// All of the mark, its brackets too.
  public let place: TextPlace
}

extension RunningText {
  /// Every `[bookmark: …]` of a flattened text.
  var bookmarks: [Bookmark] {
    let opening = Array("[bookmark: ".unicodeScalars)
    var found: [Bookmark] = []
    for index in scalars.indices where scalars[index] == "[" && scalars[index...].starts(with: opening) {
      guard let end = scalars[index...].prefix(200).firstIndex(of: "]") else { continue }
      let name = self[index + opening.count..<end]
      found.append(Bookmark(name: name, place: TextPlace(.file, index..<end + 1)))
    }
    return found
  }
}
