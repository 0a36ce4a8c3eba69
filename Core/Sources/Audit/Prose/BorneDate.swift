import Evaluation
import Reading
import Text

/// A day or a month that a report or a form bears, not one that it speaks of.
struct BorneDate {
  enum Kind {
    /// At the foot of a form.
    case filled
    /// Alone on a line of the report.
    case signed
  }

  let kind: Kind
  let date: WrittenDate
  let place: Place
  /// The report itself, no annex.
  let isMain: Bool

  /// "2025年3月18日", or "2025年3月".
  var words: String { date.words }
}

extension WrittenDate {
  /// As it is spoken.
  var words: String {
    (year?.number).map { "\($0)年" }.orEmpty + month.map { "\($0)月" }.orEmpty + day.map { "\($0)日" }.orEmpty
  }

  /// Its first and its last day as numbers that compare as days do; nil without a year and a month.
  private var days: (first: Int, last: Int)? {
    guard let year = year?.number, let month else { return nil }
    let months = (year * 12 + month) * 31
    return (months + (day ?? 1), months + (day ?? 31))
  }

  /// Later for sure, as far as both are written.
  func isAfter(_ other: WrittenDate) -> Bool {
    guard let mine = days, let theirs = other.days else { return false }
    return mine.first > theirs.last
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}

extension Dossier {
  /// Every date that the report and its forms bear with a year and a month.
  var borneDates: [BorneDate] {
    let inProse = narrative.passages.flatMap { passage in
      let dates = passage.figures.compactMap { figure -> (figure: WrittenFigure, date: WrittenDate)? in
        guard case .date(let date) = figure.kind, date.year?.number != nil, date.month != nil else { return nil }
        return (figure, date)
      }
      guard !dates.isEmpty else { return [BorneDate]() }
      let scalars = passage.text.scalarArray
      let visible = scalars.count { !$0.isBlank }
      return dates.compactMap { figure, date in
        passage.bears(figure, in: scalars, of: visible).map { kind in
          BorneDate(kind: kind, date: date, place: .text(passage.place(figure.range)), isMain: passage.annex == 0)
        }
      }
    }
    let inCells = calculation.layouts.flatMap(\.footer).filter { $0.caption.holds("日期") }.flatMap { cell in
      WrittenFigure.found(in: calculation.text(at: cell.address)).compactMap { figure -> BorneDate? in
        guard case .date(let date) = figure.kind, date.year?.number != nil, date.month != nil else { return nil }
        return BorneDate(kind: .filled, date: date, place: .cell(cell.address), isMain: false)
      }.prefix(1)
    }
    // A form's foot that is a paragraph of the file is told there.
    return inProse + inCells.filter { cell in !inProse.contains { $0.kind == .filled && $0.date == cell.date } }
  }
}

extension Passage {
  /// nil for a date that the text speaks of; `visible` counts the scalars that are not blank.
  fileprivate func bears(_ figure: WrittenFigure, in scalars: [Unicode.Scalar], of visible: Int) -> BorneDate.Kind? {
    let before = String(
      String.UnicodeScalarView(scalars[max(0, figure.range.lowerBound - 8)..<figure.range.lowerBound])
    ).bare
    let labels = ["填报日期:", "填报时间:", "填表日期:", "填报日期", "填表日期"]
    if labels.contains(where: before.ends) { return .filled }
    let isAlone = visible <= figure.range.count + 4
    return isAlone || ["报告日期:", "报告日期"].contains(where: before.ends) || isWritten(on: figure, scalars) ? .signed : nil
  }

  /// 本报告于2025年3月8日编制.
  private func isWritten(on figure: WrittenFigure, _ scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[max(0, figure.range.lowerBound - 5)..<figure.range.lowerBound]
    let behind = scalars[figure.range.upperBound..<min(scalars.count, figure.range.upperBound + 2)]
    let words = String(String.UnicodeScalarView(before)).bare
    return ["本报告", "本报告于", "自评报告于", "评价报告于"].contains(where: words.ends)
      && ["编制", "形成", "撰写", "完成", "定稿", "编写", "出具"].contains(String(String.UnicodeScalarView(behind)))
  }
}
