import Database
import Evaluation
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 绩效信息公开: what is public, for everyone, without sign-in.
struct PublishedPages {
  let site: Site
  private static let pageSize = 50

  func add(to router: Router<SiteContext>) {
    router.get("/public") { request, context in try await list(request, context) }
    router.get("/public/:filing") { request, context in
      let versions = try await versions(context)
      guard let latest = versions.first(where: { $0.withdrawnAt == nil }) ?? versions.first else { throw NotFound() }
      return try await show(latest, versions, request, context)
    }
    router.get("/public/:filing/:number") { request, context in
      let versions = try await versions(context)
      return try await show(try Self.wanted(versions, context), versions, request, context)
    }
    router.get("/public/:filing/:number/:format") { request, context in
      let version = try Self.wanted(try await versions(context), context)
      guard version.withdrawnAt == nil else { throw NotFound() }
      return try await file(context.parameters.get("format") ?? "", of: version, request)
    }
    router.get("/robots.txt") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=86400"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "User-agent: *\nAllow: /public\nDisallow: /\n")))
    }
  }

  private func versions(_ context: SiteContext) async throws -> [PublicationRecord] {
    guard let id = context.parameters.get("filing", as: Int64.self) else { throw NotFound() }
    let versions = try await site.engine.read { try $0.ask(.publications(of: id)) }
    guard !versions.isEmpty else { throw NotFound() }
    return versions
  }

  private static func wanted(_ versions: [PublicationRecord], _ context: SiteContext) throws -> PublicationRecord {
    guard let number = context.parameters.get("number", as: Int.self),
      let version = versions.first(where: { $0.number == number })
    else { throw NotFound() }
    return version
  }

  /// What was made when the version was published, in one format.
  private func file(_ format: String, of version: PublicationRecord, _ request: Request) async throws -> Response {
    let name = "\(version.unit.name) \(version.year)年度绩效自评报告.\(format)"
    switch format {
    case "docx":
      return try await request.cached(version.wordDigest) {
        .download(try await kept(.word(ofPublication: version.id)), name: name, type: FileKind.docx.mediaType)
      }
    case "pdf":
      return try await request.cached(version.pagesDigest) {
        guard let pages = try await kept(.pages(ofPublication: version.id)) else { throw NotFound() }
        return .download(pages, name: name, type: FileKind.pdf.mediaType)
      }
    case "csv":
      return try await request.cached(version.cellsDigest) {
        let cells = try await kept(.cells(ofPublication: version.id))
        guard !cells.isEmpty else { throw NotFound() }
        return .download(Array(cells.utf8), name: name, type: "text/csv; charset=utf-8")
      }
    case "json":
      return try await request.cached(version.jsonDigest) {
        let json = try await kept(.json(ofPublication: version.id))
        return .download(Array(json.utf8), name: name, type: "application/json; charset=utf-8")
      }
    default: throw NotFound()
    }
  }

  private func kept<Content: Sendable>(_ query: Query<Content>) async throws -> Content {
    guard let content = try await site.engine.read({ try $0.first(query) }) else { throw NotFound() }
    return content
  }

  // MARK: One filing

  private func show(
    _ version: PublicationRecord, _ versions: [PublicationRecord], _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let content = version.withdrawnAt == nil ? HTML.kept(try await kept(.page(ofPublication: version.id))) : HTML()
    let title = "\(version.unit.name) \(version.year)年度绩效自评"
    let page = Shell(site: site, title: title, visitor: context.visitor, current: .published).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.published.path)]) { "绩效信息公开" }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { title }
          HTML.element("p", [Attribute("class", "sub")]) { "第 \(version.number) 版，\(Moment(version.at).full) 公开" }
        }
        if version.withdrawnAt == nil {
          HTML.element("div", [Attribute("class", "actions")]) {
            for (format, words) in Self.formats(version) {
              HTML.element(
                "a",
                [
                  Attribute("class", "button"),
                  Attribute("href", Route.publishedFile(version.filing, version.number, format).path),
                ]
              ) { words }
            }
          }
        }
      }
      notices(version, versions)
      content
      HTML.element("p", [Attribute("class", "muted digest")]) { "公开稿 SHA-256 \(version.wordDigest)" }
    }
    return page.response().cached(for: context.visitor)
  }

  /// What a version can be taken away as; earlier versions have fewer files.
  private static func formats(_ version: PublicationRecord) -> [(String, String)] {
    [("docx", "下载 Word")] + (version.pagesDigest.isEmpty ? [] : [("pdf", "下载 PDF")])
      + (version.cellsDigest.isEmpty ? [] : [("csv", "下载表格数据（CSV）")]) + [("json", "下载数据（JSON）")]
  }

  private func notices(_ version: PublicationRecord, _ versions: [PublicationRecord]) -> HTML {
    HTML {
      if let at = version.withdrawnAt {
        HTML.element("div", [Attribute("class", "notice warning")]) {
          "这一版已于 \(Moment(at).full) 撤回。原因：\(version.withdrawalReason)"
        }
      }
      if !version.note.isEmpty {
        HTML.element("div", [Attribute("class", "notice info")]) {
          HTML.element("strong") { "更正说明：" }
          version.note
        }
      }
      if versions.count > 1 {
        HTML.element("nav", [Attribute("class", "versions"), Attribute("aria-label", "公开的版本")]) {
          HTML.element("ul") {
            for other in versions {
              HTML.element("li") {
                HTML.element(
                  "a",
                  [
                    Attribute("href", Route.publishedVersion(other.filing, other.number).path),
                    Attribute("aria-current", other.number == version.number ? "page" : nil),
                  ]
                ) { "第 \(other.number) 版（\(Moment(other.at).full)\(other.withdrawnAt == nil ? "" : "，已撤回")）" }
                if !other.note.isEmpty { " \(other.note)" }
              }
            }
          }
        }
      }
    }
  }

  // MARK: All of them

  private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
    let parameters = request.uri.queryParameters
    let text = ListField.words(parameters["q"].map(String.init))
    let year = ListField.year(parameters["year"].map(String.init))
    let page = request.pageNumber
    let (versions, total, years) = try await site.engine.read { database in
      (
        try database.ask(
          .publicVersions(year: year, text: text, limit: Self.pageSize, offset: (page - 1) * Self.pageSize)),
        Int(try database.first(.publicVersionCount(year: year, text: text)) ?? 0),
        try database.ask(Query<Int64>.publicYears)
      )
    }
    return Shell(site: site, title: "绩效信息公开", visitor: context.visitor, current: .published).page {
      HTML.element("h1") { "绩效信息公开" }
      filters(text, year, years)
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        QueryPage.range(page, versions.count, of: total)
      }
      if versions.isEmpty {
        FilingTable.empty("没有符合条件的公开信息。", text.isEmpty && year == nil ? "单位公开自评后，会出现在这里。" : "请调整筛选条件。")
      } else {
        table(versions)
        pages(page, total, text, year)
      }
    }.response().cached(for: context.visitor)
  }

  private func filters(_ text: String, _ year: Int?, _ years: [Int64]) -> HTML {
    let fields = Fields(values: ["q": text, "year": year.map { "\($0)" } ?? ""])
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice("year", "年度", options: [("", "全部")] + years.map { ("\($0)", "\($0)年度") })
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.published.path)]) { "清除" }
    }
  }

  private func table(_ versions: [PublicationRecord]) -> HTML {
    ListTable(caption: "公开的自评", columns: ["单位", "年度", "任务", "公开时间", "版本"], isTall: false).html {
      for version in versions {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.publishedFiling(version.filing).path)]) { version.unit.name }
            HTML.element("span", [Attribute("class", "sub")]) { version.unit.code.description }
          }
          ListTable.cell("年度") { "\(version.year)" }
          ListTable.cell("任务") { version.taskTitle }
          ListTable.cell("公开时间") { Moment(version.at).full }
          ListTable.cell("版本") { version.number == 1 ? "首次公开" : "第 \(version.number) 版（更正）" }
        }
      }
    }
  }

  private func pages(_ page: Int, _ total: Int, _ text: String, _ year: Int?) -> HTML {
    return Paging(page: page, total: total, size: Self.pageSize) {
      "?q=\(text.asQueryValue)&year=\(year.map { "\($0)" } ?? "")&page=\($0)"
    }.html
  }
}

extension Response {
  /// What everybody sees alike may be kept for a while, but not what bears the name of who looks at it.
  fileprivate func cached(for visitor: Visitor?) -> Response {
    guard visitor == nil else { return self }
    var response = self
    response.headers[.cacheControl] = "public, max-age=60"
    response.headers[.vary] = "Cookie"
    return response
  }
}

extension Request {
  /// Whether the asker has what is told by a tag, which caches may have made a weak one.
  private func knows(_ tag: String) -> Bool {
    headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.contains { one in
      let known = one.filter { $0 != " " }
      return known == "*" || known == tag || known == "W/" + tag
    }
  }

  /// A file that never changes under its digest: caches may keep it, and are not sent it again.
  fileprivate func cached(_ digest: String, _ make: () async throws -> Response) async throws -> Response {
    let tag = "\"\(digest)\""
    let fields: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=300"]
    if knows(tag) { return Response(status: .notModified, headers: fields) }
    var response = try await make()
    for field in fields { response.headers[field.name] = field.value }
    return response
  }
}
