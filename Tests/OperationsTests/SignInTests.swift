import Database
import Operations
import Store
import TestKit
import Testing

@Suite("Signing in", .timeLimit(.minutes(10))) struct SignInTests {
  private func tries(_ county: County, _ name: String, _ secret: String, at seconds: Int64 = County.now) async throws
    -> SignIn.SignedIn?
  {
    try await SignIn(engine: county.engine)(name: name, secret: secret, agent: "test", at: seconds)
  }

  @Test func theIssuedSecretWorksAndMustBeReplaced() async throws {
    let county = try await County()
    let signedIn = try #require(try await tries(county, "finance", county.secrets["finance"] ?? ""))
    #expect(signedIn.mustSetSecret)
    #expect(try await tries(county, "finance", "WRONG-WRONG-WRONG") == nil)
    #expect(try await tries(county, "nobody", "WRONG-WRONG-WRONG") == nil)
  }

  @Test func fiveFailuresLockForAQuarterOfAnHour() async throws {
    let county = try await County()
    let secret = county.secrets["finance"] ?? ""
    for _ in 0..<5 { #expect(try await tries(county, "finance", "x") == nil) }
    #expect(try await tries(county, "finance", secret) == nil)
    #expect(try await tries(county, "finance", secret, at: County.now + SignIn.lockSeconds - 1) == nil)
    #expect(try await tries(county, "finance", secret, at: County.now + SignIn.lockSeconds) != nil)
  }

  @Test func `nobody is kept out of a browser in which they signed in before`() async throws {
    let county = try await County()
    let secret = county.secrets["finance"] ?? ""
    func enter(_ secret: String, in browser: String?, as name: String = "finance") async throws -> SignIn.SignedIn? {
      try await SignIn(engine: county.engine)(name: name, secret: secret, agent: "test", in: browser, at: County.now)
    }
    let own = try #require(try await enter(secret, in: nil)?.browser)
    for _ in 0..<5 { #expect(try await enter("x", in: nil) == nil) }
    #expect(try await enter(secret, in: nil) == nil)
    #expect(try await enter(secret, in: "another") == nil)
    // Known already, so nothing new for it to keep; and the lock elsewhere stays.
    let again = try #require(try await enter(secret, in: own))
    #expect(again.browser == nil)
    #expect(try await enter(secret, in: nil) == nil)
    // Another person is not known there before the first sign-in, which keeps what the browser holds.
    for _ in 0..<5 { #expect(try await enter("x", in: own, as: "jb201002") == nil) }
    #expect(try await enter(county.secrets["jb201002"] ?? "", in: own, as: "jb201002") == nil)
    #expect(try #require(try await enter(county.secrets["sh201002"] ?? "", in: own, as: "sh201002")).browser == nil)
    #expect(
      try #require(try await enter(county.secrets["jb201001"] ?? "", in: "put there", as: "jb201001")).browser != nil)
    // It has a lock of its own, for each person.
    for _ in 0..<5 { #expect(try await enter("x", in: own) == nil) }
    #expect(try await enter(secret, in: own) == nil)
  }

  @Test func `the last ten browsers of a person are known`() async throws {
    let county = try await County()
    var browsers: [String] = []
    for number in 0..<12 {
      let signedIn = try await SignIn(engine: county.engine)(
        name: "finance", secret: county.secrets["finance"] ?? "", agent: "test", at: County.now + Int64(number))
      browsers.append(try #require(signedIn?.browser))
    }
    let person = try county.person("finance").id
    let known = try await county.engine.read { [browsers] database in
      try browsers.filter { try database.first(.knownBrowser(Digest.of($0), of: person)) != nil }
    }
    #expect(known == Array(browsers.dropFirst(2)))
  }

  @Test func anExpiredOneTimeSecretIsNoGood() async throws {
    let county = try await County()
    let secret = county.secrets["finance"] ?? ""
    #expect(try await tries(county, "finance", secret, at: County.now + Accounts.oneTimeSeconds + 1) == nil)
  }

  @Test func theMobileNumberSignsInToo() async throws {
    let county = try await County()
    let person = try county.person("finance")
    try await Accounts(engine: county.engine).update(
      person.id, .init(account: "finance", name: person.name, mobile: "13800000009", posts: person.posts),
      isClosed: false, at: County.now)
    #expect(try await tries(county, "13800000009", county.secrets["finance"] ?? "") != nil)
  }

  @Test(
    "refuses weak secrets",
    arguments: [
      "short1", "aaaaaaaaaaaa", "password123", "P@ssw0rd123", "1qaz2wsx3edc", "finance2025x", "Jixiao@2025",
      "20241231Wang",
      "13973628591", "439999199001010016", "密码密码密码密码密码", "财政局财政局财政局财", "１２３４５６７８９０", "李晓明李晓明2024ab",
    ])
  func refusesWeakSecrets(_ secret: String) {
    #expect(Secret.weakness(of: secret, known: ["finance", "李晓明", "13973628591"]) != nil)
    for strong in ["Yunxi-2025-ok", "mei tian jian shen", "tdj8Kp2mzQ", "岳麓山下爱晚亭边枫叶红"] {
      #expect(Secret.weakness(of: strong, known: ["finance", "李晓明", ""]) == nil)
    }
  }

  @Test func aClosedAccountCannotSignInAndItsSessionsEnd() async throws {
    let county = try await County()
    let person = try county.person("finance")
    let signedIn = try #require(try await tries(county, "finance", county.secrets["finance"] ?? ""))
    try await Accounts(engine: county.engine).update(
      person.id, .init(account: "finance", name: person.name, mobile: "", posts: person.posts), isClosed: true,
      at: County.now)
    let session = try await county.engine.read { try $0.first(.session(Digest.of(signedIn.token))) }
    #expect(session == nil)
    #expect(try await tries(county, "finance", county.secrets["finance"] ?? "") == nil)
  }
}
