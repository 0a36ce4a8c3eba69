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
      // Only pages show counts.
      let showsCounts = request.method == .get && !request.uri.path.hasPrefix("/api/")
      context.visitor = try await visitor(Digest.of(token), countsWork: showsCounts)
    }
    return try await next(request, context)
  }

  private func visitor(_ hash: String, countsWork: Bool) async throws -> Visitor? {
    let now = site.now()
    let found = try await site.engine.read { database -> (Session, Person, WorkCounts)? in
      guard let session = try database.first(.session(hash)), let person = try database.person(session.person, at: now)
      else {
        return nil
      }
      return (session, person, countsWork ? try database.workCounts(of: person) : WorkCounts())
    }
    guard let (session, person, work) = found, now - session.seenAt < Self.idleSeconds,
      now - session.beganAt < Self.longestSeconds
    else { return nil }
    if now - session.seenAt > 60 {
      _ = try await site.engine.write { database in try database.tell(.touchSession(hash, at: now)) }
    }
    return Visitor(
      person: person, csrf: session.csrf, session: hash, mustSetSecret: session.mustSetSecret, work: work)
  }
}

extension SiteContext {
  /// The signed-in person. Throws `SignInNeeded`.
  func requireVisitor() throws -> Visitor {
    guard let visitor else { throw SignInNeeded() }
    if visitor.mustSetSecret { throw SecretNeeded() }
    return visitor
  }

  /// A person who has a part of running the program. Throws `SignInNeeded` or `Forbidden`.
  func requireDuty(_ duty: Duty) throws -> Visitor {
    let visitor = try requireVisitor()
    guard visitor.person.administers(duty) else { throw Forbidden("只有管理员（\(duty.title)）可以使用此页。") }
    return visitor
  }

  /// A person who holds a post at the finance bureau. Throws `SignInNeeded` or `Forbidden`.
  func requirePost(_ kind: Post.Kind) throws -> Visitor {
    let visitor = try requireVisitor()
    guard visitor.person.holds(kind) else { throw Forbidden("只有\(kind.title)可以使用此页。") }
    return visitor
  }
}

extension SiteContext {
  /// A person who runs tasks: 管理员 or 绩效经办. Throws `SignInNeeded` or `Forbidden`.
  func requireTaskRunner() throws -> Visitor {
    let visitor = try requireVisitor()
    guard visitor.person.runsTasks else { throw Forbidden("只有管理员和财政绩效经办可以使用此页。") }
    return visitor
  }

  /// A person who may look at policies: a post at the finance bureau. Throws `SignInNeeded` or `Forbidden`.
  func requirePolicyReader() throws -> Visitor {
    let visitor = try requireVisitor()
    guard visitor.person.readsPolicies else { throw Forbidden("只有财政局的岗位可以查看制度。") }
    return visitor
  }

  /// The task of the address. Throws `NotFound`.
  func taskID() throws -> Int64 {
    guard let id = parameters.get("task", as: Int64.self) else { throw NotFound() }
    return id
  }
}

/// Nobody is signed in.
struct SignInNeeded: Error {}
/// The person came in with a one-time secret and must set an own one first.
struct SecretNeeded: Error {}
