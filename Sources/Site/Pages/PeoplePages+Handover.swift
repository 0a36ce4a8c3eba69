import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 移交: all posts of a person to another in one step, with what is under way.
extension PeoplePages {
  private static let most = 50

  func handOver(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    let id = try id(context)
    let entry = HandOver.Entry(
      successor: form["successor"], day: form["day"], reason: form["reason"], leaves: form["leaves"] == "1")
    do {
      if entry.leaves, id == visitor.person.id {
        throw Invalid([FieldProblem("leaves", "不能停用自己的账号。")])
      }
      try await HandOver(engine: site.engine)(from: id, entry, by: visitor.person, at: site.now())
      return .see(Route.person(id).path)
    } catch let invalid as Invalid {
      let names = ["successor", "day", "reason", "leaves"]
      let values = Dictionary(names.map { ($0, form[$0]) }, uniquingKeysWith: { first, _ in first })
      return try await handover(context, Fields(values: values, problems: invalid.problems)).response(
        status: .unprocessableContent)
    }
  }

  func handover(_ context: SiteContext, _ typed: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let (id, now) = (try id(context), site.now())
    let today = CivilDay(inChinaAt: now)
    let found = try await site.engine.read { database -> (Person, UnderWay, UnitNames)? in
      guard let person = try database.person(id) else { return nil }
      return (person, try database.underWay(of: person, at: now, limit: Self.most), try UnitNames(in: database))
    }
    guard let (person, work, units) = found else { throw NotFound() }
    var fields = typed
    fields.values.merge(["day": today.description]) { typed, _ in typed }
    let filled = fields
    return Shell(site: site, title: "移交岗位", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "移交 \(person.name)（\(person.account)）的岗位" }
      filled.summary
      HTML.element("h2") { "移交的岗位" }
      HTML.element("ul") {
        for held in person.held where held.term.isComing(after: today) { HTML.element("li") { units.words(held) } }
      }
      HTML.element("h2") { "正在办理的事" }
      list(work)
      HTML.element(
        "form",
        [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.handover(id).path)]
      ) {
        Fields.token(visitor)
        filled.text("successor", "接手人的账号")
        filled.text("day", "移交日期", hint: "接手人从这一天起有权限，原岗位到前一天为止", type: "date", width: "w8")
        filled.area("reason", "原因", rows: 2)
        HTML.element("div", [Attribute("class", "choice")]) {
          HTML.void(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("id", "leaves"), Attribute("name", "leaves"),
              Attribute("value", "1"), Attribute("checked", when: filled.values["leaves"] == "1"),
            ])
          HTML.element("label", [Attribute("for", "leaves")]) { "离岗：同时停用其账号，登录、接口令牌和代行一并失效" }
        }
        HTML.element("p", [Attribute("class", "form-actions")]) {
          HTML.element("button", [Attribute("class", "primary")]) { "移交全部岗位" }
          HTML.element("a", [Attribute("href", Route.person(id).path)]) { "取消" }
        }
      }
    }
  }

  private func list(_ work: UnderWay) -> HTML {
    HTML {
      if work.isEmpty { HTML.element("p") { "没有正在办理的事。" } }
      if work.count > 0 {
        HTML.element("p") { "等待办理的自评 \(work.count) 份，由接手人继续办理：" }
        HTML.element("ul") {
          for record in work.filings {
            HTML.element("li") {
              "\(work.tasks[record.task] ?? "") \(record.unit.name) "
              StageView.state(record)
            }
          }
          if work.count > work.filings.count { HTML.element("li") { "……" } }
        }
      }
      if work.samples > 0 { HTML.element("p") { "承担的抽评 \(work.samples) 份没有登记结果，请在抽评页改派。" } }
      if work.tokens > 0 { HTML.element("p") { "以其身份操作的接口令牌 \(work.tokens) 个，离岗后失效，请为其他系统重新发放。" } }
      for deputyship in work.deputyships {
        HTML.element("p") { "正在代 \(deputyship.principalName) 行使岗位，不随岗位移交。" }
      }
    }
  }
}
