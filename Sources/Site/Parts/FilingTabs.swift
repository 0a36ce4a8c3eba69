import Evaluation
import HTML
import Operations
import Store

/// The head and the tabs of one filing.
struct FilingTabs {
  let loaded: LoadedFiling
  let visitor: Visitor
  /// Which tab is open: a sheet's id, "files", "draft", "workbook", "check", "review", "notes", "history", "changes",
  /// "score", "assessment", "samples", "publication" or "audits".
  let current: String

  var html: HTML {
    let counts = FindingsView.counts(of: loaded)
    let id = loaded.record.id
    return HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.home.path)]) { "首页" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { loaded.task.title }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "\(loaded.record.unit.name) \(loaded.task.year)年度绩效自评" }
          HTML.element("p", [Attribute("class", "sub")]) {
            StageView.state(loaded.record)
            " "
            if isSampled {
              HTML.element("a", [Attribute("class", "tag"), Attribute("href", Route.filingSamples(id).path)]) { "抽评" }
              " "
            }
            if loaded.task.phase == .trial { HTML.element("span", [Attribute("class", "tag")]) { "试运行" } }
            if loaded.record.stage != .done, loaded.record.standing.waiver != .accepted {
              HTML.element("span", [Attribute("data-countdown", "\(deadline)T18:00:00+08:00")]) {
                "截止 \(Moment.day(deadline))"
              }
            }
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.export(id, "docx").path)]) {
            "导出自评报告"
          }
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.workbook(id).path)]) {
            (try? loaded.demandEditable(by: visitor.person)) == nil ? "导出工作簿" : "导出、导入工作簿"
          }
          otherFormats
          HTML.element(
            "a",
            [
              Attribute("class", awaitsVisitor ? "button primary" : "button"),
              Attribute("href", Route.check(id).path),
            ]
          ) { checkWords }
        }
      }
      HTML.element("nav", [Attribute("class", "tabs"), Attribute("aria-label", "自评各部分")]) {
        for layout in loaded.calculation.layouts where layout.form.kind != .projectEvaluation {
          tab(Route.sheet(id, layout.sheet.id), layout.form.shortTitle, sheets: [layout.sheet.id], counts)
        }
        if loaded.filing.policies.projectForm != nil {
          tab(Route.projects(id), "项目支出", sheets: projects, counts, isProjects: true)
        }
        for report in reports { tab(Route.sheet(id, report.id), report.title, sheets: [report.id], counts) }
        tab(Route.files(id), "文件", sheets: ["files"], counts)
        if (try? loaded.demandEditable(by: visitor.person)) != nil {
          tab(Route.draft(id), "导入", sheets: ["draft"], [:])
        }
        tab(Route.check(id), checkWords, sheets: ["check"], [:])
        tab(Route.score(id), "得分说明", sheets: ["score"], [:])
        if canReview { tab(Route.review(id), "核查", sheets: ["review"], [:]) }
        if canAssess { tab(Route.assessment(id), "工作考核", sheets: ["assessment"], [:]) }
        if isSampled { tab(Route.filingSamples(id), "抽评", sheets: ["samples"], [:]) }
        if loaded.record.stage != .notStarted { tab(Route.notes(id), "批注", sheets: ["notes"], [:]) }
        tab(Route.history(id), "历史", sheets: ["history"], [:])
        if (try? loaded.demandPublications(by: visitor.person)) != nil {
          tab(Route.publication(id), "公开", sheets: ["publication"], [:])
        }
        if visitor.person.holds(.finance) { tab(Route.audits(id), "外部检查", sheets: ["audits"], [:]) }
      }
      if projects.contains(current) { subtabs(counts) }
    }
  }

  private var otherFormats: HTML {
    .element("details", [Attribute("class", "menu")]) {
      HTML.element("summary", [Attribute("class", "button")]) { "其他格式" }
      HTML.element("ul") {
        for (format, words) in [("pdf", "PDF"), ("zip", "全部材料（压缩包）"), ("json", "数据（JSON）")] {
          HTML.element("li") {
            HTML.element("a", [Attribute("href", Route.export(loaded.record.id, format).path)]) { words }
          }
        }
      }
    }
  }

  private var deadline: String { loaded.record.deadline(in: loaded.task) }

  private var roles: Set<Role> { visitor.person.posts.roles(towards: loaded.record.unit.code) }

  /// Handlers check and send, others check and review; what is done is only looked at.
  private var checkWords: String {
    if loaded.record.stage == .done { return "检查结果" }
    return roles.contains(.handler) ? "检查与送审" : "检查与审核"
  }

  /// Reviewers mark; the unit reads the marks once the review is over.
  private var canReview: Bool {
    (try? loaded.demandMarkable(by: visitor.person)) != nil || loaded.record.stage == .done
  }

  private var isSampled: Bool { loaded.record.standing.isSampled }

  /// The bureau marks; the department finds the marks here once the review is over.
  private var canAssess: Bool {
    (try? loaded.demandAssessable(by: visitor.person)) != nil
      || loaded.isAssessed && loaded.record.stage == .done
  }

  /// Whether the next step is this person's.
  private var awaitsVisitor: Bool {
    [Move.start, .submit, .approve].contains { move in
      move.openings.contains { $0.stage == loaded.record.stage && roles.contains($0.role) }
    }
  }

  var projects: [String] {
    loaded.calculation.layouts.filter { $0.form.kind == .projectEvaluation }.map(\.sheet.id)
  }

  var reports: [(id: String, title: String)] {
    loaded.filing.sheets.compactMap { sheet in
      guard case .report(let policy, let outline)? = loaded.filing.policies.definition(of: sheet) else { return nil }
      let isFirst = policy.outlines.first?.id == outline.id
      return (sheet.id, isFirst ? "自评报告" : "项目报告")
    }
  }

  private func tab(
    _ route: Route, _ words: String, sheets: [String], _ counts: [String: (errors: Int, warnings: Int)],
    isProjects: Bool = false
  ) -> HTML {
    let isCurrent = sheets.contains(current) || isProjects && current == "projects"
    let errors = sheets.reduce(0) { $0 + (counts[$1]?.errors ?? 0) }
    let warnings = sheets.reduce(0) { $0 + (counts[$1]?.warnings ?? 0) }
    return .element(
      "a",
      [
        Attribute("href", route.path), Attribute("data-sheet", sheets.joined(separator: " ")),
        Attribute("aria-current", isCurrent ? "page" : nil),
      ]
    ) {
      words + " "
      if !sheets.isEmpty {
        FindingsView.count(errors: errors, warnings: warnings, sheets: sheets.joined(separator: " "))
      }
    }
  }

  private func subtabs(_ counts: [String: (errors: Int, warnings: Int)]) -> HTML {
    .element("nav", [Attribute("class", "subtabs"), Attribute("aria-label", "项目")]) {
      for project in projects {
        tab(
          Route.sheet(loaded.record.id, project), ProjectNames.name(of: project, in: loaded), sheets: [project], counts)
      }
    }
  }
}

/// What a project's sheet is called.
enum ProjectNames {
  static func name(of sheet: String, in loaded: LoadedFiling) -> String {
    let name = loaded.calculation.text(at: CellAddress(sheet, "project", "name"))
    return name.isEmpty ? "未命名项目" : name
  }
}
