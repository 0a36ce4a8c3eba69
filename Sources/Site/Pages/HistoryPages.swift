import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 历史 and 变化: who did what when, and what reads differently since the last return.
struct HistoryPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/history") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return try await history(loaded, visitor).response()
    }
    router.get("/filings/:filing/changes") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return try await changes(loaded, visitor).response()
    }
  }

  private func entries(_ loaded: LoadedFiling) async throws -> ([HistoryEntry], WriterNames) {
    try await site.engine.read { database in
      let history = try database.ask(.history(of: loaded.record.id))
      return (history, try WriterNames(of: history, in: database))
    }
  }

  private func history(_ loaded: LoadedFiling, _ visitor: Visitor) async throws -> HTML {
    let (history, names) = try await entries(loaded)
    return Shell(site: site, title: "历史 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "history").html
      HTML.element("p") {
        HTML.element("a", [Attribute("href", Route.changes(loaded.record.id).path)]) { "查看最近一次退回后的变化" }
      }
      HTML.element("ol", [Attribute("class", "timeline")]) {
        for group in Self.grouped(history.reversed()) {
          HTML.element("li") {
            HTML.element("time") { Moment(group.at).full }
            " "
            HTML.element("b") { names.words(group.person, for: group.principal) }
            " "
            words(group, loaded)
          }
        }
      }
    }
  }

  /// Edits of one person in a row are one line.
  private struct Group {
    let person: Int64
    let principal: Int64?
    let at: Int64
    let detail: HistoryDetail
    var cells: [String]

    init(_ entry: HistoryEntry, cells: [String]) {
      (person, principal, at, detail) = (entry.person, entry.principal, entry.at, entry.detail)
      self.cells = cells
    }
  }

  private static func grouped(_ history: [HistoryEntry]) -> [Group] {
    var groups: [Group] = []
    for entry in history {
      guard case .edit(let changes) = entry.detail else {
        groups.append(Group(entry, cells: []))
        continue
      }
      if let last = groups.last, case .edit = last.detail, last.person == entry.person,
        last.principal == entry.principal
      {
        groups[groups.count - 1].cells += changes.map(\.place)
      } else {
        groups.append(Group(entry, cells: changes.map(\.place)))
      }
    }
    return groups
  }

  private func words(_ group: Group, _ loaded: LoadedFiling) -> HTML {
    switch group.detail {
    case .edit:
      let cells = Array(Set(group.cells)).sorted()
      let captions = cells.compactMap { CellAddress($0).flatMap { loaded.calculation.definition(at: $0)?.caption } }
      return HTML {
        "修改 \(cells.count) 处"
        if !captions.isEmpty {
          HTML.element("p", [Attribute("class", "timeline-note")]) {
            captions.prefix(6).joined(separator: "；") + (captions.count > 6 ? " 等" : "")
          }
        }
      }
    case .move(let move, _, let to, let reason):
      return HTML {
        move.title + " "
        StageView.state(to)
        if !reason.isEmpty { HTML.element("p", [Attribute("class", "timeline-note")]) { "原因：\(reason)" } }
      }
    case .explanation(let finding, let text):
      let code = finding.split(separator: ":").first.map(String.init) ?? ""
      return HTML {
        text.isEmpty ? "撤回说明（\(code)）" : "说明（\(code)）"
        if !text.isEmpty { HTML.element("p", [Attribute("class", "timeline-note")]) { text } }
      }
    case .attachment(_, let name, _, let isRemoved): return .text("\(isRemoved ? "删除" : "上传")文件 \(name)")
    case .review(let marks): return .text("核查 \(marks.count) 项")
    case .note(let kind, _, let text, let isAnswer):
      return HTML {
        "\(isAnswer ? "答复" : "")\(kind.title)"
        HTML.element("p", [Attribute("class", "timeline-note")]) { text }
      }
    case .sample(_, let work): return .text(Self.words(work))
    case .assessment(let marks): return .text("工作考核评分 \(marks.count) 项")
    case .release(let isReleased): return .text(isReleased ? "工作考核结果已反馈" : "收回工作考核结果")
    case .settled(let kind, _, let isSettled): return .text("\(kind.title)\(isSettled ? "办结" : "重新打开")")
    }
  }

  private static func words(_ work: SampleWork) -> String {
    switch work.state {
    case .drawn: "被抽中，进行抽评"
    case .assigned: "分配抽评"
    case .finished: "登记抽评结果"
    }
  }

  private func changes(_ loaded: LoadedFiling, _ visitor: Visitor) async throws -> HTML {
    let (history, names) = try await entries(loaded)
    let since = ReviewChanges.lastReturn(in: history)
    let words = CellNames(loaded.calculation)
    let changes = (since.map { ReviewChanges.changes(in: history, since: $0) } ?? []).map { change in
      loaded.filing.isReport(change.cell.sheet) ? change.named(by: words) : change
    }
    return Shell(site: site, title: "变化 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "history").html
      HTML.element("h2") { "退回后的变化" }
      if since == nil {
        HTML.element("p") { "这份自评没有被退回过。" }
      } else if changes.isEmpty {
        HTML.element("p") { "退回后还没有修改。" }
      } else {
        table(changes, names, loaded)
      }
    }
  }

  private func table(
    _ changes: [ReviewChanges.CellChange], _ names: WriterNames, _ loaded: LoadedFiling
  ) -> HTML {
    ListTable(caption: "变化", columns: ["单元格", "原来", "现在", "谁、何时"], style: "diff", isTall: false).html {
      for change in changes {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", link(change.cell, loaded))]) { caption(change.cell, loaded) }
          }
          ListTable.cell("原来") { HTML.element("del") { change.before.isEmpty ? "（空）" : change.before } }
          ListTable.cell("现在") { HTML.element("ins") { change.after.isEmpty ? "（空）" : change.after } }
          ListTable.cell("谁、何时") {
            "\(names.words(change.person, for: change.principal)) \(Moment(change.at).short)"
          }
        }
      }
    }
  }

  private func caption(_ cell: CellAddress, _ loaded: LoadedFiling) -> String {
    if let definition = loaded.calculation.definition(at: cell) { return definition.caption }
    if let sheet = loaded.filing.sheet(cell.sheet),
      case .report(_, let outline)? = loaded.filing.policies.definition(of: sheet),
      let section = outline.sections.first(where: { $0.id == cell.row })
    {
      return section.heading
    }
    return "已删除的行"
  }

  private func link(_ cell: CellAddress, _ loaded: LoadedFiling) -> String {
    Route.sheet(loaded.record.id, cell.sheet).path + "#" + cell.description.replacing("/", with: "_")
  }
}
