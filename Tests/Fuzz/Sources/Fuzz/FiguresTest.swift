import Figures
import Reading

/// Figures lie in the text, in order, and are the same every time.
struct FiguresTest {
  private let text: String

  init(_ bytes: [UInt8]) { text = bytes.text }

  func run() {
    if let figure = try? Figure(reading: text) {
      let again = try? Figure(reading: figure.description)
      demand(again == figure, "\(figure) is read as \(again?.description ?? "nothing")")
    }
    let scalars = Array(text.unicodeScalars)
    let figures = WrittenFigure.found(in: text)
    var end = 0
    for figure in figures {
      demand(figure.range.lowerBound >= end && figure.range.upperBound <= scalars.count, "place of \(figure)")
      demand(!figure.range.isEmpty, "nothing there: \(figure)")
      demand(
        figure.range.lowerBound <= figure.number.lowerBound && figure.number.upperBound <= figure.range.upperBound,
        "number of \(figure)")
      end = figure.range.upperBound
    }
    // A sentence before another one moves its figures and does nothing else.
    let moved = WrittenFigure.found(in: "。" + text)
    demand(
      moved.count == figures.count
        && zip(moved, figures).allSatisfy { $0.kind == $1.kind && $0.range.lowerBound - 1 == $1.range.lowerBound },
      "behind a full stop")
  }
}
