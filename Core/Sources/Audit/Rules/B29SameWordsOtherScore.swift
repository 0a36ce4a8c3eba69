import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b29SameWordsOtherScore = AuditRule(
    RuleCard(
      "B29", "完成情况相同而得分率不同", severity: .info,
      why: "两条定性指标完成情况写得一样，得分率却不同，看表的人不知道差在哪里。",
      remedy: "把完成情况写具体，写出差别；或统一得分率。",
      sources: [.departmentSheet("实际完成值、得分栏"), .evaluationMeasures("定性指标的计分")]
    ),
    method: "同一张表里指标值和完成值都是文字、完成值相同的指标，得分率最高与最低相差超过 5 个百分点即提示一次。",
    examples: [
      .passes(.indicators("economic | 招商引资 | 定性 | 有效推进 | 15 | 15 |", "social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |")),
      .passes(.indicators("economic | 招商引资 | 定性 | 有效推进 | 15 | 13 | 措施未到位", "social | 建档 | 定性 | 全面完成 | 15 | 15 |")),
      .fails(
        .indicators(
          "economic | 招商引资 | 定性 | 有效推进 | 15 | 13 | 措施未到位，下年加强", "social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |"),
        .at("self/economic.1/score", "招商引资与推进湘商回归的完成情况同为“有效推进”，得分率为 86.67% 和 100%。")),
      .fails(
        .indicators(
          "quantity | 建账 | 达标 | 达标 | 10 | 10 |", "quality | 归档 | 达标 | 达标 | 5 | 4 | 缺两卷",
          "social | 公开 | 达标 | 达标 | 10 | 9 | 迟三天", on: "project-1"),
        .at("project-1/quality.1/score", "归档与建账的完成情况同为“达标”，得分率为 80% 和 100%。")),
      .cannotLook(.indicators("economic | 保工资 | 100% | 100% | 15 | 15 |", "social | 政策知晓率 | 100% | 100% | 15 | 13 |")),
    ]
  ) { dossier in
    let alike = dossier.scoredSheets.flatMap(\.alikeLines)
    return Verdict(over: alike, missing: "定性指标的完成情况和得分") { lines in
      guard let lowest = lines.min(by: { $0.share < $1.share }), let highest = lines.max(by: { $0.share < $1.share }),
        let gap = highest.share.subtracting(lowest.share)
      else { return nil }
      guard gap > Rational(5) else { return .agrees }
      let (low, high) = (lowest.line, highest.line)
      return .breaks(
        Finding(
          at: low.address(.score), high.address(.score), low.address(.actual), high.address(.actual),
          message:
            "\(low.title)与\(high.title)的完成情况同为“\(low.actualText.bare)”，得分率为 \(lowest.share.spoken(2))% 和 \(highest.share.spoken(2))%。",
          derivation: "\(lowest.share.spoken(2)) < \(highest.share.spoken(2))"))
    }
  }
}

extension SheetReading {
  /// Indicators in words, those of the same actual value together, and the share of the points each earns in per cent.
  fileprivate var alikeLines: [[(line: IndicatorLine, share: Rational)]] {
    var groups: [(text: String, lines: [(line: IndicatorLine, share: Rational)])] = []
    for line in countedLines {
      guard case .words = line.target, case .words(let text) = line.actual, let points = line.points,
        let score = line.score, let share = score.rational.multiplied(by: Rational(100))?.divided(by: points.rational)
      else { continue }
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].lines.append((line, share))
      } else {
        groups.append((text, [(line, share)]))
      }
    }
    return groups.map(\.lines)
  }
}
