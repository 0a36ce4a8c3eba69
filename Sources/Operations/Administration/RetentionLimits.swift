public import Database
import Store

/// After how many months each is deleted; what is not in it stays for good.
public struct RetentionLimits: Sendable, Hashable {
  /// How many for each kind of data.
  public var months: [RetainedData: Int]
  public init(months: [RetainedData: Int] = [:]) { self.months = months }

  /// nil for good.
  public subscript(_ data: RetainedData) -> Int? { months[data] }

  /// "日志 3 年，停用账号的手机号 6 个月，导入用的文件不删除".
  var words: String {
    RetainedData.allCases.map { data in
      let months = self[data]
      return "\(data.title)\(months == nil ? "" : " ")\(RetainedData.words(months: months))"
    }.joined(separator: "，")
  }
}

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
