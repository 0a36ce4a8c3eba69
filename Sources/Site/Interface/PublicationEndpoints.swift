import Audit
import Database
import Evaluation
import HTML
import HTTPTypes
import JSON
import Operations
import Store

/// What is public, and making it so.
extension Endpoint {
  static let ofPublications: [Endpoint] = [
    Endpoint(
      name: "listPublications", method: .get, path: "/publications", group: .publications, title: "已公开的自评",
      note: "每份自评只列最新的一版。不需要令牌。", scope: nil,
      parameters: ListPage.parameters + [
        .init("year", .whole(1_990...2_100), "只要此年度的。"), .init("q", .text(upTo: 100), "单位名称或编码的一部分。"),
      ], answer: Answer(ListPage.shape(publicShape, of: "Publications"), "按公开的先后排列。", isPaged: true)
    ) { call in
      let page = try ListPage(call)
      let (after, year, text) = (
        try page.number(), call.query.whole("year").map { Int($0) }, call.query.text("q") ?? ""
      )
      let versions = try await call.site.engine.read {
        try $0.ask(.publicVersions(year: year, text: text, after: after, limit: page.wanted))
      }
      return page.reply(versions, key: { "\($0.id)" }, publicVersion)
    },
    Endpoint(
      name: "getPublication", method: .get, path: "/publications/{filing}/{number}", group: .publications,
      title: "已公开的内容", note: "公开时制作的数据，不再变化；撤回后为 404。不需要令牌。", scope: nil,
      parameters: [filingParameter, numberParameter], answer: Answer(FilingValues.content, ""), statuses: [404]
    ) { call in
      let (filing, number) = (try call.id("filing"), Int(truncatingIfNeeded: try call.id("number")))
      let json = try await call.site.engine.read { database -> String? in
        guard let version = try database.first(.publication(number, of: filing)), version.withdrawnAt == nil else {
          return nil
        }
        return try database.first(.json(ofPublication: version.id))
      }
      guard let json else { throw NotFound() }
      return Reply(written: Array(json.utf8))
    },
    Endpoint(
      name: "listVersions", method: .get, path: "/filings/{filing}/publications", group: .publications,
      title: "一份自评的公开情况", scope: .readFilings, reach: .viewers, parameters: [filingParameter],
      answer: Answer(.named("Versions", .record([.init("items", .list(versionShape, atMost: 10_000), "")])), "新的在前。")
    ) { call in
      let id = try call.loaded.record.id
      let versions = try await call.site.engine.read { try $0.ask(.publications(of: id)) }
      return Reply(["items": .array(versions.map(version))])
    },
    Endpoint(
      name: "listStretches", method: .get, path: "/filings/{filing}/stretches", group: .publications,
      title: "公开前检查：不宜公开的内容", note: "办结后，由本单位审核岗或财政绩效经办的账号读取。", scope: .publish, reach: .viewers,
      parameters: [filingParameter],
      answer: Answer(
        .named("Stretches", .record([.init("items", .list(stretchShape, atMost: 100_000), "")])), "", hasTag: true),
      statuses: [409]
    ) { call in
      let loaded = try call.loaded
      try loaded.demandPublishable(by: try call.person)
      let uploads = try await call.site.shelf.uploadedReports(of: loaded)
      let stretches = PublicDraft(loaded, uploads).stretches.map(stretch)
      return Reply(["items": .array(stretches)]).tagged(loaded.record.version)
    },
    Endpoint(
      name: "publishFiling", method: .post, path: "/filings/{filing}/publications", group: .publications, title: "公开",
      note: "不宜公开的内容都会隐去；确需公开的在 keep 中写明理由。须以 If-Match 写明核对过的版本。", scope: .publish, reach: .viewers,
      parameters: [filingParameter],
      body: .named(
        "NewPublication",
        .record([
          .init(
            "keep",
            .list(
              .record([.init("stretch", .text(1...500), ""), .init("reason", .text(1...500), "为什么可以公开。")]),
              atMost: 1_000), "不隐去的。", isRequired: false),
          .init("note", .text(upTo: 500), "更正时须说明更正了什么。", isRequired: false),
        ])), answer: Answer(versionShape, "", status: 201, hasLocation: true), statuses: [409, 412, 422]
    ) { call in
      let (id, body, engine) = (try call.loaded.record.id, call.body, call.site.engine)
      let kept = body.list("keep").map { ($0.text("stretch") ?? "", $0.text("reason") ?? "") }
      let number = try await PublishFiling(engine: engine, shelf: call.site.shelf, press: call.site.press)(
        id, keeping: Dictionary(kept, uniquingKeysWith: { first, _ in first }), note: body.text("note") ?? "",
        expecting: call.expected ?? -1, by: try call.person, at: call.now
      ) { $0.page }
      guard let made = try await engine.read({ try $0.first(.publication(number, of: id)) }) else { throw NotFound() }
      return Reply(version(made), status: 201).located("/publications/\(id)/\(number)")
    },
    Endpoint(
      name: "withdrawPublication", method: .post, path: "/filings/{filing}/publications/{number}/withdrawal",
      group: .publications, title: "撤回公开的版本", scope: .publish, reach: .viewers,
      parameters: [filingParameter, numberParameter],
      body: .named("Withdrawal", .record([.init("reason", .text(1...500), "")])), answer: Answer(versionShape, ""),
      statuses: [409, 412, 422]
    ) { call in
      let (loaded, number) = (try call.loaded, Int(truncatingIfNeeded: try call.id("number")))
      let (id, engine) = (loaded.record.id, call.site.engine)
      try loaded.demandPublications(by: try call.person)
      // A version of the public copy stays as it is whatever becomes of the filing: to look once is enough.
      if let expected = call.expected, expected != loaded.record.version { throw StaleVersion() }
      try await WithdrawPublication(engine: engine, shelf: call.site.shelf)(
        number, of: id, reason: call.body.text("reason") ?? "", by: try call.person, at: call.now)
      guard let left = try await engine.read({ try $0.first(.publication(number, of: id)) }) else { throw NotFound() }
      return Reply(version(left))
    },
  ]

