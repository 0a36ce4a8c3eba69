import Evaluation
import HTML
import Operations
import Store

/// 登记公开情况: where else a filing is public, or why it is not.
struct DisclosureForm {
  /// What was told before.
  let told: DisclosureRegistration
  let loaded: LoadedFiling
  let visitor: Visitor
  let fields: Fields

  var html: HTML {
    var shown = fields
    if fields.problems.isEmpty {
      shown.values["address"] = told.address
      shown.values["day"] = told.day
      shown.values["exemptReason"] = told.exemptReason
    }
    return .element(
      "form",
      [
        Attribute("method", "post"), Attribute("class", "panel"),
        Attribute("action", Route.registerDisclosure(loaded.record.id).path),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "登记公开情况" }
      HTML.element("p") {
        "已在本单位网站公开的，登记网址；按规定不公开的，写明理由。"
        if !loaded.task.publicBy.isEmpty { "公开期限：\(Moment.day(loaded.task.publicBy))。" }
      }
      shown.text("address", "公开网址", hint: "以 https:// 开头的完整网址")
      shown.text("day", "公开日期", type: "date")
      shown.text("exemptReason", "不公开的理由", hint: "例如涉密，并注明依据")
      HTML.element("p", [Attribute("class", "form-actions")]) { HTML.element("button") { "登记" } }
    }
  }
}
