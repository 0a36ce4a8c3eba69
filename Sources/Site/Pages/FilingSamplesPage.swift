import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 抽评 of one filing: the samples it is in, and what was found.
struct FilingSamplesPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/samples") { request, context in
      let (loaded, visitor) = try await site.filing(context)
      let wanted = request.uri.queryParameters["draw"].flatMap { Int64($0) }
      return try await page(loaded, visitor, nil, wanted).response()
    }
    router.post("/filings/:filing/samples/:draw") { request, context in try await finish(request, context) }
  }

  private func finish(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    guard let draw = context.parameters.get("draw", as: Int64.self) else { throw NotFound() }
    do {
      try await WorkOnSample(engine: site.engine, shelf: site.shelf).finish(
        loaded.record.id, of: draw,
        with: .init(
          points: form["points"], verdict: form["verdict"],
          opinion: form["opinion"].replacing("\r\n", with: "\n")),
        expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now())
      return .see(Route.filingSamples(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for name in ["points", "verdict", "opinion"] { fields.values[name] = form[name] }
      return try await page(loaded, visitor, fields, draw).response(status: .unprocessableContent)
    }
  }

  /// - Parameters:
  ///   - typed: what was typed and not taken.
  ///   - wanted: the draw whose result is to be set down.
  private func page(
    _ loaded: LoadedFiling, _ visitor: Visitor, _ typed: Fields?, _ wanted: Int64?
  ) async throws -> HTML {
    let (id, task) = (loaded.record.id, loaded.task.id)
    let (items, draws) = try await site.engine.read { database in
      let items = try database.ask(.samples(of: id))
      return (items, try items.compactMap { try database.first(.draw($0.draw, of: task)) })
    }
    guard !items.isEmpty else { throw NotFound() }
    let today = CivilDay(inChinaAt: site.now()).description
    let isBureau = visitor.person.holds(.finance)
    // One form on the page: the one that was asked for, else for what somebody has, else for the latest.
    let open = items.first { $0.draw == wanted } ?? items.first { $0.work.state == .assigned } ?? items[0]
    let canFinish = isBureau && loaded.task.phase != .archived
    return Shell(site: site, title: "抽评 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "samples").html
      if let typed { typed.summary }
      for item in items {
        HTML.element("section", [Attribute("class", "panel")]) {
          if let draw = draws.first(where: { $0.id == item.draw }) { heading(draw, isBureau) }
          facts(item, isBureau, today)
          if canFinish {
            if item.draw == open.draw {
              form(item, loaded, visitor, typed ?? Fields(values: item.values))
            } else {
              HTML.element(
                "a",
                [
                  Attribute("class", "button"),
                  Attribute("href", Route.filingSamples(loaded.record.id).path + "?draw=\(item.draw)"),
                ]
              ) { item.work.state == .finished ? "修改抽评结果" : "登记抽评结果" }
            }
          }
        }
      }
    }
  }

  private func heading(_ draw: SampleDrawRecord, _ isBureau: Bool) -> HTML {
    .element("h2") {
      if isBureau {
        HTML.element("a", [Attribute("href", Route.sample(draw.task, draw.id).path)]) { "\(Moment(draw.at).full)抽取" }
      } else {
        "\(Moment(draw.at).full)抽取"
      }
    }
  }

  private func facts(_ item: SampleItem, _ isBureau: Bool, _ today: String) -> HTML {
    HTML {
      HTML.element("p") { SampleView.state(item.work, today: today) }
      HTML.element("dl", [Attribute("class", "facts")]) {
        fact("由谁承担", SampleView.hands(item))
        fact("完成期限", item.work.due.isEmpty ? "—" : Moment.day(item.work.due))
        if isBureau || item.work.state == .finished {
          fact("抽评总分", item.work.points.isEmpty ? "—" : item.work.points)
          fact("抽评结论", item.work.verdict?.title ?? "—")
        }
      }
      if item.work.state == .finished {
        HTML.element("p", [Attribute("class", "prewrap")]) { item.work.opinion }
      } else if !isBureau {
        HTML.element("p", [Attribute("class", "muted")]) { "这份自评被抽中复核，结果出来后在这里查看。" }
      }
    }
  }

  private func fact(_ name: String, _ value: String) -> HTML {
    .element("div") {
      HTML.element("dt") { name }
      HTML.element("dd") { value }
    }
  }

  private func form(_ item: SampleItem, _ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form",
      [Attribute("method", "post"), Attribute("action", Route.filingSample(loaded.record.id, item.draw).path)]
    ) {
      Fields.token(visitor)
      Fields.hidden("version", "\(loaded.record.version)")
      HTML.element("h3") { item.work.state == .finished ? "修改抽评结果" : "登记抽评结果" }
      HTML.element("div", [Attribute("class", "field-row")]) {
        fields.text("points", "抽评总分", hint: "0 至 100 分，最多两位小数", width: "w8")
        fields.choice(
          "verdict", "抽评结论", options: [("", "请选择")] + SampleVerdict.allCases.map { ($0.rawValue, $0.title) })
      }
      fields.area("opinion", "抽评结果", hint: "写明核实了什么、与自评差在哪里", limit: WorkOnSample.longestOpinion)
      HTML.element("button", [Attribute("class", "primary")]) { "保存抽评结果" }
    }
  }
}

extension SampleItem {
  fileprivate var values: [String: String] {
    ["points": work.points, "verdict": work.verdict?.rawValue ?? "", "opinion": work.opinion]
  }
}
