import Foundation
import Testing

@testable import OpenID

@Suite("Signing in with another system")
struct SignOnDeskTests {
  private let provider = FakeProvider()
  private let now = FakeProvider.now

  private func desk(claim: String = "preferred_username") throws -> SignOnDesk {
    SignOnDesk(
      try OpenIDProvider(
        issuer: FakeProvider.issuer, client: FakeProvider.client, secret: "a secret/with signs", claim: claim,
        title: "统一身份认证", callback: "https://jixiao.example/sign-in/identity/return"),
      line: { [provider] in try await provider.answer($0) })
  }

  /// There and back.
  private func signIn(_ desk: SignOnDesk, at seconds: Int64? = nil) async throws -> (ProvenIdentity, String) {
    let (address, cookie) = try await desk.begin(next: "/filings", at: now)
    return try await desk.finish(await provider.visit(address), cookie: cookie, at: seconds ?? now)
  }

  private func fault(_ desk: SignOnDesk, at seconds: Int64? = nil) async -> OpenIDFault? {
    do {
      _ = try await signIn(desk, at: seconds)
      return nil
    } catch { return error as? OpenIDFault }
  }

  @Test("Whom the provider names comes back with where the person wanted to go")
  func thereAndBack() async throws {
    let (identity, next) = try await signIn(desk())
    #expect(identity == ProvenIdentity(issuer: FakeProvider.issuer, subject: "subject-1", account: "jb101001"))
    #expect(next == "/filings")
  }

