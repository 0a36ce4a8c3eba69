import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q08SatisfactionWithoutSample = AuditRule(
    RuleCard(
      "Q08", "满意度 100% 而没有样本", severity: .warning,
      why: "人人满意很少见；没有问过多少人，100% 和“满意”都只是自己说的。",
      remedy: "写明调查方式和样本，如“发放问卷200份，收回195份”；没有调查过的，补做调查后按结果填写。",
      sources: [.departmentSheet("服务对象满意度指标"), .evaluationMeasures("满意度通过问卷调查等方式取得")]
    ),
    method: """
      满意度、满意率的完成值恰好是 100%，或只写“满意”“非常满意”，而正文和该行都没有写问卷、抽样、回访等调查了多少份、多少人，即报告。\
      完成值空白由 H01、超过 100% 由 G08、与指标值不可比由 G07 处理；名称不是满意度的不查。
      """,
    examples: [
      .passes(.indicators("satisfaction | 企业满意度 | ≥90% | 95.8% | 10 | 10 |")),
      .passes(
        .prose(
          "对辖区企业开展满意度调查，发放问卷60份，收回60份，全部表示满意。",
          and: .indicators("satisfaction | 企业满意度 | ≥90% | 100% | 10 | 10 |"))),
      .passes(
        .indicators(
          "satisfaction | 服务对象满意度 | ≥95% | 100%（电话回访86户） | 5 | 5 |", "satisfaction | 遗留问题处理率 | 100% | 100% | 5 | 5 |")),
      .fails(
        .indicators("satisfaction | 受益对象满意率 | 100% | 100% | 10 | 10 |"),
        .at("self/satisfaction.1/actual", "受益对象满意率完成值 100%，没有写明调查了多少人、收回多少份。")),
      .fails(
        .prose(
          "项目受益对象对项目的满意度都很高，走访企业3次。",
          and: .indicators("satisfaction | 企业满意度 | 满意 | 非常满意 | 10 | 10 |", on: "project-1")),
        .at("project-1/satisfaction.1/actual", "企业满意度完成值只写“非常满意”，没有写明调查了多少人、满意的占多少。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "satisfaction | 企业满意度 | ≥90% | | 10 |")),
    ]
  ) { dossier in
    let lines = dossier.countedLines.filter { $0.name.holds("满意") && $0.actual != .void }
    let isTold = !lines.isEmpty && dossier.statements.passages.contains { Survey.isTold(in: $0) }
    return Verdict(over: lines, missing: "满意度指标的实际完成值") { line in
      guard line.mismatch == nil, let claim = line.perfectSatisfaction, !isTold, !line.tellsOfSurvey else {
        return .agrees
      }
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.name), message: "\(line.title)\(claim)。",
          derivation: line.actualText.bare))
    }
  }
}

extension IndicatorLine {
  /// Nobody is unsatisfied, or only a word says how they are.
  fileprivate var perfectSatisfaction: String? {
    switch actual {
    case .quantity(let quantity) where quantity.figure == 100 && (quantity.unit == "%" || quantity.unit.isEmpty):
      "完成值 100%，没有写明调查了多少人、收回多少份"
    case .words(let text) where text.holds("满意") && !text.holds("不满意") && !actual.isUnclear:
      "完成值只写“\(actualText.bare)”，没有写明调查了多少人、满意的占多少"
    default: nil
    }
  }

  /// The row itself says how many were asked.
  fileprivate var tellsOfSurvey: Bool {
    [actualText, targetText, reason].contains { text in
      !text.isEmpty && Survey.isTold(in: PassageReading(cell: "\(name)：\(text)"))
    }
  }
}
