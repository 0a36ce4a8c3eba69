import Text

/// Words of one year turned into a beginning for those of another: years are moved on, figures are marked.
public struct YearStep {
  private let source: Int
  private let target: Int

  init(from source: Int, to target: Int) { (self.source, self.target) = (source, target) }

  var isStep: Bool { source != target }

  /// What stands in front of a figure that is still the earlier year's: 【上年245】.
  public static let mark = "【上年"

  /// A title or a name: the report's own years and those around it, moved on by as many years.
  func shifted(_ text: String) -> String { rewritten(text) { figure in moved(figure) } }

  /// Running text: figures that a year changes stand in a mark until somebody replaces them.
  func marked(_ text: String) -> String {
    rewritten(text) { figure in
      switch figure.kind {
      case .year: moved(figure)
      case .amount, .foreignAmount, .price, .percent, .percentPoints, .times, .count, .score, .area, .plain:
        Replacement(range: figure.number, text: { "\(Self.mark)\($0)】" })
      // A day, a month or months of the earlier year.
      case .date(let date):
        date.year?.number == source ? Replacement(range: figure.range, text: { "\(Self.mark)\($0)】" }) : nil
      case .period(let from, let to):
        from.year?.number == source || to.year?.number == source
          ? Replacement(range: figure.range, text: { "\(Self.mark)\($0)】" }) : nil
      case .comparison, .ordinal, .documentNumber, .phone, .code: nil
      }
    }
  }

  private struct Replacement {
    let range: Range<Int>
    let text: (String) -> String
  }

  /// The report's year and the two before it; years of plans and of laws stay.
  private func moved(_ figure: WrittenFigure) -> Replacement? {
    guard case .year(let year) = figure.kind, let number = year.number, (source - 2...source).contains(number) else {
      return nil
    }
    return Replacement(range: figure.number, text: { _ in String(number + target - source) })
  }

  private func rewritten(_ text: String, _ replace: (WrittenFigure) -> Replacement?) -> String {
    guard isStep else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    for figure in WrittenFigure.found(in: text).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let replacement = replace(figure), replacement.range.lowerBound >= index else { continue }
      result += scalars[index..<replacement.range.lowerBound]
      let old = String(String.UnicodeScalarView(scalars[replacement.range]))
      result += replacement.text(old).unicodeScalars
      index = replacement.range.upperBound
    }
    result += scalars[index...]
    return String(result)
  }
}
