import Database
import Evaluation
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Store

/// `PUT /api/v1/budget-data/{year}/{unit}`: the budget system hands over one unit's values.
struct BudgetDataAddress {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.put("/api/v1/budget-data/:year/:unit") { request, context in try await take(request, context) }
  }

  private func answer(values: Int, filings: Int, problems: [String]) -> JSONValue {
    [
      "values": .number(Int64(values)), "filings": .number(Int64(filings)),
      "problems": .array(problems.map { .string($0) }),
    ]
  }

  private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
    let person = try await caller(request, context)
    guard let year = context.parameters.get("year", as: Int.self), (2000...2099).contains(year),
      let unit = context.parameters.get("unit").flatMap({ UnitCode($0) })
    else { throw NotFound() }
    let bytes = try await request.bytes(upTo: Request.largestForm)
    let file = try BudgetFile(bytes, defaultUnit: unit, defaultYear: year)
    guard file.problems.isEmpty else {
      return .json(answer(values: 0, filings: 0, problems: file.problems.map(\.message)), status: .unprocessableContent)
    }
    guard file.rows.allSatisfy({ $0.unit == unit && $0.year == year }) else {
      return .json(
        answer(values: 0, filings: 0, problems: ["内容中的单位或年度与地址不一致。"]), status: .unprocessableContent)
    }
    let outcome = try await BudgetImport(engine: site.engine, shelf: site.shelf)(file.rows, by: person, at: site.now())
    let problems = outcome.problems.map { "\($0.field)：\($0.message)" }
    return .json(answer(values: outcome.values, filings: outcome.filings, problems: problems))
  }

  /// A service token, or a signed-in 管理员. Throws `TokenNeeded`, `AskedTooOften`, `SignInNeeded` or `Forbidden`.
  private func caller(_ request: Request, _ context: SiteContext) async throws -> Int64 {
    if let token = Interface.bearer(of: request) {
      let now = site.now()
      guard let caller = try await ServiceTokens(engine: site.engine).caller(token, at: now) else {
        try site.interfaceLimits.admit("address \(context.network(of: request))", at: now)
        throw TokenNeeded()
      }
      try site.interfaceLimits.admit("token \(caller.token.id)", at: now)
      guard caller.token.scopes.contains(.sendBudget) else {
        throw Forbidden("令牌没有“\(AccessScope.sendBudget.title)”的权限范围。")
      }
      return try await site.systemPerson()
    }
    let visitor = try context.requireDuty(.system)
    try request.checkOrigin()
    try request.checkToken(of: visitor)
    return visitor.person.id
  }
}

extension Site {
  /// The account under which other systems' values are kept in histories.
  func systemPerson() async throws -> Int64 { try await Accounts(engine: engine).systemPerson() }
}
