public import Database
public import Store

/// Notes what stands by itself: that somebody left, or took many data away.
public struct NoteEvent: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `DatabaseFault`.
  public func callAsFunction(
    _ event: AdminEvent, by person: Int64?, from address: String, at seconds: Int64
  ) async throws {
    try await engine.write { try $0.log(event, by: person, from: address, at: seconds) }
  }
}
