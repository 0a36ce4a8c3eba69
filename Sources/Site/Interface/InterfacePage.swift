import HTML
import HTTPTypes
import Hummingbird
import Store

/// 接口: what other systems can read and do, for those who connect them; made of the operations themselves.
struct InterfacePage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/api") { _, context in page(context.visitor).response() }
  }

  func page(_ visitor: Visitor?) -> HTML {
    Shell(site: site, title: "接口", visitor: visitor, current: .interface).page {
      HTML.element("h1") { "接口" }
      introduction
      scopes
      for group in Endpoint.Group.allCases {
        HTML.element("h2", [Attribute("id", group.rawValue)]) { group.title }
        for endpoint in Interface.endpoints where endpoint.group == group { section(endpoint) }
      }
    }
  }

  private var introduction: HTML {
    HTML {
      HTML.element("p") {
        "其他系统可以通过接口读取和操作绩效自评，地址都以 "
        HTML.element("code") { Interface.root }
        " 开头，内容为 JSON。机器可读的说明："
        HTML.element("a", [Attribute("href", Route.interfaceDocument.path)]) { "openapi.json" }
        "（OpenAPI 3.1）。"
      }
      HTML.element("ul") {
        HTML.element("li") {
          "令牌由管理员发放，放在 "
          HTML.element("code") { "Authorization: Bearer …" }
          " 中。令牌代表一个账号，能做的不超过该账号和所选的权限范围。"
        }
        HTML.element("li") {
          "列表一次最多 \(ListPage.largest) 项；还有更多时，用答复中的 next 作为 cursor 取下一页。"
        }
        HTML.element("li") {
          "修改时可以用 "
          HTML.element("code") { "If-Match" }
          " 写明读取时的 ETag：已有变化时不操作，答复 412。"
        }
        HTML.element("li") {
          "操作时可以用 "
          HTML.element("code") { "Idempotency-Key" }
          " 写一个自选的键：24 小时内重发，只答复上次的结果，不会做两次。"
        }
        HTML.element("li") {
          "错误以 "
          HTML.element("code") { "application/problem+json" }
          " 答复，列出全部原因和每一项的错误。"
        }
        HTML.element("li") { "自评的流转和提醒可以由服务发给其他系统（启动参数 --webhook），签名与重试的办法相同。" }
      }
    }
  }

  private var scopes: HTML {
    HTML {
      HTML.element("h2") { "权限范围" }
      ListTable(caption: "权限范围", columns: [.init(words: "范围"), .init(words: "可以")]).html {
        for scope in AccessScope.allCases {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) { HTML.element("code") { scope.rawValue } }
            ListTable.cell("可以") { scope.title }
          }
        }
      }
    }
  }

  private func section(_ endpoint: Endpoint) -> HTML {
    .element("section", [Attribute("class", "panel"), Attribute("id", endpoint.name)]) {
      HTML.element("h3") { endpoint.title }
      HTML.element("p") {
        HTML.element("code") { "\(endpoint.method.rawValue) \(Interface.root)\(endpoint.path)" }
      }
      if !endpoint.words.isEmpty { HTML.element("p") { endpoint.words } }
      HTML.element("p", [Attribute("class", "muted")]) {
        endpoint.scope.map { "权限范围 \($0.rawValue)" } ?? "不需要令牌"
        "；可能的状态 \(([endpoint.answer.status] + endpoint.problemStatuses).map { "\($0)" }.joined(separator: "、"))。"
      }
      let rows = endpoint.parameters.map { ($0.name, $0.shape, $0.note) }
      if !rows.isEmpty { table("参数", rows) }
      switch endpoint.body {
      case .json(let shape): table("提交", Self.rows(shape))
      case .file(_, let table): HTML.element("p") { table }
      case nil: HTML()
      }
      let answer = Self.rows(endpoint.answer.shape)
      if !answer.isEmpty { table("答复", answer) }
    }
  }

  private func table(_ caption: String, _ rows: [(name: String, shape: Shape, note: String)]) -> HTML {
    .element("details") {
      HTML.element("summary") { "\(caption)（\(rows.count) 项）" }
      ListTable(caption: caption, columns: [.init(words: "名称"), .init(words: "类型"), .init(words: "说明")]).html {
        for row in rows {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) { HTML.element("code") { row.name } }
            ListTable.cell("类型") { row.shape.words }
            ListTable.cell("说明") { row.note }
          }
        }
      }
    }
  }

  /// The members of a record, those of records in it by their path.
  private static func rows(_ shape: Shape, at path: String = "") -> [(name: String, shape: Shape, note: String)] {
    switch shape {
    case .named(_, let shape), .nullable(let shape): return rows(shape, at: path)
    case .list(let shape, _): return rows(shape, at: path + "[]")
    case .record(let fields):
      return fields.flatMap { field -> [(name: String, shape: Shape, note: String)] in
        let name = path.isEmpty ? field.name : "\(path).\(field.name)"
        let note = field.note + (field.isRequired ? "" : "可不写。")
        return [(name, field.shape, note)] + rows(field.shape, at: name)
      }
    case .text, .whole, .flag, .described: return []
    }
  }
}

extension Shape {
  /// For readers.
  fileprivate var words: String {
    switch self {
    case .text(let rule) where !rule.choices.isEmpty: rule.choices.joined(separator: "、")
    case .text(let rule) where rule.format == "date": "日期"
    case .text(let rule) where rule.format == "date-time": "时间"
    case .text: "文字"
    case .whole: "整数"
    case .flag: "true 或 false"
    case .list(let shape, _): "\(shape.words)的数组"
    case .record, .described: "对象"
    case .nullable(let shape): "\(shape.words)，或 null"
    case .named(_, let shape): shape.words
    }
  }
}
