/// Two texts of one cell, sentence by sentence: what is only in the one and only in the other.
struct TextDifference {
  struct Piece: Hashable {
    let text: String
    let isChanged: Bool
  }

  let before: [Piece]
  let after: [Piece]

  init(from earlier: String, to later: String) {
    let (old, new) = (Self.sentences(earlier), Self.sentences(later))
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    before = Self.pieces(old, changed: gone)
    after = Self.pieces(new, changed: come)
  }

  /// Each with what ends it.
  private static func sentences(_ text: String) -> [String] {
    var (sentences, sentence) = ([String](), "")
    for character in text {
      sentence.append(character)
      if "。；！？\n".contains(character) {
        sentences.append(sentence)
        sentence = ""
      }
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    return sentences
  }

  private static func pieces(_ sentences: [String], changed: Set<Int>) -> [Piece] {
    var runs: [Piece] = []
    for (number, sentence) in sentences.enumerated() {
      let isChanged = changed.contains(number)
      if let last = runs.last, last.isChanged == isChanged {
        runs[runs.count - 1] = Piece(text: last.text + sentence, isChanged: isChanged)
      } else {
        runs.append(Piece(text: sentence, isChanged: isChanged))
      }
    }
    return runs.map { $0.isChanged ? $0 : Piece(text: abridged($0.text), isChanged: false) }
  }

  /// What stayed as it was is not read again: its ends tell where one is.
  private static func abridged(_ text: String) -> String {
    let end = 24
    return text.count > 3 * end ? text.prefix(end) + "……" + text.suffix(end) : text
  }
}
