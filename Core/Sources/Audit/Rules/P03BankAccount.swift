import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p03BankAccount = AuditRule.inAllWritings(
    RuleCard(
      "P03", "银行账号", severity: .error,
      why: "银行卡号和账号公开后可能被人冒用。",
      remedy: "删去账号；说明资金去向写收款单位名称即可。",
      sources: [.personalInformation("敏感个人信息"), .disclosure("涉及个人隐私、商业秘密的信息不得公开")]
    ),
    method: """
      查 16 至 19 位、以 62 开头且校验位正确的卡号，以及紧跟在“账号”“卡号”“银行账户”等词后面、12 至 25 位的号码。身份证号码由 P02 处理，登录账号由 P09 处理。消息里只显示首尾几位。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("资产条码6200000000000000001，统一社会信用代码114304210000000000。")),
      .passes(.prose("本单位开设零余额账户1个，账号按规定报备。登录账号：13800138001")),
      .fails(
        .prose("补贴直接打卡，卡号⟦6200 0000 0000 0000 018⟧。"),
        .at("⟦6200 0000 0000 0000 018⟧", "写有银行账号 6200****0018，请删去。")),
      .fails(
        .prose("开户行：示例县农村商业银行，账号：⟦820100000000123456⟧"),
        .at("⟦820100000000123456⟧", "写有银行账号 8201****3456，请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    DigitRun.found(in: writing, atLeast: 12).compactMap { run in
      let start = run.range.lowerBound
      let isNamed =
        (12...25).contains(run.digits.count) && writing.hasBefore(start, within: 8, AccountWords.words)
        && !writing.hasBefore(start, within: 12, AccountWords.logins)
      guard isNamed || run.isCardNumber else { return nil }
      guard !IdentityNumber.found(in: writing).contains(where: { $0.range.overlaps(run.range) }) else { return nil }
      let masked = run.masked(first: 4)
      return Finding(at: [writing.place(run.range)], "写有银行账号 \(masked)，请删去。", derivation: masked)
    }
  }
}

private enum AccountWords {
  static let words: WordFinder = ["账号", "帐号", "卡号", "账户", "帐户", "银行卡", "存折"]
  static let logins: WordFinder = ["登录", "登陆", "用户", "系统"]
}

extension DigitRun {
  /// Of the length of a card and with the right check digit.
  fileprivate var isCardNumber: Bool {
    guard (16...19).contains(digits.count), digits.starts(with: [6, 2]) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let value = item.offset % 2 == 1 ? item.element * 2 : item.element
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }
}
