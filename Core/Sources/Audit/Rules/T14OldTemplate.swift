import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t14OldTemplate = AuditRule(
    RuleCard(
      "T14", "沿用往年的模板", severity: .error,
      why: "页眉、文件标题还是往年的，公开后显示的就是往年的报告；往年的模板，表格和提纲也可能已经改过。",
      remedy: "改用本年度的模板，或改正页眉、文件属性里的年度。",
      sources: [.reportOutline("报告标题"), .customary("使用本年度印发的模板")]
    ),
    method: """
      页眉、页脚写有绩效、自评、支出、决算等字和年份，年份都早于报告年度即报告；文件属性中的标题、主题、模板名称这样的，须说明；\
      标题、表题和短行中的“某年版”早于报告年度的，只作提示，书名号里的不算。报告年度不明的不看。
      """,
    examples: [
      .passes(
        .prose("绩效自评报告", "一、概况", "执行《政府收支分类科目（2021年版）》，药品按2020年版目录采购，共采购药品和器械三百余种，全部公开招标。").carrying(
          FileTrace(.header, "2024年度部门整体支出绩效自评报告", part: "word/header1.xml", paragraph: 0),
          FileTrace(.property, "2023年度决算与2024年度自评", name: "title", part: "docProps/core.xml"))),
      .passes(.prose("绩效自评报告", "基础数据表（2024年版）").carrying()),
      .fails(
        .prose("绩效自评报告").carrying(
          FileTrace(.header, "2023年度部门整体支出绩效自评报告", part: "word/header1.xml", paragraph: 0)),
        .at("trace header word/header1.xml/0", "页眉写的是 2023 年，报告年度是 2024 年。")),
      .fails(
        .prose("绩效自评报告").carrying(
          FileTrace(.property, "2022年度绩效自评报告", name: "title", part: "docProps/core.xml")),
        .at("trace property docProps/core.xml/title", "文件属性“标题”写的是 2022 年，报告年度是 2024 年。")),
      .fails(
        .prose("绩效自评报告", "基础数据表（⟦2021年版⟧）"),
        .at("⟦2021年版⟧", "写有“2021年版”，请核对是不是本年度的模板。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    guard year > 0, dossier.hasProse || dossier.traces != nil else {
      return .notCheckable(missing: ["报告年度", "页眉、文件属性"])
    }
    let running = (dossier.traces?.of(.header, .footer) ?? []).compactMap { Finding.old($0, nil, year) }
    let names: Set = ["title", "subject", "description", "keywords", "Template"]
    let properties = (dossier.traces?.of(.property) ?? []).filter { names.contains($0.name) }.compactMap {
      Finding.old($0, .warning, year)
    }
    let versions = dossier.writings.flatMap { writing -> [Finding] in
      guard writing.scalars.count <= 30, !writing.scalars.contains("《") else { return [] }
      return writing.versions.filter { $0.year < year && $0.year > year - 20 }.map { version in
        let quoted = writing.quote(version.range)
        return Finding(
          at: [writing.place(version.range)], "写有“\(quoted)”，请核对是不是本年度的模板。", derivation: quoted, severity: .info)
      }
    }
    return Verdict(running + properties + versions)
  }
}

extension Finding {
  /// nil where a text names no year, or this one or a later.
  fileprivate static func old(_ trace: FileTrace, _ severity: Severity?, _ year: Int) -> Finding? {
    guard trace.text.holds(anyOf: ["绩效", "自评", "支出", "决算", "预算", "模板", "报告"]) else { return nil }
    let years = WrittenFigure.found(in: trace.text).compactMap(\.calendarYear)
    guard let newest = years.max(), newest < year, newest > year - 20 else { return nil }
    return Finding(
      at: [.trace(TracePlace(trace))], "\(trace.spokenName)写的是 \(newest) 年，报告年度是 \(year) 年。",
      derivation: "\(newest) < \(year)", severity: severity)
  }
}

extension Writing {
  /// Every 2021年版 or 2021版.
  fileprivate var versions: [(year: Int, range: Range<Int>)] {
    scalars.indices.filter { scalars[$0] == "版" }.compactMap { index in
      let end = scalar(at: index - 1) == "年" ? index - 1 : index
      let start = end - 4
      guard start >= 0, scalars[start..<end].allSatisfy(\.isDigit), scalar(at: start - 1).map({ !$0.isDigit }) ?? true,
        let year = Int(String(String.UnicodeScalarView(scalars[start..<end]))), (1990...2100).contains(year)
      else { return nil }
      return (year, start..<index + 1)
    }
  }
}
