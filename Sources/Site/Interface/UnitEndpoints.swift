import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Store

/// Units and people.
extension Endpoint {
  static let ofUnits: [Endpoint] = [
    Endpoint(
      name: "listUnits", method: .get, path: "/units", group: .units, title: "单位清单",
      note: "管理员和财政绩效经办的账号看到全部单位，其他账号看到本部门的。", scope: .readUnits,
      parameters: ListPage.parameters + [.init("q", .text(upTo: 100), "名称或编码的一部分。")],
      answer: Answer(ListPage.shape(unitShape, of: "Units"), "按编码排列。", isPaged: true)
    ) { call in
      let (page, person) = (try ListPage(call), try call.person)
      let (text, own) = (call.query.text("q") ?? "", departments(of: person))
      let units = try await call.site.engine.read {
        try $0.ask(.units(after: page.after ?? "", matching: text, departments: own, limit: page.wanted))
      }
      return page.reply(units, key: { $0.code.description }, unit)
    },
    Endpoint(
      name: "getUnit", method: .get, path: "/units/{unit}", group: .units, title: "一个单位", scope: .readUnits,
      parameters: [.init("unit", .unitCode, "单位编码。")], answer: Answer(unitShape, ""), statuses: [404]
    ) { call in
      let person = try call.person
      guard let code = UnitCode(call.path["unit"] ?? ""),
        departments(of: person)?.contains(code.department) ?? true,
        let found = try await call.site.engine.read({ try $0.first(.unit(code)) })
      else { throw NotFound() }
      return Reply(unit(found))
    },
    Endpoint(
      name: "listPeople", method: .get, path: "/people", group: .people, title: "人员清单",
      note: "不含密码和手机号码。", scope: .readPeople, reach: .administrators,
      parameters: ListPage.parameters + [.init("q", .text(upTo: 100), "账号或姓名的一部分。")],
      answer: Answer(ListPage.shape(personShape, of: "People"), "按录入的先后排列。", isPaged: true)
    ) { call in
      let page = try ListPage(call)
      let (after, text) = (try page.number(), call.query.text("q") ?? "")
      let people = try await call.site.engine.read {
        try $0.people(after: after, matching: text, limit: page.wanted)
      }
      let today = CivilDay(inChinaAt: call.site.now())
      return page.reply(people, key: { "\($0.id)" }) { person($0, on: today) }
    },
  ]

  /// Of which departments a person may list the units; nil for all.
  private static func departments(of person: Person) -> [String]? {
    person.runsTasks ? nil : person.posts.reach.departments
  }

  // MARK: Values

  static let unitShape = Shape.named(
    "Unit",
    .record([
      .init("code", .unitCode, "六位：前三位部门，后三位单位。"), .init("name", .anyText, ""),
      .init("kind", .oneOf(["lead", "subordinate"]), "lead 主管部门，subordinate 所属单位。"),
    ]))

  static func unit(_ unit: BudgetUnit) -> JSONValue {
    [
      "code": .string(unit.code.description), "name": .string(unit.name), "kind": .string(unit.code.kind.rawValue),
    ]
  }

  private static let personShape = Shape.named(
    "Person",
    .record([
      .init("id", .id, ""), .init("account", .anyText, ""), .init("name", .anyText, ""),
      .init("isClosed", .flag, "已停用。"),
      .init(
        "posts",
        .list(
          .record([
            .init("kind", .oneOf(Post.Kind.self), ""), .init("unit", .nullable(.unitCode), "财政局的岗位为 null。"),
          ]), atMost: 1_000), ""),
    ]))

  private static func person(_ person: Person, on day: CivilDay) -> JSONValue {
    [
      "id": .number(person.id), "account": .string(person.account), "name": .string(person.name),
      "isClosed": .bool(person.isClosed),
      "posts": .array(
        person.held.filter { $0.term.holds(on: day) }.map {
          ["kind": .string($0.post.kind.rawValue), "unit": .string($0.post.unit)]
        }),
    ]
  }
}
