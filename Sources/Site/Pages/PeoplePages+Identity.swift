import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// Which identity of another system an account is bound to.
extension PeoplePages {
  func releaseIdentity(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    _ = try await request.form(for: visitor)
    let id = try id(context)
    try await SignInWithIdentity(engine: site.engine).release(id, by: visitor.person.id, at: site.now())
    return .see(Route.person(id).path)
  }

  func identities(of person: Person, _ bound: [BoundIdentity], _ visitor: Visitor) -> HTML {
    guard !bound.isEmpty else { return HTML() }
    return HTML {
      HTML.element("h2") { "统一身份绑定" }
      for one in bound {
        HTML.element("dl", [Attribute("class", "facts")]) {
          for (term, value) in Self.facts(one) {
            HTML.element("div") {
              HTML.element("dt") { term }
              HTML.element("dd") { value }
            }
          }
        }
      }
      HTML.element(
        "form", [Attribute("method", "post"), Attribute("action", Route.releaseIdentity(person.id).path)]
      ) {
        Fields.token(visitor)
        HTML.element("p", [Attribute("class", "hint")]) {
          "人员变动或绑错时解除。解除后本账号须重新登录，下次经统一身份认证登录时按账号重新绑定。"
        }
        HTML.element("p", [Attribute("class", "form-actions")]) { HTML.element("button") { "解除绑定" } }
      }
    }
  }

  private static func facts(_ bound: BoundIdentity) -> [(String, String)] {
    [
      ("身份标识", bound.subject), ("签发者", bound.issuer), ("绑定日期", Moment.day(Moment(bound.boundAt).isoDay)),
    ]
  }
}
