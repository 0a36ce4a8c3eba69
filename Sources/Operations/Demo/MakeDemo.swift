import Audit
public import Database
import Evaluation
import Foundation
import Rules
import Store

/// Fills an empty database with the demo county: units, people, a task and filings in every stage.
public struct MakeDemo: Sendable {
  let engine: any Engine
  let shelf: FilingShelf
  let policies: PolicyShelf
  let plan: DemoPlan
  let press: DemoPress?

  /// Without a `press` nothing is made public.
  public init(
    engine: any Engine, shelf: FilingShelf, plan: DemoPlan = .small, policies: PolicyShelf, press: DemoPress? = nil
  ) {
    self.engine = engine
    self.shelf = shelf
    self.plan = plan
    self.policies = policies
    self.press = press
  }

  /// An account of the demo with its one-time secret.
  public struct Account: Sendable, Codable {
    public let account: String
    public let name: String
    /// Good once, for `Accounts.oneTimeSeconds`.
    public let secret: String
    /// Kinds of `Post` by their raw values.
    public let posts: [String]
    /// The code of the unit that the posts are at; nil at the bureau.
    public let unit: String?
  }

  /// What was made, for whoever goes on with it.
  public struct Made: Sendable, Codable {
    /// A unit with its filing.
    public struct Unit: Sendable, Codable {
      public let code: String
      public let name: String
      /// The filing's id.
      public let filing: Int64
      /// A `Stage` by its raw value.
      public let stage: String
    }
    public let accounts: [Account]
    /// Something that is wrong on purpose, and what the checks must say of it.
    public struct Fault: Sendable, Codable {
      /// The unit's code.
      public let unit: String
      /// The filing's id.
      public let filing: Int64
      /// A `DemoFault` by its raw value.
      public let kind: String
      /// The codes of the rules of which one must find it.
      public let rules: [String]
    }
    /// By unit code, each with its filing.
    public let units: [Unit]
    /// Everything that is wrong on purpose.
    public let faults: [Fault]
    /// A version that anybody can read.
    public struct Publication: Sendable, Codable {
      /// The unit's code.
      public let unit: String
      /// The filing's id.
      public let filing: Int64
      /// 1 for the first; every correction is one further.
      public let version: Int
    }
    /// By unit and version.
    public let publications: [Publication]
    /// The task's id.
    public let task: Int64
  }

  /// The demo's own fault: its content does not pass the checks.
  public struct Unfit: Error, Sendable, CustomStringConvertible {
    /// In words.
    public let description: String
  }

  /// Throws `Unfit`, `Invalid`, `Refused`, `PagesFault` or `DatabaseFault`.
  public func callAsFunction(at seconds: Int64) async throws -> Made {
    let open = OpenUnit(engine: engine)
    for unit in plan.units { try await open(code: unit.code, name: unit.name, by: nil, at: seconds) }
    let accounts = try await makePeople(at: seconds)
    guard let admin = try await person("admin") else { throw Unfit(description: "没有管理员") }
    let task = try await LaunchTask(engine: engine, policies: policies)(
      LaunchTask.Entry(
        title: "2024年度部门整体支出绩效自评", year: "2024", noticeTitle: DemoCounty.notice.title,
        noticeNumber: DemoCounty.notice.number, policies: ["hunan-2024-department", "hunan-2024-project"],
        deadline: CivilDay(inChinaAt: seconds + 30 * 86_400).description, units: []), by: admin.id, at: seconds)
    // Subordinate units first: a lead unit opens after them.
    let order = plan.units.sorted { first, second in
      (first.code.hasSuffix("001") ? 1 : 0, first.code) < (second.code.hasSuffix("001") ? 1 : 0, second.code)
    }
    for unit in order { try await bring(unit, in: task, at: seconds) }
    let publications = try await publish(in: task, at: seconds)
    try await RefreshExtracts(engine: engine, shelf: shelf).all()
    let made = try await engine.read { database in
      try database.ask(.filings(FilingFilter(task: task), limit: 10_000)).map {
        Made.Unit(code: $0.unit.code.description, name: $0.unit.name, filing: $0.id, stage: $0.stage.rawValue)
      }
    }
    let filings = Dictionary(made.map { ($0.code, $0.filing) }, uniquingKeysWith: { first, _ in first })
    let faults = plan.units.compactMap { unit in
      unit.fault.map { fault in
        Made.Fault(unit: unit.code, filing: filings[unit.code] ?? 0, kind: fault.rawValue, rules: fault.rules)
      }
    }
    return Made(accounts: accounts, units: made, faults: faults, publications: publications, task: task)
  }

