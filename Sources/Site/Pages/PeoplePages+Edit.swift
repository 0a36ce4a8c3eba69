import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// The page of one person: name, number, posts, closing.
extension PeoplePages {
  func edit(_ context: SiteContext, _ invalid: Invalid?) async throws -> HTML {
    let visitor = try context.requirePost(.administrator)
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    let (found, units) = try await site.engine.read { (try $0.person(id), try UnitNames(in: $0)) }
    guard let person = found else { throw NotFound() }
    let fields = Fields(
      values: ["name": person.name, "mobile": person.mobile ?? ""], problems: invalid?.problems ?? [])
    return Shell(site: site, title: "修改人员", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "修改 \(person.name)（\(person.account)）" }
      fields.summary
      HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.person(id).path)]) {
        Fields.token(visitor)
        Fields.hidden("account", person.account)
        fields.text("name", "姓名")
        fields.text("mobile", "手机号码（可不填）", hint: "可用来登录，更换不影响历史记录")
        keptPosts(person, units)
        HTML.element("h2") { "增加岗位" }
        Self.postChoices(fields, chosen: [])
        fields.text("unit", "单位编码", hint: "增加经办岗、审核岗时须填", width: "w8")
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "closed"), Attribute("name", "closed"),
              Attribute("value", "1"), Attribute("checked", when: person.isClosed),
            ])
          HTML.element("label", [Attribute("for", "closed")]) { "停用此账号" }
        }
        HTML.element("p", [Attribute("class", "form-actions")]) {
          HTML.element("button", [Attribute("class", "primary")]) { "保存" }
          HTML.element("a", [Attribute("href", Route.people.path)]) { "取消" }
        }
      }
    }
  }

  private func keptPosts(_ person: Person, _ units: UnitNames) -> HTML {
    .element("fieldset", [Attribute("class", "field")]) {
      HTML.element("legend") { "现有岗位（去掉勾选即取消）" }
      for (number, post) in person.posts.enumerated() {
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "kept-\(number)"), Attribute("name", "kept"),
              Attribute("value", Self.text(post)), Attribute("checked", ""),
            ])
          HTML.element("label", [Attribute("for", "kept-\(number)")]) { units.words(post) }
        }
      }
    }
  }
}
