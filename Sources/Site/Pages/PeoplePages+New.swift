import Evaluation
import HTML

/// The form that adds a person.
extension PeoplePages {
  func newPerson(_ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.people.path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "新增人员" }
      fields.text("account", "账号", hint: "用于登录，建议用姓名拼音或工号")
      fields.text("name", "姓名")
      fields.text("mobile", "手机号码（可不填）", hint: "可用来登录，可随时更换")
      Self.postChoices(fields, chosen: [])
      fields.text("unit", "单位编码", hint: "经办岗、审核岗须填", width: "w8")
      Self.termFields(fields)
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "新增并生成一次性密码" }
      }
    }
  }

  static func termFields(_ fields: Fields) -> HTML {
    .element("div", [Attribute("class", "field-row")]) {
      fields.text("from", "任职自（可不填）", type: "date", width: "w8")
      fields.text("until", "任职至（可不填）", hint: "最后一天，过后不再有权限", type: "date", width: "w8")
    }
  }

  static func postChoices(_ fields: Fields, chosen: Set<Post.Kind>) -> HTML {
    .element(
      "fieldset",
      [Attribute("class", fields.message(for: "post") == nil ? "field" : "field invalid"), Attribute("id", "post")]
    ) {
      HTML.element("legend") { "岗位" }
      if let message = fields.message(for: "post") { HTML.element("p", [Attribute("class", "error")]) { message } }
      for kind in Post.Kind.allCases {
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "post-\(kind.rawValue)"), Attribute("name", "post"),
              Attribute("value", kind.rawValue), Attribute("checked", when: chosen.contains(kind)),
            ])
          HTML.element("label", [Attribute("for", "post-\(kind.rawValue)")]) {
            kind.title + (kind.isAtUnit ? "（单位）" : "（财政局）")
          }
        }
      }
    }
  }
}
