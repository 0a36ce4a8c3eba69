public import Database
public import Store

/// Answers to acts of other systems, kept for a day under keys they choose: asked again, the act is not done again.
///
/// Only an act that was done is kept. What was refused changed nothing, and may be asked again under the same key.
public struct KeptAnswers: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How long answers are kept, in seconds.
  public static let seconds: Int64 = 86_400
  /// An act that began so long ago and has no answer was cut off.
  static let longestAct: Int64 = 120

  /// What to do about an act that another system asks for.
  public enum Beginning: Sendable {
    /// The act is to be done, then `keep` or `drop` called.
    case begun
    /// It was done before, with this answer.
    case done(KeptAnswer)
    /// The key belongs to another request.
    case otherRequest
    /// It is being done right now.
    case underWay
    /// It began and was cut off: whether it was done has to be looked up.
    case cutOff
  }

  /// Throws `DatabaseFault`.
  public func begin(
    _ key: String, of token: Int64, fingerprint: String, at seconds: Int64
  ) async throws -> Beginning {
    try await engine.write { database in
      if let kept = try database.first(.keptAnswer(key, of: token)) {
        if seconds - kept.at >= Self.seconds {
          try database.tell(.dropAnswer(key, of: token))
        } else {
          guard kept.fingerprint == fingerprint else { return .otherRequest }
          if kept.status != nil { return .done(kept) }
          return seconds - kept.at > Self.longestAct ? .cutOff : .underWay
        }
      }
      let rows = try database.tell(.beginAnswer(key, of: token, fingerprint: fingerprint, at: seconds))
      return rows == 1 ? .begun : .underWay
    }
  }

  /// Throws `DatabaseFault`.
  public func keep(_ key: String, of token: Int64, status: Int, headers: String, body: String) async throws {
    _ = try await engine.write {
      try $0.tell(.keepAnswer(key, of: token, status: status, headers: headers, body: body))
    }
  }

  /// Throws `DatabaseFault`.
  public func drop(_ key: String, of token: Int64) async throws {
    _ = try await engine.write { try $0.tell(.dropAnswer(key, of: token)) }
  }
}
