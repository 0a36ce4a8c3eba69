import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a27AssetUse = AuditRule(
    RuleCard(
      "A27", "资产使用率算错", severity: .warning,
      why: "固定资产利用率等于在用资产除以全部固定资产；算不出所写的数，三个数里必有一个写错。",
      remedy: "按固定资产台账核对在用资产和资产总额，重新计算后改正。",
      sources: [
        .reportOutline("资产管理情况"),
        LegalSource("预算绩效评价共性指标体系框架", number: "财预〔2013〕53号", clause: "固定资产利用率", isVerified: false),
      ]
    ),
    method: """
      一段里写了资产使用率（利用率、在用率）、在用资产和固定资产总额（原值）的，复算百分比；写了闲置资产而没有写在用资产的，以总额减闲置为在用。\
      四舍五入或截尾到所写位数都算对；约数、只有百分比的不看；原值和净值都写了的，任何一个算得出即不报。
      """,
    examples: [
      .passes(.prose("固定资产账面原值612.09万元，在用资产612.09万元，资产使用率100%。")),
      .passes(
        .prose(
          "固定资产原值500万元，净值300万元，实际在用固定资产270万元，固定资产利用率90%。",
          "固定资产总额300万元，其中闲置固定资产10万元，出租5万元，固定资产利用率为96.67%。")),
      .fails(
        .prose("固定资产账面原值⟦612.09万元⟧，在用资产⟦600万元⟧，资产使用率⟦100%⟧。"),
        .at("⟦100%⟧", "所写 100%，600万元 ÷ 612.09万元 应为 98.02%。")),
      .fails(
        .prose("年末固定资产总额⟦300万元⟧，闲置固定资产⟦30万元⟧。固定资产利用率为⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，（300万元 - 30万元）÷ 300万元 应为 90%。")),
      .cannotLook(.prose("固定资产利用率为100%。")),
    ]
  ) { dossier in
    dossier.verdict(overPercentages: "资产使用率和在用资产、资产总额") { figure, percent, passage in
      dossier.assetUse(figure, percent, in: passage)?.look(at: figure, in: passage)
    }
  }
}

extension Dossier {
  /// 固定资产x，在用资产y，资产使用率p%.
  fileprivate func assetUse(_ figure: WrittenFigure, _ percent: WrittenNumber, in passage: PassageReading)
    -> FoundRatio?
  {
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard words.holds("资产"), words.holds(anyOf: ["使用率", "利用率", "在用率"]) else { return nil }
    let amounts = amounts(in: passage).filter {
      $0.role == .level && !$0.isApproximate && $0.words.holds(anyOf: ["资产", "净值"])
    }
    let used = amounts.filter { $0.words.holds(anyOf: ["在用", "使用中"]) }
    let idle = amounts.filter { $0.words.holds("闲置") }
    let all = amounts.filter { amount in
      !amount.amount.isZero && amount.words.holds(anyOf: ["固定资产", "资产总额", "资产原值", "资产账面", "净值"])
        && !amount.words.holds(anyOf: Self.parts)
    }
    let ratios = all.flatMap { whole in
      used.map { FoundRatio(percent, of: $0, in: whole, passage) }
        + (used.isEmpty ? idle.compactMap { FoundRatio(percent, without: $0, of: whole, passage) } : [])
    }
    return ratios.first { $0.ratio.isRight } ?? ratios.first
  }

  /// Words of assets that are a part of all, or other ones.
  private static let parts = ["在用", "闲置", "出租", "出借", "处置", "报废", "新增", "购置", "无形", "流动", "净资产"]
}

extension FoundRatio {
  /// What is left of a whole without a part, in per cent of it.
  fileprivate init?(
    _ percent: WrittenNumber, without part: AmountStatement, of whole: AmountStatement, _ passage: PassageReading
  ) {
    guard let rest = whole.stated.exact.subtracting(part.stated.exact), rest >= .zero else { return nil }
    let (x, y) = (passage.text(whole.range), passage.text(part.range))
    self.init(
      ratio: WrittenRatio(
        percent: percent, part: StatedAmount(rest, slack: .zero).with(whole.stated.slack, part.stated.slack),
        whole: whole.stated),
      working: "（\(x) - \(y)）÷ \(x)", ranges: [whole.range, part.range])
  }
}
