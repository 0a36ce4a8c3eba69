import HTTPTypes
import JSON
import Store

/// One operation of the interface, declared once: the router, the OpenAPI document and the page for readers are all
/// made of it, so they cannot differ.
struct Endpoint: Sendable {
  /// The name of the operation: "listUnits".
  let name: String
  let method: HTTPRequest.Method
  /// Behind `/api/v1`: "/filings/{filing}/cells".
  let path: String
  let group: Group
  /// In a few words, for readers.
  let title: String
  var note = ""
  /// nil where nothing but what is public is told, without a token.
  let scope: AccessScope?
  /// Who may do it at all, besides having the scope.
  var reach = Reach.everyone
  var parameters: [Parameter] = []
  /// What has to be sent along; nil where nothing is.
  var body: Body?
  let answer: Answer
  /// Further statuses than those that every operation of its kind may answer.
  var statuses: [Int] = []
  let carryOut: @Sendable (Call) async throws -> Reply

  enum Group: String, Sendable, CaseIterable {
    case units, people, tasks, policies, filings, publications, budget
    var title: String {
      switch self {
      case .units: "单位"
      case .people: "人员"
      case .tasks: "任务"
      case .policies: "制度"
      case .filings: "自评"
      case .publications: "公开"
      case .budget: "预算数据"
      }
    }
  }

  /// Who may come so far that the operation looks at what was sent.
  enum Reach: Sendable {
    case everyone
    /// Those who may look at the filing of the path; to the others it does not exist.
    case viewers
    case taskRunners, administrators
    /// The bureau, and lead units for their department.
    case followers

    var words: String {
      switch self {
      case .everyone: ""
      case .viewers: "能查看该自评的账号；对其他账号如同不存在（404）。"
      case .taskRunners: "管理员或财政绩效经办的账号。"
      case .administrators: "管理员的账号。"
      case .followers: "财政绩效经办或主管部门的账号。"
      }
    }
  }

  /// What is sent along with an operation.
  enum Body: Sendable {
    case json(Shape)
    /// A file that the operation reads by itself, whatever its type is called: JSON of this schema, or a table.
    case file(schema: JSONValue, table: String)

    static func named(_ name: String, _ shape: Shape) -> Body { .json(.named(name, shape)) }

    /// nil for files.
    var shape: Shape? {
      switch self {
      case .json(let shape): shape
      case .file: nil
      }
    }
  }

  /// Something in the path or behind the question mark.
  struct Parameter: Sendable {
    let name: String
    let shape: Shape
    let note: String
    init(_ name: String, _ shape: Shape, _ note: String) {
      self.name = name
      self.shape = shape
      self.note = note
    }
  }

  /// What comes back where all went well.
  struct Answer: Sendable {
    let status: Int
    let shape: Shape
    let note: String
    /// The answer tells the filing's version as its entity tag.
    var hasTag = false
    var hasLocation = false
    /// There may be more behind it, told in `Link`.
    var isPaged = false

    init(
      _ shape: Shape, _ note: String, status: Int = 200, hasTag: Bool = false, hasLocation: Bool = false,
      isPaged: Bool = false
    ) {
      self.status = status
      self.shape = shape
      self.note = note
      self.hasTag = hasTag
      self.hasLocation = hasLocation
      self.isPaged = isPaged
    }
  }

  /// Whether it changes something.
  var isAct: Bool { method != .get }
  /// Whether a version of the filing can be asked for: `If-Match`.
  var takesVersion: Bool { isAct && reach == .viewers }
  /// The names in the path, in their order.
  var pathNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
  /// Behind the question mark.
  var queryParameters: [Parameter] {
    let names = pathNames
    return parameters.filter { !names.contains($0.name) }
  }

  /// Whether the path is one of this operation's.
  func fits(_ segments: [Substring]) -> Bool {
    let own = path.split(separator: "/")
    return own.count == segments.count && zip(own, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }
}

/// What an operation answers.
struct Reply: Sendable {
  var status = 200
  /// JSON.
  var body: [UInt8]
  var headers: [(name: String, value: String)] = []

  init(_ value: JSONValue, status: Int = 200) {
    self.status = status
    body = value.compact()
  }
  /// JSON that was written before.
  init(written body: [UInt8]) { self.body = body }

  /// With the filing's version as its entity tag.
  func tagged(_ version: Int64) -> Reply {
    var reply = self
    reply.headers.append(("ETag", "\"\(version)\""))
    return reply
  }
  /// With the address of what was made.
  func located(_ path: String) -> Reply {
    var reply = self
    reply.headers.append(("Location", Interface.root + path))
    return reply
  }
}
