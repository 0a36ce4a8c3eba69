public import Database
import Evaluation
public import Store
import Text

/// A second factor for signing in, which everybody may set up for the own account.
public struct SecondFactors: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  private static let keySize = 20

  /// Makes a key; it is asked for at sign-in once it is confirmed. `present` is the person's secret: whoever finds a
  /// session open could lock the person out. Throws `Invalid` where it is another or a key is in force, or `DatabaseFault`.
  public func begin(_ present: String, of person: Person, from address: String = "", at seconds: Int64) async throws {
    try await PresentSecret(engine: engine).demand(present, in: "factorSecret", of: person, from: address, at: seconds)
    var generator = SystemRandomNumberGenerator()
    let key = (0..<Self.keySize).map { _ in UInt8.random(in: 0...255, using: &generator) }
    try await engine.write { database in
      if try database.first(.secondFactor(of: person.id))?.isInForce ?? false {
        throw Invalid([FieldProblem("code", "已启用双重验证；换手机时请先停用。")])
      }
      try database.tell(.deleteSecondFactor(of: person.id))
      try database.tell(.insertSecondFactor(key, of: person.id))
    }
  }

  /// Puts the key in force: the code shows that the person's authenticator has it. Ends all sessions but the present
  /// one, which began without it. Throws `Invalid` or `DatabaseFault`.
  /// - Parameter session: the present one's, SHA-256 of its token.
  public func confirm(
    _ code: String, of person: Person, session: String = "", from address: String = "", at seconds: Int64
  ) async throws {
    let proof = try await engine.write { database -> Proof in
      guard let factor = try database.first(.secondFactor(of: person.id)), !factor.isInForce else {
        throw Invalid([FieldProblem("code", "请重新开始启用。")])
      }
      let proof = try database.proof(by: code, of: factor, person, from: address, at: seconds)
      if proof == .right {
        try database.tell(.deleteSessions(of: person.id, but: session))
        try database.log(AdminEvent(.secondFactorSet, person.account), by: person.id, at: seconds)
      }
      return proof
    }
    try proof.demand()
  }

  /// The code shows that it is not somebody else at an open page. Throws `Invalid` or `DatabaseFault`.
  public func remove(_ code: String, of person: Person, from address: String = "", at seconds: Int64) async throws {
    let proof = try await engine.write { database -> Proof in
      guard let factor = try database.first(.secondFactor(of: person.id)), factor.isInForce else { return .right }
      let proof = try database.proof(by: code, of: factor, person, from: address, at: seconds)
      if proof == .right { try database.removeSecondFactor(of: person, by: person.id, at: seconds) }
      return proof
    }
    try proof.demand()
  }
}

/// What a code proved. Thrown only once a wrong one has been counted.
private enum Proof {
  case right, wrong, locked

  func demand() throws {
    switch self {
    case .right: break
    case .wrong: throw Invalid([FieldProblem("code", "动态验证码不对。请填写验证器上正在显示的 6 位数字，并核对手机的时间。")])
    case .locked: throw Invalid([FieldProblem("code", "动态验证码输错次数过多，请 \(SignIn.lockSeconds / 60) 分钟后再试。")])
    }
  }
}

extension WriteTransaction {
  /// A wrong code counts like a refused sign-in.
  fileprivate func proof(
    by code: String, of factor: SecondFactor, _ person: Person, from address: String, at seconds: Int64
  ) throws -> Proof {
    guard let found = try first(.credential(signingInAs: person.account)), found.isOpen(at: seconds) else {
      return .locked
    }
    if try takes(code, of: factor, at: seconds) { return .right }
    try countFailure(of: found, from: address, at: seconds)
    return .wrong
  }

  /// Whether a code is the one of now; each is taken once.
  func takes(_ code: String, of factor: SecondFactor, at seconds: Int64) throws -> Bool {
    // As it is typed: in two groups, or with the wide digits of a Chinese keyboard.
    guard let step = TimeCode(key: factor.key).step(of: code.folded, at: seconds, after: factor.lastStep) else {
      return false
    }
    try tell(.useSecondFactor(of: factor.person, step: step))
    return true
  }

  /// Does nothing where there is none.
  func removeSecondFactor(of person: Person, by remover: Int64?, at seconds: Int64) throws {
    guard let factor = try first(.secondFactor(of: person.id)) else { return }
    try tell(.deleteSecondFactor(of: person.id))
    if factor.isInForce { try log(AdminEvent(.secondFactorRemoved, person.account), by: remover, at: seconds) }
  }
}
