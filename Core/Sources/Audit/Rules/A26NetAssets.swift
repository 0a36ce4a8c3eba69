import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let a26NetAssets = AuditRule(
    RuleCard(
      "A26", "净资产与资产、负债不符", severity: .warning,
      why: "净资产等于资产减负债，三个数都来自资产负债表；算不出来，说明抄错了一个数或用了不同时点的数。",
      remedy: "按年末资产负债表核对资产、负债、净资产三个数，改正写错的一个。",
      sources: [.reportOutline("资产管理情况"), LegalSource("政府会计准则——基本准则", clause: "净资产等于资产减去负债", isVerified: false)]
    ),
    method: """
      一段里依次出现资产总额、负债总额、净资产三个数的，比较资产减负债与净资产；同一段写了几个时点的，三个一组分别比较。\
      固定资产、流动资产等部分资产不算资产总额；约数、增减额、写法精度内的差不报，三个数不全的不看。
      """,
    examples: [
      .passes(.prose("年末资产总额9273.2万元，负债总额8882.31万元，净资产390.89万元，其中固定资产612.09万元。")),
      .passes(
        .prose(
          "2024年末总资产120万元，比年初增加20万元，其中固定资产60万元；负债合计30万元；净资产合计90万元。",
          "2023年末资产合计100.5万元、负债合计20.2万元、净资产80.3万元，2024年末资产合计1205000元、负债合计20.2万元、净资产100.3万元。")),
      .fails(
        .prose("年末资产总额⟦9273.2万元⟧，负债总额⟦8882.31万元⟧，净资产⟦309.89万元⟧。"),
        .at("⟦309.89万元⟧", "资产 9273.2 万元减负债 8882.31 万元应为 390.89 万元，净资产写为 309.89 万元，相差 81 万元。")),
      .fails(
        .prose(
          "2023年末资产合计100万元、负债合计20万元、净资产80万元，2024年末资产合计⟦120万元⟧、负债合计⟦20万元⟧、净资产⟦80万元⟧。"),
        .at("⟦80万元⟧", "资产 120 万元减负债 20 万元应为 100 万元，净资产写为 80 万元，相差 20 万元。")),
      .cannotLook(.prose("年末固定资产总额612.09万元，净资产390.89万元。")),
    ]
  ) { dossier in
    Verdict(
      over: dossier.found(in: NetAssets.finder), missing: "报告正文",
      "资产、负债和净资产", look: \.look)
  }
}

/// What a unit owns, owes, and has left.
private struct NetAssets {
  let assets: AmountStatement
  let liabilities: AmountStatement
  let net: AmountStatement

  static let finder = PassageFinder(in: .amount) { all(in: $0.amounts) }

  /// Three at a time in the order of the text; one that comes again begins anew.
  static func all(in amounts: [AmountStatement]) -> [NetAssets] {
    var found: [NetAssets] = []
    var open: [BudgetItem: AmountStatement] = [:]
    for amount in amounts where amount.role == .level && !amount.isApproximate {
      guard [.assets, .liabilities, .netAssets].contains(amount.item) else { continue }
      if open[amount.item] != nil { open = [:] }
      open[amount.item] = amount
      guard let assets = open[.assets], let liabilities = open[.liabilities], let net = open[.netAssets] else {
        continue
      }
      found.append(NetAssets(assets: assets, liabilities: liabilities, net: net))
      open = [:]
    }
    return found
  }

  var look: Look? {
    guard let exact = assets.stated.exact.subtracting(liabilities.stated.exact) else { return nil }
    let right = StatedAmount(exact, slack: .zero).with(assets.stated.slack, liabilities.stated.slack)
    guard right.relation(to: net.stated) != .agree else { return .agrees }
    return .breaks(
      Finding(
        at: [net, assets, liabilities].map { .text($0.place) },
        "资产 \(assets.stated.spoken)减负债 \(liabilities.stated.spoken)应为 \(right.spoken)，净资产写为 \(net.stated.spoken)，相差 \(right.gap(to: net.stated).spoken)。",
        derivation: "\(assets.stated.digits) - \(liabilities.stated.digits) = \(right.digits) ≠ \(net.stated.digits)"))
  }
}
