public import Database
import Evaluation
public import Store

extension ReadTransaction {
  /// Throws `DatabaseFault`.
  public func retentionLimits() throws -> RetentionLimits {
    var limits = RetentionLimits()
    for data in RetainedData.allCases {
      limits.months[data] = try first(.setting(data.setting)).flatMap { Int($0) }
    }
    return limits
  }

  /// How many of each would be deleted under these limits. Throws `DatabaseFault`.
  public func overdue(under limits: RetentionLimits, at seconds: Int64) throws -> [RetainedData: Int64] {
    var counts: [RetainedData: Int64] = [:]
    for data in RetainedData.allCases {
      guard let months = limits[data] else { continue }
      let limit = RetainedData.limit(months, at: seconds)
      switch data {
      case .log:
        let floor = try first(.adminLogFloor)?.number ?? 0
        counts[data] = (try first(.adminLogEnd(before: limit))?.number ?? floor) - floor
      case .mobiles: counts[data] = try first(.mobileCount(ofAccountsClosedBefore: limit))
      case .drafts: counts[data] = try first(.draftFileCount(before: limit))
      }
    }
    return counts
  }
}

/// Sets how long personal data is kept.
public struct SetRetention: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// By kind of data, the number of months as it was chosen; empty for good. Throws `Forbidden`, `Invalid` or
  /// `DatabaseFault`.
  public func callAsFunction(
    _ chosen: [RetainedData: String], by person: Person, at seconds: Int64
  ) async throws {
    guard person.administers(.security) else { throw Forbidden("只有管理员（\(Duty.security.title)）可以设定保存期限。") }
    var limits = RetentionLimits()
    var problems: [FieldProblem] = []
    for (data, text) in chosen where !text.isEmpty {
      guard let months = Int(text), data.choices.contains(months) else {
        problems.append(FieldProblem(data.rawValue, "请从列表中选择。"))
        continue
      }
      limits.months[data] = months
    }
    guard problems.isEmpty else { throw Invalid(problems) }
    try await engine.write { [limits] database in
      guard try database.reading.retentionLimits() != limits else { return }
      for data in RetainedData.allCases {
        try database.tell(.put(limits[data].map { "\($0)" } ?? "", for: data.setting))
      }
      // Nobody knows when accounts were closed that were closed before this was written down.
      try database.tell(.dateClosedAccounts(at: seconds))
      try database.log(AdminEvent(.retentionSet, "保存期限", limits.words), by: person.id, at: seconds)
    }
  }
}

/// Deletes personal data whose time is over.
public struct ApplyRetention: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How many of each were deleted. Throws `DatabaseFault`.
  @discardableResult
  public func callAsFunction(at seconds: Int64) async throws -> [RetainedData: Int64] {
    let isDue = try await engine.read { database in
      try database.overdue(under: try database.retentionLimits(), at: seconds).values.contains { $0 > 0 }
    }
    guard isDue else { return [:] }
    return try await engine.write { database in
      // Counted once more: another program may have been here.
      let limits = try database.reading.retentionLimits()
      let counts = try database.reading.overdue(under: limits, at: seconds).filter { $0.value > 0 }
      guard !counts.isEmpty else { return [:] }
      for data in RetainedData.allCases {
        guard let months = limits[data], let count = counts[data] else { continue }
        let limit = RetainedData.limit(months, at: seconds)
        try database.log(try database.delete(data, count, before: limit), by: nil, at: seconds)
      }
      return counts
    }
  }
}

extension WriteTransaction {
  /// Answers what the log should say of it.
  fileprivate func delete(_ data: RetainedData, _ count: Int64, before limit: Int64) throws -> AdminEvent {
    switch data {
    case .log:
      guard let end = try first(.adminLogEnd(before: limit)) else { throw NotFound() }
      try tell(.setAdminLogFloor(end))
      try tell(.deleteAdminEntries(through: end.number))
      return .deletedLog(through: end.number)
    case .mobiles: try tell(.deleteMobiles(ofAccountsClosedBefore: limit))
    case .drafts: try tell(.deleteDraftFiles(before: limit))
    }
    return AdminEvent(.retentionApplied, data.title, "\(count) \(data.measure)")
  }
}

extension AdminEvent {
  /// That the log begins behind a line. The log must hold this of the line behind which it does begin.
  static func deletedLog(through number: Int64) -> AdminEvent {
    AdminEvent(.retentionApplied, RetainedData.log.title, "第 \(number) 条和以前的")
  }
}

extension RetainedData {
  public var measure: String {
    switch self {
    case .log: "条"
    case .mobiles, .drafts: "个"
    }
  }

  /// What is older than so many months goes: the moment in Unix seconds.
  fileprivate static func limit(_ months: Int, at seconds: Int64) -> Int64 {
    CivilDay(inChinaAt: seconds).adding(months: -months).beginningInChina
  }
}
