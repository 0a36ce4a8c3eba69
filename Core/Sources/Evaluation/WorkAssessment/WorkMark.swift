public import Figures
import Text

/// What the bureau holds of one criterion of the 自评工作考核.
public struct WorkMark: Hashable, Sendable {
  /// The criterion's id.
  public let row: String
  /// As entered, without closing zeros.
  public let points: String
  /// What the program proposed at that time; empty where it proposed nothing.
  public let computed: String
  /// Why the points are what they are; must be there where they differ from what was proposed.
  public let reason: String
  public init(row: String, points: String, computed: String, reason: String) {
    self.row = row
    self.points = points
    self.computed = computed
    self.reason = reason
  }

  /// In characters.
  public static let reasonLimit = 500
}

extension WorkAssessment {
  /// The mark as it is kept, or why it cannot be taken. Blank points take back what was there.
  public func accepted(
    _ points: String, reason: String, of proposal: WorkProposal
  ) throws(FieldProblem) -> WorkMark {
    guard let row = row(proposal.id) else { throw FieldProblem(proposal.id, "没有这一项，请刷新页面。") }
    let reason = reason.droppingBlankEnds
    let computed = proposal.points?.description ?? ""
    let count = reason.unicodeScalars.count
    guard count <= WorkMark.reasonLimit else {
      throw FieldProblem(row.id, "“\(row.label)”的说明最多 \(WorkMark.reasonLimit) 字，现有 \(count) 字。")
    }
    let typed = points.droppingBlankEnds
    guard !typed.isEmpty else {
      guard reason.isEmpty else { throw FieldProblem(row.id, "“\(row.label)”写了说明，请填得分。") }
      return WorkMark(row: row.id, points: "", computed: "", reason: "")
    }
    guard let figure = Figure.points(typed, upTo: row.most) else {
      throw FieldProblem(row.id, "“\(row.label)”的得分应为 0 至 \(row.points) 的数，最多两位小数。")
    }
    if let proposed = proposal.points, proposed.rational != figure.rational, reason.isEmpty {
      throw FieldProblem(row.id, "“\(row.label)”的得分与系统计算的 \(proposed) 不同，请写明理由。")
    }
    return WorkMark(row: row.id, points: figure.description, computed: computed, reason: reason)
  }

  /// The points of all rows together; nil while one is without.
  public func total(of marks: [WorkMark]) -> Figure? {
    let known = Dictionary(marks.map { ($0.row, $0.points) }, uniquingKeysWith: { _, last in last })
    var sum = Rational.zero
    for row in rows {
      guard let text = known[row.id], let figure = try? Figure(reading: text), let more = sum.adding(figure.rational)
      else { return nil }
      sum = more
    }
    return sum.rounded(decimals: 2)?.trimmed
  }
}
