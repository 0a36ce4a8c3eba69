import HTTPTypes
import JSON
import Store

/// The interface as an OpenAPI 3.1 document, made of the operations themselves.
enum InterfaceDocument {
  static let bytes = value.indented()

  static var value: JSONValue {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "绩衡接口", "version": "1",
        "description": .string(
          "其他系统读取和操作绩效自评。令牌由管理员发放，代表一个账号，能做的不超过该账号和所选的权限范围。"
            + "错误以 application/problem+json 答复（RFC 9457）。列表一次最多 \(ListPage.largest) 项，用 next 取下一页。"),
      ], "servers": [["url": .string(Interface.root)]], "tags": .array(tags), "paths": .object(paths),
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]], "schemas": .object(schemas),
      ],
    ]
  }

  private static var tags: [JSONValue] {
    Endpoint.Group.allCases.map { ["name": .string($0.rawValue), "description": .string($0.title)] }
  }

  private static var paths: [JSONValue.Member] {
    var paths: [String] = []
    for endpoint in Interface.endpoints where !paths.contains(endpoint.path) { paths.append(endpoint.path) }
    return paths.map { path in
      let operations = Interface.endpoints.filter { $0.path == path }
      return JSONValue.Member(
        path, .object(operations.map { .init($0.method.rawValue.lowercased(), $0.operation) }))
    }
  }

  private static var schemas: [JSONValue.Member] {
    var shapes: [(name: String, shape: Shape)] = Problem.shape.names
    for endpoint in Interface.endpoints { shapes += endpoint.answer.shape.names + (endpoint.body?.shape?.names ?? []) }
    var known: Set<String> = []
    return shapes.filter { known.insert($0.name).inserted }.sorted { $0.name < $1.name }.map {
      JSONValue.Member($0.name, $0.shape.schema)
    }
  }
}

extension Endpoint.Body {
  /// By media type.
  fileprivate var content: JSONValue {
    switch self {
    case .json(let shape): ["application/json": ["schema": shape.schema]]
    case .file(let schema, let table):
      [
        "application/json": ["schema": schema],
        "text/csv": ["schema": ["type": "string", "description": .string(table)]],
      ]
    }
  }
}

extension Endpoint {
  /// All statuses that tell of something that went wrong.
  var problemStatuses: [Int] {
    var all: Set<Int> = [400, 422, 429]
    all.formUnion(statuses)
    if scope != nil { all.formUnion([401, 403]) }
    if !pathNames.isEmpty { all.insert(404) }
    if body != nil { all.insert(413) }
    if body?.shape != nil { all.insert(415) }
    if isAct { all.insert(409) }
    if takesVersion { all.insert(412) }
    return all.sorted()
  }

  /// Everything worth knowing besides the title.
  var words: String { [note, reach.words].filter { !$0.isEmpty }.joined(separator: " ") }

  fileprivate var operation: JSONValue {
    var members: [JSONValue.Member] = [
      .init("operationId", .string(name)), .init("tags", [.string(group.rawValue)]), .init("summary", .string(title)),
    ]
    if !words.isEmpty { members.append(.init("description", .string(words))) }
    members.append(.init("security", scope.map { [["token": [.string($0.rawValue)]]] } ?? []))
    let parameters = documentParameters
    if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
    if let body { members.append(.init("requestBody", ["required": true, "content": body.content])) }
    members.append(.init("responses", .object(responses)))
    return .object(members)
  }

  private var documentParameters: [JSONValue] {
    let names = pathNames
    var all = parameters.map { parameter -> JSONValue in
      let isInPath = names.contains(parameter.name)
      return [
        "name": .string(parameter.name), "in": isInPath ? "path" : "query", "required": .bool(isInPath),
        "description": .string(parameter.note), "schema": parameter.shape.schema,
      ]
    }
    if takesVersion {
      all.append([
        "name": "If-Match", "in": "header", "required": false,
        "description": "读取时得到的 ETag；已不是这一版本时不操作，答复 412。",
        "schema": ["type": "string", "pattern": "^(\\*|\"[0-9]{1,15}\")$"],
      ])
    }
    if isAct {
      all.append([
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "自选的键，最多 100 个字符。成功的操作在 24 小时内以同一个键重发，只答复上次的结果；没有成功的可以用同一个键重试。",
        "schema": ["type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,100}$"],
      ])
    }
    return all
  }

  private var responses: [JSONValue.Member] {
    func header(_ words: String) -> JSONValue { ["description": .string(words), "schema": ["type": "string"]] }
    var headers: [JSONValue.Member] = []
    if answer.hasTag { headers.append(.init("ETag", header("自评的版本。"))) }
    if answer.hasLocation { headers.append(.init("Location", header("所建立的资源。"))) }
    if answer.isPaged { headers.append(.init("Link", header("下一页，rel=next；没有下一页时没有。"))) }
    if isAct { headers.append(.init("Idempotent-Replayed", header("答复的是上次的结果。"))) }
    var fine: [JSONValue.Member] = [.init("description", .string(answer.note.isEmpty ? title : answer.note))]
    if !headers.isEmpty { fine.append(.init("headers", .object(headers))) }
    fine.append(.init("content", ["application/json": ["schema": answer.shape.schema]]))
    let problem: JSONValue = ["application/problem+json": ["schema": Problem.shape.schema]]
    return [.init("\(answer.status)", .object(fine))]
      + problemStatuses.map { status in
        .init("\(status)", ["description": .string(Self.words(for: status)), "content": problem])
      }
  }

  private static func words(for status: Int) -> String {
    switch status {
    case 400: "无法识别"
    case 401: "没有令牌，或已失效"
    case 403: "令牌或账号不能进行此操作"
    case 404: "没有，或账号无权查看"
    case 409: "现在不能进行，或内容已有变化"
    case 412: "不是 If-Match 中的版本"
    case 413: "内容太大"
    case 415: "内容的类型不对"
    case 422: "有错误的项"
    default: "请求太频繁，见 Retry-After"
    }
  }
}
