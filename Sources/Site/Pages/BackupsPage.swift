import Evaluation
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 备份: the copies of the database that there are, one more at a press, and to take away.
struct BackupsPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/backups") { _, context in
      let visitor = try context.requireDuty(.system)
      return await page(visitor).response()
    }
    router.post("/admin/backups") { request, context in try await make(request, context) }
    router.get("/admin/backups/:name") { request, context in try await download(request, context) }
  }

  private func make(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    _ = try await request.form(for: visitor)
    if let shelf = site.backups.shelf {
      await shelf.begin(.manual, by: visitor.person.id, from: context.network(of: request), at: site.now())
      // A small county is done at once; a large one goes on without the browser, and the page tells of it.
      var waits = 0
      while waits < 50, await shelf.isRunning {
        try await Task.sleep(for: .milliseconds(100))
        waits += 1
      }
    }
    return .see(Route.backups.path)
  }

  private func download(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    guard let shelf = site.backups.shelf, let name = context.parameters.get("name"),
      let path = await shelf.path(of: name), let file = FileHandle(forReadingAtPath: path)
    else { throw NotFound() }
    try await site.noteExport(name, by: visitor, request, context)
    return .download(file, name: name, type: "application/vnd.sqlite3")
  }

  private func page(_ visitor: Visitor) async -> HTML {
    let state = await site.backups.shelf?.state()
    return Shell(site: site, title: "备份", visitor: visitor, current: .backups).page {
      HTML.element("h1") { "备份" }
      switch site.backups {
      case .elsewhere(let words): Self.notice("", words)
      case .into(let shelf): if let state { content(shelf, state, visitor) }
      }
    }
  }

  private func content(_ shelf: BackupShelf, _ state: BackupShelf.State, _ visitor: Visitor) -> HTML {
    HTML {
      warnings(shelf, state)
      HTML.element("p") {
        "每份备份是一个文件，含全部数据和上传的文件；制作后立即打开核对。其中有人员和未公开的内容，请妥善保管。恢复须在服务器上用 jiheng restore 办理。"
      }
      HTML.element("dl", [Attribute("class", "facts")]) {
        fact("最近一次", state.files.first.map { "\(Moment($0.at).full)，\(Self.words($0.note))" } ?? "还没有备份")
        fact("自动备份", shelf.hour.map { "每日 \($0) 时以后" } ?? "没有设置")
        fact("保留", "\(shelf.hour == nil ? "最近" : "每日自动和人工备份各") \(shelf.kept) 份；核对有问题时不删除旧的备份")
        fact("目录", shelf.folder)
      }
      HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.backups.path)]) {
        Fields.token(visitor)
        HTML.element("p", [Attribute("class", "form-actions")]) {
          HTML.element("button", [Attribute("class", "primary")]) { "立即备份" }
        }
      }
      if state.files.isEmpty {
        FilingTable.empty("还没有备份。", shelf.hour == nil ? "点“立即备份”制作一份，做成后可以下载。" : "到钟点自动制作，也可以立即备份。")
      } else {
        table(state.files)
      }
    }
  }

  private func warnings(_ shelf: BackupShelf, _ state: BackupShelf.State) -> HTML {
    HTML {
      if state.isRunning { Self.notice("", "正在备份，请稍后刷新本页。") }
      if let failure = state.failure {
        Self.notice("error", "\(Moment(failure.at).full)的备份没有成功：\(failure.words)")
      }
      if let last = state.files.first, site.now() - last.at > 36 * 3_600 {
        Self.notice("warning", "最近一次备份已过了 \((site.now() - last.at) / 86_400) 天。")
      }
      if shelf.hour == nil {
        Self.notice("warning", "没有设置每日自动备份。请定期点“立即备份”并下载到别处保存；要每日自动备份的，请维护人员在启动服务时用 --backup-folder 指定目录，最好在另一块磁盘上。")
      } else if state.isOnSameDisk {
        Self.notice("warning", "备份与数据在同一块磁盘上，磁盘损坏时会一同丢失。请把备份下载到别处保存，或者把备份目录设在另一块磁盘上。")
      }
    }
  }

  private func table(_ files: [BackupFile]) -> HTML {
    let columns: [ListTable.Column] = [
      "时间", "方式", .init(words: "大小", isNumber: true), "内容", "核对", .init(words: "操作", isHidden: true),
    ]
    return ListTable(caption: "备份", columns: columns).html {
      for file in files {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("span", [Attribute("class", "whole")]) { Moment(file.at).full }
          }
          ListTable.cell("方式") { file.kind.title }
          ListTable.cell("大小", isNumber: true) { Self.size(file.size) }
          ListTable.cell("内容") {
            file.note.map { "\($0.checked.filings) 份自评，\($0.checked.entries) 条历史记录" } ?? "—"
          }
          ListTable.cell("核对") {
            HTML.element("span", [Attribute("class", "state \(Self.tone(file.note))")]) { Self.words(file.note) }
          }
          HTML.element("td", [Attribute("class", "row-actions")]) {
            HTML.element(
              "a",
              [
                Attribute("class", "button quiet small"), Attribute("href", Route.backup(file.name).path),
                Attribute("aria-label", "下载 \(file.name)"),
              ]
            ) { "下载" }
          }
        }
      }
    }
  }

  private func fact(_ title: String, _ words: String) -> HTML {
    .element("div") {
      HTML.element("dt") { title }
      HTML.element("dd") { words }
    }
  }

  private static func notice(_ tone: String, _ words: String) -> HTML {
    .element(
      "div",
      [Attribute("class", "notice \(tone)"), Attribute("role", tone == "error" ? "alert" : "status")]
    ) { words }
  }

  private static func words(_ note: BackupNote?) -> String {
    guard let findings = note?.checked.findings else { return "未核对" }
    return findings.isEmpty ? "核对无误" : "核对发现 \(findings.count) 处问题"
  }

  private static func tone(_ note: BackupNote?) -> String {
    guard let findings = note?.checked.findings else { return "notStarted" }
    return findings.isEmpty ? "done" : "returned"
  }

  /// "12.3 MB"
  static func size(_ bytes: Int64) -> String {
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return bytes < 1 << 20 ? "\((bytes + 1_023) >> 10) KB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
