import HTML
import Store

/// Where somebody is signed in, and the way to end all of it but here.
struct SessionSection {
  let visitor: Visitor
  /// Those that are good, the latest used first.
  let sessions: [OpenSession]

  var html: HTML {
    HTML {
      HTML.element("h2", [Attribute("id", "sessions")]) { "登录情况" }
      ListTable(
        caption: "登录情况", columns: [.init(words: "浏览器"), .init(words: "登录时间"), .init(words: "最近使用")]
      ).html {
        for session in sessions {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) {
              BrowserName.words(for: session.agent) + (session.tokenHash == visitor.session ? "（本次登录）" : "")
            }
            ListTable.cell("登录时间") { Moment(session.beganAt).short }
            ListTable.cell("最近使用") { Moment(session.seenAt).short }
          }
        }
      }
      if sessions.count > 1 {
        HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.sessions.path)]) {
          Fields.token(visitor)
          HTML.element("p", [Attribute("class", "form-actions")]) { HTML.element("button") { "退出其他登录" } }
        }
      } else {
        HTML.element("p", [Attribute("class", "sub")]) { "没有在别处登录。" }
      }
    }
  }
}
