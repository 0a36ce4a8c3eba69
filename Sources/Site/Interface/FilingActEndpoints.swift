import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Store

/// Changing filings.
extension Endpoint {
  static let actsOnFilings: [Endpoint] = [
    Endpoint(
      name: "editCells", method: .patch, path: "/filings/{filing}/cells", group: .filings, title: "填报",
      note: "由本单位经办岗的账号操作。与在页面上输入相同：能接受的保存，不能接受的在 problems 中说明，别人已先修改的在 conflicts 中说明；一处都没有保存时答复 422 或 409。",
      scope: .editFilings, reach: .viewers, parameters: [filingParameter], body: .json(CellValues.body),
      answer: Answer(CellValues.outcome, "", hasTag: true), statuses: [409, 412, 422]
    ) { call in
      let outcome = try await EditFiling(engine: call.site.engine, shelf: call.site.shelf)(
        try CellValues.edits(call.body), in: try call.loaded.record.id, expecting: call.expected, by: try call.person,
        at: call.now)
      if outcome.changes.isEmpty {
        if !outcome.problems.isEmpty { throw Invalid(outcome.problems) }
        if !outcome.conflicts.isEmpty { throw StaleVersion() }
      }
      return Reply(CellValues.outcome(outcome)).tagged(outcome.after.record.version)
    },
    Endpoint(
      name: "explainFinding", method: .post, path: "/filings/{filing}/explanations", group: .filings, title: "说明检查结果",
      note: "由本单位经办岗的账号操作。", scope: .editFilings, reach: .viewers, parameters: [filingParameter],
      body: .named(
        "NewExplanation",
        .record([
          .init("finding", .text(1...2_000), "检查结果的 key。"), .init("text", .text(upTo: 500), "4 至 500 字；空为撤回说明。"),
        ])), answer: Answer(movedShape, "", hasTag: true), statuses: [409, 412, 422]
    ) { call in
      let after = try await ExplainFinding(engine: call.site.engine, shelf: call.site.shelf)(
        call.body.text("text") ?? "", finding: call.body.text("finding") ?? "", in: try call.loaded.record.id,
        expecting: call.expected, by: try call.person, at: call.now)
      return moved(after.record.version, after.record.stage)
    },
    Endpoint(
      name: "moveFiling", method: .post, path: "/filings/{filing}/moves", group: .filings, title: "送审、审核、退回、重新打开",
      note: "由谁操作、什么时候可以，与页面相同；可用的见“一份自评的状态和可用的操作”。", scope: .moveFilings, reach: .viewers,
      parameters: [filingParameter],
      body: .named(
        "FilingMove",
        .record([
          .init("move", .oneOf(Move.self), FilingValues.moveWords),
          .init("reason", .text(upTo: 500), "退回和重新打开须写明原因。", isRequired: false),
          .init(
            "to", .oneOf(Stage.self), "退回或打开到哪个环节，见这份自评的 destinations；不写的为其中第一个。", isRequired: false),
        ])), answer: Answer(movedShape, "", hasTag: true), statuses: [409, 412, 422]
    ) { call in
      guard let move = call.body.text("move").flatMap(Move.init(rawValue:)) else { throw NotFound() }
      let (id, engine) = (try call.loaded.record.id, call.site.engine)
      do {
        try await MoveFiling(engine: engine, shelf: call.site.shelf)(
          move, on: id, to: call.body.text("to").flatMap(Stage.init(rawValue:)), expecting: call.expected,
          reason: call.body.text("reason") ?? "", by: try call.person, at: call.now)
      } catch let refused as Refused where refused.reasons == [.reasonMissing] {
        throw Invalid([FieldProblem("reason", Refusal.reasonMissing.message)])
      }
      guard let record = try await engine.read({ try $0.first(.filing(id)) }) else { throw NotFound() }
      return moved(record.version, record.stage)
    },
  ]

