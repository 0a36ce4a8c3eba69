public import Evaluation
import Text

/// A text that somebody wrote, ready to be scanned: a paragraph of a report, a cell of a form that holds words, or what
/// a file carries besides.
public final class Writing: Sendable {
  /// Where it stands.
  public let origin: Origin
  /// As it was written.
  public let text: String
  /// `text` scalar by scalar, full-width forms as the keyboard has them: places are the same in both.
  public let scalars: [Unicode.Scalar]
  /// What it begins with as a heading or an item of a list.
  public let number: HeadingNumber?

  /// Only of a long text, in which counting up to a place takes long.
  private let cuts: Lazy<TextCuts>?

  /// Where a text was written.
  public enum Origin: Sendable {
    case passage(Passage)
    case cell(CellDefinition)
    case trace(FileTrace)
  }

  /// Takes as long as the text.
  public init(_ origin: Origin, _ text: String) {
    self.origin = origin
    self.text = text
    scalars = text.halfWidthScalars
    number = HeadingNumber(of: text)
    cuts = scalars.count > 1_000 ? Lazy { TextCuts(Array(text.unicodeScalars)) } : nil
  }

  /// nil for what is no paragraph of a report.
  public var passage: Passage? { if case .passage(let passage) = origin { passage } else { nil } }

  /// What stands in a range, as it was written.
  public func quote(_ range: Range<Int>) -> String {
    cuts?.value[range] ?? String(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
  }

  /// The sentence around a place, without the mark that ends it.
  public func sentence(around range: Range<Int>) -> Range<Int> {
    let start = scalars[..<range.lowerBound].lastIndex(where: \.partsSentences).map { $0 + 1 } ?? 0
    let end = scalars[range.upperBound...].firstIndex(where: \.partsSentences) ?? scalars.count
    return start..<end
  }

  /// Every sentence without the mark that ends it; empty ones are left out.
  public var sentences: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || scalars[index].partsSentences {
      if index > start { found.append(start..<index) }
      start = index + 1
    }
    return found
  }
}

extension Writing {
  /// The cells of a sheet that hold words somebody typed, besides those of `prose`.
  static func cells(of sheet: CalculatedSheet, besides prose: Narrative?) -> [Writing] {
    let layout = sheet.layout
    let footer = layout.footer.filter { isToBeRead($0, of: sheet, besides: prose) }
    return (layout.grid.definitions + footer).compactMap { cell in
      let (row, column) = (cell.address.row, cell.address.column)
      guard cell.kind.takesWords, !sheet.isComputed(row, column) else { return nil }
      let text = sheet.text(row, column)
      return text.isBlank ? nil : Writing(.cell(cell), text)
    }
  }

  /// The system masks personal fields in public copies; a file has them in plain sight, often in a paragraph, once.
  private static func isToBeRead(_ cell: CellDefinition, of sheet: CalculatedSheet, besides prose: Narrative?) -> Bool {
    guard let prose else {
      return !sheet.layout.form.footer.contains { $0.isPersonal && $0.column == cell.address.column }
    }
    let text = sheet.text(cell.address.row, cell.address.column)
    return !prose.passages.contains { $0.text.holds(text) }
  }
}

extension Unicode.Scalar {
  /// A mark that ends a sentence, once full-width forms are gone.
  fileprivate var partsSentences: Bool {
    switch self {
    case "。", ";", "!", "?", "\n": true
    default: false
    }
  }
}

extension Writing: SortedText {}
