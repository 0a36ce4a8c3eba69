import Database
import OpenID
import Store
import TestKit
import Testing

@testable import Operations

@Suite("Signing in as another system has proven", .timeLimit(.minutes(10))) struct SignInWithIdentityTests {
  private static let issuer = "https://id.example"

  private func identity(_ subject: String, _ account: String, issuer: String = issuer) -> ProvenIdentity {
    ProvenIdentity(issuer: issuer, subject: subject, account: account)
  }

  private func session(_ county: County, _ token: String) async throws -> Session? {
    try await county.engine.read { try $0.first(.session(Digest.of(token))) }
  }

  private func signIn(_ county: County, _ identity: ProvenIdentity) async throws -> Session? {
    try await session(
      county, try await SignInWithIdentity(engine: county.engine)(identity, agent: "test", at: County.now))
  }

  @Test("The first time an identity is bound to the account of that name, which needs no secret of its own")
  func binds() async throws {
    let county = try await County()
    let person = try county.person("finance")
    try await county.engine.write { database in
      _ = try database.tell(.issueSecret("hash", to: person.id, expiresAt: County.now + 1))
    }
    let session = try #require(try await signIn(county, identity("s1", "finance")))
    #expect(session.person == person.id && !session.mustSetSecret)
    let bound = try await county.engine.read { try $0.ask(Query<BoundIdentity>.identities(of: person.id)) }
    #expect(bound.map(\.subject) == ["s1"])
  }

  @Test("Afterwards the binding counts, whatever the person is called; another identity of that name is refused")
  func bound() async throws {
    let county = try await County()
    let person = try county.person("finance")
    _ = try await signIn(county, identity("s1", "finance"))
    #expect(try await signIn(county, identity("s1", "admin"))?.person == person.id)
    await #expect(throws: SignInWithIdentity.Refusal.taken("finance")) {
      try await signIn(county, identity("s2", "finance"))
    }
    #expect(try await signIn(county, identity("s2", "finance", issuer: "https://other.example"))?.person == person.id)
  }

  @Test("Unknown names and closed accounts are refused, and nothing is bound")
  func refused() async throws {
    let county = try await County()
    let person = try county.person("finance")
    await #expect(throws: SignInWithIdentity.Refusal.unknown("nobody")) {
      try await signIn(county, identity("s1", "nobody"))
    }
    try await county.engine.write { database in
      _ = try database.tell(.closeAccount(person.id, at: County.now))
    }
    await #expect(throws: SignInWithIdentity.Refusal.closed("finance")) {
      try await signIn(county, identity("s1", "finance"))
    }
    #expect(try await county.engine.read { try $0.ask(Query<BoundIdentity>.identities(of: person.id)) }.isEmpty)
    let log = try await county.engine.read {
      try $0.ask(Query<AdminEntry>.adminEntries(AdminFilter(group: .signIn), limit: 20, offset: 0))
    }
    let refusals = log.filter { $0.event.kind == .identityRefused }
    #expect(refusals.map(\.event.detail) == ["没有对应的账号，身份标识 s1"])
  }

  @Test("Once released, an account is signed out and bound anew; the log tells of all of it")
  func released() async throws {
    let county = try await County()
    let person = try county.person("finance")
    let operation = SignInWithIdentity(engine: county.engine)
    let token = try await operation(identity("s1", "finance"), agent: "test", at: County.now)
    try await operation.release(person.id, by: try county.person("admin").id, at: County.now)
    #expect(try await session(county, token) == nil)
    #expect(try await signIn(county, identity("s2", "finance"))?.person == person.id)
    let log = try await county.engine.read {
      try $0.ask(Query<AdminEntry>.adminEntries(AdminFilter(text: "finance"), limit: 20, offset: 0))
    }
    #expect(Set(log.map(\.event.kind)).isSuperset(of: [.identityBound, .identityReleased, .signedIn]))
  }

  @Test("What came to nothing is told in the log once a minute")
  func noted() async throws {
    let county = try await County()
    let operation = SignInWithIdentity(engine: county.engine)
    for (seconds, detail) in [(0, "first"), (59, "second"), (60, "third")] as [(Int64, String)] {
      try await operation.note(detail, from: "127.0.0.1", at: County.now + seconds)
    }
    let log = try await county.engine.read {
      try $0.ask(Query<AdminEntry>.adminEntries(AdminFilter(group: .signIn), limit: 20, offset: 0))
    }
    #expect(log.filter { $0.event.kind == .identityRefused }.map(\.event.detail) == ["third", "first"])
  }
}
