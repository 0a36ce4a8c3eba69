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
  /// Browsers take a name of the second kind from secure pages alone, and give it back to no other host.
  static func cookie(of site: Site) -> String { site.isSecure ? "__Host-jiheng" : "jiheng" }
  /// Of the cookie that tells a browser in which somebody signed in before.
  static func browserCookie(of site: Site) -> String { cookie(of: site) + "-browser" }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if !request.uri.path.hasPrefix("/assets/"), let token = request.cookies[Self.cookie(of: site)]?.value {
      // Only pages show counts.
      let showsCounts = request.method == .get && !request.uri.path.hasPrefix("/api/")
      (context.visitor, context.filing) = try await arrival(
        Digest.of(token), at: context.parameters.get("filing", as: Int64.self), countsWork: showsCounts)
    }
    return try await next(request, context)
  }

  /// Who comes with a session, and the filing that the address names, if a good copy is kept: one read answers both.
  private func arrival(
    _ hash: String, at filing: Int64?, countsWork: Bool
  ) async throws -> (visitor: Visitor?, filing: LoadedFiling?) {
    let now = site.now()
    let shelf = site.shelf
    let found = try await site.engine.read { database -> (Session, Person, WorkCounts, LoadedFiling?)? in
      guard let session = try database.first(.session(hash)), let person = try database.person(session.person, at: now)
      else {
        return nil
      }
      let work = countsWork ? try database.workCounts(of: person) : WorkCounts()
      return (session, person, work, try filing.flatMap { try shelf.copy(of: $0, in: database) })
    }
    guard let (session, person, work, copy) = found, now - session.seenAt < Self.idleSeconds,
      now - session.beganAt < Self.longestSeconds
    else { return (nil, nil) }
    if now - session.seenAt > 60 {
      _ = try await site.engine.write { database in try database.tell(.touchSession(hash, at: now)) }
    }
    let visitor = Visitor(
      person: person, csrf: session.csrf, session: hash, mustSetSecret: session.mustSetSecret,
      mustSetFactor: session.factorDemand.concerns(person), work: work)
    return (visitor, copy)
  }
}

extension SiteContext {
  /// The signed-in person. Throws `SignInNeeded`, `SecretNeeded` or `FactorNeeded`.
  func requireVisitor() throws -> Visitor {
    guard let visitor else { throw SignInNeeded() }
    if visitor.mustSetSecret { throw SecretNeeded() }
    if visitor.mustSetFactor { throw FactorNeeded() }
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
/// A second factor has to be set up first.
struct FactorNeeded: Error {}
