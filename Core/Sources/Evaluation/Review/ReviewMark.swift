public import Figures
import Text

/// What a reviewer holds of one score: 核查分 and opinion beside what the unit gave itself.
public struct ReviewMark: Hashable, Sendable {
  /// The cell of the unit's score.
  public let cell: CellAddress
  /// As entered, without blanks; empty where only an opinion is given.
  public let points: String
  /// Without blanks at its ends; empty where only points are given.
  public let opinion: String

  public init(cell: CellAddress, points: String, opinion: String) {
    self.cell = cell
    self.points = points
    self.opinion = opinion
  }

  /// Longest opinion that is taken, in characters.
  public static let opinionLimit = 500
}

/// The scores of one sheet as the unit gave them and as they were reviewed.
public struct ReviewedSheet: Sendable {
  /// The form that they stand on.
  public let layout: Calculation.SheetLayout
  /// In the order of the form.
  public let lines: [Line]

  /// A score that can be reviewed: an indicator's, or that of the budget's execution.
  public struct Line: Sendable, Identifiable {
    /// The cell of the unit's score.
    public let cell: CellAddress
    /// The indicator's name, or that of the execution.
    public let name: String
    /// The most that it can be; empty where the form says nothing.
    public let points: String
    /// What the unit gave itself, as shown.
    public let own: String
    /// What the reviewer holds of it; nil where nothing was entered.
    public let mark: ReviewMark?
    public var id: String { cell.description }
    /// What counts after the review.
    public var reviewed: String { mark.map { $0.points.isEmpty ? own : $0.points } ?? own }
  }

  /// What the unit gave itself in all; blank scores add nothing. nil where all are blank or one cannot be read.
  public var ownTotal: Rational? { Self.sum(lines.map(\.own)) }
  /// The same after the review: of what the reviewer entered, elsewhere of what the unit gave itself.
  public var reviewedTotal: Rational? { Self.sum(lines.map(\.reviewed)) }
  /// nil where there is no total, or no grade for it.
  public var ownGrade: GradeBand? { ownTotal.flatMap { layout.policy.grades.grade(for: $0) } }
  /// nil where there is no total, or no grade for it.
  public var reviewedGrade: GradeBand? { reviewedTotal.flatMap { layout.policy.grades.grade(for: $0) } }
  /// Whether a reviewer entered points of any line.
  public var isReviewed: Bool { lines.contains { $0.mark?.points.isEmpty == false } }

  private static func sum(_ texts: [String]) -> Rational? {
    var sum = Rational.zero
    for text in texts where !text.isEmpty {
      guard let value = try? Figure(reading: text).rational, let more = sum.adding(value) else { return nil }
      sum = more
    }
    return texts.allSatisfy(\.isEmpty) ? nil : sum
  }
}

extension Calculation {
  /// Every sheet with scores, beside these marks.
  public func reviewed(with marks: [ReviewMark]) -> [ReviewedSheet] {
    let known = Dictionary(marks.map { ($0.cell, $0) }, uniquingKeysWith: { _, last in last })
    return layouts.filter { $0.form.kind != .baseData }.map { layout in
      let sheet = layout.sheet.id
      let rows = Set(layout.sheet.rows.map(\.id))
      let lines = layout.definitions.filter { definition in
        let address = definition.address
        return address.column == IndicatorColumn.score.rawValue
          && (rows.contains(address.row) || address.row == "total")
      }.map { definition in
        let row = definition.address.row
        func text(_ column: String) -> String { self.text(at: CellAddress(sheet, row, column)) }
        return ReviewedSheet.Line(
          cell: definition.address, name: row == "total" ? "预算执行" : text(IndicatorColumn.name.rawValue),
          points: text(IndicatorColumn.points.rawValue), own: text(IndicatorColumn.score.rawValue),
          mark: known[definition.address])
      }
      return ReviewedSheet(layout: layout, lines: lines)
    }
  }

  /// The mark as it is kept, or why it cannot be taken. A blank one takes back what was there.
  public func accepted(_ mark: ReviewMark) throws(FieldProblem) -> ReviewMark {
    let line = reviewed(with: []).lazy.flatMap(\.lines).first { $0.cell == mark.cell }
    guard let line, let layout = layout(of: mark.cell.sheet) else {
      throw FieldProblem(mark.cell.description, "没有这个指标，请刷新页面。")
    }
    let place = mark.cell.description
    let opinion = mark.opinion.droppingBlankEnds
    let count = opinion.unicodeScalars.count
    guard count <= ReviewMark.opinionLimit else {
      throw FieldProblem(place, "“\(line.name)”的意见最多 \(ReviewMark.opinionLimit) 字，现有 \(count) 字。")
    }
    let typed = mark.points.droppingBlankEnds
    guard !typed.isEmpty else { return ReviewMark(cell: mark.cell, points: "", opinion: opinion) }
    let figure: Figure
    do throws(FigureFault) { figure = try Figure(reading: typed) } catch {
      throw FieldProblem(place, "“\(line.name)”的核查分\(error.message)")
    }
    let decimals = layout.policy.rounding.scoreDecimals
    guard !figure.isNegative, figure.trimmed.decimals <= decimals else {
      throw FieldProblem(place, "“\(line.name)”的核查分不能小于 0，最多 \(decimals) 位小数。")
    }
    if let most = try? Figure(reading: line.points), figure.rational > most.rational {
      throw FieldProblem(place, "“\(line.name)”的核查分不能超过分值 \(line.points)。")
    }
    let own = try? Figure(reading: line.own)
    guard !opinion.isEmpty || own?.rational == figure.rational else {
      throw FieldProblem(place, "“\(line.name)”的核查分与自评得分不同，请写明意见。")
    }
    return ReviewMark(cell: mark.cell, points: figure.trimmed.description, opinion: opinion)
  }
}

extension Set<Role> {
  /// Whether somebody in these roles may enter marks: while the filing waits for them, and once it is done.
  public func mayMark(in stage: Stage) -> Bool {
    switch stage {
    case .financeReview: contains(.finance)
    case .departmentReview: contains(.department)
    case .done: contains(.finance) || contains(.department)
    case .notStarted, .drafting, .unitReview: false
    }
  }
}
