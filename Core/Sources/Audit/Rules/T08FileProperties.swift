import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t08FileProperties = AuditRule(
    RuleCard(
      "T08", "文件属性里的姓名、单位、路径", severity: .warning,
      why: "文件属性随文件公开：谁写的、在哪家公司的电脑上写的、存在哪个文件夹，打开文件的人都能看到。",
      remedy: "公开前用“检查文档”清除文件属性和个人信息，断开指向本机的链接。",
      sources: [.personalInformation("个人信息的公开"), .customary("公开前清除文件属性")]
    ),
    method: """
      看文件属性中的作者、最后修改者、经理是不是姓名，单位是不是别的机构（会计师事务所、别的局等），属性、链接、图片说明中有没有本机或局域网的路径。\
      “Administrator”“微软用户”一类的账号、软件和电脑厂商的名称、本单位的名称不报。
      """,
    examples: [
      .passes(
        ([:] as ExampleFiling).carrying(
          FileTrace(.property, "Administrator", name: "creator", part: "docProps/core.xml"),
          FileTrace(.property, "管理员", name: "lastModifiedBy", part: "docProps/core.xml"),
          FileTrace(.property, "微软中国", name: "Company", part: "docProps/app.xml"),
          FileTrace(.property, "Normal.dotm", name: "Template", part: "docProps/app.xml"))),
      .passes(
        ([:] as ExampleFiling).carrying(
          FileTrace(.property, "示例县商务局", name: "Company", part: "docProps/app.xml"),
          FileTrace(.link, "https://www.example.gov.cn/", part: "word/document.xml"))),
      .fails(
        ([:] as ExampleFiling).carrying(
          FileTrace(.property, "郑五", name: "creator", part: "docProps/core.xml"),
          FileTrace(.property, "示例会计师事务所有限公司", name: "Company", part: "docProps/app.xml")),
        .at("trace property docProps/core.xml/creator", "文件属性“作者”写有姓名“郑五”，公开前请清除。"),
        .at("trace property docProps/app.xml/Company", "文件属性“单位”写的是“示例会计师事务所有限公司”，公开前请清除。")),
      .fails(
        ([:] as ExampleFiling).carrying(
          FileTrace(.link, "file:///D:\\自评\\2023模板.dotx", part: "word/settings.xml")),
        .at("trace link word/settings.xml", "链接写有本机路径“D:\\自评\\2023模板.dotx”，公开前请清除。")),
      .cannotLook(.prose("一、概况", "略。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard let traces = dossier.traces else { return .notCheckable(missing: ["文件属性"]) }
    let unit = dossier.filing.unit.name.folded
    let properties = traces.of(.property).compactMap { trace -> Finding? in
      let writing = Writing(trace)
      if ["creator", "lastModifiedBy", "Manager"].contains(trace.name), writing.isPersonName {
        return .telling(trace, "写有姓名")
      }
      return trace.name == "Company" && trace.text.isOtherInstitution(than: unit) ? .telling(trace, "写的是") : nil
    }
    let paths = traces.of(.property, .link, .picture).compactMap { trace -> Finding? in
      guard let path = Writing(trace).localPath else { return nil }
      let place = TracePlace(trace, path)
      return Finding(
        at: [.trace(place)], "\(trace.spokenName)写有本机路径“\(place.quote)”，公开前请清除。", derivation: place.quote)
    }
    return Verdict(properties + paths)
  }
}

extension Finding {
  fileprivate static func telling(_ trace: FileTrace, _ words: String) -> Finding {
    Finding(
      at: [.trace(TracePlace(trace))], "\(trace.spokenName)\(words)“\(trace.text)”，公开前请清除。", derivation: trace.text)
  }
}

extension Writing {
  /// Nothing but a name of two to four ideographs.
  fileprivate var isPersonName: Bool {
    PersonName.candidates(at: 0, in: self).contains { $0.upperBound == scalars.count }
  }

  /// D:\…, file:///… or \\server\….
  fileprivate var localPath: Range<Int>? {
    let start = scalars.indices.first { index in
      let isFirst = index == 0 || !(scalars[index - 1].isLatinLetter || scalars[index - 1].isDigit)
      guard isFirst, index + 2 < scalars.count else { return false }
      let isDrive =
        scalars[index].isLatinLetter && scalars[index + 1] == ":" && ["\\", "/"].contains(scalars[index + 2])
      return isDrive || scalars[index] == "\\" && scalars[index + 1] == "\\" && scalars[index + 2].isLatinLetter
    }
    if let start { return start..<scalars.count }
    return text.lowercased().begins(with: "file:") ? 0..<scalars.count : nil
  }
}

extension String {
  /// The name of an institution, of another than the unit's, and of none that makes computers and programs.
  fileprivate func isOtherInstitution(than unit: String) -> Bool {
    let name = folded
    let endings = ["公司", "事务所", "局", "委", "委员会", "办公室", "中心", "院", "学校", "镇", "乡", "街道", "研究所", "集团", "工作室"]
    let makers = ["微软", "联想", "金山", "惠普", "戴尔", "华为", "方正", "microsoft", "lenovo", "kingsoft", "深度"]
    return name.unicodeScalars.count >= 4 && endings.contains { name.ends(with: $0) } && !name.holds(anyOf: makers)
      && (unit.isEmpty || !name.holds(unit) && !unit.holds(name))
  }
}
