import Database
import Evaluation
import HTTPTypes
import JSON
import Operations
import Store

/// Policies, each with all of its versions.
extension Endpoint {
  static let ofPolicies: [Endpoint] = [
    Endpoint(
      name: "listPolicies", method: .get, path: "/policies", group: .policies, title: "制度清单",
      note: "每份制度的每个版本各一项，没有原文。", scope: .readTasks, reach: .taskRunners,
      parameters: ListPage.parameters + [.init("policy", .text(upTo: 60), "只要这份制度的各版本。")],
      answer: Answer(ListPage.shape(versionShape, of: "Policies"), "按编号排列，新的版本在后。", isPaged: true)
    ) { call in
      let page = try ListPage(call)
      let (behind, wanted) = (Int(try page.number()), call.query.text("policy"))
      let versions = try await call.site.engine.read { try $0.ask(Query<PolicyVersion>.policyVersions) }
        .filter { wanted == nil || wanted == $0.policy }
      let numbered = versions.enumerated().dropFirst(behind).prefix(page.wanted)
      return page.reply(Array(numbered), key: { "\($0.offset + 1)" }) { version($0.element) }
    },
    Endpoint(
      name: "getPolicy", method: .get, path: "/policies/{hash}", group: .policies, title: "一个版本的制度",
      note: "text 是原文（YAML），其 SHA-256 就是 hash。", scope: .readTasks, reach: .taskRunners,
      parameters: [.init("hash", .digest, "原文的 SHA-256。")],
      answer: Answer(
        .named("PolicyText", .record(versionFields + [.init("text", .anyText, "原文。")])), ""), statuses: [404]
    ) { call in
      let hash = call.path["hash"] ?? ""
      let found = try await call.site.engine.read { database -> (PolicyVersion, [UInt8])? in
        guard let version = try database.first(.policyVersion(hash)),
          let content = try database.first(Query<[UInt8]>.policyContent(hash))
        else { return nil }
        return (version, content)
      }
      guard let (version, content) = found else { throw NotFound() }
      let text = JSONValue.Member("text", .string(String(decoding: content, as: UTF8.self)))
      return Reply(.object(members(of: version) + [text]))
    },
  ]

  // MARK: Values

  private static let versionFields: [Shape.Field] = [
    .init("policy", .anyText, "制度的编号。"), .init("version", .whole(1...9_999), "第几版。"), .init("hash", .digest, ""),
    .init("title", .anyText, ""),
    .init("origin", .oneOf(PolicyVersion.Origin.self), "delivered 随程序，entered 本地发布。"),
    .init("note", .anyText, "勘误说明。"), .init("at", .moment, "收入或发布的时间。"),
  ]
  private static let versionShape = Shape.named("PolicyVersion", .record(versionFields))

  private static func members(of version: PolicyVersion) -> [JSONValue.Member] {
    [
      .init("policy", .string(version.policy)), .init("version", .number(Int64(version.version))),
      .init("hash", .string(version.hash)), .init("title", .string(version.title)),
      .init("origin", .string(version.origin.rawValue)), .init("note", .string(version.note)),
      .init("at", FilingValues.moment(version.at)),
    ]
  }
  private static func version(_ version: PolicyVersion) -> JSONValue { .object(members(of: version)) }
}
