import Figures
import Reading
import Rules
import Text

/// A task and less that was done of it, and words in the same sentence that it was done in full:
/// 计划完成造林5000亩，实际完成4600亩，圆满完成任务.
struct DoneBelowGoal {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: claims + ["全部建成"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.clauses.compactMap { finding(on: $0, in: passage) ?? finding(behindRate: $0, in: passage) }
  }

  /// 完成率93.3%，圆满完成年度任务.
  private static func finding(behindRate clause: Range<Int>, in passage: PassageReading) -> Finding? {
    let claim = passage.text(clause).withoutBlanks
    guard claims.contains(where: claim.begins), passage.figures(in: clause).isEmpty,
      claim.holds(anyOf: ["任务", "目标", "计划"]), !claim.holds(anyOf: ["的", "其他", "其余", "各项", "未", "不"]),
      let rate = passage.figures(in: passage.sentence(at: clause.lowerBound).lowerBound..<clause.lowerBound).last,
      case .percent(.number(let percent)) = rate.kind, rate.isUnbounded, !rate.isApproximate,
      percent.value < Rational(99), passage.text(rate.range.upperBound..<clause.lowerBound).withoutBlanks == ","
    else { return nil }
    let words = passage.text(passage.words(before: rate)).withoutBlanks
    // 计划扫描42万卷，…完成90%，超额完成年度计划
    let isOfPlan =
      words == "完成" && claim.begins(with: "超额完成")
      && passage.has(.target, in: passage.sentence(at: clause.lowerBound).lowerBound..<rate.range.lowerBound)
    guard isOfPlan || ["完成率", "任务完成率", "目标完成率", "完成任务的", "完成年度任务的", "完成目标的", "完成计划的"].contains(where: words.ends) else {
      return nil
    }
    return Finding(
      at: [clause, rate.range].map { .text(passage.passage.place($0)) },
      "\(words)\(passage.quote(rate))，却写“\(passage.text(clause).droppingBlankEnds)”。",
      derivation: "\(passage.quote(rate)) < 100%")
  }

  private static let claims = ["超额完成", "圆满完成", "全面完成", "全部完成", "如期完成"]

  private static func finding(on clause: Range<Int>, in passage: PassageReading) -> Finding? {
    let claim = passage.text(clause).withoutBlanks
    guard ["已全部完成", "全部完成", "已全部建成", "全部建成"].contains(claim) || claims.contains(where: claim.begins),
      passage.figures(in: clause).allSatisfy({ $0.kind.extent == nil }),
      claim.holds(anyOf: ["任务", "目标", "计划"]) || claim.ends(with: "全部完成") || claim.ends(with: "全部建成"),
      !claim.holds(anyOf: ["的", "其他", "其余", "各项", "未", "不"])
    else { return nil }
    let sentence = passage.sentence(at: clause.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<clause.lowerBound).compactMap(ProseQuantity.init)
    guard before.count == 2, let goal = before.first, let done = before.last, goal.unit == done.unit,
      !["", "元", "天", "日", "个工作日", "小时", "分钟"].contains(goal.unit),
      done.value.relation(to: goal.value) == .below
    else { return nil }
    let (first, second) = (passage.words(before: goal.figure), passage.words(before: done.figure))
    let words = passage.text(second).withoutBlanks
    guard passage.has(.target, in: first), !passage.has(.target, in: second),
      words.holds(anyOf: ["实际", "完成", "实施", "共", "达", "完工", "竣工", "建成"]),
      !words.holds(anyOf: ["其中", "减少", "下降", "压减", "增加", "控制", "事故", "投诉", "死亡"]),
      !passage.text(first).holds(anyOf: ["不超过", "控制", "以内", "减少", "下降", "事故", "投诉", "死亡"])
    else { return nil }
    let quotes = [goal, done].map { passage.quote($0.figure) }
    return Finding(
      at: [clause, done.figure.range, goal.figure.range].map { .text(passage.passage.place($0)) },
      "任务 \(quotes[0])，实际 \(quotes[1])，没有完成，却写“\(passage.text(clause).droppingBlankEnds)”。",
      derivation: "\(quotes[1]) < \(quotes[0])")
  }
}