  @Test(
    "The browser leaves with all that the protocol wants, and the code is exchanged with the verifier and the secret")
  func requests() async throws {
    let desk = try desk()
    let (address, cookie) = try await desk.begin(next: "/", at: now)
    let items = try #require(URLComponents(string: address)?.queryItems)
    #expect(
      Set(items.map(\.name)) == [
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method",
      ])
    #expect(!address.contains("a secret"))
    _ = try await desk.finish(await provider.visit(address), cookie: cookie, at: now)
    let exchange = try #require(await provider.requests.first { $0.address.hasSuffix("/token") })
    let attempt = try #require(SignOnAttempt(sealed: cookie, with: "a secret/with signs", at: now))
    #expect(exchange.form?["code_verifier"] == attempt.verifier)
    #expect(items.first { $0.name == "code_challenge" }?.value == attempt.challenge)
    #expect(
      exchange.headers["Authorization"]
        == "Basic \(Data("jiheng:a%20secret%2Fwith%20signs".utf8).base64EncodedString())")
    #expect(exchange.form?["client_secret"] == nil)
  }

  @Test("Where the provider wants the secret in the form, it goes there")
  func secretInForm() async throws {
    await provider.change { $0.takesSecretInForm = true }
    _ = try await signIn(desk())
    let exchange = try #require(await provider.requests.first { $0.address.hasSuffix("/token") })
    #expect(exchange.form?["client_secret"] == "a secret/with signs")
    #expect(exchange.headers["Authorization"] == nil)
  }

  @Test("A statement of somebody else, for somebody else, of another attempt or out of date is not believed")
  func wrongStatements() async throws {
    let wrong: [(String, @Sendable (isolated FakeProvider) -> Void)] = [
      ("other issuer", { $0.texts["iss"] = "https://other.example" }),
      ("other audience", { $0.audience = ["other"] }),
      ("no audience", { $0.audience = [] }),
      ("several audiences without saying who asked", { $0.audience = ["other", FakeProvider.client] }),
      ("run out", { $0.numbers["exp"] = Double(FakeProvider.now - 61) }),
      ("not yet", { $0.numbers["nbf"] = Double(FakeProvider.now + 61) }),
      ("other nonce", { $0.texts["nonce"] = "other" }),
      ("no nonce", { $0.texts["nonce"] = .some(nil) }),
      ("no subject", { $0.texts["sub"] = .some(nil) }),
      ("no account", { $0.texts["preferred_username"] = .some(nil) }),
      ("other key", { $0.signsWithOtherKey = true }),
    ]
    for (name, change) in wrong {
      let tests = SignOnDeskTests()
      await tests.provider.change(change)
      guard case .unproven = await tests.fault(try tests.desk()) else {
        Issue.record("\(name) was believed")
        continue
      }
    }
  }

  @Test("Clocks may differ by a minute, and several audiences are right where we asked")
  func rightStatements() async throws {
    await provider.change {
      $0.numbers["exp"] = Double(FakeProvider.now - 59)
      $0.audience = ["other", FakeProvider.client]
      $0.texts["azp"] = FakeProvider.client
    }
    #expect(await fault(try desk()) == nil)
  }

  @Test("A token without a signature is not believed")
  func unsigned() async throws {
    let provider = provider
    let desk = SignOnDesk(
      try desk().provider,
      line: { request in
        guard request.address.hasSuffix("/token") else { return try await provider.answer(request) }
        let header = Data(#"{"alg":"none","kid":"first"}"#.utf8).base64URL
        let claims = Data(#"{"iss":"https://id.example","sub":"subject-1","aud":"jiheng","exp":1900000000}"#.utf8)
          .base64URL
        return (200, Data(#"{"id_token":"\#(header).\#(claims)."}"#.utf8))
      })
    #expect(await fault(desk) == .unproven("签名不符"))
  }

  @Test("Who comes back without having left from here, with another state, or after ten minutes, begins anew")
  func stale() async throws {
    await provider.change { $0.numbers["exp"] = Double(FakeProvider.now + 900) }
    let desk = try desk()
    let (address, cookie) = try await desk.begin(next: "/", at: now)
    let answer = await provider.visit(address)
    let strange = SignOnAnswer(code: "code", state: "strange", error: nil)
    let last = try #require(cookie.last)
    let forged = cookie.dropLast() + (last == "A" ? "E" : "A")
    for (answer, cookie, seconds) in [
      (answer, nil, now), (answer, "", now), (answer, "a.b.c.d.e.f", now), (strange, cookie, now),
      (answer, String(forged), now), (answer, cookie, now + 601), (answer, cookie, now - 1),
    ] as [(SignOnAnswer, String?, Int64)] {
      await #expect(throws: OpenIDFault.stale) { try await desk.finish(answer, cookie: cookie, at: seconds) }
    }
    #expect(try await desk.finish(answer, cookie: cookie, at: now + 600).next == "/")
  }

  @Test("Whom the provider does not let in is told so")
  func refused() async throws {
    let desk = try desk()
    let (address, cookie) = try await desk.begin(next: "/", at: now)
    let state = await provider.visit(address).state
    await #expect(throws: OpenIDFault.refused("access_denied")) {
      try await desk.finish(SignOnAnswer(code: nil, state: state, error: "access_denied"), cookie: cookie, at: now)
    }
  }

  @Test("New keys of the provider are found, half a minute after the old ones were read")
  func newKeys() async throws {
    let desk = try desk()
    _ = try await signIn(desk)
    await provider.renewKey()
    #expect(await fault(desk, at: now + 29) == .unproven("签名不符"))
    #expect(await fault(desk, at: now + 30) == nil)
  }

  @Test("A claim that the statement lacks is asked for, and taken of the same person alone")
  func userinfo() async throws {
    await provider.change {
      $0.document["userinfo_endpoint"] = "\(FakeProvider.issuer)/userinfo"
      $0.userinfo = ["sub": "subject-1", "phone_number": "13800000000"]
    }
    #expect(try await signIn(desk(claim: "phone_number")).0.account == "13800000000")
    await provider.change { $0.userinfo["sub"] = "subject-2" }
    #expect(await fault(try desk(claim: "phone_number")) == .unproven("用户信息属于其他人"))
  }

  @Test("A provider that does not answer, answers for another, or wants secrets in the clear is not used")
  func unreachable() async throws {
    let wrong: [@Sendable (isolated FakeProvider) -> Void] = [
      { $0.failing["/.well-known/openid-configuration"] = 503 }, { $0.failing["/token"] = 400 },
      { $0.failing["/keys"] = 500 }, { $0.document["issuer"] = "https://other.example" },
      { $0.document["token_endpoint"] = "http://id.example/token" }, { $0.document["jwks_uri"] = nil },
    ]
    for (number, change) in wrong.enumerated() {
      let tests = SignOnDeskTests()
      await tests.provider.change(change)
      guard case .unreachable = await tests.fault(try tests.desk()) else {
        Issue.record("number \(number) was used")
        continue
      }
    }
  }

  @Test("What the operator gives must be protected on its way and complete")
  func configuration() throws {
    func provider(_ issuer: String, _ callback: String, secret: String = "s") throws(OpenIDFault) {
      _ = try OpenIDProvider(
        issuer: issuer, client: "c", secret: secret, claim: "sub", title: "t", callback: callback)
    }
    for (issuer, callback) in [
      ("http://id.example", "https://a.example"), ("https://id.example", "http://a.example"),
      ("id", "https://a.example"),
    ] {
      #expect(throws: OpenIDFault.self) { try provider(issuer, callback) }
    }
    #expect(throws: OpenIDFault.self) { try provider("https://id.example", "https://a.example", secret: "") }
    try provider("http://127.0.0.1:9000", "http://localhost:8080/x")
  }
}
