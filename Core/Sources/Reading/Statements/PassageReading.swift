import Figures
import Text

/// A passage looked at word by word: its sentences, the cues in it, and what stands before its figures.
// A class, as it never changes and goes through many hands: a copy is one reference.
public final class PassageReading: Sendable {
  /// What was read.
  public let passage: Passage
  /// The text with full-width forms as the keyboard has them.
  public let scalars: [Unicode.Scalar]
  /// Every cue, in the order of the text.
  public let marks: [CueMark]
  /// From stop to stop, the stop included.
  public let sentences: [Range<Int>]
  /// With more of them than any sentence has, a table was run together to one line: it is cut at a comma, and where none
  /// comes behind any figure, so that what compares the figures of a sentence with one another takes no more than its
  /// length.
  private static let (manyFigures, mostFigures) = (120, 240)
  /// How long the number of its heading is, so that 3. counts nothing.
  public let headLength: Int
  /// Under a heading on what is to come.
  public let isAboutPlans: Bool
  /// What it says in figures.
  public let figures: [WrittenFigure]
  /// Where the figures stand.
  private let figureRanges: [Range<Int>]
  private let cuts: TextCuts

  /// The passage is read as its `writing`, where that is at hand.
  init(_ passage: Passage, as writing: Writing? = nil) {
    self.passage = passage
    let writing = writing ?? Writing(.passage(passage), passage.text)
    let scalars = writing.scalars
    self.scalars = scalars
    cuts = TextCuts(scalars)
    isAboutPlans = passage.isHeaded("下一步", "工作计划", "工作打算", "工作安排", "工作思路", "改进措施", "明年")
    headLength = writing.number?.length ?? 0
    marks = CueTree.shared.marks(in: scalars)
    var sentences: [Range<Int>] = []
    var (start, count) = (0, 0)
    figures = passage.figures
    figureRanges = figures.map(\.range)
    var ahead = figureRanges[...]
    for (index, scalar) in scalars.enumerated() {
      while let figure = ahead.first, figure.upperBound <= index + 1 {
        ahead.removeFirst()
        count += 1
      }
      let isMark = scalar.endsSentence || scalar.endsClause && count >= Self.manyFigures
      guard isMark || count >= Self.mostFigures, isMark && scalar != "\n" || !marks.haveInside(index) else { continue }
      // A figure may run on over the end of a line.
      if let figure = ahead.first, figure.contains(index) { continue }
      sentences.append(start..<index + 1)
      (start, count) = (index + 1, 0)
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    self.sentences = sentences
  }

  /// The sentence that an offset lies in.
  public func sentence(at offset: Int) -> Range<Int> {
    let index = sentences.firstPlace { $0.upperBound > offset }
    guard index < sentences.count, sentences[index].contains(offset) else { return 0..<scalars.count }
    return sentences[index]
  }

  /// The clause that an offset lies in, from mark to mark, without them.
  public func clause(at offset: Int) -> Range<Int> {
    let sentence = sentence(at: offset)
    var (start, end) = (offset, offset)
    while start > sentence.lowerBound, !partsClauses(start - 1) { start -= 1 }
    while end < sentence.upperBound, !partsClauses(end) { end += 1 }
    return start..<end
  }

  /// A mark between clauses; the comma of 1,260 is none.
  private func partsClauses(_ index: Int) -> Bool {
    guard scalars[index].endsClause, scalars[index] != "\n" || !marks.haveInside(index) else { return false }
    let next = figureRanges.firstPlace { $0.upperBound > index }
    return next == figureRanges.count || figureRanges[next].lowerBound >= index
  }

  /// Every stretch between marks.
  public var clauses: [Range<Int>] {
    var found: [Range<Int>] = []
    for sentence in sentences {
      var start = sentence.lowerBound
      for index in sentence where partsClauses(index) {
        if start < index { found.append(start..<index) }
        start = index + 1
      }
      if start < sentence.upperBound { found.append(start..<sentence.upperBound) }
    }
    return found
  }

  /// What stands in a range, full-width forms as the keyboard has them.
  public func text(_ range: Range<Int>) -> String { cuts[range] }

  /// The cues that lie in a stretch.
  public func marks(in range: Range<Int>) -> ArraySlice<CueMark> {
    let start = marks.firstPlace { $0.range.lowerBound >= range.lowerBound }
    let end = marks.firstPlace { $0.range.upperBound > range.upperBound }
    return start < end ? marks[start..<end] : []
  }

  /// The cues of words that stand alone.
  public static func marks(of words: String) -> [CueMark] { CueTree.shared.marks(in: words.halfWidthScalars) }

  /// One of the cues that lie in a stretch is this.
  public func has(_ cue: Cue, in range: Range<Int>) -> Bool { marks(in: range).contains { $0.cue == cue } }

  /// The figures that lie in a stretch.
  public func figures(in range: Range<Int>) -> [WrittenFigure] {
    let start = figureRanges.firstPlace { $0.lowerBound >= range.lowerBound }
    let end = figureRanges.firstPlace { $0.upperBound > range.upperBound }
    return start < end ? Array(figures[start..<end]) : []
  }

  /// The last figure that ends by there.
  public func figure(before offset: Int) -> WrittenFigure? {
    let next = figureRanges.firstPlace { $0.upperBound > offset }
    return next > 0 ? figures[next - 1] : nil
  }

  /// The words right before a figure: from the mark or the figure in front of them.
  public func words(before figure: WrittenFigure) -> Range<Int> {
    let end = figure.range.lowerBound
    let before = figures.indices[..<figureRanges.firstPlace { $0.upperBound > end }].last {
      figures[$0].kind.extent != nil
    }
    let floor = max(before.map { figureRanges[$0].upperBound } ?? 0, sentence(at: end).lowerBound)
    var start = end
    while start > floor {
      let scalar = scalars[start - 1]
      if scalar == ")", let open = aside(endingAt: start), open >= floor {
        start = open
      } else if scalar.endsClause || scalar == ")" || scalar == "(" {
        break
      } else {
        start -= 1
      }
    }
    return start..<end
  }

  /// Where a short aside in brackets begins that ends here: the (境) of 出国(境)费.
  private func aside(endingAt end: Int) -> Int? {
    let low = max(0, end - 8)
    guard let open = scalars[low..<end - 1].lastIndex(of: "(") else { return nil }
    return scalars[open..<end].contains { ("0"..."9").contains($0) || $0.endsClause } ? nil : open
  }
}

extension Array {
  /// The first index at which something holds that stays so behind it.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Unicode.Scalar {
  var endsSentence: Bool {
    switch self {
    case "。", "!", "?", "\n": true
    default: false
    }
  }
  /// Any mark between the parts of a sentence.
  var endsClause: Bool {
    switch self {
    case ",", ";", ":", "、": true
    default: endsSentence
    }
  }
}

extension PassageReading {
  /// The text of a cell, whose places lead nowhere.
  public convenience init(cell text: String) {
    self.init(
      Passage(
        source: .file, part: TextPart(text, at: 0), role: .cell, headings: [], annex: 0,
        figures: WrittenFigure.found(in: text)))
  }
}

extension [CueMark] {
  /// A line that ends here ends in the middle of a word: 超额完 and 成 in one cell.
  fileprivate func haveInside(_ index: Int) -> Bool {
    let next = firstPlace { $0.range.upperBound > index }
    return next < count && self[next].range.lowerBound < index
  }
}

extension Range<Int> {
  /// What of this clause or sentence stands behind a part of it; empty where the part goes on beyond it.
  public func rest(behind part: Range<Int>) -> Range<Int> {
    part.upperBound..<Swift.max(part.upperBound, upperBound)
  }
}
