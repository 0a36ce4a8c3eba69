import Database
import Evaluation
import Store

/// The secret that somebody signed in has to tell once more before the account is changed.
struct PresentSecret {
  let engine: any Engine

  /// The one-time secret where there is no own one yet: whoever signed in with another system has not told it. Throws
  /// `Invalid` at `field` where it is another, which counts like a refused sign-in, or `DatabaseFault`.
  func demand(
    _ secret: String, in field: String, of person: Person, from address: String, at seconds: Int64
  ) async throws {
    guard let credential = try await engine.read({ try $0.first(.credential(signingInAs: person.account)) }) else {
      return
    }
    guard credential.expiresAt.map({ $0 >= seconds }) ?? true else {
      throw Invalid([FieldProblem(field, "一次性密码已过期，请管理员重新发放。")])
    }
    guard credential.isOpen(at: seconds) else {
      throw Invalid([FieldProblem(field, "密码输错次数过多，请 \(SignIn.lockSeconds / 60) 分钟后再试。")])
    }
    guard await SignIn.verify(secret, credential.secretHash ?? Secret.unmatchable) else {
      _ = try await engine.write { database in
        // Looked up again: other tries may have come between.
        guard let found = try database.first(.credential(signingInAs: person.account)) else { return }
        try database.countFailure(of: found, from: address, at: seconds)
      }
      throw Invalid([FieldProblem(field, "密码不对。")])
    }
  }
}
