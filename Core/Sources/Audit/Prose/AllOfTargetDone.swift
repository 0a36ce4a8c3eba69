import Evaluation
import Figures
import Reading
import Rules
import Text

/// So many of a thing that all are said to be done, while the form has as many for a target and fewer for a result:
/// 18处饮水工程改造任务已全部完成 beside 饮水工程改造, ≥18处, 17处.
struct AllOfTargetDone {
  private let passage: PassageReading
  private let clause: Range<Int>
  private let all: ProseQuantity
  /// What stands between the number and the claim, folded.
  private let name: String

  private static let claims = ["全部完成", "均已完成", "全面完成", "全部建成", "全部竣工", "全部完工"]
  private static let limits = ["未", "除", "不", "基本", "将", "拟", "上年", "其余", "其他"]

  private static let finder = PassageFinder(in: [.prose, .noPlans, .figure]) { read -> [AllOfTargetDone] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: claims) else { return [] }
    return passage.clauses.compactMap { AllOfTargetDone($0, in: passage) }
  }

  private init?(_ clause: Range<Int>, in passage: PassageReading) {
    let figures = passage.figures(in: clause).filter { $0.kind.extent != nil }
    guard figures.count == 1, let all = ProseQuantity(figures[0]), !["", "元", "㎡"].contains(all.unit) else {
      return nil
    }
    let words = passage.text(clause.rest(behind: figures[0].range)).withoutBlanks
    guard let end = Self.claims.lazy.compactMap({ words.offset(of: $0) }).first, !words.holds(anyOf: Self.limits) else {
      return nil
    }
    var name = String(words.unicodeScalars.prefix(end))
    for rest in ["已", "任务", "项目", "工作"] where name.ends(with: rest) { name.removeLast(rest.count) }
    guard name.unicodeScalars.count >= 4 else { return nil }
    (self.passage, self.clause, self.all, self.name) = (passage, clause, all, name.folded)
  }

  /// nil unless the line's name says the same, its target is all of them and its result is less.
  private func finding(on line: IndicatorLine) -> Finding? {
    let own = line.name.folded
    guard own.unicodeScalars.count >= 4, own.holds(name) || name.holds(own),
      let target = Self.quantity(line.targetText), let actual = Self.quantity(line.actualText),
      target.unit == all.unit, actual.unit == all.unit, target.value.exact == all.value.exact,
      actual.value.relation(to: target.value) == .below
    else { return nil }
    let claim = passage.text(clause).droppingBlankEnds
    return Finding(
      at: [.text(passage.passage.place(clause)), .cell(line.address(.actual))],
      "写“\(claim)”，而\(line.title)实际完成值为 \(line.actualText)，请核对。", derivation: "\(line.actualText) < \(line.targetText)")
  }

  /// The only quantity of a cell.
  private static func quantity(_ text: String) -> ProseQuantity? {
    let figures = PassageReading(cell: text).passage.figures
    return figures.count == 1 ? ProseQuantity.orGoal(figures[0]) : nil
  }

  /// Claims of the report that one of its indicators belies.
  static func findings(in dossier: Dossier) -> [Finding] {
    guard !dossier.countedLines.isEmpty else { return [] }
    return dossier.found(in: finder).compactMap { claim in
      dossier.countedLines.lazy.compactMap { claim.finding(on: $0) }.first
    }
  }
}
