import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p09Password = AuditRule(
    RuleCard(
      "P09", "密码和登录规则", severity: .error,
      why: "密码、默认密码和账号规则公开后，任何人都可能登录系统；即使已经改过，也会让人猜到别的账号。",
      remedy: "删去密码和账号规则，并尽快更换密码。",
      sources: [.customary("口令不得写入公开的文本"), .disclosure("可能危及公共安全的信息不得公开")]
    ),
    method: """
      “密码”“口令”之后写明字符，或写明“身份证后六位”“手机号”等规则的，即报告；“登录账号：手机号码”一类的账号规则，在密码或内网地址前后三段以内才报。\
      只说密码管理、定期修改密码的不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("定期修改密码，密码长度不少于8位，加强密码应用安全。", "公众号账号：示例商务")),
      .passes(.prose("密码由各岗位自行保管，遗忘的联系管理员。")),
      .fails(
        .prose("⟦登录账号：手机号码⟧", "⟦默认密码：Init#2024⟧", "每个单位有两个岗位。"),
        .at("⟦登录账号：手机号码⟧", "写有登录账号的规则，公开前请删去。"), .at("⟦默认密码：Init#2024⟧", "写有密码，请删去并更换。")),
      .passes(.prose("密码2024年起每季度更换，口令1000余个已全部更新。")),
      .fails(
        .prose("⟦系统初始密码888888⟧，请及时修改。"), .at("⟦系统初始密码888888⟧", "写有密码，请删去并更换。")),
      .fails(
        .prose("首次登录，⟦初始密码为身份证后六位⟧，登录后请修改。"),
        .at("⟦初始密码为身份证后六位⟧", "写有密码的规则，请删去并更换。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let writings = dossier.allWritings
    let secrets = writings.map { Login.passwords(in: $0) }
    func isNearSecret(_ index: Int) -> Bool {
      (max(0, index - 3)...min(writings.count - 1, index + 3)).contains { near in
        !secrets[near].isEmpty || NetworkAddress.found(in: writings[near]).contains { $0.kind == .inner }
      }
    }
    guard !writings.isEmpty else { return .noText }
    return Verdict(
      writings.indices.flatMap { index -> [Finding] in
        let writing = writings[index]
        let found = Login.accounts(in: writing)
        let accounts = (!found.isEmpty && isNearSecret(index) ? found : []).map { account in
          Finding(at: [writing.place(account)], "写有登录账号的规则，公开前请删去。", derivation: "账号")
        }
        return accounts
          + secrets[index].map { secret in
            Finding(
              at: [writing.place(secret.range)], secret.isRule ? "写有密码的规则，请删去并更换。" : "写有密码，请删去并更换。",
              derivation: "密码")
          }
      })
  }
}
