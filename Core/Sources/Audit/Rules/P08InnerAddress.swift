import Evaluation
import Reading
import Rules

extension AuditRule {
  static let p08InnerAddress = AuditRule.inAllWritings(
    RuleCard(
      "P08", "内网地址", severity: .error,
      why: "内网系统的地址和端口公开后，等于告诉别人从哪里攻击。",
      remedy: "删去地址；需要说明的，写系统名称即可。",
      sources: [.disclosure("可能危及公共安全的信息不得公开"), .customary("内网系统地址不对外公布")]
    ),
    method: """
      查网址和 IP 地址：以 10、172.16 至 172.31、192.168、127 开头的，主机名没有域名的，以 .local 等结尾的，为内网地址；\
      公网地址带有端口号的，须说明。公开网站不报；没有协议和端口的四段数字，段落里说到网址、访问等才算。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("已在门户网站 https://www.example.gov.cn/zwgk/index.html 公开，软件版本10.1.0.3。")),
      .passes(.prose("10.1.2.3 采购验收，由办公室负责。")),
      .fails(
        .prose("通过财政内网，访问网址：⟦http://192.168.0.8:8080/pems/⟧（末尾斜杠不能省略）。"),
        .at("⟦http://192.168.0.8:8080/pems/⟧", "写有内网地址 192.168.0.8:8080，公开前请删去。")),
      .fails(
        .prose("服务器地址⟦172.20.1.5⟧，外网入口 ⟦http://203.0.113.7:9090/login⟧。"),
        .at("⟦172.20.1.5⟧", "写有内网地址 172.20.1.5，公开前请删去。"),
        .at("⟦http://203.0.113.7:9090/login⟧", "写有带端口的系统地址 203.0.113.7:9090，请确认是否可以公开。")),
      .cannotLook([:]),
    ]
  ) { writing in
    NetworkAddress.found(in: writing).compactMap { address in
      switch address.kind {
      case .open: nil
      case .inner:
        Finding(at: [writing.place(address.range)], "写有内网地址 \(address.host)，公开前请删去。", derivation: address.host)
      case .port:
        Finding(
          at: [writing.place(address.range)], "写有带端口的系统地址 \(address.host)，请确认是否可以公开。",
          derivation: address.host, severity: .warning)
      }
    }
  }
}
