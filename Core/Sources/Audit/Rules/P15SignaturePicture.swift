import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p15SignaturePicture = AuditRule(
    RuleCard(
      "P15", "签名、印章的图片", severity: .info,
      why: "签名和公章的图片可以被人复制去用；公开的文本不需要它们。",
      remedy: "公开的文本去掉签名和印章的图片，内部留存的文本可以保留。",
      sources: [.personalInformation("个人信息的公开"), .customary("公开的文本不带签名和印章图片")]
    ),
    method: "看文件里的图片：名称或说明写有签名、签章、公章等字的，与“签字”“盖章”在同一段的，放在落款（单位名称、日期）上的，即提示。其他图片不看。",
    examples: [
      .passes(
        ([:] as ExampleFiling).carrying(
          FileTrace(.picture, "图片 1", name: "市场改造前后对比", part: "word/document.xml", paragraph: 8),
          FileTrace(.picture, "签约仪式", part: "word/document.xml", paragraph: 9))),
      .passes(([:] as ExampleFiling).carrying(FileTrace(.comment, "请盖章", part: "word/comments.xml", paragraph: 0))),
      .fails(
        ([:] as ExampleFiling).carrying(
          FileTrace(.picture, "图片 3 局长签名.png", part: "word/document.xml", paragraph: 20)),
        .at("trace picture word/document.xml/20", "这张图片可能是签名或印章，公开的文本请去掉。")),
      .fails(
        ([:] as ExampleFiling).carrying(
          FileTrace(.picture, "图片 4", name: "单位负责人签字：", part: "word/document.xml", paragraph: 21),
          FileTrace(.picture, "图片 5", name: "2025年3月18日", part: "word/document.xml", paragraph: 22)),
        .at("trace picture word/document.xml/21", "这张图片可能是签名或印章，公开的文本请去掉。"),
        .at("trace picture word/document.xml/22", "这张图片可能是签名或印章，公开的文本请去掉。")),
      .cannotLook(.prose("单位负责人签字：")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard let traces = dossier.traces else { return .notCheckable(missing: ["文件中的图片"]) }
    return Verdict(
      traces.of(.picture).filter { $0.isSignature(of: dossier.filing.unit.name) }.map { picture in
        Finding(
          at: [.trace(TracePlace(picture))], "这张图片可能是签名或印章，公开的文本请去掉。",
          derivation: picture.text.isBlank ? picture.name : picture.text)
      })
  }
}

extension FileTrace {
  /// By what the picture is called, or by the words that it stands at.
  fileprivate func isSignature(of unit: String) -> Bool {
    let words = ["签名", "签字", "签章", "印章", "公章", "盖章", "印鉴", "电子章", "手签", "signature", "seal", "stamp"]
    if text.lowercased().holds(anyOf: words) { return true }
    let beside = name.bare
    if beside.unicodeScalars.count <= 60, beside.holds(anyOf: ["签字", "签名", "盖章", "公章", "签章"]) { return true }
    if !unit.isEmpty, beside == unit.bare { return true }
    return WrittenFigure.found(in: beside).contains { figure in
      guard case .date(let date) = figure.kind, date.month != nil else { return false }
      return figure.range.count + 1 >= beside.unicodeScalars.count
    }
  }
}
