public import Database
import Evaluation
public import Store

/// Sets of whom a second factor is demanded.
public struct DemandSecondFactor: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `Forbidden`, `Invalid` where the person has none of their own and would be kept out, or `DatabaseFault`.
  public func callAsFunction(_ demand: FactorDemand, by person: Person, at seconds: Int64) async throws {
    guard person.administers(.security) else { throw Forbidden("只有管理员（\(Duty.security.title)）可以设定双重验证的要求。") }
    try await engine.write { database in
      let isReady = try database.first(.secondFactor(of: person.id))?.isInForce ?? false
      guard isReady || !demand.concerns(person) else {
        throw Invalid([FieldProblem("demand", "请先在“账户”页为自己启用双重验证，再要求别人。")])
      }
      guard try database.first(.factorDemand) != demand else { return }
      try database.tell(.put(demand.rawValue, for: .secondFactor))
      try database.log(AdminEvent(.secondFactorDemanded, "双重验证", demand.title), by: person.id, at: seconds)
    }
  }
}
