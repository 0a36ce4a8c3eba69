import Testing

@testable import Evaluation

@Suite struct UnitReachTests {
  private static func reach(_ posts: (Post.Kind, String?)...) -> UnitReach {
    posts.map { Post($0.0, at: $0.1) }.reach
  }

  @Test func `a lead unit looks at its department, any other unit at itself`() throws {
    #expect(Self.reach((.handler, "201001")) == .some(["201"]))
    #expect(Self.reach((.reviewer, "201002")) == .some(["201002"]))
    #expect(Self.reach((.reviewer, "201002"), (.handler, "201001"), (.handler, "301003")) == .some(["201", "301003"]))
    let (lead, own, fellow) = (UnitCode("201001"), UnitCode("201002"), UnitCode("201003"))
    let posts = [Post(.handler, at: "201002")]
    #expect(try [lead, own, fellow].map { posts.canView(try #require($0)) } == [false, true, false])
  }

  @Test func `the bureau looks at everything, an administrator at nothing`() {
    #expect(Self.reach((.finance, nil), (.handler, "201002")) == .everything)
    #expect(Self.reach((.administrator, nil)) == .some([]))
  }

  @Test func `what lies in a department is narrowed to it`() {
    #expect(UnitReach.everything.within(department: "201") == .some(["201"]))
    #expect(UnitReach.some(["101", "201002", "301"]).within(department: "201") == .some(["201002"]))
    #expect(UnitReach.some(["101"]).within(department: "201") == .some([]))
    #expect(UnitReach.some(["101", "201002"]).within(department: nil) == .some(["101", "201002"]))
    #expect(UnitReach.some(["201003", "201002", "301"]).departments == ["201", "301"])
    #expect(UnitReach.everything.departments == nil)
  }
}
