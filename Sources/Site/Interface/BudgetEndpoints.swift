import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Store

/// What the budget system hands over.
extension Endpoint {
  static let ofBudgetData: [Endpoint] = [
    Endpoint(
      name: "putBudgetData", method: .put, path: "/budget-data/{year}/{unit}", group: .budget, title: "报送一个单位的预算数据",
      note: "内容与 jiheng import budget 的文件相同，取代此单位此年度以前报送的全部数据；正在填报的自评随即更新，填报人改过的保留，没有再报送的位置不变。令牌不需要账号。",
      scope: .sendBudget,
      parameters: [
        .init("year", .whole(2_000...2_099), "年度。"), .init("unit", .unitCode, "单位编码。"),
      ], body: .file(schema: fileSchema, table: "JSON，或者 CSV（UTF-8 或 GB18030），首行为：位置、数值；可以有单位编码、年度，须与地址一致。"),
      answer: Answer(outcomeShape, "")
    ) { call in
      guard let year = call.path["year"].flatMap({ Int($0) }), (2000...2099).contains(year),
        let unit = call.path["unit"].flatMap({ UnitCode($0) })
      else { throw NotFound() }
      let file = try BudgetFile(call.bytes, defaultUnit: unit, defaultYear: year)
      guard file.problems.isEmpty else { throw Invalid(file.problems) }
      guard !file.rows.isEmpty else { throw Invalid([FieldProblem("file", "内容里没有数据。")]) }
      guard file.rows.allSatisfy({ $0.unit == unit && $0.year == year }) else {
        throw Invalid([FieldProblem("unit", "内容中的单位或年度与地址不一致。")])
      }
      guard try await call.site.engine.read({ try $0.first(.unit(unit)) }) != nil else { throw NotFound() }
      let system = try await Accounts(engine: call.site.engine).systemPerson()
      let outcome = try await BudgetImport(engine: call.site.engine, shelf: call.site.shelf)(
        file.rows, by: system, at: call.now)
      return Reply([
        "values": .number(Int64(outcome.values)), "filings": .number(Int64(outcome.filings)),
        "problems": .array(
          outcome.problems.map { ["field": .string($0.field), "message": .string($0.message)] }),
      ])
    }
  ]

  private static let fileSchema: JSONValue = [
    "type": "array",
    "items": [
      "type": "object", "required": ["place", "value"],
      "properties": [
        "place": ["type": "string", "description": "位置，如 base/reception/budget。"],
        "value": ["type": ["string", "number"], "description": "数值，以表内的单位（如万元）计。"],
        "unit": ["type": "string", "description": "单位编码；可不写，写了须与地址一致。"],
        "year": ["type": ["string", "integer"], "description": "年度；可不写，写了须与地址一致。"],
      ],
    ],
  ]

  private static let outcomeShape = Shape.named(
    "BudgetOutcome",
    .record([
      .init("values", .count, "保存的数据项数。"), .init("filings", .count, "随即更新的自评份数。"),
      .init(
        "problems",
        .list(.record([.init("field", .anyText, ""), .init("message", .anyText, "")]), atMost: 10_000), "没有放进自评的。"),
    ]))
}
