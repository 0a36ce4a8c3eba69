import Audit
import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Reading
import Rules
import Store

/// Reading filings.
extension Endpoint {
  static let ofFilings: [Endpoint] = [
    Endpoint(
      name: "listFilings", method: .get, path: "/filings", group: .filings, title: "自评清单",
      note: "只含令牌的账号能查看的自评。", scope: .readFilings,
      parameters: ListPage.parameters + [
        .init("task", .id, "只要此任务的。"), .init("unit", .unitCode, "只要此单位的。"),
        .init("department", .department, "只要此部门的。"), .init("stage", .oneOf(Stage.self), "只要处于此环节的。"),
        .init("q", .text(upTo: 100), "单位名称或编码的一部分。"),
      ], answer: Answer(ListPage.shape(FilingValues.head, of: "Filings"), "按编号排列。", isPaged: true)
    ) { call in
      let page = try ListPage(call)
      let (after, wanted) = (try page.number(), filter(call.query, for: try call.person))
      let (records, tasks) = try await call.site.engine.read { database in
        let records = try database.ask(
          Query<FilingRecord>.filings(anyOf: [wanted], after: after, limit: page.wanted))
        let tasks = try database.ask(Query<EvaluationTask>.tasks(Array(Set(records.map(\.task)))))
        return (records, Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
      }
      return page.reply(records, key: { "\($0.id)" }) { FilingValues.head($0, tasks[$0.task]) }
    },
    Endpoint(
      name: "getFiling", method: .get, path: "/filings/{filing}", group: .filings, title: "一份自评的状态和可用的操作",
      scope: .readFilings, reach: .viewers, parameters: [filingParameter],
      answer: Answer(FilingValues.state, "", hasTag: true)
    ) { call in
      let (loaded, person) = (try call.loaded, try call.person)
      let state = try await call.site.engine.read { try $0.workflowState(of: loaded, for: person) }
      return Reply(FilingValues.state(loaded, state)).tagged(loaded.record.version)
    },
    Endpoint(
      name: "getContent", method: .get, path: "/filings/{filing}/content", group: .filings, title: "一份自评的全部内容",
      note: "格式见 urn:jiheng:filing:1（Documentation/Schemas/filing.schema.json）。", scope: .readFilings,
      reach: .viewers, parameters: [filingParameter], answer: Answer(FilingValues.content, "", hasTag: true)
    ) { call in
      let loaded = try call.loaded
      return Reply(written: ExportFiling.json(loaded)).tagged(loaded.record.version)
    },
    Endpoint(
      name: "getFindings", method: .get, path: "/filings/{filing}/findings", group: .filings, title: "检查结果",
      scope: .readFilings, reach: .viewers, parameters: [filingParameter],
      answer: Answer(
        .named("Findings", .record([.init("items", .list(FilingValues.finding, atMost: 100_000), "")])), "重的在前。",
        hasTag: true)
    ) { call in
      let loaded = try call.loaded
      let findings = FindingsView.findings(of: loaded, on: "").map { FilingValues.finding($0, in: loaded) }
      return Reply(["items": .array(findings)]).tagged(loaded.record.version)
    },
    Endpoint(
      name: "getHistory", method: .get, path: "/filings/{filing}/history", group: .filings, title: "历史",
      scope: .readFilings, reach: .viewers, parameters: [filingParameter] + ListPage.parameters,
      answer: Answer(ListPage.shape(FilingValues.entry, of: "History"), "先发生的在前。", isPaged: true)
    ) { call in
      let (page, id) = (try ListPage(call), try call.loaded.record.id)
      let after = try page.number()
      let (entries, names) = try await call.site.engine.read { database in
        let entries = try database.ask(.history(of: id, after: after, limit: page.wanted))
        return (entries, try WriterNames(of: entries, in: database))
      }
      return page.reply(entries, key: { "\($0.version)" }) { FilingValues.entry($0, by: names.words($0)) }
    },
    Endpoint(
      name: "listFiles", method: .get, path: "/filings/{filing}/files", group: .filings, title: "文件清单",
      scope: .readFilings, reach: .viewers, parameters: [filingParameter],
      answer: Answer(.named("Files", .record([.init("items", .list(FilingValues.file, atMost: 10_000), "")])), "")
    ) { call in
      let id = try call.loaded.record.id
      let files = try await call.site.engine.read { try $0.ask(.attachments(of: id)) }
      return Reply(["items": .array(files.map(FilingValues.file))])
    },
  ]

  static let filingParameter = Parameter("filing", .id, "自评的编号。")

  /// What was asked for, of what the person may look at.
  private static func filter(_ query: JSONValue, for person: Person) -> FilingFilter {
    FilingFilter(
      task: query.whole("task"), unit: query.text("unit").flatMap { UnitCode($0) },
      reach: person.posts.reach.within(department: query.text("department")),
      stages: query.text("stage").flatMap(Stage.init(rawValue:)).map { [$0] } ?? [], text: query.text("q") ?? "",
      // What was called off is only for the bureau.
      phases: person.holds(.finance) ? [] : TaskPhase.allCases.filter(\.isShownToUnits))
  }
}
