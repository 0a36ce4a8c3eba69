import Evaluation
import Reading
import Rules

extension AuditRule {
  static let p01MobileNumber = AuditRule.inAllWritings(
    RuleCard(
      "P01", "手机号码", severity: .error,
      why: "自评报告要公开，手机号码属于个人信息，公开后收不回来。",
      remedy: "公开的文本删去或遮盖手机号码；内部留存的文本可以保留。",
      sources: [.personalInformation("个人信息的公开"), .disclosure("涉及个人隐私的信息不得公开")]
    ),
    method: """
      查报告正文和各表文字中 11 位、以 13 至 19 开头的号码，中间有空格、短横或前加 86 的也算。后面带单位的、属于更长数字的、前面写明是编号的不算；\
      在线填写的填表人、联系电话栏公开时自动遮盖，不报。消息里只显示首尾几位。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("政务服务热线12345全年受理来电318件，合同金额13800138000元。")),
      .passes(.prose("统一编号13912345678，档号20241380013800123。")),
      .fails(
        .prose("填表人：郑五  填报日期：2025年3月  联系电话：⟦13800138001⟧"),
        .at("⟦13800138001⟧", "写有手机号码 138****8001，公开前请删去或遮盖。")),
      .fails(
        .prose("如有疑问请联系商贸股（⟦139-0013-8002⟧、+86 ⟦13800138003⟧）。"),
        .at("⟦139-0013-8002⟧", "写有手机号码 139****8002，公开前请删去或遮盖。"),
        .at("⟦13800138003⟧", "写有手机号码 138****8003，公开前请删去或遮盖。")),
      .fails(
        .prose("一、概况", "略。").carrying(
          FileTrace(.hidden, "经办人电话13800138004", part: "word/document.xml", paragraph: 1),
          FileTrace(.property, "13800138005", name: "description", part: "docProps/core.xml"),
          FileTrace(.insertion, "13800138006", part: "word/document.xml", paragraph: 1)),
        .at("trace hidden word/document.xml/1", "写有手机号码 138****8004，公开前请删去或遮盖。"),
        .at("trace property docProps/core.xml/description", "写有手机号码 138****8005，公开前请删去或遮盖。")),
      .cannotLook([:]),
    ]
  ) { writing in
    PhoneNumber.found(in: writing).filter(\.isMobile).map { phone in
      Finding(
        at: [writing.place(phone.range)], "写有手机号码 \(phone.masked)，公开前请删去或遮盖。", derivation: phone.masked)
    }
  }
}
