public import Database
import Store

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
