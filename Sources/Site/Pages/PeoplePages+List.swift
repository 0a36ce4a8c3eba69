import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// The list of people, with the secret that was just issued.
extension PeoplePages {
  private static let pageSize = 100

  func list(
    _ request: Request, _ context: SiteContext, _ fields: Fields, issued: (account: String, secret: String)?
  ) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let text = ListField.words(request.uri.queryParameters["q"].map(String.init))
    let page = request.pageNumber
    let (people, total, units) = try await site.engine.read { database in
      (
        try database.people(matching: text, limit: Self.pageSize, offset: (page - 1) * Self.pageSize),
        Int(try database.first(Query<Int64>.personCount(matching: text)) ?? 0), try UnitNames(in: database)
      )
    }
    return Shell(site: site, title: "人员", visitor: visitor, current: .people).page {
      HTML.element("h1") { "人员" }
      fields.summary
      if let issued { Self.secretNotice(issued.account, issued.secret) }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          HTML.element(
            "form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]
          ) {
            Fields(values: ["q": text]).text("q", "账号或姓名")
            HTML.element("button") { "筛选" }
            HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.people.path)]) { "清除" }
          }
          HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
            Paging.range(page, people.count, of: total, measure: "人", size: Self.pageSize)
          }
          if people.isEmpty {
            FilingTable.empty("没有符合条件的人员。", "请换一个账号或姓名，或点“清除”查看全部人员。")
          } else {
            table(people, units, visitor)
          }
          Paging(page: page, total: total, size: Self.pageSize) { "?q=\(text.asQueryValue)&page=\($0)" }.html
        }
        HTML.element("aside") {
          ImportedList.people.link
          HTML.element("p") { HTML.element("a", [Attribute("href", Route.separation.path)]) { "三员分立" } }
          HTML.element("p") { HTML.element("a", [Attribute("href", Route.retention.path)]) { "保存期限" } }
          HTML.element("p") { HTML.element("a", [Attribute("href", Route.factorDemand.path)]) { "双重验证的要求" } }
          newPerson(visitor, fields)
        }
      }
    }
  }

  private static func secretNotice(_ account: String, _ secret: String) -> HTML {
    .element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
      HTML.element("strong") { "\(account) 的一次性密码：" }
      HTML.element("code", [Attribute("id", "secret"), Attribute("class", "secret")]) { secret }
      " "
      HTML.element(
        "button",
        [
          Attribute("type", "button"), Attribute("class", "quiet small"), Attribute("data-copy", "#secret"),
          Attribute("hidden", ""),
        ]
      ) { "复制" }
      HTML.element("p") { "只显示这一次，请当面或电话告知本人。14 天内有效，首次登录后须设置自己的密码。" }
    }
  }

  private func table(_ people: [Person], _ units: UnitNames, _ visitor: Visitor) -> HTML {
    let columns: [ListTable.Column] = ["账号", "姓名", "岗位", "状态", .init(words: "操作", isHidden: true)]
    return ListTable(caption: "人员", columns: columns, isTall: false).html {
      for person in people {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) { person.account }
          ListTable.cell("姓名") { person.name }
          ListTable.cell("岗位") { person.held.map(units.words).joined(separator: "、") }
          ListTable.cell("状态") { person.isClosed ? "已停用" : "在用" }
          HTML.element("td", [Attribute("class", "row-actions")]) {
            HTML.element(
              "a", [Attribute("href", Route.person(person.id).path), Attribute("aria-label", "修改 \(person.name)")]
            ) { "修改" }
            Confirmation(
              words: "重发一次性密码", spoken: "重发 \(person.name) 的一次性密码",
              consequence: "\(person.name)原来的密码和登录随即失效。", confirm: "确定重发",
              path: Route.resetSecret(person.id).path, visitor: visitor
            ).html
          }
        }
      }
    }
  }
}
