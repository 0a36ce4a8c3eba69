import Database
import Evaluation
import Figures
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 抽评 of a task: the samples that were drawn, and a form for the next.
struct SamplesPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/tasks/:task/samples") { request, context in
      try await page(request, context, nil).response()
    }
    router.post("/tasks/:task/samples") { request, context in try await draw(request, context) }
  }

  private func draw(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    let form = try await request.form(for: visitor)
    let id = try context.taskID()
    do {
      let draw = try await DrawSample(engine: site.engine)(
        DrawSample.Entry(ratio: form["ratio"], seed: form["seed"]), from: id, by: visitor.person, at: site.now())
      return .see(Route.sample(id, draw).path)
    } catch let invalid as Invalid {
      let fields = Fields(values: ["ratio": form["ratio"], "seed": form["seed"]], problems: invalid.problems)
      return try await page(request, context, fields).response(status: .unprocessableContent)
    }
  }

  /// All that the page shows.
  private struct Content: Sendable {
    let task: EvaluationTask
    /// nil where they are not here.
    let policies: PolicySet?
    let draws: [SampleDrawRecord]
    let total: Int
    let tally: FilingTally
  }

  private func page(_ request: Request, _ context: SiteContext, _ typed: Fields?) async throws -> HTML {
    let visitor = try context.requirePost(.finance)
    let (id, now, policies) = (try context.taskID(), site.now(), site.policies)
    let page = request.pageNumber
    let content = try await site.engine.read { database -> Content in
      let task = try ProgressPage.task(id, for: visitor, in: database)
      let late = try database.lateDays(in: id, at: now)
      guard let tally = try database.first(.tally(FilingFilter(task: id), late: late)) else { throw NotFound() }
      return Content(
        task: task, policies: try? policies.policies(of: task, in: database),
        draws: try database.ask(.draws(of: id, limit: Paging.size, offset: (page - 1) * Paging.size)),
        total: Int(try database.first(.drawCount(of: id)) ?? 0), tally: tally)
    }
    let usual = content.policies?.samplingRatio ?? SamplingRule.usualRatio
    let fields = typed ?? Fields(values: ["ratio": usual.description])
    return Shell(site: site, title: "抽评 · \(content.task.title)", visitor: visitor, current: .latestProgress).page {
      TaskHead(task: content.task, title: "抽评", visitor: visitor).html
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if content.draws.isEmpty {
            FilingTable.empty("还没有抽取过。", "在这里按部门随机抽取自评，分配给本局人员或第三方机构复核。")
          } else {
            table(content)
            Paging(page: page, total: content.total) { "?page=\($0)" }.html
          }
          explanation
        }
        HTML.element("aside") { if content.task.phase.takesFilings { form(content, visitor, fields) } }
      }
    }
  }

  private func table(_ content: Content) -> HTML {
    let columns: [ListTable.Column] = [
      .init(words: "抽取时间"), .init(words: "抽取人"), .init(words: "比例", isNumber: true), .init(words: "随机种子"),
      .init(words: "候选", isNumber: true), .init(words: "抽中", isNumber: true),
    ]
    return ListTable(caption: "抽取记录", columns: columns).html {
      for draw in content.draws {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.sample(content.task.id, draw.id).path)]) { Moment(draw.at).full }
          }
          ListTable.cell("抽取人") { draw.name }
          ListTable.cell("比例", isNumber: true) { "\(draw.ratio)%" }
          ListTable.cell("随机种子") { HTML.element("code") { draw.seed } }
          ListTable.cell("候选", isNumber: true) { "\(draw.candidates)" }
          ListTable.cell("抽中", isNumber: true) { "\(draw.chosen)" }
        }
      }
    }
  }

  private func form(_ content: Content, _ visitor: Visitor, _ fields: Fields) -> HTML {
    let stages = content.tally.stages
    let candidates = DrawSample.stages.reduce(0) { $0 + (stages[$1] ?? 0) }
    let others = Stage.allCases.filter { !DrawSample.stages.contains($0) && (stages[$0] ?? 0) > 0 }
      .map { "\($0.title) \(stages[$0] ?? 0) 份" }
    return .element(
      "form",
      [
        Attribute("class", "panel"), Attribute("method", "post"),
        Attribute("action", Route.samples(content.task.id).path),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "抽取" }
      HTML.element("p") {
        "候选 \(candidates) 份：待财政审核 \(stages[.financeReview] ?? 0) 份，已办结 \(stages[.done] ?? 0) 份。"
          + (others.isEmpty ? "" : "还没有送到财政部门的不参加：\(others.joined(separator: "、"))。")
      }
      fields.text("ratio", "每个部门抽取的比例（%）", hint: "向上取整，每个部门至少一份", width: "w8")
      fields.text("seed", "随机种子", hint: "不填则由系统随机产生；也可以填当众摇出的数字", width: "w16")
      HTML.element("button", [Attribute("class", "primary")]) { "抽取" }
    }
  }

  private var explanation: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "怎样抽取、怎样复算" }
      SampleExplanation.html
    }
  }
}

/// How a draw is made, in three lines that anybody can follow.
enum SampleExplanation {
  static var html: HTML {
    .element("ol") {
      HTML.element("li") { "候选是待财政审核和已办结的自评，按部门（单位编码前三位）分组。" }
      HTML.element("li") { "每份自评的抽取码，是文字“随机种子-单位编码”（如 00000000000000a7-201002）的 SHA-256 值，用小写十六进制表示。" }
      HTML.element("li") { "各部门按抽取码从小到大取前几份：份数为候选数乘以比例，向上取整，至少一份。" }
    }
  }
}

/// The head of a page on one task.
struct TaskHead {
  let task: EvaluationTask
  let title: String
  let visitor: Visitor

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.progress(task.id).path)]) { "进度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { title }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { title }
          HTML.element("p", [Attribute("class", "sub")]) {
            HTML.element("span") { task.title }
            PhaseView.state(task.phase)
          }
        }
      }
    }
  }
}
