import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h14DisclosurePlace = AuditRule(
    RuleCard(
      "H14", "没有写明公开的地方和时间", severity: .warning,
      why: "自评结果要向社会公开；只说“按要求公开”，公众不知道到哪里看，事后也无法检查有没有公开。",
      remedy: "写明公开的网站或栏目和时间，如“2025年9月30日前在县人民政府门户网站公开”。",
      sources: [.reportOutline("绩效自评结果拟应用和公开情况"), .evaluationMeasures("绩效评价结果的公开")]
    ),
    method: """
      标题写有“公开”的应用、结果一节，要写出公开的地方（网站、平台、公示栏等）；没有写时间的只作提示，“随部门决算公开”“批复后20日内”也算写了时间。\
      说明不予公开的、空白的不报（空白由 H11 处理）；在线填写而已上传文件的不看。
      """,
    examples: [
      .passes(.prose("九、绩效自评结果拟应用和公开情况", "自评报告随部门决算在县人民政府门户网站公开。")),
      .passes(.prose("九、绩效自评结果拟应用和公开情况", "本项目涉密，不予公开。", "十、政务公开工作", "及时公开信息。")),
      .passes(.prose("九、自评结果应用和公开情况", "自评结果于2025年9月30日前在县政府“预决算公开”专栏公开。")),
      .passes(.prose("（三）将自评结果于2025年6月在县政府网站公开，并作为资金分配的依据。", "填报单位：县农业农村局")),
      .fails(
        .prose("⟦九、绩效自评结果拟应用和公开情况⟧", "按照要求对绩效自评结果及时进行公开。"),
        .at("⟦九、绩效自评结果拟应用和公开情况⟧", "“绩效自评结果拟应用和公开情况”没有写明在哪里、什么时候公开。")),
      .fails(
        .prose("⟦九、自评结果应用和公开情况⟧", "结果与下年预算挂钩，2025年9月底前公开。", "十、其他", "在局网站公布。"),
        .at("⟦九、自评结果应用和公开情况⟧", "“自评结果应用和公开情况”没有写明在哪里公开。")),
      .fails(
        .prose("⟦九、自评结果应用和公开情况⟧", "在局门户网站公开。"),
        .at("⟦九、自评结果应用和公开情况⟧", "“自评结果应用和公开情况”没有写明什么时候公开。")),
      .cannotLook(.prose("一、概况", "预决算已经公开。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let written = dossier.writtenReports.flatMap { report in
      report.passages(headed: "公开").filter { $0.section.heading.tellsDisclosure }
        .map { (Place.cell(report.address($0.section)), $0.section.heading, $0.text) }
    }
    let read = dossier.narrative.sections.filter { section in
      section.title.tellsDisclosure && !section.heading.headings.dropLast().contains { $0.title.holds("公开") }
    }.map { (Place.text($0.heading.place), $0.title, $0.text) }
    let sections = written + read
    return Verdict(over: sections, missing: "结果应用和公开情况") { place, heading, text in
      guard !text.isBlank else { return nil }
      // （三）自评结果在县政府网站公开。 is a heading and tells it as well.
      let (hasSite, hasTime) = (text.namesSite || heading.namesSite, text.namesTime || heading.namesTime)
      guard !(hasSite && hasTime), !text.holds(anyOf: ["不予公开", "不公开", "不对外公开", "涉密"]) else { return .agrees }
      let lacking = [hasSite ? nil : "在哪里", hasTime ? nil : "什么时候"].compactMap { $0 }.joined(separator: "、")
      return .breaks(
        Finding(
          at: [place], "“\(heading)”没有写明\(lacking)公开。", derivation: lacking, severity: hasSite ? .info : nil))
    }
  }
}

extension String {
  /// A heading above what becomes of the results and where they are made public.
  fileprivate var tellsDisclosure: Bool { holds("公开") && holds(anyOf: ["应用", "结果", "自评"]) }

  /// Where the public finds it.
  fileprivate var namesSite: Bool {
    bare.holds(anyOf: [
      "网站", "门户", "官网", "网址", "公示栏", "公开栏", "公众号", "平台", "政府网", "信息网", "http", "www", "公报", "报纸", "政务网", "网上", "专栏",
    ])
  }

  /// A day, a month or a year, so many days after something, or together with something.
  fileprivate var namesTime: Bool {
    let words = [
      "随部门", "随决算", "随预算", "随年度", "随同", "同步", "一并", "批复后", "审核后", "结束后", "确认后", "年底前", "月底前", "日内", "次月", "已于", "已经公开",
      "已在",
    ]
    return bare.holds(anyOf: words)
      || WrittenFigure.found(in: self).contains { figure in
        switch figure.kind {
        case .date, .period: true
        case .count(_, let unit): unit.holds("日") || unit.holds("天") || unit.holds("月")
        default: false
        }
      }
  }
}
