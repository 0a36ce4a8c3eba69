import Evaluation
import HTML
import Operations
import Store

/// The frame of every page: head, top bar, main part and foot.
struct Shell {
  let site: Site
  let title: String
  let visitor: Visitor?
  var current: Route?
  var isNarrow = false
  var isWide = false
  var hasEditor = false
  /// A sheet that is only read.
  var hasReader = false
  var hasMarkedReport = false
  var hasPolicyEditor = false

  func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
    document(bodyClass: nil) {
      HTML.element("a", [Attribute("class", "skip"), Attribute("href", "#main")]) { "跳到正文" }
      topBar
      HTML.element("main", [Attribute("id", "main"), Attribute("class", mainClass)]) { content() }
      HTML.element("footer", [Attribute("class", "foot")]) {
        HTML.element("a", [Attribute("href", Route.help.path)]) { "帮助" }
        HTML.element("a", [Attribute("href", Route.rules.path)]) { "检查规则" }
        HTML.element("a", [Attribute("href", Route.published.path)]) { "绩效信息公开" }
        HTML.element("a", [Attribute("href", Route.interface.path)]) { "接口" }
        HTML.element("span") { "绩衡" }
      }
    }
  }

  /// A page with one card and no top bar: sign-in, first secret, set-up.
  func card(@HTMLBuilder _ content: () -> HTML) -> HTML {
    document(bodyClass: "plain") {
      HTML.element("main", [Attribute("id", "main"), Attribute("class", "card-page")]) {
        HTML.element("div", [Attribute("class", "card")]) {
          HTML.element("p", [Attribute("class", "brand-large")]) { "绩衡" }
          HTML.element("p", [Attribute("class", "sub")]) { "预算绩效自评" }
          content()
          HTML.element("p", [Attribute("class", "card-foot")]) {
            HTML.element("a", [Attribute("href", Route.published.path)]) { "绩效信息公开" }
            " "
            HTML.element("a", [Attribute("href", Route.help.path)]) { "帮助" }
          }
        }
      }
    }
  }

  private var mainClass: String { "main" + (isNarrow ? " narrow" : "") + (isWide ? " wide" : "") }

  private func document(bodyClass: String?, @HTMLBuilder _ body: () -> HTML) -> HTML {
    HTML {
      HTML.verbatim("<!doctype html>")
      HTML.element("html", [Attribute("lang", "zh-CN")]) {
        HTML.element("head") {
          HTML.void("meta", [Attribute("charset", "utf-8")])
          HTML.void(
            "meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")])
          HTML.void("meta", [Attribute("name", "color-scheme"), Attribute("content", "light dark")])
          HTML.element("title") { "\(title) · 绩衡" }
          HTML.void("link", [Attribute("rel", "stylesheet"), Attribute("href", site.assets.path("site.css"))])
          HTML.void("link", [Attribute("rel", "icon"), Attribute("href", site.assets.path("icon.svg"))])
          script("site.js")
          if hasEditor { script("editor.js") }
          if hasReader { script("reader.js") }
          if hasMarkedReport { script("checkup.js") }
          if hasPolicyEditor { script("policyeditor.js") }
        }
        HTML.element(
          "body", [Attribute("class", bodyClass), Attribute("data-person", visitor.map { "\($0.person.id)" })]
        ) { body() }
      }
    }
  }

  private func script(_ name: String) -> HTML {
    .element("script", [Attribute("type", "module"), Attribute("src", site.assets.path(name))]) { HTML() }
  }

  private var topBar: HTML {
    .element("header", [Attribute("class", "topbar")]) {
      HTML.element("a", [Attribute("class", "brand"), Attribute("href", Route.home.path)]) {
        "绩衡 "
        HTML.element("span", [Attribute("class", "brand-sub")]) { "预算绩效自评" }
      }
      if let visitor {
        HTML.element(
          "button",
          [Attribute("class", "quiet menu-button"), Attribute("type", "button"), Attribute("popovertarget", "menu")]
        ) { "菜单" }
        HTML.element(
          "nav",
          [
            Attribute("class", "topnav"), Attribute("id", "menu"), Attribute("popover", ""),
            Attribute("aria-label", "主菜单"),
          ]
        ) {
          for (route, words, count) in menu(of: visitor) {
            HTML.element(
              "a", [Attribute("href", route.path), Attribute("aria-current", route == current ? "page" : nil)]
            ) {
              words
              if count > 0 {
                " "
                HTML.element("span", [Attribute("class", "count")]) {
                  "\(count)"
                  HTML.element("span", [Attribute("class", "visually-hidden")]) { " 件待办" }
                }
              }
            }
          }
        }
        who(visitor)
      } else {
        HTML.element("div", [Attribute("class", "who")]) {
          HTML.element("a", [Attribute("href", Route.signIn.path)]) { "登录" }
        }
      }
    }
  }

  private func who(_ visitor: Visitor) -> HTML {
    .element("div", [Attribute("class", "who")]) {
      HTML.element("a", [Attribute("href", Route.account.path)]) {
        visitor.person.name
        HTML.element("span", [Attribute("class", "who-post")]) {
          let kinds = Set(visitor.person.posts.map(\.kind))
          " " + Post.Kind.allCases.filter(kinds.contains).map(\.title).joined(separator: "、")
        }
      }
      HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.signOut.path)]) {
        Fields.token(visitor)
        HTML.element("button", [Attribute("class", "quiet")]) { "退出" }
      }
    }
  }

  /// Where the person goes, and how much waits there.
  private func menu(of visitor: Visitor) -> [(Route, String, Int)] {
    let (person, work) = (visitor.person, visitor.work)
    var menu: [(Route, String, Int)] = [(.home, "首页", 0)]
    if person.holds(.handler) { menu.append((.filings, "自评填报", work.toFill)) }
    if person.holds(.handler) || person.holds(.reviewer) || person.holds(.finance) {
      menu.append((.reviews, "自评复核", work.toReview))
    }
    if !person.posts.allSatisfy(\.kind.isAdministrative) {
      menu += [(.query, "查询", 0), (.search, "检索", 0)]
    }
    if ProgressScope(person) != nil {
      menu += [(.latestProgress, "进度", work.toAnswer), (.statistics, "统计", 0)]
    }
    menu.append((.checkup, "报告体检", 0))
    if person.runsTasks { menu.append((.tasks, "任务", 0)) }
    if person.readsPolicies { menu.append((.policies, "制度", 0)) }
    if person.administers(.system) { menu += [(.calendar(nil), "工作日历", 0), (.units, "单位", 0)] }
    if person.administers(.security) { menu += [(.people, "人员", 0), (.tokens, "接口令牌", 0)] }
    if person.administers(.audit) { menu.append((.log, "日志", 0)) }
    if person.administers(.system) { menu.append((.backups, "备份", 0)) }
    return menu
  }
}
