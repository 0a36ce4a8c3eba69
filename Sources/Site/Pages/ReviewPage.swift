import Database
import Evaluation
import Figures
import HTML
import Hummingbird
import Operations
import Store

/// 核查: the unit's scores beside those of whoever reviews them, each with an opinion.
struct ReviewPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/filings/:filing/review") { _, context in
      let (loaded, visitor) = try await site.filing(context)
      return try await page(loaded, visitor, Fields()).response()
    }
    router.post("/filings/:filing/review") { request, context in try await save(request, context) }
  }

  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (loaded, visitor) = try await site.filing(context)
    let form = try await request.form(for: visitor)
    let marks = loaded.calculation.reviewed(with: []).flatMap(\.lines).compactMap { line -> ReviewMark? in
      guard form.fields.contains(where: { $0.name == Self.points(line.cell) }) else { return nil }
      return ReviewMark(
        cell: line.cell, points: form[Self.points(line.cell)],
        opinion: form[Self.opinion(line.cell)].replacing("\r\n", with: "\n"))
    }
    do {
      try await MarkFiling(engine: site.engine, shelf: site.shelf)(
        marks, on: loaded.record.id, expecting: Int64(form["version"]) ?? -1, by: visitor.person, at: site.now())
      return .see(Route.review(loaded.record.id).path)
    } catch let invalid as Invalid {
      var fields = Fields(
        problems: invalid.problems.map { problem in
          CellAddress(problem.field).map { FieldProblem(Self.points($0), problem.message) } ?? problem
        })
      for field in form.fields { fields.values[field.name] = field.value }
      return try await page(loaded, visitor, fields).response(status: .unprocessableContent)
    }
  }

  private static func points(_ cell: CellAddress) -> String { "points-\(identifier(cell))" }
  private static func opinion(_ cell: CellAddress) -> String { "opinion-\(identifier(cell))" }
  private static func identifier(_ cell: CellAddress) -> String { cell.description.replacing("/", with: "_") }

  private func page(_ loaded: LoadedFiling, _ visitor: Visitor, _ fields: Fields) async throws -> HTML {
    let (stored, names) = try await site.engine.read { database in
      let marks = try database.ask(.marks(of: loaded.record.id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(marks.map(\.person)))))
      return (marks, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }))
    }
    let canMark = (try? loaded.demandMarkable(by: visitor.person)) != nil
    guard canMark || loaded.showsMarks(to: visitor.person) else { throw Forbidden("核查结束后可以查看核查分和意见。") }
    let marks = Dictionary(stored.map { ($0.mark.cell, $0) }, uniquingKeysWith: { first, _ in first })
    let sheets = loaded.calculation.reviewed(with: stored.map(\.mark)).filter { !$0.lines.isEmpty }
    return Shell(site: site, title: "核查 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "review").html
      fields.summary
      if !canMark, stored.isEmpty { HTML.element("div", [Attribute("class", "empty")]) { "还没有核查分和意见。" } }
      if canMark || !stored.isEmpty {
        HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.review(loaded.record.id).path)]) {
          Fields.token(visitor)
          Fields.hidden("version", "\(loaded.record.version)")
          if canMark { HTML.element("p") { "核查分留空表示同意自评得分；与自评得分不同的，请写明意见。" } }
          for sheet in sheets { section(sheet, loaded, marks, names, fields, canMark) }
          if canMark {
            HTML.element("div", [Attribute("class", "form-actions sticky-actions")]) {
              HTML.element("button", [Attribute("class", "primary")]) { "保存核查" }
            }
          }
        }
      }
    }
  }

  private func section(
    _ sheet: ReviewedSheet, _ loaded: LoadedFiling, _ marks: [CellAddress: StoredMark], _ names: [Int64: String],
    _ fields: Fields, _ canMark: Bool
  ) -> HTML {
    let id = sheet.layout.sheet.id
    let title =
      sheet.layout.form.kind == .projectEvaluation
      ? ProjectNames.name(of: id, in: loaded) : sheet.layout.form.shortTitle
    return .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { title }
      HTML.element("p") { Self.totals(sheet) }
      ListTable(caption: "\(title)的得分", columns: Self.columns, style: "review", isTall: false).html {
        for line in sheet.lines { row(line, loaded, marks[line.cell], names, fields, canMark) }
      }
    }
  }

  private static let columns: [ListTable.Column] = [
    "指标", "年度指标值", "实际完成值", .init(words: "分值", isNumber: true), .init(words: "自评得分", isNumber: true),
    .init(words: "核查分", isNumber: true), "核查意见",
  ]

  private static func totals(_ sheet: ReviewedSheet) -> String {
    func words(_ total: Rational?, _ grade: GradeBand?) -> String {
      let text = total?.rounded(decimals: 2)?.trimmed.description ?? "—"
      return grade.map { "\(text) 分（\($0.label)）" } ?? "\(text) 分"
    }
    let own = "自评总分 " + words(sheet.ownTotal, sheet.ownGrade)
    return sheet.isReviewed ? own + "，核查后 " + words(sheet.reviewedTotal, sheet.reviewedGrade) : own
  }

  private func row(
    _ line: ReviewedSheet.Line, _ loaded: LoadedFiling, _ stored: StoredMark?, _ names: [Int64: String],
    _ fields: Fields, _ canMark: Bool
  ) -> HTML {
    let (sheet, row) = (line.cell.sheet, line.cell.row)
    func text(_ column: String) -> String { loaded.calculation.text(at: CellAddress(sheet, row, column)) }
    let isExecution = row == "total"
    let reason = text(IndicatorColumn.reason.rawValue)
    let (points, opinion) = (Self.points(line.cell), Self.opinion(line.cell))
    let message = fields.message(for: points)
    return .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element(
          "a", [Attribute("href", "\(Route.sheet(loaded.record.id, sheet).path)#\(Self.identifier(line.cell))")]
        ) { line.name.isEmpty ? "未填名称" : line.name }
        if !reason.isEmpty { HTML.element("span", [Attribute("class", "sub")]) { "扣分原因：\(reason)" } }
      }
      HTML.element("td", [Attribute("data-label", "年度指标值")]) {
        isExecution ? text("budget") : text(IndicatorColumn.target.rawValue)
      }
      HTML.element("td", [Attribute("data-label", "实际完成值")]) {
        isExecution ? text("executed") : text(IndicatorColumn.actual.rawValue)
      }
      HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "分值")]) { line.points }
      HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "自评得分")]) { line.own }
      HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "核查分")]) {
        if canMark {
          HTML.void(
            "input",
            [
              Attribute("id", points), Attribute("name", points), Attribute("class", "w4 number"),
              Attribute("inputmode", "decimal"), Attribute("autocomplete", "off"),
              Attribute("value", fields.values[points] ?? line.mark?.points ?? ""),
              Attribute("aria-label", "\(line.name)的核查分"), Attribute("aria-invalid", message == nil ? nil : "true"),
            ])
        } else {
          line.mark?.points ?? ""
        }
      }
      HTML.element("td", [Attribute("class", "proposed"), Attribute("data-label", "核查意见")]) {
        if canMark {
          HTML.element(
            "textarea",
            [
              Attribute("id", opinion), Attribute("name", opinion), Attribute("rows", "1"),
              Attribute("aria-label", "\(line.name)的核查意见"),
            ]
          ) { fields.values[opinion] ?? line.mark?.opinion ?? "" }
        } else {
          line.mark?.opinion ?? ""
        }
        if let message { HTML.element("p", [Attribute("class", "problem")]) { message } }
        if let stored {
          HTML.element("span", [Attribute("class", "sub")]) {
            "\(names[stored.person] ?? "") \(Moment(stored.at).short)"
          }
        }
      }
    }
  }
}
