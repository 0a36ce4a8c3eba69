import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Store

/// Yearly tasks and how far they are.
extension Endpoint {
  static let ofTasks: [Endpoint] = [
    Endpoint(
      name: "listTasks", method: .get, path: "/tasks", group: .tasks, title: "任务清单",
      note: "草稿和已取消下达的任务，只有管理员和财政绩效经办的账号看得到。", scope: .readTasks,
      parameters: ListPage.parameters + [.init("phase", .oneOf(TaskPhase.self), "只要处于此状态的。")],
      answer: Answer(ListPage.shape(taskShape, of: "Tasks"), "后建立的在前。", isPaged: true)
    ) { call in
      let page = try ListPage(call)
      let before = try page.number(first: .max)
      let asked = call.query.text("phase").flatMap(TaskPhase.init(rawValue:))
      let shown = phases(for: try call.person).filter { asked == nil || asked == $0 }
      let tasks = try await call.site.engine.read {
        try $0.ask(Query<EvaluationTask>.tasks(before: before, in: shown, limit: page.wanted))
      }
      return page.reply(tasks, key: { "\($0.id)" }, task)
    },
    Endpoint(
      name: "getTask", method: .get, path: "/tasks/{task}", group: .tasks, title: "一个任务", scope: .readTasks,
      parameters: [taskParameter], answer: Answer(taskShape, ""), statuses: [404]
    ) { call in
      let (id, shown) = (try call.id("task"), phases(for: try call.person))
      guard let found = try await call.site.engine.read({ try $0.first(.task(id)) }), shown.contains(found.phase)
      else { throw NotFound() }
      return Reply(task(found))
    },
    Endpoint(
      name: "createTask", method: .post, path: "/tasks", group: .tasks, title: "建立任务",
      note: "建立的是草稿，单位看不到；用“任务的流转”下达。", scope: .runTasks, reach: .taskRunners, body: .json(newTaskShape),
      answer: Answer(taskShape, "", status: 201, hasLocation: true), statuses: [422]
    ) { call in
      let entry = LaunchTask.Entry(
        title: call.body.text("title") ?? "", year: "\(call.body.whole("year") ?? 0)",
        noticeTitle: call.body.text("noticeTitle") ?? "", noticeNumber: call.body.text("noticeNumber") ?? "",
        policies: call.body.texts("policies"), deadline: call.body.text("deadline") ?? "",
        units: call.body.texts("units"))
      let id = try await LaunchTask(engine: call.site.engine, policies: call.site.policies)(
        entry, asDraft: true, by: try call.person.id, at: call.now)
      guard let made = try await call.site.engine.read({ try $0.first(.task(id)) }) else { throw NotFound() }
      return Reply(task(made), status: 201).located("/tasks/\(id)")
    },
    Endpoint(
      name: "moveTask", method: .post, path: "/tasks/{task}/moves", group: .tasks, title: "任务的流转",
      note: "下达、结束、重新开放、归档、取消下达、试运行。", scope: .runTasks, reach: .taskRunners,
      parameters: [taskParameter],
      body: .named(
        "TaskMove",
        .record([
          .init(
            "move", .oneOf(TaskMove.self),
            TaskMove.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，") + "。"),
          .init("reason", .text(upTo: 500), "重新开放和取消下达须写明原因。", isRequired: false),
          .init(
            "units", .list(.text(upTo: 6), atMost: 1_000), "参加试运行的单位编码或部门编码；只用于 startTrial。",
            isRequired: false),
        ])), answer: Answer(taskShape, ""), statuses: [404, 409, 422]
    ) { call in
      guard let move = call.body.text("move").flatMap(TaskMove.init(rawValue:)) else { throw NotFound() }
      let (id, engine) = (try call.id("task"), call.site.engine)
      do {
        try await MoveTask(engine: engine)(
          move, on: id, reason: call.body.text("reason") ?? "", units: call.body.texts("units"), by: try call.person,
          at: call.now)
      } catch let refused as Refused where refused.reasons == [.taskReasonMissing] {
        throw Invalid([FieldProblem("reason", Refusal.taskReasonMissing.message)])
      }
      guard let moved = try await engine.read({ try $0.first(.task(id)) }) else { throw NotFound() }
      return Reply(task(moved))
    },
    Endpoint(
      name: "getProgress", method: .get, path: "/tasks/{task}/progress", group: .tasks, title: "任务的进度",
      note: "主管部门的账号只看到本部门的数。", scope: .readTasks, reach: .followers,
      parameters: [taskParameter, .init("department", .department, "只要此部门的。")],
      answer: Answer(progressShape, ""), statuses: [404]
    ) { call in
      let (id, person, now) = (try call.id("task"), try call.person, call.now)
      let department = ProgressScope(person)?.department(asked: call.query.text("department"))
      let shown = phases(for: person)
      let tally = try await call.site.engine.read { database -> FilingTally in
        guard let task = try database.first(.task(id)), shown.contains(task.phase),
          let tally = try database.first(
            .tally(FilingFilter(task: id, department: department), late: try database.lateDays(in: id, at: now)))
        else { throw NotFound() }
        return tally
      }
      return Reply(progress(tally, task: id, department: department))
    },
  ]

  private static let taskParameter = Parameter("task", .id, "任务的编号。")

  /// In which phases a person sees tasks.
  static func phases(for person: Person) -> [TaskPhase] {
    person.runsTasks ? TaskPhase.allCases : TaskPhase.allCases.filter(\.isShownToUnits)
  }

  // MARK: Values

  private static let taskShape = Shape.named(
    "Task",
    .record([
      .init("id", .id, ""), .init("title", .anyText, ""), .init("year", .whole(2_000...2_099), ""),
      .init("noticeTitle", .anyText, "通知标题。"), .init("noticeNumber", .anyText, "通知文号。"),
      .init("policies", .list(.anyText, atMost: 100), "制度的编号。"), .init("deadline", .day, "截止日期。"),
      .init(
        "phase", .oneOf(TaskPhase.self),
        TaskPhase.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，") + "。"),
      .init("units", .list(.anyText, atMost: 100_000), "单位或部门的编码；空为全部单位。"),
    ]))

  private static func task(_ task: EvaluationTask) -> JSONValue {
    [
      "id": .number(task.id), "title": .string(task.title), "year": .number(Int64(task.year)),
      "noticeTitle": .string(task.noticeTitle), "noticeNumber": .string(task.noticeNumber),
      "policies": .array(task.policies.map { .string($0) }), "deadline": .string(task.deadline),
      "phase": .string(task.phase.rawValue), "units": .array(task.scope.codes.map { .string($0) }),
    ]
  }

  private static let newTaskShape = Shape.named(
    "NewTask",
    .record([
      .init("title", .text(1...100), "任务名称。"), .init("year", .whole(2_000...2_099), "评价年度。"),
      .init("noticeTitle", .text(upTo: 200), "", isRequired: false),
      .init("noticeNumber", .text(upTo: 100), "", isRequired: false),
      .init("policies", .list(.text(1...100), atMost: 10), "制度的编号，如 hunan-2024-department。"),
      .init("deadline", .day, "截止日期。"),
      .init("units", .list(.text(upTo: 6), atMost: 10_000), "单位或部门的编码；不写为全部单位。", isRequired: false),
    ]))

  private static var progressShape: Shape {
    var fields: [Shape.Field] = [
      .init("task", .id, ""), .init("department", .nullable(.department), "null 为全部。"),
      .init("expected", .count, "应填报的份数，不含同意不适用的。"),
    ]
    fields += Stage.allCases.map { Shape.Field($0.rawValue, .count, "其中\($0.title)的。") }
    fields += [
      .init("returned", .count, "被退回的。"), .init("late", .count, "逾期的。"), .init("sent", .count, "送审过的。"),
      .init("sentInTime", .count, "按时送审的。"), .init("waived", .count, "不适用的。"),
      .init("waiverDeclared", .count, "申报不适用待答复的。"),
    ]
    return .named("Progress", .record(fields))
  }

  private static func progress(_ tally: FilingTally, task: Int64, department: String?) -> JSONValue {
    func count(_ name: String, _ number: Int) -> JSONValue.Member { JSONValue.Member(name, .number(Int64(number))) }
    var members: [JSONValue.Member] = [
      .init("task", .number(task)), .init("department", .string(department)), count("expected", tally.expected),
    ]
    members += Stage.allCases.map { count($0.rawValue, tally.stages[$0] ?? 0) }
    members += [
      count("returned", tally.returned), count("late", tally.late), count("sent", tally.sent),
      count("sentInTime", tally.sentInTime), count("waived", tally.waived),
      count("waiverDeclared", tally.waiverDeclared),
    ]
    return .object(members)
  }
}
