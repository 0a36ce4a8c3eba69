import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q19BenefitRepeatsOutput = AuditRule(
    RuleCard(
      "Q19", "效益指标重复产出指标", severity: .warning,
      why: "产出是做了什么，效益是带来了什么变化；同一件事两边都列，等于重复计分，效益仍是空的。",
      remedy: "效益指标改写为工作带来的变化，如增收、节约时间、减少事故；重复的一条删去。",
      sources: [.departmentSheet("产出指标、效益指标的三级指标栏"), .evaluationMeasures("产出指标与效益指标的区别")]
    ),
    method: """
      同一张表里，效益指标与产出指标的名称去掉“人数、人次、数量”和“完成、全年”等字后相同，或相邻两字的组合九成以上相同，即报告。\
      一个是量、一个是率的不算；名称完全相同的由 T13 处理。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 污水处理量 | ≥120万吨 | 126万吨 | 10 | 10 |", "ecological | 污水处理率 | ≥95% | 96% | 10 | 10 |",
          "quantity | 新增就业培训人数 | ≥200人 | 210人 | 5 | 5 |", "social | 新增就业人数 | ≥150人 | 158人 | 10 | 10 |")),
      .passes(
        .indicators(
          "quantity | 电商培训人次 | ≥500人次 | 512人次 | 5 | 5 |", "quality | 电商培训人数 | ≥200人 | 214人 | 5 | 5 |",
          "social | 带动就业 | ≥150人 | 158人 | 10 | 10 |")),
      .fails(
        .indicators(
          "quantity | 电商培训人次 | ≥500人次 | 512人次 | 5 | 5 |", "social | 完成电商培训人数 | ≥200人 | 214人 | 10 | 10 |"),
        .at("self/social.1/name", "社会效益指标“完成电商培训人数”与数量指标“电商培训人次”说的是同一件事，请改写为带来的变化。")),
      .fails(
        .indicators(
          "quality | 农贸市场摊位改造验收合格率 | 100% | 100% | 15 | 15 |", "economic | 农贸市场摊位改造验收的合格率 | 100% | 100% | 15 | 15 |",
          on: "project-1"),
        .at(
          "project-1/economic.1/name", "经济效益指标“农贸市场摊位改造验收的合格率”与质量指标“农贸市场摊位改造验收合格率”说的是同一件事，请改写为带来的变化。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.map { (outputs: $0.lines(\.isOutput), benefits: $0.lines(\.isBenefit)) }
      .filter { !$0.outputs.isEmpty && !$0.benefits.isEmpty }
    return Verdict(over: sheets, each: "产出指标和效益指标") { outputs, benefits in
      benefits.compactMap { benefit in
        guard let output = outputs.first(where: { benefit.name.isNamed(like: $0.name) }) else { return nil }
        let (first, second) = (benefit.line, output.line)
        return Finding(
          at: first.address(.name), second.address(.name),
          message: """
            \(first.node.label.withoutBlanks)“\(first.title)”与\(second.node.label.withoutBlanks)“\(second.title)”\
            说的是同一件事，请改写为带来的变化。
            """,
          derivation: "\(first.name) ≈ \(second.name)")
      }
    }
  }
}

extension SheetReading {
  fileprivate func lines(_ isWanted: (IndicatorSubject) -> Bool) -> [(line: IndicatorLine, name: SubjectName)] {
    countedLines.filter { isWanted($0.node.subject) }.map { ($0, SubjectName($0.name)) }
  }
}

extension IndicatorSubject {
  fileprivate var isOutput: Bool { [.quantity, .quality, .timeliness, .cost].contains(self) }
  fileprivate var isBenefit: Bool {
    [.economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability].contains(self)
  }
}

/// What an indicator's name speaks of, without the words for how it is counted and that it is done.
private struct SubjectName {
  private let folded: String
  private let key: [Unicode.Scalar]
  /// Each two neighbours of `key`.
  private let pairs: [[Unicode.Scalar]]

  /// 率 and 量 stay: what share is treated is another thing than how much.
  private static let counts = ["人数", "人次", "次数", "场次", "户数", "家数", "个数", "件数", "数量", "数", "情况"]
  private static let fillers = ["完成", "实现", "全年", "年度", "本年", "实际", "的"]

  init(_ name: String) {
    folded = name.folded
    var rest = folded
    for filler in Self.fillers where rest.holds(filler) { rest = rest.split(separator: filler).joined() }
    while let count = Self.counts.first(where: { rest.ends(with: $0) }) { rest.removeLast(count.count) }
    let key = Array(rest.unicodeScalars)
    self.key = key
    pairs = key.indices.dropLast().map { [key[$0], key[$0 + 1]] }
  }

  /// The same or nearly so, and not the very same name.
  func isNamed(like other: SubjectName) -> Bool {
    guard folded != other.folded, min(key.count, other.key.count) >= 3 else { return false }
    if key == other.key { return true }
    var left = other.pairs
    let shared = pairs.count { pair in
      guard let index = left.firstIndex(of: pair) else { return false }
      left.remove(at: index)
      return true
    }
    return 2 * shared * 10 >= 9 * (pairs.count + other.pairs.count)
  }
}
