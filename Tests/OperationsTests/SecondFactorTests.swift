import Database
import Store
import TestKit
import Testing

@testable import Operations

@Suite("A second factor", .timeLimit(.minutes(10))) struct SecondFactorTests {
  /// The examples of RFC 6238, of whose eight digits the last six.
  @Test(
    "codes are those of the standard",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)])
  func standardCodes(_ seconds: Int64, _ code: String) {
    #expect(TimeCode(key: Array("12345678901234567890".utf8)).digits(at: seconds) == code)
  }

  @Test(
    "keys are spelled as the standard does",
    arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")])
  func spelledKeys(_ text: String, _ spelled: String) { #expect(Base32.text(of: Array(text.utf8)) == spelled) }

  private func signsIn(_ county: County, _ code: String, at seconds: Int64) async throws -> Bool {
    try await SignIn(engine: county.engine)(
      name: "finance", secret: county.secrets["finance"] ?? "", code: code, agent: "test", at: seconds) != nil
  }

  private func factor(_ county: County) async throws -> SecondFactor? {
    let person = try county.person("finance")
    return try await county.engine.read { try $0.first(.secondFactor(of: person.id)) }
  }

  private func begin(_ county: County, with secret: String? = nil) async throws {
    try await SecondFactors(engine: county.engine).begin(
      secret ?? county.secrets["finance"] ?? "", of: try county.person("finance"), at: County.now)
  }

  /// In force from `County.now` on.
  private func setUp(_ county: County) async throws -> TimeCode {
    let factors = SecondFactors(engine: county.engine)
    let person = try county.person("finance")
    try await begin(county)
    let code = TimeCode(key: try #require(try await factor(county)).key)
    try await factors.confirm(code.digits(at: County.now), of: person, at: County.now)
    return code
  }

  @Test func isNotAskedForBeforeItIsConfirmed() async throws {
    let county = try await County()
    let person = try county.person("finance")
    try await begin(county)
    await #expect(throws: Invalid.self) {
      try await SecondFactors(engine: county.engine).confirm("12345", of: person, at: County.now)
    }
    #expect(try await factor(county)?.isInForce == false)
    #expect(try await signsIn(county, "", at: County.now))
  }

  @Test func onceConfirmedTheSecretAloneIsNotEnough() async throws {
    let county = try await County()
    let code = try await setUp(county)
    let later = County.now + 60
    #expect(try await !signsIn(county, "", at: later))
    #expect(try await !signsIn(county, code.digits(at: later - 90), at: later))
    #expect(try await signsIn(county, code.digits(at: later), at: later))
  }

  @Test func aCodeIsTakenOnceAndAsPeopleTypeIt() async throws {
    let county = try await County()
    let code = try await setUp(county)
    #expect(try await !signsIn(county, code.digits(at: County.now), at: County.now))
    let later = County.now + 30
    let digits = code.digits(at: later)
    #expect(try await signsIn(county, " \(digits.prefix(3)) \(digits.suffix(3))", at: later))
    #expect(try await !signsIn(county, digits, at: later))
  }

  @Test func wrongCodesCloseTheAccountAsWrongSecretsDo() async throws {
    let county = try await County()
    let code = try await setUp(county)
    let later = County.now + 60
    for _ in 0..<SignIn.allowedFailures { #expect(try await !signsIn(county, "000000x", at: later)) }
    #expect(try await !signsIn(county, code.digits(at: later), at: later))
    let reopened = later + SignIn.lockSeconds
    #expect(try await signsIn(county, code.digits(at: reopened), at: reopened))
  }

  @Test func anOpenPageIsNotEnoughToBeginIt() async throws {
    let county = try await County()
    let own = "An-own-secret-5"
    try await Accounts(engine: county.engine).setSecret(
      own, repeated: own, present: nil, of: try county.person("finance"), session: "s", csrf: "c", agent: "",
      at: County.now)
    await #expect(throws: Invalid.self) { try await begin(county, with: "none") }
    #expect(try await factor(county) == nil)
    try await begin(county, with: own)
    #expect(try await factor(county) != nil)
  }

  @Test func wrongCodesOnTheOwnPageCloseItTooAndAreLogged() async throws {
    let county = try await County()
    let code = try await setUp(county)
    let (person, later) = (try county.person("finance"), County.now + 60)
    let factors = SecondFactors(engine: county.engine)
    for _ in 0..<SignIn.allowedFailures {
      await #expect(throws: Invalid.self) { try await factors.remove("123", of: person, at: later) }
    }
    await #expect(throws: Invalid.self) { try await factors.remove(code.digits(at: later), of: person, at: later) }
    #expect(try await factor(county)?.isInForce == true)
    #expect(try await county.engine.read { try $0.first(.lastAdminEntry(.lockedOut)) } == later)
    let reopened = later + SignIn.lockSeconds
    try await factors.remove(code.digits(at: reopened), of: person, at: reopened)
    #expect(try await factor(county) == nil)
  }

  @Test func itEndsWithItsCodeOrWithANewOneTimeSecret() async throws {
    let county = try await County()
    let code = try await setUp(county)
    let person = try county.person("finance")
    let factors = SecondFactors(engine: county.engine)
    await #expect(throws: Invalid.self) { try await begin(county) }
    await #expect(throws: Invalid.self) { try await factors.remove("", of: person, at: County.now + 30) }
    try await factors.remove(code.digits(at: County.now + 30), of: person, at: County.now + 30)
    #expect(try await factor(county) == nil)
    _ = try await setUp(county)
    _ = try await Accounts(engine: county.engine).reset(person.id, at: County.now)
    #expect(try await factor(county) == nil)
    let kinds = try await county.engine.read { database in
      try [AdminEvent.Kind.secondFactorSet, .secondFactorRemoved].map { try database.first(.lastAdminEntry($0)) }
    }
    #expect(kinds.allSatisfy { $0 != nil })
  }
}
