public import Database
public import Evaluation
public import Operations
public import Store

/// A small county in memory: a head and a subordinate unit, their people, the bureau, and one task.
public struct County: Sendable {
  public let engine: SQLiteEngine
  public let shelf: FilingShelf
  public let task: Int64
  private let policies: PolicyShelf
  public private(set) var people: [String: Person] = [:]
  public private(set) var secrets: [String: String] = [:]

  /// The moment at which everything in the county happens, in Unix seconds.
  public static let now: Int64 = 1_740_000_000
  /// With the example policies, which have no text and so no versions.
  public static let policies = PolicyShelf(PolicySet.example.policies)
  public static let policyIDs = PolicySet.example.policies.map(\.id)

  /// Accounts: admin, finance, and jb/sh with each unit's code. In `engine`, or in memory.
  public init(
    units: [String: String] = ["201001": "示例县商务局", "201002": "示例县投资促进中心"],
    policies: PolicyShelf = County.policies, in engine: SQLiteEngine? = nil
  ) async throws {
    self.policies = policies
    let engine = try engine ?? SQLiteEngine.inMemory()
    self.engine = engine
    _ = try await Migrator(Schema.steps).migrate(engine, at: Self.now)
    shelf = FilingShelf(reader: engine, policies: policies)
    for (code, name) in units.sorted(by: { $0.key < $1.key }) {
      try await OpenUnit(engine: engine)(code: code, name: name, by: nil, at: Self.now)
    }
    var entries: [(String, [Post])] = [
      ("admin", [Post(.administrator, at: nil)]), ("finance", [Post(.finance, at: nil)]),
    ]
    for code in units.keys.sorted() {
      entries.append(("jb\(code)", [Post(.handler, at: code)]))
      entries.append(("sh\(code)", [Post(.reviewer, at: code)]))
    }
    let accounts = Accounts(engine: engine)
    for (account, posts) in entries {
      let created = try await accounts.create(
        .init(account: account, name: "人员\(account)", mobile: "", posts: posts), at: Self.now)
      secrets[account] = created.secret
      people[account] = try await engine.read { try $0.person(created.id) }
    }
    let administrator = people["admin"]?.id ?? 0
    task = try await LaunchTask(engine: engine, policies: policies)(
      .init(
        title: "2024年度绩效自评", year: "2024", noticeTitle: "", noticeNumber: "", policies: Self.policyIDs,
        deadline: "2025-03-31", units: []), by: administrator, at: Self.now)
  }

  /// Throws where there is no such account.
  public func person(_ account: String) throws -> Person {
    guard let person = people[account] else { throw Missing(what: account) }
    return person
  }

  public func filing(of unit: String) async throws -> Int64 {
    guard let code = UnitCode(unit),
      let record = try await engine.read({ [task] in try $0.first(.filing(of: code, in: task)) })
    else { throw Missing(what: unit) }
    return record.id
  }

  public func move(_ move: Move, _ filing: Int64, by account: String, reason: String = "") async throws -> Stage {
    try await MoveFiling(engine: engine, shelf: shelf)(
      move, on: filing, reason: reason, by: try person(account), at: Self.now)
  }

  public func edit(_ edits: [Edit], _ filing: Int64, by account: String) async throws -> EditFiling.Outcome {
    try await EditFiling(engine: engine, shelf: shelf)(edits, in: filing, by: try person(account), at: Self.now)
  }

  /// Begins a filing whatever the other units of its department do: blank forms, ready to be filled in.
  public func begin(_ filing: Int64) async throws {
    guard let record = try await engine.read({ try $0.first(.filing(filing)) }) else {
      throw Missing(what: "\(filing)")
    }
    let set = try await engine.read { [policies] in try policies.newest(Self.policyIDs, in: $0) }
    let blank = Filing(blank: record.unit.filingUnit, year: 2024, policies: set)
    try await engine.write { database in
      for (position, sheet) in blank.sheets.enumerated() {
        try database.tell(.putSheet(sheet, position: position, of: filing))
      }
      try database.tell(.setStage(.drafting, sender: nil, of: filing))
    }
  }

  /// Puts a filing into a stage without filling it in, as if the unit's handler had sent it on a day.
  public func place(_ filing: Int64, _ stage: Stage, sentOn day: String? = nil) async throws {
    let unit = try await shelf.filing(filing).record.unit.code.description
    let sender = try person("jb\(unit)").id
    let standing = FilingStanding(since: Self.now, sentDay: day.flatMap { CivilDay($0) })
    try await engine.write { database in
      try database.tell(.setStage(stage, sender: sender, of: filing))
      try database.tell(.setStanding(standing, of: filing))
    }
  }

  public struct Missing: Error {
    public let what: String
  }
}

extension Edit {
  /// Sets a cell by its address as text, whatever stood there.
  public static func set(_ address: String, _ text: String, was: String? = nil) -> Edit {
    guard let cell = CellAddress(address) else { preconditionFailure("no address: \(address)") }
    return .set(cell, text: text, was: was)
  }
}
