import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 批注、申诉、整改: what people write to each other about a filing, with answers, until it is settled.
struct NotesPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/notes") { request, context in
      let (loaded, visitor) = try await site.filing(context)
      var fields = Fields()
      fields.values["place"] = request.uri.queryParameters["place"].map(String.init)
      return try await page(loaded, visitor, fields).response()
    }
    router.post("/filings/:filing/notes") { request, context in
      try await act(request, context) { loaded, visitor, form in
        guard let kind = ReviewNoteKind(rawValue: form["kind"]) else {
          throw Invalid([FieldProblem("kind", "请选择类别。")])
        }
        try await writer(
          .init(
            kind: kind, place: form["place"], text: form["text"].replacing("\r\n", with: "\n"), due: form["due"]),
          on: loaded.record.id, by: visitor.person, at: site.now())
      }
    }
    router.post("/filings/:filing/notes/:note/answer") { request, context in
      let note = try note(context)
      return try await act(request, context) { loaded, visitor, form in
        try await writer.answer(
          note, form["answer-\(note)"].replacing("\r\n", with: "\n"), on: loaded.record.id, by: visitor.person,
          at: site.now())
      }
    }
    router.post("/filings/:filing/notes/:note/settled") { request, context in
      let note = try note(context)
      return try await act(request, context) { loaded, visitor, form in
        try await writer.settle(
          note, form["settled"] == "yes", on: loaded.record.id, by: visitor.person, at: site.now())
      }
    }
  }

  private var writer: WriteNote { WriteNote(engine: site.engine, shelf: site.shelf) }

  private func note(_ context: SiteContext) throws -> Int64 {
    guard let id = context.parameters.get("note", as: Int64.self) else { throw NotFound() }
    return id
  }

  private func act(
    _ request: Request, _ context: SiteContext, _ work: (LoadedFiling, Visitor, FormFields) async throws -> Void
  ) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    do {
      try await work(loaded, visitor, form)
      return .see(Route.notes(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for field in form.fields where field.name != "csrf" { fields.values[field.name] = field.value }
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  // MARK: The page

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (notes, isReviewed, names) = try await site.engine.read { database in
      let notes = try database.ask(.notes(of: loaded.record.id))
      let marks = try database.ask(.marks(of: loaded.record.id))
      let writers = Set(notes.flatMap { [$0.person, $0.settledBy].compactMap(\.self) })
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(writers)))
      return (
        notes, marks.contains { !$0.mark.points.isEmpty },
        Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
      )
    }
    let roles = visitor.person.posts.roles(towards: loaded.record.unit.code)
    let kinds = ReviewNoteKind.allCases.filter {
      !loaded.task.isClosed && $0.isOpen(to: roles, in: loaded.record.stage, isReviewed: isReviewed)
    }
    let first = notes.filter { $0.answers == nil }
    let open = first.filter { $0.settledAt == nil }
    let settled = first.filter { $0.settledAt != nil }
    return Shell(site: site, title: "批注 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "notes").html
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if open.isEmpty {
            FilingTable.empty(
              "没有待处理的批注。",
              kinds.isEmpty ? "有人写了批注，会出现在这里。" : "对整份自评、某一格或某一节有话要说的，在这里写；看得到这份自评的人都可以答复。")
          }
          for note in open { thread(note, notes, names, loaded, visitor, roles, fields) }
          if !settled.isEmpty {
            HTML.element("h2") { "已处理" }
            for note in settled { thread(note, notes, names, loaded, visitor, roles, fields) }
          }
        }
        HTML.element("aside") { if !kinds.isEmpty { form(kinds, loaded, visitor, fields) } }
      }
    }
  }

  private func thread(
    _ note: ReviewNote, _ all: [ReviewNote], _ names: [Int64: String], _ loaded: LoadedFiling, _ visitor: Visitor,
    _ roles: Set<Role>, _ fields: Fields
  ) -> HTML {
    let isSettled = note.settledAt != nil
    return .element(
      "section",
      [Attribute("class", isSettled ? "panel opinion settled" : "panel opinion"), Attribute("id", "note-\(note.id)")]
    ) {
      HTML.element("h2") {
        HTML.element("span", [Attribute("class", "tag")]) { note.kind.title }
        " "
        place(note, loaded)
      }
      entry(note, names)
      if !note.due.isEmpty { HTML.element("p") { "整改期限：\(Moment.day(note.due))" } }
      for answer in all where answer.answers == note.id {
        HTML.element("div", [Attribute("class", "answer")]) { entry(answer, names) }
      }
      if let at = note.settledAt {
        HTML.element("p", [Attribute("class", "muted")]) {
          "\(names[note.settledBy ?? 0] ?? "") \(Moment(at).short) 已处理"
        }
      }
      if !loaded.task.isClosed {
        if !isSettled { answerForm(note, loaded, visitor, fields) }
        if note.kind.canBeSettled(by: roles, isWriter: note.person == visitor.person.id) {
          HTML.element(
            "form",
            [
              Attribute("method", "post"), Attribute("action", Route.noteSettled(loaded.record.id, note.id).path),
            ]
          ) {
            Fields.token(visitor)
            Fields.hidden("settled", isSettled ? "no" : "yes")
            HTML.element("button", [Attribute("class", "small")]) { isSettled ? "重新打开" : "标为已处理" }
          }
        }
      }
    }
  }

  private func entry(_ note: ReviewNote, _ names: [Int64: String]) -> HTML {
    HTML {
      HTML.element("p", [Attribute("class", "note-text")]) { note.text }
      HTML.element("p", [Attribute("class", "muted")]) { "\(names[note.person] ?? "") \(Moment(note.at).short)" }
    }
  }

  private func place(_ note: ReviewNote, _ loaded: LoadedFiling) -> HTML {
    guard let place = note.place else { return .text("整份自评") }
    let words = Self.words(place, loaded)
    guard loaded.filing.sheet(place.sheet) != nil else { return .text(words) }
    return .element(
      "a",
      [
        Attribute(
          "href",
          Route.sheet(loaded.record.id, place.sheet).path + "#" + place.description.replacing("/", with: "_"))
      ]
    ) { words }
  }

  static func words(_ place: CellAddress, _ loaded: LoadedFiling) -> String {
    if let definition = loaded.calculation.definition(at: place) { return definition.caption }
    if let section = loaded.filing.section(at: place) {
      return loaded.filing.placeholders.filled(into: section.heading)
    }
    return "已删除的行"
  }

  private func answerForm(_ note: ReviewNote, _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    let name = "answer-\(note.id)"
    let message = fields.message(for: name)
    return .element(
      "form",
      [Attribute("method", "post"), Attribute("action", Route.noteAnswer(loaded.record.id, note.id).path)]
    ) {
      Fields.token(visitor)
      HTML.element("div", [Attribute("class", message == nil ? "field" : "field invalid")]) {
        HTML.element("label", [Attribute("for", name)]) { "答复" }
        if let message { HTML.element("p", [Attribute("class", "error")]) { message } }
        HTML.element("textarea", [Attribute("id", name), Attribute("name", name), Attribute("rows", "2")]) {
          fields.values[name] ?? ""
        }
      }
      HTML.element("button", [Attribute("class", "small")]) { "答复" }
    }
  }

  private func form(
    _ kinds: [ReviewNoteKind], _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields
  ) -> HTML {
    let message = fields.message(for: "text")
    return .element(
      "form",
      [
        Attribute("class", "panel"), Attribute("method", "post"),
        Attribute("action", Route.notes(loaded.record.id).path),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "新写一条" }
      fields.choice("kind", "类别", options: kinds.map { ($0.rawValue, $0.title) })
      HTML.element("div", [Attribute("class", "field")]) {
        HTML.element("label", [Attribute("for", "place")]) { "位置" }
        HTML.element("select", [Attribute("id", "place"), Attribute("name", "place")]) {
          HTML.element("option", [Attribute("value", "")]) { "整份自评" }
          for (title, places) in places(loaded) {
            HTML.element("optgroup", [Attribute("label", title)]) {
              for place in places {
                HTML.element(
                  "option",
                  [
                    Attribute("value", place.description),
                    Attribute("selected", when: fields.values["place"] == place.description),
                  ]
                ) { Self.words(place, loaded) }
              }
            }
          }
        }
      }
      HTML.element("div", [Attribute("class", message == nil ? "field" : "field invalid")]) {
        HTML.element("label", [Attribute("for", "text")]) { "内容" }
        if let message { HTML.element("p", [Attribute("class", "error"), Attribute("id", "text-error")]) { message } }
        HTML.element("textarea", [Attribute("id", "text"), Attribute("name", "text"), Attribute("rows", "4")]) {
          fields.values["text"] ?? ""
        }
      }
      if kinds.contains(.rectification) { fields.text("due", "整改期限", hint: "发整改通知时填写，如 2025-06-30", width: "w8") }
      HTML.element("button", [Attribute("class", "primary")]) { "提交" }
    }
  }

  private func places(_ loaded: LoadedFiling) -> [(String, [CellAddress])] {
    loaded.filing.sheets.compactMap { sheet in
      switch loaded.filing.policies.definition(of: sheet) {
      case .form(_, let form)?:
        let title =
          form.kind == .projectEvaluation ? ProjectNames.name(of: sheet.id, in: loaded) : form.shortTitle
        return (title, loaded.calculation.layout(of: sheet.id)?.definitions.map(\.address) ?? [])
      case .report(_, let outline)?:
        return (
          loaded.filing.placeholders.filled(into: outline.title),
          outline.sections.map { CellAddress(sheet.id, $0.id, "text") }
        )
      case nil: return nil
      }
    }
  }
}
