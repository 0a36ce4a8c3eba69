import Evaluation
import Reading
import Text

extension Writing {
  /// A stretch of a paragraph or of what a file carries besides; of a form, the whole cell.
  func place(_ range: Range<Int>) -> Place {
    switch origin {
    case .passage(let passage): .text(passage.place(range))
    case .cell(let cell): .cell(cell.address)
    case .trace(let trace): .trace(TracePlace(trace, range))
    }
  }

  /// One of the words stands at most `count` scalars before a place.
  func hasBefore(_ index: Int, within count: Int, _ words: WordFinder) -> Bool {
    words.occurs(in: scalars, max(0, index - count)..<index)
  }
  /// One of the words stands at most `count` scalars behind a place.
  func hasBehind(_ index: Int, within count: Int, _ words: WordFinder) -> Bool {
    words.occurs(in: scalars, index..<min(scalars.count, index + count))
  }
  /// nil outside the text.
  func scalar(at index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// The first place from here on that is no blank.
  func skippingBlanks(from index: Int) -> Int {
    var index = index
    while index < scalars.count, scalars[index].isBlank { index += 1 }
    return index
  }

  /// A cell of a form or of another table.
  var isCell: Bool {
    switch origin {
    case .cell: true
    case .passage(let passage): passage.role == .cell
    case .trace: false
    }
  }

  /// Belongs to the report itself, not to an annex or a form.
  var isMainText: Bool { passage.map { $0.annex == 0 } ?? false }
}

extension Verdict {
  /// One verdict over all writings; without any there is nothing to look at.
  init(over writings: [Writing], findings: (Writing) -> [Finding]) {
    self = writings.isEmpty ? .noText : Verdict(writings.flatMap(findings))
  }

  /// Nothing is written that could be looked at.
  static let noText = Verdict.notCheckable(missing: ["报告正文"])
}
