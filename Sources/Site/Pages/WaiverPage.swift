import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 不适用: a unit declares that a task does not apply to it; the bureau answers.
struct WaiverPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/waiver") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/waiver") { request, context in try await act(request, context) }
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    let waive = WaiveFiling(engine: site.engine)
    do {
      switch form["action"] {
      case "declare":
        try await waive.declare(loaded.record.id, reason: form["waiverReason"], by: visitor.person, at: site.now())
      case "accept", "reject":
        try await waive.decide(
          loaded.record.id, accepts: form["action"] == "accept", reason: form["waiverReason"], by: visitor.person,
          at: site.now())
      default: throw Malformed()
      }
      return .see(Route.waiver(loaded.record.id).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["waiverReason": form["waiverReason"]], problems: invalid.problems)
      return page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    let standing = loaded.record.standing
    let roles = visitor.person.posts.roles(towards: loaded.record.unit.code)
    let canDeclare = roles.contains(.handler) && loaded.record.mayBeWaived(in: loaded.task)
    let canAnswer = !loaded.task.isClosed && roles.contains(.finance) && standing.waiver == .declared
    return Shell(site: site, title: "不适用 · \(loaded.record.unit.name)", visitor: visitor, isNarrow: true).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.home.path)]) { "首页" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { loaded.task.title }
      }
      HTML.element("h1") { "\(loaded.record.unit.name) 申报不适用" }
      fields.summary
      if standing.waiver != .none {
        HTML.element("div", [Attribute("class", standing.waiver == .accepted ? "notice success" : "notice warning")]) {
          HTML.element("p") { HTML.element("strong") { Self.words(standing.waiver) } }
          HTML.element("p") { "单位的理由：\(standing.waiverReason)" }
        }
      } else if !canDeclare {
        HTML.element("p") { "本单位没有申报不适用。" }
      }
      if canDeclare { form(loaded, visitor, fields, label: "为什么这项任务不适用于本单位", [("declare", "申报", "primary")]) }
      if canAnswer {
        if loaded.record.isBeforeSending {
          form(
            loaded, visitor, fields, label: "答复（不同意的须写明原因）",
            [("accept", "同意", "primary"), ("reject", "不同意", "danger")])
        } else {
          HTML.element("p") { "单位申报以后已经送审，不能再同意；请写明原因答复，按送审的自评办理。" }
          form(loaded, visitor, fields, label: "不同意的原因", [("reject", "不同意", "danger")])
        }
      }
    }
  }

  private static func words(_ waiver: Waiver) -> String {
    switch waiver {
    case .none: ""
    case .declared: "已申报不适用，请等待财政部门答复；答复之前可以照常填报。"
    case .accepted: "财政部门已同意，本单位不需要填报。"
    case .rejected: "财政部门没有同意，请照常填报。"
    }
  }

  private func form(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields, label: String,
    _ buttons: [(value: String, words: String, tone: String)]
  ) -> HTML {
    .element(
      "form",
      [
        Attribute("class", "panel"), Attribute("method", "post"),
        Attribute("action", Route.waiver(loaded.record.id).path),
      ]
    ) {
      Fields.token(visitor)
      fields.area("waiverReason", label)
      HTML.element("p", [Attribute("class", "form-actions")]) {
        for button in buttons {
          HTML.element(
            "button", [Attribute("class", button.tone), Attribute("name", "action"), Attribute("value", button.value)]
          ) { button.words }
        }
      }
    }
  }
}
