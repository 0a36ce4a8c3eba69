import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 授权代理: who acts with a person's posts, until when.
extension PeoplePages {
  func appoint(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    let id = try id(context)
    let entry = AppointDeputy.Entry(
      deputy: form["deputy"], posts: form.all("deputed").compactMap(Self.post), from: form["deputyFrom"],
      until: form["deputyUntil"], reason: form["deputyReason"])
    do {
      try await AppointDeputy(engine: site.engine)(of: id, entry, by: visitor.person, at: site.now())
      return .see(Route.person(id).path)
    } catch let invalid as Invalid {
      let names = ["deputy", "deputyFrom", "deputyUntil", "deputyReason"]
      let values = Dictionary(names.map { ($0, form[$0]) }, uniquingKeysWith: { first, _ in first })
      return try await edit(context, Fields(values: values, problems: invalid.problems)).response(
        status: .unprocessableContent)
    }
  }

  func endDeputyship(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    _ = try await request.form(for: visitor)
    let id = try id(context)
    guard let deputyship = context.parameters.get("deputyship", as: Int64.self) else { throw NotFound() }
    try await AppointDeputy(engine: site.engine).end(deputyship, of: id, by: visitor.person, at: site.now())
    return .see(Route.person(id).path)
  }

  func deputies(
    of person: Person, _ deputyships: [Deputyship], _ units: UnitNames, _ visitor: Visitor, _ fields: Fields
  ) -> HTML {
    let today = CivilDay(inChinaAt: site.now())
    let posts = person.held.filter { $0.term.isComing(after: today) && $0.post.kind.mayBeDeputised }.map(\.post)
    return HTML {
      HTML.element("h2") { "授权代理" }
      HTML.element("p", [Attribute("class", "hint")]) {
        "到期之前，代行人可以办理这些岗位的事，历史中记为“某某 代 \(person.name)”；自己修改过的内容仍须由他人审核。"
      }
      if !deputyships.isEmpty {
        HTML.element("ul", [Attribute("class", "files")]) {
          for deputyship in deputyships { item(deputyship, of: person, units, visitor, today) }
        }
      }
      if !posts.isEmpty, !person.isClosed {
        HTML.element(
          "form",
          [
            Attribute("class", "panel"), Attribute("method", "post"),
            Attribute("action", Route.deputies(person.id).path),
          ]
        ) {
          Fields.token(visitor)
          HTML.element("fieldset", [Attribute("class", "field"), Attribute("id", "deputed")]) {
            HTML.element("legend") { "由他人代行的岗位" }
            if let message = fields.message(for: "deputed") {
              HTML.element("p", [Attribute("class", "error")]) { message }
            }
            for (number, post) in posts.enumerated() {
              HTML.element("div", [Attribute("class", "choice")]) {
                HTML.void(
                  "input",
                  [
                    Attribute("type", "checkbox"), Attribute("id", "deputed-\(number)"), Attribute("name", "deputed"),
                    Attribute("value", Self.text(post)), Attribute("checked", ""),
                  ])
                HTML.element("label", [Attribute("for", "deputed-\(number)")]) { "代行 \(units.words(post))" }
              }
            }
          }
          fields.text("deputy", "代行人的账号")
          HTML.element("div", [Attribute("class", "field-row")]) {
            fields.text("deputyFrom", "开始日期（不填为今天）", type: "date", width: "w8")
            fields.text("deputyUntil", "最后一天", type: "date", width: "w8")
          }
          fields.area("deputyReason", "原因", hint: "如出差、休假、借调", rows: 2)
          HTML.element("p", [Attribute("class", "form-actions")]) {
            HTML.element("button", [Attribute("class", "primary")]) { "授权代理" }
          }
        }
      }
    }
  }

  private func item(
    _ deputyship: Deputyship, of person: Person, _ units: UnitNames, _ visitor: Visitor, _ today: CivilDay
  ) -> HTML {
    let isOver = deputyship.endedAt != nil || !deputyship.term.isComing(after: today)
    return .element("li", [Attribute("class", "file")]) {
      HTML.element("span") {
        "\(deputyship.deputyName) 代 \(deputyship.principalName)：\(units.words(HeldPost(deputyship.post, deputyship.term)))"
      }
      HTML.element("span", [Attribute("class", "muted")]) {
        " \(deputyship.reason)" + (deputyship.endedAt.map { "；已于 \(Moment($0).full) 终止" } ?? (isOver ? "；已到期" : ""))
      }
      if !isOver, deputyship.principal == person.id {
        HTML.element(
          "form",
          [Attribute("method", "post"), Attribute("action", Route.endDeputyship(person.id, deputyship.id).path)]
        ) {
          Fields.token(visitor)
          HTML.element(
            "button",
            [Attribute("class", "quiet small"), Attribute("aria-label", "终止 \(deputyship.deputyName) 的代行")]
          ) { "终止" }
        }
      }
    }
  }
}
