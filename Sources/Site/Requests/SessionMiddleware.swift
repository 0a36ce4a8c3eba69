import Database
import Evaluation
import HTTPTypes
import Hummingbird
import Operations
import Store

/// Finds out who asks, from the cookie and the database.
struct SessionMiddleware: RouterMiddleware {
  let site: Site

  /// A session ends after this long without a request, in seconds.
  static let idleSeconds: Int64 = 2 * 3_600
  /// And after this long in any case.
  static let longestSeconds: Int64 = 12 * 3_600
  static let cookie = "jiheng"

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if !request.uri.path.hasPrefix("/assets/"), let token = request.cookies[Self.cookie]?.value {
      context.visitor = try await visitor(Digest.of(token))
    }
    return try await next(request, context)
  }

  private func visitor(_ hash: String) async throws -> Visitor? {
    let now = site.now()
    let found = try await site.engine.read { database -> (Session, Person)? in
      guard let session = try database.first(.session(hash)), let person = try database.person(session.person) else {
        return nil
      }
      return (session, person)
    }
    guard let (session, person) = found, now - session.seenAt < Self.idleSeconds,
      now - session.beganAt < Self.longestSeconds
    else { return nil }
    if now - session.seenAt > 60 {
      _ = try await site.engine.write { database in try database.tell(.touchSession(hash, at: now)) }
    }
    return Visitor(person: person, csrf: session.csrf, session: hash, mustSetSecret: session.mustSetSecret)
  }
}

extension SiteContext {
  /// The signed-in person. Throws `SignInNeeded`.
  func requireVisitor() throws -> Visitor {
    guard let visitor else { throw SignInNeeded() }
    if visitor.mustSetSecret { throw SecretNeeded() }
    return visitor
  }

  /// A person who holds a post at the finance bureau. Throws `SignInNeeded` or `Forbidden`.
  func requirePost(_ kind: Post.Kind) throws -> Visitor {
    let visitor = try requireVisitor()
    guard visitor.person.holds(kind) else { throw Forbidden("只有\(kind.title)可以使用此页。") }
    return visitor
  }
}

/// Nobody is signed in.
struct SignInNeeded: Error {}
/// The person came in with a one-time secret and must set an own one first.
struct SecretNeeded: Error {}
