import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h11MissingSection = AuditRule(
    RuleCard(
      "H11", "报告缺少章节", severity: .error,
      why: "报告的章节由提纲规定，缺一节就不完整，考核自评工作时每缺一部分都要扣分。",
      remedy: "补写空白和没有写完的章节；没有的事项写明“无”。",
      sources: [.reportOutline("各章节"), LegalSource("部门整体支出绩效自评工作考核评分表", clause: "自评报告完整性")]
    ),
    method: """
      在线填写的报告：写了一部分而必写的章节空白，或者写到冒号为止、下面没有内容，逐节报告；\
      已上传文件的、一个字没写的（由 H09 处理）、不要求提交的不看。\
      读入的文件：按标题的意思找提纲的第一级章节，字句可以不同；找到的不足一半，说明另有格式，不查。
      """,
    examples: [
      .passes([
        "report/overview/text": "本单位内设股室四个。", "report/basic/text": "2024年基本支出471.83万元。",
        "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
      ]),
      .passes(
        (["report/overview/text": "本单位内设股室四个。", "projectReport/targets/text": "资金全部下达。"] as ExampleFiling)
          .attaching("report")),
      .fails(
        ["report/overview/text": "本单位内设股室四个。", "report/performance/text": "得分96分，等级为“优”。"],
        .at("report/basic/text", "部门整体支出绩效自评报告缺少“二、基本支出情况”。"),
        .at("report/problems/text", "部门整体支出绩效自评报告缺少“四、存在的问题”。")),
      .fails(
        [
          "report/overview/text": "本单位内设股室四个。", "report/basic/text": "\u{3000}",
          "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
        ],
        .at("report/basic/text", "部门整体支出绩效自评报告缺少“二、基本支出情况”。")),
      .fails(
        [
          "report/overview/text": "2024年末，本单位内设股室情况如下：", "report/basic/text": "2024年基本支出471.83万元。",
          "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
        ],
        .at("report/overview/text", "部门整体支出绩效自评报告“一、部门基本情况”只写到冒号，下面没有内容。")),
      .passes([
        "report/overview/text": "内设股室如下：\n办公室、产业股。", "report/basic/text": "2024年基本支出471.83万元。",
        "report/performance/text": "得分96分，等级为“优”。", "report/problems/text": "项目储备不足。",
      ]),
      .passes(
        .prose("一、单位概况和基本情况", "二、基本支出", "2024年471.83万元。", "三、整体绩效情况", "四、存在的主要问题", "项目储备不足。")),
      .fails(
        .prose("2024年度示例县商务局绩效自评报告", "一、部门基本情况", "二、基本支出情况", "⟦三、部门整体支出绩效情况⟧", "五、其他"),
        .at("⟦三、部门整体支出绩效情况⟧", "“部门整体支出绩效情况”之后缺少“存在的问题”。")),
      .cannotLook(.prose("一、工作总结", "二、明年计划")),
      .cannotLook(["report/basic/text": "2024年基本支出{{base/basicExpenditure/final}}万元。"]),
    ]
  ) { dossier in
    if dossier.isFile { return dossier.sectionsMissingFromFile }
    return Verdict(over: dossier.writtenReports, each: "在线填写的报告") { report in
      let title = report.outline.spokenTitle
      return report.outline.sections.enumerated().compactMap { number, section in
        let text = report.text(section).droppingBlankEnds
        if text.isEmpty {
          guard section.isRequired else { return nil }
          return Finding(at: report.address(section), message: "\(title)缺少“\(section.heading)”。", derivation: "空白")
        }
        // What a section announces may stand in the sections below it.
        let isFollowed = report.outline.sections[(number + 1)...].first.map { $0.level > section.level } ?? false
        guard text.hasSuffix("：") || text.hasSuffix(":"), !isFollowed else { return nil }
        return Finding(
          at: report.address(section), message: "\(title)“\(section.heading)”只写到冒号，下面没有内容。", derivation: "未完")
      }
    }
  }
}

extension Dossier {
  /// The main sections of the department's outline that no heading of the file speaks of.
  fileprivate var sectionsMissingFromFile: Verdict {
    let outlines = filing.policies.policies.filter { $0.object == .department }.flatMap(\.outlines)
    guard let outline = outlines.first else { return .notCheckable(missing: ["部门整体支出绩效自评报告"]) }
    // （四）一般公共预算支出 inside of another section is none of the outline's main ones.
    let sections = narrative.sections.filter {
      $0.heading.headings.last?.number?.style != .chineseInBrackets
    }.map { (section: $0, topic: HeadingTopic($0.title)) }
    let wanted = outline.mainSections.map { section in
      let title = Heading(reading: section.heading).title
      let topic = HeadingTopic(title)
      return (title: title, found: sections.first { $0.topic.isLike(topic) }?.section)
    }
    let found = wanted.compactMap(\.found)
    // Where half is missing, or four sections in a row, the report follows another outline.
    guard found.count * 2 > wanted.count, longestGap(in: wanted.map { $0.found == nil }) < 4 else {
      return .notCheckable(missing: ["提纲规定的章节"])
    }
    return Verdict(
      wanted.indices.filter { wanted[$0].found == nil }.map { index in
        let before = wanted[..<index].compactMap(\.found).last
        let words = before.map { "“\($0.title)”之后缺少" } ?? "报告缺少"
        return Finding(
          at: (before ?? found[0]).heading.place, message: "\(words)“\(wanted[index].title)”。",
          derivation: wanted[index].title)
      })
  }
}

/// How many stand in a row at most.
private func longestGap(in missing: [Bool]) -> Int { missing.split(separator: false).map(\.count).max() ?? 0 }

extension ReportOutline {
  /// Sections of the first level that are required or have required parts.
  fileprivate var mainSections: [Section] {
    sections.enumerated().filter { number, section in
      section.level == 1
        && (section.isRequired || sections[(number + 1)...].prefix { $0.level > 1 }.contains(where: \.isRequired))
    }.map(\.element)
  }

  /// The kind of report, without year and unit: 部门整体支出绩效自评报告.
  var spokenTitle: String {
    ["{year}年度", "{year}年", "{unit}"].reduce(title) { title, place in
      guard let range = title.firstRange(of: place) else { return title }
      return title.replacingCharacters(in: range)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
