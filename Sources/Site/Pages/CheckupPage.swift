import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Intake
import Operations
import Store

/// 报告体检: somebody drops a report and sees what the checks find in it. Nothing of it is kept.
struct CheckupPage {
  let site: Site

  var desk: CheckupDesk { site.checkup }

  func add(to router: Router<SiteContext>) {
    router.get("/checkup") { _, context in try await form(try reader(context), Fields()).response() }
    router.post("/checkup") { request, context in try await take(request, context) }
  }

  /// Who reads: nil for somebody without sign-in where the operator allows it. Throws `SignInNeeded`.
  private func reader(_ context: SiteContext) throws -> Visitor? {
    if context.visitor == nil, desk.settings.isOpen { return nil }
    return try context.requireVisitor()
  }

  /// What comes back.
  enum Wanted: String, CaseIterable {
    case page, docx, html, json

    var words: String {
      switch self {
      case .page: "在网页中查看"
      case .docx: "下载加批注的 Word"
      case .html: "下载网页"
      case .json: "下载 JSON 数据"
      }
    }
  }

  private struct Upload: Sendable {
    let report: CheckupDesk.Request
    let wanted: Wanted
  }

  private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try reader(context)
    try request.checkOrigin()
    let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
    let address = ClientAddress.of(context.peer, forwarded: forwarded)
    do {
      try desk.admit(person: visitor?.person.id, address: address, at: site.now())
      let (outcome, wanted) = try await desk.line.pass(
        preparing: { try await upload(request, visitor) },
        then: { upload in (try await desk.check(upload.report), upload.wanted) })
      return try answer(outcome, wanted, visitor)
    } catch let refusal as CheckupRefusal {
      return try await refused(refusal, visitor)
    } catch is WaitingLine.Full {
      return try await refused(.lineIsFull, visitor)
    } catch is TooLarge {
      return try await refused(.tooLarge(most: desk.settings.bounds.largestFile), visitor)
    } catch is SentTooSlowly {
      return try await refused(.sentTooSlowly(seconds: desk.settings.bounds.secondsToSend), visitor)
    }
  }

  /// Throws `CheckupRefusal`, `TooLarge`, `SentTooSlowly`, `Malformed` or `ForgedRequest`.
  private func upload(_ request: Request, _ visitor: Visitor?) async throws -> Upload {
    let bounds = desk.settings.bounds
    let body = try await request.bytes(upTo: bounds.largestFile + 65_536, within: bounds.secondsToSend)
    guard let form = MultipartForm(body, contentType: request.headers[.contentType] ?? "") else { throw Malformed() }
    if let visitor, !Request.same(form["csrf"], visitor.csrf) { throw ForgedRequest() }
    guard let file = form.file("file"), let name = file.fileName, !name.isEmpty else { throw CheckupRefusal.noFile }
    guard file.content.count <= bounds.largestFile else { throw TooLarge(limit: bounds.largestFile) }
    let typed = form["year"].filter { !$0.isWhitespace }
    let year = Int(typed)
    guard typed.isEmpty || year.map((2000...2100).contains) == true else { throw CheckupRefusal.badYear(typed) }
    let candidates = try await site.candidates()
    let chosen = candidates.filter { $0.policies.first?.id == form["policy"] }
    return Upload(
      report: CheckupDesk.Request(
        name: name, content: file.content, year: year,
        candidates: chosen.isEmpty ? candidates : chosen),
      wanted: Wanted(rawValue: form["result"]) ?? .page)
  }

  private func answer(_ outcome: CheckupDesk.Outcome, _ wanted: Wanted, _ visitor: Visitor?) throws -> Response {
    let results = CheckupResults(outcome, at: site.now())
    switch wanted {
    case .page: return CheckedReportView(site: site, visitor: visitor, results: results).page.response()
    case .docx:
      guard let word = results.word else { throw CheckupRefusal.noWordFile }
      return word.response
    case .html: return results.html.response
    case .json: return results.json.response
    }
  }

  private func refused(_ refusal: CheckupRefusal, _ visitor: Visitor?) async throws -> Response {
    let fields = Fields(problems: refusal.retryAfter == nil ? [FieldProblem(refusal.field, refusal.message)] : [])
    let page = try await form(visitor, fields, notice: refusal.retryAfter == nil ? nil : refusal.message)
    var response = page.response(status: refusal.status)
    if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
    return response
  }

  // MARK: The form

  private func form(_ visitor: Visitor?, _ fields: Fields, notice: String? = nil) async throws -> HTML {
    let candidates = try await site.candidates()
    return Shell(
      site: site, title: "报告体检", visitor: visitor, current: .checkup, isNarrow: true, hasMarkedReport: true
    ).page {
      fields.summary
      HTML.element("h1") { "报告体检" }
      HTML.element("p") {
        "选择一份自评报告，系统逐项检查计算、评分、前后是否一致、期间、单位、格式和完整性，在原文中标出问题，并写明怎么算出来的、依据什么、怎么改。"
      }
      HTML.element("p") {
        HTML.element("strong") { "文件和结果都不保存" }
        "：检查完就丢弃，结果只在您的页面上。"
      }
      if let notice {
        HTML.element("div", [Attribute("class", "notice warning"), Attribute("role", "alert")]) {
          HTML.element("p") { notice }
        }
      }
      upload(visitor, fields, candidates)
      HTML.element("p") {
        "每项检查的理由、方法和依据见"
        HTML.element("a", [Attribute("href", Route.rules.path)]) { "检查规则" }
        "。"
      }
    }
  }

  private func policyOptions(_ candidates: [PolicySet]) -> [(value: String, words: String)] {
    var options = [(value: "", words: "自动识别")]
    for policy in candidates.compactMap(\.policies.first) {
      options.append((value: policy.id, words: policy.title))
    }
    return options
  }

  private var endings: [String] {
    ["docx", "docm", "doc", "wps", "pdf", "xlsx", "txt"].filter(desk.settings.bounds.programs.canRead)
  }

  private func upload(_ visitor: Visitor?, _ fields: Fields, _ candidates: [PolicySet]) -> HTML {
    let bounds = desk.settings.bounds
    let accept = endings.map { ".\($0)" }.joined(separator: ",")
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.checkup.path), Attribute("data-max-bytes", "\(bounds.largestFile)"),
        Attribute("data-types", accept), Attribute("data-checkup", ""),
      ]
    ) {
      if visitor != nil { Fields.token(visitor) }
      fields.file(
        "file", "自评报告", hint: "\(endings.joined(separator: "、"))，不超过 \(bounds.largestFile >> 20) MB", accept: accept)
      HTML.element("div", [Attribute("class", "field-row")]) {
        fields.text("year", "年度", hint: "不填则从报告中识别", width: "w8")
        fields.choice(
          "policy", "制度", hint: "不选则按报告中的表识别",
          options: policyOptions(candidates))
      }
      fields.choice("result", "结果", options: Wanted.allCases.map { (value: $0.rawValue, words: $0.words) })
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "开始体检" }
        HTML.element("span", [Attribute("role", "status"), Attribute("data-progress", "")]) { "" }
      }
    }
  }
}
