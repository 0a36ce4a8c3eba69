public import Database
import Evaluation
public import Store

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
