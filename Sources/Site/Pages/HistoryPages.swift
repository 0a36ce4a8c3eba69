import Audit
import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Rules
import Store

/// 历史 and 变化: who did what when, with every text before and after; what reads differently since the last return.
struct HistoryPages {
  let site: Site

  /// Lines of the history on one page.
  private static let size = 30

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/history") { request, context in
      let (loaded, visitor) = try await site.filing(context)
      let parameters = request.uri.queryParameters
      if let asked = parameters["cell"] {
        guard let cell = CellAddress(String(asked)) else { throw NotFound() }
        return try await history(of: cell, loaded, visitor).response()
      }
      return try await history(loaded, visitor, page: request.pageNumber).response()
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

  private func history(_ loaded: LoadedFiling, _ visitor: Visitor, page: Int) async throws -> HTML {
    let (history, names) = try await entries(loaded)
    let all = HistoryGroup.groups(of: history)
    let groups = all.reversed().dropFirst((page - 1) * Self.size)
    return Shell(site: site, title: "历史 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "history").html
      if ReviewChanges.lastReturn(in: history) != nil {
        HTML.element("p") {
          HTML.element("a", [Attribute("href", Route.changes(loaded.record.id).path)]) { "查看最近一次退回后的变化" }
        }
      }
      HTML.element("ol", [Attribute("class", "timeline"), Attribute("reversed", "")]) {
        for group in groups.prefix(Self.size) {
          HTML.element("li") {
            HTML.element("time") { Moment(group.at).full }
            " "
            HTML.element("b") { names.words(group.person, for: group.principal) }
            " "
            words(group, loaded, names)
          }
        }
      }
      Paging(page: page, total: all.count, size: Self.size) { "?page=\($0)" }.html
    }
  }

  /// Everything that ever stood in one cell.
  private func history(of cell: CellAddress, _ loaded: LoadedFiling, _ visitor: Visitor) async throws -> HTML {
    let (history, names) = try await entries(loaded)
    let changes = history.flatMap { entry -> [ReviewChanges.CellChange] in
      guard case .edit(let changes) = entry.detail else { return [] }
      return changes.filter { $0.kind == .text && $0.place == cell.description }.map {
        ReviewChanges.CellChange(
          cell: cell, before: $0.before, after: $0.after, person: entry.person, principal: entry.principal,
          at: entry.at)
      }
    }
    guard !changes.isEmpty || CellWords.words(cell, in: loaded) != nil else { throw NotFound() }
    let title = CellWords.words(cell, in: loaded) ?? "已删除的行"
    return Shell(site: site, title: "修改记录 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "history").html
      HTML.element("h2") { "“\(title)”的修改记录" }
      if changes.isEmpty {
        HTML.element("p") { "这一格还没有修改过。" }
      } else {
        ChangeTable(loaded: loaded, names: names, caption: "修改记录", leadsOn: false).html(changes.reversed())
      }
      HTML.element("p") {
        HTML.element("a", [Attribute("href", Route.history(loaded.record.id).path)]) { "查看全部历史" }
      }
    }
  }

  private func words(_ group: HistoryGroup, _ loaded: LoadedFiling, _ names: WriterNames) -> HTML {
    switch group.detail {
    case .edit: return edits(group, loaded, names)
    case .move(let move, _, let to, let reason):
      return HTML {
        move.title + " "
        StageView.state(to)
        if !reason.isEmpty { HTML.element("p", [Attribute("class", "timeline-note")]) { "原因：\(reason)" } }
      }
    case .explanation(let finding, let text):
      return HTML {
        text.isEmpty ? "撤回说明 " : "说明 "
        Self.rule(of: finding)
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

  private func edits(_ group: HistoryGroup, _ loaded: LoadedFiling, _ names: WriterNames) -> HTML {
    let places = Set(group.entries.flatMap(\.edits).map(\.place)).count
    let changes = ReviewChanges.changes(in: group.entries, since: -1)
    let captions = changes.compactMap { CellWords.words($0.cell, in: loaded) }
    return HTML {
      "修改 \(places) 处"
      if !captions.isEmpty {
        HTML.element("p", [Attribute("class", "timeline-note")]) {
          captions.prefix(6).joined(separator: "；") + (captions.count > 6 ? " 等" : "")
        }
      }
      if !changes.isEmpty {
        HTML.element("details") {
          HTML.element("summary") { "改动前后的内容" }
          ChangeTable(loaded: loaded, names: names, caption: "\(Moment(group.at).full)的修改").html(changes)
        }
      }
    }
  }

  /// What a finding is called, on the way to its page; the code of a policy's own check.
  private static func rule(of finding: String) -> HTML {
    let code = finding.split(separator: ":").first.map(String.init) ?? ""
    guard let rule = AuditRule.all.first(where: { $0.id == code }) else { return .text(code) }
    return .element("a", [Attribute("href", Route.rule(code).path)]) { rule.card.title }
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
    let later = history.filter { $0.version > since ?? .max }
    let changes = ReviewChanges.changes(in: later, since: since ?? .max)
    let others = HistoryGroup.groups(of: later.filter { $0.changesContent && $0.edits.isEmpty })
    return Shell(site: site, title: "变化 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "history").html
      HTML.element("h2") { "退回后的变化" }
      if since == nil {
        HTML.element("p") { "这份自评没有被退回过。" }
      } else if changes.isEmpty, others.isEmpty {
        HTML.element("p") { "退回后还没有修改。" }
      }
      if !changes.isEmpty { ChangeTable(loaded: loaded, names: names, caption: "变化").html(changes) }
      if !others.isEmpty {
        HTML.element("h3") { "文件和说明" }
        HTML.element("ul") {
          for other in others {
            HTML.element("li") {
              words(other, loaded, names)
              HTML.element("p", [Attribute("class", "muted")]) {
                "\(names.words(other.person, for: other.principal)) \(Moment(other.at).short)"
              }
            }
          }
        }
      }
    }
  }
}
