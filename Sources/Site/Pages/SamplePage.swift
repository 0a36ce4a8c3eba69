import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// One sample: what was drawn, how, who looks at it, and what they found.
struct SamplePage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/tasks/:task/samples/:draw") { request, context in
      try await page(request, context, Fields()).response()
    }
    router.post("/tasks/:task/samples/:draw/assign") { request, context in try await assign(request, context) }
    router.get("/tasks/:task/samples/:draw/candidates.csv") { request, context in
      try await file(request, context, SampleFile.candidates)
    }
    router.get("/tasks/:task/samples/:draw/progress.csv") { request, context in
      try await file(request, context, SampleFile.progress)
    }
  }

  private static func drawID(_ context: SiteContext) throws -> Int64 {
    guard let id = context.parameters.get("draw", as: Int64.self) else { throw NotFound() }
    return id
  }

  private func assign(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    let form = try await request.form(for: visitor)
    let (task, draw) = (try context.taskID(), try Self.drawID(context))
    do {
      try await WorkOnSample(engine: site.engine, shelf: site.shelf).assign(
        form.all("filing").compactMap { Int64($0) }, of: draw,
        to: .init(reviewer: form["reviewer"], agency: form["agency"], due: form["due"]), by: visitor.person,
        at: site.now())
      return .see(Route.sample(task, draw).path)
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for name in ["reviewer", "agency", "due"] { fields.values[name] = form[name] }
      return try await page(request, context, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ request: Request, _ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requirePost(.finance)
    let (task, draw) = (try context.taskID(), try Self.drawID(context))
    let parameters = request.uri.queryParameters
    let state = parameters["state"].flatMap { SampleState(rawValue: String($0)) }
    let page = request.pageNumber
    let now = site.now()
    let today = CivilDay(inChinaAt: now).description
    let view = try await site.engine.read { database -> SampleView in
      let found = try ProgressPage.task(task, for: visitor, in: database)
      guard let record = try database.first(.draw(draw, of: task)),
        let tally = try database.first(.sampleTally(of: draw, today: today))
      else { throw NotFound() }
      return SampleView(
        visitor: visitor, task: found, draw: record, tally: tally,
        items: try database.ask(
          .sampled(of: draw, in: state, limit: Paging.size, offset: (page - 1) * Paging.size)),
        total: Int(try database.first(.sampledCount(of: draw, in: state)) ?? 0), state: state, page: page,
        today: today, people: try database.ask(Query<(Int64, String)>.bureau(on: CivilDay(inChinaAt: now))),
        fields: fields)
    }
    return Shell(site: site, title: "抽评 · \(view.task.title)", visitor: visitor, current: .latestProgress).page {
      view.html
    }
  }

  /// Read page by page.
  private func file(
    _ request: Request, _ context: SiteContext, _ file: SampleFile
  ) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    let (task, draw) = (try context.taskID(), try Self.drawID(context))
    let found = try await site.engine.read { database -> SampleDrawRecord in
      _ = try ProgressPage.task(task, for: visitor, in: database)
      guard let record = try database.first(.draw(draw, of: task)) else { throw NotFound() }
      return record
    }
    var text = CSVText.mark + CSVText.line(file.columns)
    let size = 500
    for page in 0... {
      let items = try await site.engine.read { database -> [SampleItem] in
        switch file {
        case .candidates: try database.ask(.candidates(of: draw, limit: size, offset: page * size))
        case .progress: try database.ask(.sampled(of: draw, in: nil, limit: size, offset: page * size))
        }
      }
      for item in items { text += CSVText.line(file.line(item, of: found)) }
      if items.count < size { break }
    }
    try await site.noteExport(file.name, by: visitor, request, context)
    return .download(Array(text.utf8), name: file.name, type: "text/csv; charset=utf-8")
  }
}

/// What can be taken away of a sample.
enum SampleFile: Sendable {
  case candidates, progress

  var name: String {
    switch self {
    case .candidates: "抽评候选名单.csv"
    case .progress: "抽评进度.csv"
    }
  }

  var columns: [String] {
    switch self {
    case .candidates: ["随机种子", "比例（%）", "部门", "单位编码", "单位", "抽取时状态", "抽取码", "部门候选数", "部门抽取数", "名次", "是否抽中"]
    case .progress: ["单位编码", "单位", "进展", "承担人", "第三方机构", "完成期限", "抽评总分", "抽评结论", "抽评结果"]
    }
  }

  func line(_ item: SampleItem, of draw: SampleDrawRecord) -> [String] {
    switch self {
    case .candidates:
      [
        // The apostrophe keeps spreadsheets from taking sixteen digits for a number.
        "'" + draw.seed, draw.ratio, item.unit.code.department, item.unit.code.description, item.unit.name,
        item.stage.title, item.key, "\(item.count)", "\(item.quota)", "\(item.rank)", item.isChosen ? "是" : "否",
      ]
    case .progress:
      [
        item.unit.code.description, item.unit.name, item.work.state.title, item.reviewerName ?? "", item.work.agency,
        item.work.due, item.work.points, item.work.verdict?.title ?? "", item.work.opinion,
      ]
    }
  }
}