  private static let movedShape = Shape.named(
    "FilingVersion", .record([.init("version", .count, ""), .init("stage", .oneOf(Stage.self), "")]))

  private static func moved(_ version: Int64, _ stage: Stage) -> Reply {
    Reply(["version": .number(version), "stage": .string(stage.rawValue)]).tagged(version)
  }
}

/// Edits as they come from other systems, and what came of them.
enum CellValues {
  static let body = Shape.named(
    "Edits",
    .record([
      .init(
        "changes",
        .list(
          .record([
            .init("cell", .text(1...200), "单元格，如 base/reception/final。"), .init("text", .text(upTo: 100_000), ""),
            .init("was", .text(upTo: 100_000), "最后看到的内容；写明后，别人先改了就不覆盖。", isRequired: false),
          ]), atMost: 5_000), ""),
      .init(
        "structure",
        .list(
          .record([
            .init("edit", .oneOf(Structure.self), structureWords),
            .init("sheet", .text(upTo: 60), "", isRequired: false),
            .init("name", .text(upTo: 60), "", isRequired: false),
          ]), atMost: 100), "增减行、二级指标和项目；先于 changes。", isRequired: false),
    ]))

  private static let structureWords =
    "addLine 在 name 下增加一行，removeLine 删除行 name，removeNode、restoreNode 去掉或恢复二级指标 name，"
    + "chooseTree 选用指标体系 name，addProject 增加项目，removeProject 删除项目 sheet。"

  private enum Structure: String, CaseIterable {
    case addLine, removeLine, removeNode, restoreNode, chooseTree, addProject, removeProject
  }

  /// Throws `Invalid` for what is no cell's address.
  static func edits(_ body: JSONValue) throws -> [Edit] {
    var (edits, problems): ([Edit], [FieldProblem]) = ([], [])
    for item in body.list("structure") {
      let (sheet, name) = (item.text("sheet") ?? "", item.text("name") ?? "")
      switch item.text("edit").flatMap(Structure.init(rawValue:)) {
      case .addLine: edits.append(.addLine(sheet: sheet, under: name))
      case .removeLine: edits.append(.removeLine(sheet: sheet, line: name))
      case .removeNode: edits.append(.removeNode(sheet: sheet, node: name))
      case .restoreNode: edits.append(.restoreNode(sheet: sheet, node: name))
      case .chooseTree: edits.append(.chooseTree(sheet: sheet, tree: name))
      case .addProject: edits.append(.addProject)
      case .removeProject: edits.append(.removeProject(sheet: sheet))
      case nil: break
      }
    }
    for item in body.list("changes") {
      let place = item.text("cell") ?? ""
      if let cell = CellAddress(place) {
        edits.append(.write(cell, text: NamedText(item.text("text") ?? ""), was: item.text("was")))
      } else {
        problems.append(FieldProblem(place, "没有这个单元格。"))
      }
    }
    guard problems.isEmpty else { throw Invalid(problems) }
    return edits
  }

  static let outcome = Shape.named(
    "EditOutcome",
    .record([
      .init("version", .count, ""), .init("changed", .count, "改动的处数。"),
      .init(
        "problems",
        .list(.record([.init("field", .anyText, ""), .init("message", .anyText, "")]), atMost: 10_000), "没有接受的。"),
      .init(
        "conflicts",
        .list(.record([.init("cell", .anyText, ""), .init("theirs", .text(upTo: 1_000_000), "")]), atMost: 10_000),
        "别人先改了的，没有覆盖。"),
    ]))

  static func outcome(_ outcome: EditFiling.Outcome) -> JSONValue {
    [
      "version": .number(outcome.after.record.version), "changed": .number(Int64(outcome.changes.count)),
      "problems": .array(
        outcome.problems.map { ["field": .string($0.field), "message": .string($0.message)] }),
      "conflicts": .array(
        outcome.conflicts.map { ["cell": .string($0.cell.description), "theirs": .string($0.theirs)] }),
    ]
  }
}
