public import Evaluation
import Synchronization
import Text

/// Where a stretch of text comes from.
public enum TextSource: Hashable, Sendable {
  /// The file that was read.
  case file
  /// A section of a report that was written in the system, as it reads.
  case section(CellAddress)
}

/// A stretch of a text.
public struct TextPlace: Hashable, Sendable {
  /// Of which text the places are.
  public let source: TextSource
  /// Unicode scalars, counted from the beginning of the source.
  public let range: Range<Int>
  public init(_ source: TextSource, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The section of a report written in the system; nil for a file.
  public var section: CellAddress? {
    if case .section(let address) = source { address } else { nil }
  }
}

/// One paragraph of a report with all that is known of it.
// A class, as it never changes and goes through many hands: a copy is one reference.
public final class Passage: Sendable {
  /// Of which text it is a part.
  public let source: TextSource
  /// What a person reads of it, and where.
  public let part: TextPart
  /// What it is in the report.
  public let role: Role
  /// The headings that it stands under, the outermost first; its own where it is one.
  public let headings: [Heading]
  /// The annex that it belongs to; 0 for the report itself, then counted up at every 附件.
  public let annex: Int
  /// What it says in figures.
  public var figures: [WrittenFigure] {
    if let own { return own }
    return read.withLock { read in
      if let read { return read }
      let figures = WrittenFigure.found(in: part.text)
      read = figures
      return figures
    }
  }
  /// nil for a cell.
  private let own: [WrittenFigure]?
  /// Those of a cell, read when somebody asks: most cells go into forms, and nobody does.
  private let read = Mutex<[WrittenFigure]?>(nil)

  init(
    source: TextSource, part: TextPart, role: Role, headings: [Heading], annex: Int, figures: [WrittenFigure]
  ) {
    self.source = source
    self.part = part
    self.role = role
    self.headings = headings
    self.annex = annex
    own = figures
  }

  /// A cell of a table.
  init(cell part: TextPart, of source: TextSource, headings: [Heading], annex: Int) {
    self.source = source
    self.part = part
    role = .cell
    self.headings = headings
    self.annex = annex
    own = nil
  }

  /// What a paragraph can be in a report.
  public enum Role: Hashable, Sendable {
    /// What the whole report is called.
    case title
    /// A heading alone.
    case heading
    /// A heading with text behind it in the same paragraph.
    case headed
    case body
    /// 附件1-1 above an annex.
    case annexMark
    /// A cell of a table that is no form.
    case cell
  }

  /// Without what a conversion left behind.
  public var text: String { part.text }

  /// A place in `text`, in scalars.
  public func place(_ range: Range<Int>) -> TextPlace { TextPlace(source, part.place(of: range)) }
  /// The whole paragraph.
  public var place: TextPlace { TextPlace(source, part.place) }

  /// Stands under a heading that holds one of these words.
  public func isHeaded(_ words: String...) -> Bool { headings.contains { $0.title.holds(anyOf: words) } }
}
