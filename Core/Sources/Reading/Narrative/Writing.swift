public import Evaluation
import Text

/// A text that somebody wrote, ready to be scanned: a paragraph of a report, or a cell of a form that holds words.
public struct Writing: Sendable {
  public let origin: Origin
  public let text: String
  /// `text` scalar by scalar, full-width forms as the keyboard has them: places are the same in both.
  public let scalars: [Unicode.Scalar]

  /// Where a text was written.
  public enum Origin: Sendable {
    case passage(Passage)
    case cell(CellDefinition)
  }

  init(_ origin: Origin, _ text: String) {
    self.origin = origin
    self.text = text
    scalars = text.unicodeScalars.map(\.halfWidth)
  }

  /// nil for a cell.
  public var passage: Passage? { if case .passage(let passage) = origin { passage } else { nil } }

  /// What stands in a range, as it was written.
  public func quote(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
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
  /// The cells of forms that hold words somebody typed, each with its sheet's form.
  static func cells(of layouts: [Calculation.SheetLayout], in calculation: Calculation, isRead: Bool) -> [Writing] {
    layouts.flatMap { layout -> [Writing] in
      // The system masks these in public copies; a file that was read has them in plain sight.
      let masked = isRead ? [] : Set(layout.form.footer.filter(\.isPersonal).map(\.column))
      return layout.definitions.compactMap { cell in
        guard cell.kind == .text || cell.kind == .paragraph, !calculation.isComputed(at: cell.address) else {
          return nil
        }
        if !masked.isEmpty, masked.contains(cell.address.column), layout.footer.contains(where: { $0 === cell }) {
          return nil
        }
        let text = calculation.text(at: cell.address)
        return text.isBlank ? nil : Writing(.cell(cell), text)
      }
    }
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