  private static let numberParameter = Parameter("number", .whole(1...1_000_000), "第几版。")

  // MARK: Values

  private static let publicShape = Shape.named(
    "Publication",
    .record([
      .init("filing", .id, ""), .init("number", .count, "第几版。"), .init("unit", unitShape, ""),
      .init("year", .whole(1_990...2_100), ""), .init("task", .anyText, "任务名称。"), .init("note", .anyText, "更正说明。"),
      .init("at", .moment, "公开的时间。"), .init("wordDigest", .digest, "Word 公开稿的 SHA-256。"),
      .init("jsonDigest", .digest, "JSON 公开稿的 SHA-256。"),
      .init("pagesDigest", .nullable(.digest), "PDF 公开稿的 SHA-256；没有 PDF 为 null。"),
      .init("cellsDigest", .nullable(.digest), "CSV 公开稿的 SHA-256；没有 CSV 为 null。"),
    ]))

  private static func publicVersion(_ version: PublicationRecord) -> JSONValue {
    [
      "filing": .number(version.filing), "number": .number(Int64(version.number)), "unit": unit(version.unit),
      "year": .number(Int64(version.year)), "task": .string(version.taskTitle), "note": .string(version.note),
      "at": FilingValues.moment(version.at), "wordDigest": .string(version.wordDigest),
      "jsonDigest": .string(version.jsonDigest), "pagesDigest": digest(version.pagesDigest),
      "cellsDigest": digest(version.cellsDigest),
    ]
  }

  /// null for a file that a version has not.
  private static func digest(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }

  private static let versionShape = Shape.named(
    "PublicationVersion",
    .record([
      .init("number", .count, "第几版。"), .init("filingVersion", .count, "公开的是自评的哪一版本。"), .init("note", .anyText, ""),
      .init("at", .moment, ""), .init("originalDigest", .digest, "原稿的 SHA-256。"), .init("wordDigest", .digest, ""),
      .init("jsonDigest", .digest, ""), .init("pagesDigest", .nullable(.digest), ""),
      .init("cellsDigest", .nullable(.digest), ""), .init("withdrawnAt", .nullable(.moment), "撤回的时间；没有撤回为 null。"),
      .init("withdrawalReason", .anyText, ""),
    ]))

  private static func version(_ version: PublicationRecord) -> JSONValue {
    [
      "number": .number(Int64(version.number)), "filingVersion": .number(version.filingVersion),
      "note": .string(version.note), "at": FilingValues.moment(version.at),
      "originalDigest": .string(version.originalDigest), "wordDigest": .string(version.wordDigest),
      "jsonDigest": .string(version.jsonDigest), "pagesDigest": digest(version.pagesDigest),
      "cellsDigest": digest(version.cellsDigest),
      "withdrawnAt": version.withdrawnAt.map(FilingValues.moment) ?? .null,
      "withdrawalReason": .string(version.withdrawalReason),
    ]
  }

  private static let stretchShape = Shape.named(
    "Stretch",
    .record([
      .init("stretch", .anyText, "公开时用它指明。"), .init("cell", .nullable(.anyText), "所在的单元格或章节；在上传的报告里为 null。"),
      .init("file", .nullable(.id), "所在的上传文件；不在文件里为 null。"),
      .init("isShown", .flag, "公开稿里会有，除非隐去；文件的批注、属性等本来就不公开。"),
      .init("text", .anyText, ""), .init("check", .anyText, "检查规则的编号。"), .init("reason", .anyText, "为什么不宜公开。"),
      .init("forbids", .flag, "有密级标志，整份不能公开。"),
    ]))

  private static func stretch(_ stretch: PrivateStretch) -> JSONValue {
    let (cell, file): (String?, Int64?) =
      switch stretch.source {
      case .cell(let address): (address.description, nil)
      case .file(let id), .trace(_, let id): (nil, id)
      }
    return [
      "stretch": .string(stretch.id), "cell": .string(cell), "file": file.map { .number($0) } ?? .null,
      "isShown": .bool(stretch.isShown), "text": .string(stretch.text),
      "check": .string(stretch.check), "reason": .string(stretch.reason), "forbids": .bool(stretch.forbidsPublication),
    ]
  }
}
