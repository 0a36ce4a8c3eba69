import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// The page of one person: name, number, posts with their terms, deputies, closing.
extension PeoplePages {
  /// The person of the address. Throws `NotFound`.
  func id(_ context: SiteContext) throws -> Int64 {
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    return id
  }

  /// - Parameter typed: what was typed and not taken.
  func edit(_ context: SiteContext, _ typed: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let id = try id(context)
    let (found, deputyships, bound, units) = try await site.engine.read {
      (
        try $0.person(id), try $0.ask(Query<Deputyship>.deputyships(with: id)),
        try $0.ask(Query<BoundIdentity>.identities(of: id)), try UnitNames(in: $0)
      )
    }
    guard let person = found else { throw NotFound() }
    var fields = typed
    fields.values.merge(["name": person.name, "mobile": person.mobile ?? ""]) { typed, _ in typed }
    for held in person.held where typed.problems.isEmpty {
      fields.values["from-\(Self.text(held.post))"] = held.term.from?.description
      fields.values["until-\(Self.text(held.post))"] = held.term.until?.description
    }
    let filled = fields
    return Shell(site: site, title: "修改人员", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "修改 \(person.name)（\(person.account)）" }
      filled.summary
      HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.person(id).path)]) {
        Fields.token(visitor)
        Fields.hidden("account", person.account)
        filled.text("name", "姓名")
        filled.text("mobile", "手机号码（可不填）", hint: "可用来登录，更换不影响历史记录")
        keptPosts(person, units, filled)
        HTML.element("h2") { "增加岗位" }
        Self.postChoices(filled, chosen: [])
        filled.text("unit", "单位编码", hint: "增加经办岗、审核岗时须填", width: "w8")
        Self.termFields(filled)
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "closed"), Attribute("name", "closed"),
              Attribute("value", "1"), Attribute("checked", when: person.isClosed),
            ])
          HTML.element("label", [Attribute("for", "closed")]) { "停用此账号（登录、接口令牌和代行一并失效）" }
        }
        HTML.element("p", [Attribute("class", "form-actions")]) {
          HTML.element("button", [Attribute("class", "primary")]) { "保存" }
          HTML.element("a", [Attribute("href", Route.handover(id).path)]) { "移交岗位、办理离岗" }
          HTML.element("a", [Attribute("href", Route.people.path)]) { "取消" }
        }
      }
      deputies(of: person, deputyships, units, visitor, filled)
      identities(of: person, bound, visitor)
    }
  }

  private func keptPosts(_ person: Person, _ units: UnitNames, _ fields: Fields) -> HTML {
    .element("fieldset", [Attribute("class", "field")]) {
      HTML.element("legend") { "现有岗位（去掉勾选即取消）" }
      if person.held.isEmpty { HTML.element("p", [Attribute("class", "muted")]) { "没有岗位。" } }
      for (number, held) in person.held.enumerated() {
        let (text, words) = (Self.text(held.post), units.words(held.post))
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "kept-\(number)"), Attribute("name", "kept"),
              Attribute("value", text), Attribute("checked", ""),
            ])
          HTML.element("label", [Attribute("for", "kept-\(number)")]) { words }
        }
        HTML.element("div", [Attribute("class", "field-row")]) {
          fields.text("from-\(text)", "自", type: "date", width: "w8", spoken: "\(words) 任职自")
          fields.text("until-\(text)", "至", type: "date", width: "w8", spoken: "\(words) 任职至")
        }
      }
    }
  }
}
