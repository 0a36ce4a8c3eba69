import Evaluation
import Reading
import Rules

extension AuditRule {
  static let p02IdentityNumber = AuditRule.inAllWritings(
    RuleCard(
      "P02", "身份证号码", severity: .error,
      why: "身份证号码是最敏感的个人信息之一，任何公开的报告都不应出现。",
      remedy: "删去身份证号码；确需留存的，放在不公开的附件里。",
      sources: [.personalInformation("敏感个人信息"), .disclosure("涉及个人隐私的信息不得公开")]
    ),
    method: """
      查 18 位号码：前两位是省级代码，出生日期存在，末位校验码正确；校验不符的，前面写明身份证才报。15 位的旧号码也须前面写明身份证。消息里只显示首尾几位。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("合同编号439999190001010013，项目代码2024-431100-51-01。")),
      .passes(.prose("凭身份证领取补贴，共发放6200人次。")),
      .fails(
        .prose("受益人身份证号：⟦439999190001010016⟧"),
        .at("⟦439999190001010016⟧", "写有身份证号码 439****0016，请删去。")),
      .fails(
        .prose("经办人身份证⟦43999919000101018X⟧，旧证身份证号码⟦439999000101003⟧。"),
        .at("⟦43999919000101018X⟧", "写有身份证号码 439****018X，请删去。"),
        .at("⟦439999000101003⟧", "写有身份证号码 439****1003，请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    IdentityNumber.found(in: writing).map { number in
      Finding(
        at: [writing.place(number.range)], "写有身份证号码 \(number.masked)，请删去。", derivation: number.masked)
    }
  }
}
