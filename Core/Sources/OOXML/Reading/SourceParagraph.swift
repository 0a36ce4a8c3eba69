/// A paragraph as found.
public struct SourceParagraph: Hashable, Sendable {
  /// Its number among all paragraphs of the part, in the order in which they begin; from 0.
  public let index: Int
  /// Where it stands in the part, in bytes.
  public let bytes: Range<Int>
  /// What a reader sees: insertions are in it, deletions and hidden text are not; tabs and line breaks are characters.
  public let text: String
  /// The runs that have a share in the text.
  public let runs: [SourceRun]
  /// Identifier and name of its style, nil if it names none.
  public let style: String?
  /// What word processors show it as; nil as for `style`, or where the file does not define it.
  public let styleName: String?
  /// 0 for the highest level, nil for body text; from the paragraph or its style.
  public let outlineLevel: Int?
  /// nil for a paragraph without an automatic number.
  public let numbering: SourceNumbering?

  /// The run that holds the character at an offset in UTF-8, nil outside of the text.
  public func run(at offset: Int) -> SourceRun? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].range.contains(offset) ? runs[low] : nil
  }
}

/// The number that a word processor sets before a paragraph.
public struct SourceNumbering: Hashable, Sendable {
  /// Of the list that it counts in.
  public let id: Int
  /// From 0.
  public let level: Int
  /// The number as shown, such as “（一）”; nil if the file does not define it.
  public let label: String?
}

/// A run as found.
public struct SourceRun: Hashable, Sendable {
  /// Its number among all runs of the paragraph, those without visible text too; from 0.
  public let index: Int
  /// Its share of the paragraph's text, in UTF-8.
  public let range: Range<Int>
  /// Where it stands in the part, in bytes.
  public let bytes: Range<Int>
  /// Said by the run itself.
  public let isBold: Bool
}
