import Audit
import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Rules
import Store

/// 检查与送审: what would stop the filing if it were sent now, and the moves open to the reader.
struct CheckPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/check") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      try await OpenFiling(engine: site.engine)(loaded, by: visitor.person)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/moves/:move") { request, context in try await move(request, context) }
    router.post("/filings/:filing/explanations") { request, context in try await explain(request, context) }
  }

  private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    guard let move = context.parameters.get("move").flatMap(Move.init(rawValue:)) else { throw NotFound() }
    guard form["to"].isEmpty || Stage(rawValue: form["to"]) != nil else { throw NotFound() }
    do {
      try await MoveFiling(engine: site.engine, shelf: site.shelf)(
        move, on: loaded.record.id, to: Stage(rawValue: form["to"]), expecting: Int64(form["version"]),
        reason: form["reason"], by: visitor.person, at: site.now())
    } catch let refused as Refused where refused.reasons == [.reasonMissing] {
      let fields = Fields(
        values: ["to": form["to"]], problems: [FieldProblem("reason", Refusal.reasonMissing.message)])
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
    return .see(move == .start ? Route.filing(loaded.record.id).path : Route.check(loaded.record.id).path)
  }

  private func explain(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    let wantsJSON = (request.headers[.accept] ?? "").contains("application/json")
    let after: LoadedFiling
    do {
      after = try await ExplainFinding(engine: site.engine, shelf: site.shelf)(
        form["text"], finding: form["key"], in: loaded.record.id, by: visitor.person, at: site.now())
    } catch let invalid as Invalid where !wantsJSON {
      let message = invalid.problems.map(\.message).joined()
      return try await page(
        loaded, visitor, Fields(), refused: .init(finding: form["key"], text: form["text"], message: message)
      ).response(status: .unprocessableContent)
    }
    if wantsJSON { return .json(["explained": true]) }
    let sheet = form["sheet"]
    let known = after.filing.sheet(sheet) != nil
    return .see(known ? Route.sheet(loaded.record.id, sheet).path : Route.check(loaded.record.id).path)
  }

  private func page(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields, refused: FindingsView.RefusedExplanation? = nil
  ) async throws -> HTML {
    let (state, moves, names, isAsReturned) = try await site.engine.read { database in
      let moves = try database.ask(.moves(of: loaded.record.id))
      return (
        try database.workflowState(of: loaded, for: visitor.person), moves,
        try WriterNames(of: Array(moves.suffix(1)), in: database),
        try database.isAsReturned(loaded.record.id, moves)
      )
    }
    let canExplain = (try? loaded.demandEditable(by: visitor.person)) != nil
    let view = FindingsView(loaded: loaded, sheet: "", visitor: visitor, canExplain: canExplain, refused: refused)
    let findings = FindingsView.findings(of: loaded, on: "")
    let groups: [(String, [Audit.Reported])] = [
      ("送审前\(Severity.error.words)", findings.filter { $0.severity == .error }),
      (
        "送审前\(Severity.warning.words)", findings.filter { $0.severity == .warning && loaded.explanations[$0.id] == nil }
      ),
      (FindingsView.explained, findings.filter { $0.severity == .warning && loaded.explanations[$0.id] != nil }),
      (Severity.info.words, findings.filter { $0.severity == .info }),
    ]
    return Shell(site: site, title: "检查与送审 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "check").html
      fields.summary
      returnNotice(moves, loaded, isAsReturned)
      receipt(moves, names, loaded)
      actions(loaded, visitor, state, fields)
      if findings.isEmpty {
        HTML.element("div", [Attribute("class", "notice success")]) {
          loaded.record.stage == .drafting ? "没有发现问题，可以送审。" : "没有发现问题。"
        }
      }
      if let refused {
        HTML.element("div", [Attribute("class", "notice error"), Attribute("role", "alert")]) {
          "说明没有记下：\(refused.message)"
        }
      }
      for (number, (title, group)) in groups.enumerated() where !group.isEmpty {
        HTML.element("section", [Attribute("class", "panel"), Attribute("data-check", "")]) {
          HTML.element("h2") {
            title + " "
            HTML.element("span", [Attribute("class", "count")]) { "\(group.count)" }
          }
          view.list(group, named: "explain-\(number)")
        }
      }
    }
  }

  /// Why the filing came back, while it is being corrected.
  private func returnNotice(_ moves: [HistoryEntry], _ loaded: LoadedFiling, _ isAsReturned: Bool) -> HTML {
    if isAsReturned, loaded.record.stage.review != nil {
      return .element("div", [Attribute("class", "notice warning")]) { "退回后内容没有修改就再次送审。" }
    }
    return ReturnNotice(moves, of: loaded)?.html(isAsReturned ? " 退回后内容还没有修改。" : "") ?? HTML()
  }

  /// What was done last and when, with a number that the history proves.
  private func receipt(_ moves: [HistoryEntry], _ names: WriterNames, _ loaded: LoadedFiling) -> HTML {
    guard let last = moves.last, case .move(let move, _, let to, _) = last.detail, move == .submit || move == .approve,
      loaded.record.stage == to
    else { return HTML() }
    return .element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
      "\(names.words(last)) 于 \(Moment(last.at).full) \(move.title)，现为“\(to.title)”。回执编号 "
      HTML.element("code") { last.chain.prefix(12).uppercased() }
      "。"
    }
  }

  private func actions(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ state: WorkflowState, _ fields: Fields
  ) -> HTML {
    let shown = Move.allCases.filter { move in
      move.openings.contains { $0.stage == state.stage && state.roles.contains($0.role) }
    }
    return HTML {
      if shown.isEmpty {
        HTML.element("p", [Attribute("class", "muted")]) { "当前为“\(state.stage.title)”，您不需要操作。" }
      } else {
        HTML.element("div", [Attribute("class", "review-bar")]) {
          for move in shown { action(move, loaded, visitor, state, fields) }
        }
      }
    }
  }

  private func action(
    _ move: Move, _ loaded: LoadedFiling, _ visitor: Visitor, _ state: WorkflowState, _ fields: Fields
  ) -> HTML {
    let refusals = move.refusals(in: state)
    let path = Route.move(loaded.record.id, move.rawValue).path
    let id = "why-not-\(move.rawValue)"
    guard move.needsReason, refusals.isEmpty else {
      return .element("form", [Attribute("method", "post"), Attribute("action", path)]) {
        Fields.token(visitor)
        Fields.hidden("version", "\(loaded.record.version)")
        HTML.element(
          "button",
          [
            Attribute("class", move == .withdraw || move.needsReason ? nil : "primary"),
            Attribute("disabled", when: !refusals.isEmpty), Attribute("aria-describedby", refusals.isEmpty ? nil : id),
          ]
        ) { words(move, state) }
        if !refusals.isEmpty {
          HTML.element("ul", [Attribute("class", "refusals"), Attribute("id", id)]) {
            for refusal in refusals { HTML.element("li") { refusal.message } }
          }
        }
      }
    }
    return .element("details", [Attribute("class", "return"), Attribute("open", when: !fields.problems.isEmpty)]) {
      HTML.element("summary", [Attribute("class", move == .reopen ? "button" : "button danger")]) {
        move == .reopen ? move.title : "退回修改"
      }
      HTML.element("form", [Attribute("method", "post"), Attribute("action", path)]) {
        Fields.token(visitor)
        Fields.hidden("version", "\(loaded.record.version)")
        if move == .reopen {
          HTML.element("p") { "已经公开的文本不变，台账上注明由较早的版本公开，直到重新公开。" }
        }
        let ends = move.destinations(from: state.stage, on: state.path)
        if ends.count > 1 {
          fields.choice(
            "to", move == .reopen ? "打开到" : "退回到",
            options: ends.map { ($0.rawValue, $0 == .drafting ? "\($0.title)（经办岗修改）" : $0.title) })
        }
        HTML.element("div", [Attribute("class", fields.problems.isEmpty ? "field" : "field invalid")]) {
          HTML.element("label", [Attribute("for", "reason")]) { "\(move.title)原因" }
          if let message = fields.message(for: "reason") {
            HTML.element("p", [Attribute("class", "error")]) { message }
          }
          HTML.element(
            "textarea",
            [
              Attribute("id", "reason"), Attribute("name", "reason"), Attribute("rows", "3"),
              Attribute("data-limit", "500"),
            ]
          ) { HTML() }
        }
        HTML.element("button", [Attribute("class", "danger")]) { move.title }
      }
    }
  }

  private func words(_ move: Move, _ state: WorkflowState) -> String {
    guard move == .approve || move == .submit, let next = move.destination(from: state.stage, on: state.path) else {
      return move.title
    }
    let to = next == .done ? "办结" : next.review.map { "送\($0.words)审核" } ?? ""
    return move == .submit ? "保存并\(to)" : "审核通过，\(to)"
  }
}

extension ReadTransaction {
  /// Whether the content still is what it was when the filing was last returned; false where it never was.
  fileprivate func isAsReturned(_ id: Int64, _ moves: [HistoryEntry]) throws -> Bool {
    let last = moves.last { entry in
      if case .move(.return, _, .drafting, _) = entry.detail { true } else { false }
    }
    guard let last else { return false }
    return try !ask(.history(of: id, after: last.version)).contains { $0.detail.changesContent }
  }
}

extension ReviewStep {
  var words: String {
    switch self {
    case .unit: "本单位"
    case .department: "主管部门"
    case .finance: "财政"
    }
  }
}
