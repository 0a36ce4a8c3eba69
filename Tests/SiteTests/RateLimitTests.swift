import Testing

@testable import Site

@Suite struct RateLimitTests {
  @Test func `so many may come at once, and then one for each part of the span`() {
    var limit = RateLimit(count: 3, span: 300)
    for _ in 0..<3 { #expect(limit.take("a", at: 1_000) == nil) }
    #expect(limit.take("a", at: 1_000) == 100)
    #expect(limit.take("b", at: 1_000) == nil)
    #expect(limit.take("a", at: 1_099) == 1)
    #expect(limit.take("a", at: 1_100) == nil)
    #expect(limit.take("a", at: 1_100) == 100)
    for _ in 0..<3 { #expect(limit.take("a", at: 9_000) == nil) }
    #expect(limit.take("a", at: 9_000) != nil)
  }

  @Test func `what is given back does not count`() {
    var limit = RateLimit(count: 2, span: 600)
    for _ in 0..<9 {
      #expect(limit.take("a", at: 0) == nil)
      limit.giveBack("a")
    }
    limit.giveBack("b")
    #expect(limit.take("a", at: 0) == nil && limit.take("a", at: 0) == nil && limit.take("a", at: 0) == 300)
  }

  @Test func `failures to sign in count by address, successes do not`() async throws {
    let limit = SignInLimit()
    for _ in 0..<400 { #expect(try await limit.count("a", at: 0) { 1 } == 1) }
    for _ in 0..<300 { #expect(try await limit.count("a", at: 0) { nil as Int? } == nil) }
    await #expect(throws: AskedTooOften.self) { try await limit.count("a", at: 0) { 1 } }
    #expect(try await limit.count("b", at: 0) { 1 } == 1)
    #expect(try await limit.count("a", at: 2) { 1 } == 1)
  }

  @Test func `more addresses than are remembered share one count`() {
    var limit = RateLimit(count: 2, span: 600)
    for number in 0..<10_000 { _ = limit.take("\(number)", at: 0) }
    #expect(limit.take("x", at: 0) == nil && limit.take("y", at: 0) == nil)
    #expect(limit.take("z", at: 0) != nil)
    #expect(limit.take("z", at: 600) == nil)
  }
}
