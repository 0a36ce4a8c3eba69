import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p14PrivateContact = AuditRule.inAllWritings(
    RuleCard(
      "P14", "私人邮箱、微信、QQ", severity: .warning,
      why: "私人的邮箱、微信号和 QQ 号属于个人信息，也不是办理公务的渠道。",
      remedy: "删去，或改写单位的公务邮箱和办公电话。",
      sources: [.personalInformation("个人信息的公开")]
    ),
    method: """
      查电子邮箱，政府机关和教育机构的域名（gov.cn、edu.cn 等）不报；“微信号”“QQ”之后写明号码的即报告。公众号、视频号、微信群的名称不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("来信请寄 budget@example.gov.cn，或关注微信公众号“示例商务”。")),
      .passes(.prose("通过微信、QQ工作群发布信息120条，微信：扫码关注。")),
      .fails(
        .prose("电子邮箱：⟦zhangsan@example.com⟧"),
        .at("⟦zhangsan@example.com⟧", "写有邮箱 zha****，公开前请删去或改写公务邮箱。")),
      .fails(
        .prose("联系微信号：⟦lisi_2024⟧，QQ：⟦1234567890⟧。"),
        .at("⟦lisi_2024⟧", "写有微信号 lis****，公开前请删去。"), .at("⟦1234567890⟧", "写有 QQ 号 123****，公开前请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    PrivateContact.found(in: writing).map { contact in
      let masked = "\(writing.quote(contact.range).prefix(3))****"
      let said =
        switch contact.kind {
        case .mail: "写有邮箱 \(masked)，公开前请删去或改写公务邮箱。"
        case .weChat: "写有微信号 \(masked)，公开前请删去。"
        case .qq: "写有 QQ 号 \(masked)，公开前请删去。"
        }
      return Finding(at: [writing.place(contact.range)], said, derivation: masked)
    }
  }
}

/// A way to reach somebody privately.
private struct PrivateContact {
  enum Kind { case mail, weChat, qq }
  let range: Range<Int>
  let kind: Kind

  private static let weChat: WordFinder = ["微信号", "微信", "wechat", "vx"]
  private static let qq: WordFinder = ["qq号码", "qq号", "qq群", "qq"]
  private static let offices = [".gov.cn", ".edu.cn", ".org.cn", ".mil.cn"]

  static func found(in writing: Writing) -> [PrivateContact] {
    let mails = writing.scalars.indices.filter { writing.scalars[$0] == "@" }.compactMap {
      mail(around: $0, in: writing)
    }
    let messages = weChat.matches(in: writing.scalars).compactMap { named($0.range.upperBound, .weChat, in: writing) }
    let numbers = qq.matches(in: writing.scalars).compactMap { named($0.range.upperBound, .qq, in: writing) }
    return (mails + messages + numbers).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func mail(around sign: Int, in writing: Writing) -> PrivateContact? {
    var (start, end) = (sign, sign + 1)
    while let scalar = writing.scalar(at: start - 1), scalar.isInName { start -= 1 }
    while let scalar = writing.scalar(at: end), scalar.isInName { end += 1 }
    while end > sign + 1, writing.scalars[end - 1] == "." { end -= 1 }
    let host = writing.scalars[(sign + 1)..<end].map(String.init).joined().lowercased()
    guard start < sign, host.contains("."), !offices.contains(where: host.hasSuffix) else { return nil }
    return PrivateContact(range: start..<end, kind: .mail)
  }

  /// A number or name behind the word and a colon, or right behind it.
  private static func named(_ index: Int, _ kind: Kind, in writing: Writing) -> PrivateContact? {
    var start = writing.skippingBlanks(from: index)
    if let mark = writing.scalar(at: start), [":", "为", "是"].contains(mark) {
      start = writing.skippingBlanks(from: start + 1)
    }
    let name = writing.scalars[min(start, writing.scalars.count)...].prefix { $0.isInName && $0 != "." }
    let isWritten =
      kind == .qq ? (5...11).contains(name.count) && name.allSatisfy(\.isDigit) : (5...20).contains(name.count)
    guard isWritten, name.contains(where: { $0.isDigit || $0.isLatinLetter }), !writing.isMail(name.endIndex) else {
      return nil
    }
    return PrivateContact(range: start..<name.endIndex, kind: kind)
  }
}

extension Writing {
  fileprivate func isMail(_ index: Int) -> Bool { scalar(at: index) == "@" || scalar(at: index) == "." }
}

extension Unicode.Scalar {
  fileprivate var isInName: Bool { isLatinLetter || isDigit || ["_", "-", "."].contains(self) }
}
