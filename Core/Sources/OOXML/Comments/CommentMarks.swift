/// Marks in the text where comments belong.
struct CommentMarks {
  private struct Insertion {
    let offset: Int
    /// At one place, what ends stands before what begins.
    let order: Int
    let markup: [UInt8]
  }

  private let comments: [WordComment]
  private let firstID: Int
  private let paragraphs: [Int: SourceParagraph]
  /// Where a comment goes whose place shows no text.
  private let fallback: SourceParagraph?
  private let isStrict: Bool

  init(_ comments: [WordComment], firstID: Int, in document: SourceDocument, isStrict: Bool) {
    self.comments = comments
    self.firstID = firstID
    self.isStrict = isStrict
    let all = document.blocks.paragraphs
    paragraphs = Dictionary(all.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    fallback = all.first { !$0.runs.isEmpty }
  }

  func inserted(into part: [UInt8]) -> [UInt8] {
    var insertions: [Insertion] = []
    for (number, comment) in comments.enumerated() {
      guard let runs = runs(of: comment, in: part) else { continue }
      let id = firstID + number
      insertions.append(
        Insertion(offset: runs.lowerBound, order: 1, markup: mark("<w:commentRangeStart", id, "/>")))
      let end = mark("<w:commentRangeEnd", id, "/>") + reference(id)
      insertions.append(Insertion(offset: runs.upperBound, order: 0, markup: end))
    }
    let ordered = insertions.enumerated().sorted {
      ($0.element.offset, $0.element.order, $0.offset) < ($1.element.offset, $1.element.order, $1.offset)
    }
    var result: [UInt8] = []
    var position = 0
    for (_, insertion) in ordered {
      result += part[position..<insertion.offset] + insertion.markup
      position = insertion.offset
    }
    return result + part[position...]
  }

  /// From the first to the last run that a comment is about, in bytes of the part.
  private func runs(of comment: WordComment, in part: [UInt8]) -> Range<Int>? {
    let paragraph = paragraphs[comment.paragraph]
    let whole = (paragraph?.runs ?? []).filter { $0.isWhole(in: part) }
    let touched = whole.filter { $0.range.overlaps(comment.range) }
    let chosen = touched.isEmpty ? whole : touched
    if let first = chosen.first, let last = chosen.last, first.bytes.lowerBound < last.bytes.upperBound {
      return first.bytes.lowerBound..<last.bytes.upperBound
    }
    return fallback?.runs.first { $0.isWhole(in: part) }?.bytes
  }

  /// Each says its namespace itself, for the document may have given it another prefix.
  private func mark(_ open: StaticString, _ id: Int, _ close: StaticString) -> [UInt8] {
    var xml = XMLBuffer(capacity: 160)
    xml.raw(open)
    xml.raw(WordNames.declaration(isStrict: isStrict))
    xml.raw(" w:id=\"", id, "\"")
    xml.raw(close)
    return xml.bytes
  }

  private func reference(_ id: Int) -> [UInt8] {
    var xml = XMLBuffer(capacity: 160)
    xml.raw("<w:r")
    xml.raw(WordNames.declaration(isStrict: isStrict))
    xml.raw("><w:commentReference w:id=\"", id, "\"/></w:r>")
    return xml.bytes
  }
}

extension SourceRun {
  /// Its bytes are an element of text from its start to its end tag, not of a formula and not the part before a ruby.
  fileprivate func isWhole(in part: [UInt8]) -> Bool {
    let content = part[bytes]
    guard let name = content.dropFirst().split(maxSplits: 1, whereSeparator: { " \t\r\n/>".utf8.contains($0) }).first,
      !name.elementsEqual("m:r".utf8)
    else { return false }
    let end = Array("</".utf8) + name + Array(">".utf8)
    return content.count > end.count && content.suffix(end.count).elementsEqual(end)
  }
}