  private func makePeople(at seconds: Int64) async throws -> [Account] {
    var made: [Account] = []
    for someone in plan.people {
      let created = try await Accounts(engine: engine).create(
        Accounts.Entry(account: someone.account, name: someone.name, mobile: someone.mobile, posts: someone.posts),
        at: seconds)
      made.append(
        Account(
          account: someone.account, name: someone.name, secret: created.secret,
          posts: someone.posts.map(\.kind.rawValue),
          unit: someone.posts.compactMap(\.unit).first))
    }
    return made
  }

  private func person(_ account: String) async throws -> Person? {
    try await engine.read { database in
      guard let found = try database.first(Query<Person>.people(signingInAs: account)) else { return nil }
      return try database.person(found.id)
    }
  }

  private func bring(_ unit: DemoPlan.Unit, in task: Int64, at seconds: Int64) async throws {
    guard let code = UnitCode(unit.code), unit.goal != .notStarted else { return }
    let waits =
      code.kind == .lead && unit.goal == .drafting
      && plan.units.contains { $0.code.hasPrefix(code.department) && $0.goal != .done && $0.code != unit.code }
    if waits { return }
    guard let handler = try await person("jb\(code)"), let reviewer = try await person("sh\(code)"),
      let department = try await person("sh\(code.lead)"), let finance = try await person("finance"),
      let record = try await engine.read({ try $0.first(.filing(of: code, in: task)) })
    else { throw Unfit(description: "没有 \(code) 的人员或自评") }
    let move = MoveFiling(engine: engine, shelf: shelf)
    try await move(.start, on: record.id, by: handler, at: seconds)
    let filing = try await shelf.filing(record.id).filing
    let outcome = try await EditFiling(engine: engine, shelf: shelf)(
      edits(
        of: unit, for: filing,
        by: DemoSigners(preparer: handler.name, head: reviewer.name, phone: "0739-5550\(code.department)")),
      in: record.id, by: handler, at: seconds)
    guard outcome.problems.isEmpty else { throw Unfit(description: "\(code)：\(outcome.problems)") }
    guard unit.goal != .drafting else { return }
    try await explainAll(record.id, by: handler, at: seconds)
    try await move(.submit, on: record.id, by: handler, at: seconds)
    switch unit.goal {
    case .unitReview, .notStarted, .drafting: return
    case .returned:
      try await move(.return, on: record.id, reason: "请补充说明群众知晓率的调查方法和样本数。", by: reviewer, at: seconds)
      return
    case .departmentReview, .financeReview: try await move(.approve, on: record.id, by: reviewer, at: seconds)
    case .done:
      try await move(.approve, on: record.id, by: reviewer, at: seconds)
      try await move(.approve, on: record.id, by: code.kind == .lead ? finance : department, at: seconds)
    }
  }

  private func publish(in task: Int64, at seconds: Int64) async throws -> [Made.Publication] {
    let units = plan.units.filter { !$0.publications.isEmpty }
    guard let press, !units.isEmpty, let finance = try await person("finance") else { return [] }
    try await RegisterDisclosure(engine: engine).setDay(
      CivilDay(inChinaAt: seconds + 60 * 86_400).description, of: task, by: finance, at: seconds)
    var made: [Made.Publication] = []
    for unit in units {
      guard let code = UnitCode(unit.code), let reviewer = try await person("sh\(code)"),
        let filing = try await engine.read({ try $0.first(.filing(of: code, in: task)) })?.id
      else { throw Unfit(description: "没有 \(unit.code) 的审核岗或自评") }
      try await press(unit.publications, of: filing, by: reviewer, at: seconds)
      made += unit.publications.indices.map { .init(unit: unit.code, filing: filing, version: $0 + 1) }
    }
    return made
  }

  private func edits(of unit: DemoPlan.Unit, for filing: Filing, by signers: DemoSigners) -> [Edit] {
    var sheet = unit.content.filled(filing, signedBy: signers)
    unit.fault?.plant(in: &sheet)
    return sheet.edits
  }

  private func explainAll(_ id: Int64, by person: Person, at seconds: Int64) async throws {
    let loaded = try await shelf.filing(id)
    guard loaded.errors.isEmpty else {
      let list = loaded.errors.map { "\($0.card.id) \($0.finding.message)" }.joined(separator: "\n")
      throw Unfit(description: "\(loaded.record.unit.code)：\n\(list)")
    }
    for reported in loaded.unexplained {
      _ = try await ExplainFinding(engine: engine, shelf: shelf)(
        DemoExplanation.words(for: reported.id), finding: reported.id, in: id, by: person, at: seconds)
    }
  }
}
