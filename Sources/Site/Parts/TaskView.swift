import Evaluation
import HTML
import Operations
import Store

/// One task as its page shows it.
struct TaskView {
  let visitor: Visitor
  let task: EvaluationTask
  /// What it is held under; nil where one is not here.
  let policies: PolicySet?
  /// What a draft can be held under.
  let offered: [Policy]
  let notice: NoticeRecord?
  let tally: FilingTally?
  let events: [TaskEvent]
  let eventCount: Int
  let page: Int
  let fields: Fields
  let draft: TaskFields?
  let isPastDeadline: Bool

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.tasks.path)]) { "任务" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { task.title }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { task.title }
          HTML.element("p", [Attribute("class", "sub")]) { PhaseView.state(task.phase) }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          if visitor.person.holds(.finance), task.phase != .draft {
            HTML.element("a", [Attribute("class", "button primary"), Attribute("href", Route.progress(task.id).path)]) {
              "查看进度"
            }
            HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.samples(task.id).path)]) { "抽评" }
            HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.results(task.id).path)]) { "结果" }
          }
          button(Route.taskCopy(task.id), "复制为 \(task.year + 1) 年度草稿")
        }
      }
      (draft?.fields ?? fields).summary
      if task.phase == .trial {
        HTML.element("div", [Attribute("class", "notice warning")]) {
          "试运行：参加的单位可以填报和送审，所填内容在结束试运行时全部删除。"
        }
      }
      if task.phase == .cancelled {
        HTML.element("div", [Attribute("class", "notice error")]) { "已取消下达：单位不再看到这项任务，已填的内容保留，由财政部门查看。" }
      }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if task.phase == .draft { edit } else { facts }
          history
        }
        HTML.element("aside") {
          moves
          noticeFile
          wordTemplate
          if task.phase.takesFilings { addUnits }
        }
      }
    }
  }

  private var facts: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "任务内容" }
      HTML.element("dl", [Attribute("class", "facts")]) {
        fact("年度", "\(task.year)")
        fact("截止", Moment.day(task.deadline))
        HTML.element("div") {
          HTML.element("dt") { "制度" }
          HTML.element("dd") { for policy in policies?.policies ?? [] { heldUnder(policy) } }
        }
        fact("通知", [task.noticeTitle, task.noticeNumber].filter { !$0.isEmpty }.joined(separator: " "))
        fact("范围", task.scope == .all ? "全部单位" : task.scope.codes.joined(separator: "、"))
        if let tally {
          fact("应报", "\(tally.expected) 家，已送审 \(tally.sent) 家，已办结 \(tally.stages[.done] ?? 0) 家")
        }
      }
    }
  }

  /// With the very text that the task was launched under.
  private func heldUnder(_ policy: Policy) -> HTML {
    .element("p", [Attribute("class", "held-under")]) {
      HTML.element("a", [Attribute("href", Route.policy(policy.hash).path)]) { policy.title }
      HTML.element("span", [Attribute("class", "muted")]) { " 第 \(policy.version) 版（下达时的版本）" }
    }
  }

  private func fact(_ name: String, _ value: String) -> HTML {
    .element("div") {
      HTML.element("dt") { name }
      HTML.element("dd") { value.isEmpty ? "—" : value }
    }
  }

  private var edit: HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.task(task.id).path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "任务内容" }
      HTML.element("p", [Attribute("class", "hint")]) { "下达时采用所选制度的最新版本，以后不再改变。" }
      (draft ?? TaskFields(task)).inputs(offering: offered)
      HTML.element("p", [Attribute("class", "form-actions")]) { HTML.element("button") { "保存草稿" } }
    }
  }

  private var moves: HTML {
    let open = TaskMove.allCases.filter { $0.from == task.phase }
    return HTML {
      for move in open { self.move(move) }
    }
  }

  private func move(_ move: TaskMove) -> HTML {
    if move == .cancel, let sent = tally?.sent, sent > 0 {
      return .element("section", [Attribute("class", "panel")]) {
        HTML.element("h2") { move.title }
        HTML.element("p", [Attribute("class", "muted")]) { "已有 \(sent) 家送审，不能取消下达。" }
      }
    }
    // What cannot be taken back is asked for once more.
    if move == .archive || move == .endTrial {
      return .element("section", [Attribute("class", "panel")]) {
        HTML.element("h2") { move.title }
        HTML.element("p") { words(move) }
        Confirmation(
          words: move.title, consequence: "此后不能恢复。", confirm: "确定\(move.title)",
          path: Route.taskMove(task.id, move.rawValue).path, visitor: visitor, isQuiet: false
        ).html
      }
    }
    return .element(
      "form",
      [
        Attribute("class", "panel"), Attribute("method", "post"),
        Attribute("action", Route.taskMove(task.id, move.rawValue).path),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { move.title }
      HTML.element("p") { words(move) }
      if move == .launch, isPastDeadline {
        HTML.element("p", [Attribute("class", "notice warning")]) {
          "截止日期 \(Moment.day(task.deadline)) 已过，下达后各单位随即显示为逾期。"
        }
      }
      if move == .startTrial {
        fields.text("trialUnits", "参加的单位编码", hint: "六位单位编码，或部门的前三位；多个用空格或逗号隔开")
      }
      if move.needsReason { fields.text("reason-\(move.rawValue)", "原因", name: "reason") }
      HTML.element("button", [Attribute("class", tone(move))]) { move.title }
    }
  }

  private func tone(_ move: TaskMove) -> String? {
    switch move {
    case .launch: "primary"
    case .cancel, .endTrial: "danger"
    case .startTrial, .close, .reopen, .archive: nil
    }
  }

  private func words(_ move: TaskMove) -> String {
    switch move {
    case .startTrial: "请几家单位先走一遍，看表格和流程是否合适。"
    case .endTrial: "删除试运行的全部自评，任务回到草稿。"
    case .launch: "为范围内的每家单位建立自评，单位马上可以填报。"
    case .close: "各单位不能再填报、送审和审核，内容照常查看和导出。"
    case .reopen: "各单位又可以填报、送审和审核。"
    case .archive: "归档后不能再改动，也不能重新开放，照常查看和导出。"
    case .cancel: "还没有单位送审时可以取消。单位不再看到任务，已填的内容保留。"
    }
  }

  private var noticeFile: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "通知文件" }
      if let notice {
        HTML.element("p") {
          HTML.element("a", [Attribute("href", Route.notice(task.id).path)]) { notice.name }
          HTML.element("span", [Attribute("class", "muted")]) { " \(FilesPage.size(notice.size))" }
        }
      } else {
        HTML.element("p", [Attribute("class", "muted")]) { "还没有文件。上传后，各单位在首页和自评填报中查看。" }
      }
      if [.draft, .trial, .launched].contains(task.phase) {
        HTML.element(
          "form",
          [
            Attribute("class", "upload"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
            Attribute("action", Route.taskNotice(task.id).path), Attribute("data-max-bytes", "\(AttachFile.largest)"),
            Attribute("data-types", AttachNotice.endings.map { ".\($0)" }.joined(separator: ",")),
          ]
        ) {
          Fields.token(visitor)
          fields.file(
            "file", notice == nil ? "选择文件" : "换一份文件",
            hint: "\(AttachNotice.endings.joined(separator: "、"))，不超过 20 MB",
            accept: AttachNotice.endings.map { ".\($0)" }.joined(separator: ","))
          HTML.element("button") { "上传" }
        }
      }
    }
  }

  private var wordTemplate: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "Word 模板" }
      HTML.element("p", [Attribute("class", "muted")]) { "导出的 Word、PDF 和全部材料可以按本地自己的模板排版。" }
      HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.taskTemplate(task.id).path)]) { "设置模板" }
    }
  }

  private var addUnits: HTML {
    .element(
      "form",
      [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.taskUnits(task.id).path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "增加单位" }
      fields.text("addedUnits", "单位编码", hint: "六位单位编码，或部门的前三位；已在任务中的不受影响")
      HTML.element("button") { "增加" }
    }
  }

  private func button(_ route: Route, _ words: String) -> HTML {
    .element("form", [Attribute("method", "post"), Attribute("action", route.path)]) {
      Fields.token(visitor)
      HTML.element("button") { words }
    }
  }

  private var history: HTML {
    let columns: [ListTable.Column] = ["时间", "事项", "内容", "原因", "经办人"]
    return HTML {
      HTML.element("h2") { "经过" }
      if events.isEmpty {
        HTML.element("p", [Attribute("class", "muted")]) { "这项任务建立时还没有记录经过。" }
      } else {
        ListTable(caption: "任务的经过", columns: columns).html {
          for event in events {
            HTML.element("tr") {
              ListTable.cell("时间") { HTML.element("span", [Attribute("class", "whole")]) { Moment(event.at).full } }
              HTML.element("th", [Attribute("scope", "row")]) {
                HTML.element("span", [Attribute("class", "whole")]) { event.kind.title }
              }
              ListTable.cell("内容") {
                [event.unit, event.detail].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "：")
              }
              ListTable.cell("原因") { event.reason }
              ListTable.cell("经办人") { HTML.element("span", [Attribute("class", "whole")]) { event.name } }
            }
          }
        }
        Paging(page: page, total: eventCount) { "?page=\($0)" }.html
      }
    }
  }
}
