import Evaluation
import Policies
import Testing

@testable import Site

/// What differs between two policies, in words and in lines.
@Suite("Differences of policies") struct PolicyDifferenceTests {
  private func text(_ id: String = "hunan-2024-department") throws -> String {
    let file = try #require(try PolicyLibrary.bundled().files.first { $0.policy?.id == id })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func policy(_ text: String) throws -> Policy {
    let file = PolicyFile(name: "hunan-2024-department", bytes: Array(text.utf8))
    return try #require(file.policy, "\(file.faults)")
  }

  /// The changes that follow from replacing words in the text of the department's policy.
  private func changes(_ replaced: [(String, String)]) throws -> [PolicyDifference.Change] {
    let old = try text()
    var new = old
    for (was, now) in replaced {
      #expect(new.contains(was), "\(was)")
      new = new.replacing(was, with: now, maxReplacements: 1)
    }
    return PolicyDifference(from: try policy(old), to: try policy(new)).changes
  }

  @Test func `the same policy does not differ from itself`() throws {
    #expect(try changes([]).isEmpty)
    #expect(try changes([("# 怎样读", "# 怎样看")]).isEmpty)
  }

  @Test func `a parameter is told with its words before and after`() throws {
    #expect(
      try changes([("reasonBelow: 100", "reasonBelow: 95")]) == [
        .init(place: "评分 › 执行率须说明原因", before: "低于 100% 时", after: "低于 95% 时")
      ])
  }

  @Test func `a label is told by its form and row`() throws {
    let found = try changes([("label: 3、公务接待", "label: 3、公务接待费")])
    let row = found.first { $0.place == "基础表 › 行“3、公务接待费”" }
    #expect(row?.before?.hasPrefix("3、公务接待；") == true, "\(found)")
    #expect(row?.after?.hasPrefix("3、公务接待费；") == true)
  }

  @Test func `all facts of the policies that come with the program have keys of their own`() throws {
    for policy in try PolicyLibrary.bundled().policies {
      let keys = PolicyFacts(policy).facts.map(\.key)
      let twice = Dictionary(grouping: keys, by: { $0 }).filter { $1.count > 1 }.keys.sorted()
      #expect(twice == [], "\(policy.id)")
    }
  }

  @Test func `what is new, changed and gone stands in the order of the later one`() {
    func fact(_ key: String, _ words: String) -> PolicyFact { PolicyFact(key: key, place: key, words: words) }
    let changes = PolicyDifference(
      from: [fact("a", "1"), fact("gone", "2"), fact("b", "3"), fact("c", "4")],
      to: [fact("a", "1"), fact("b", "5"), fact("new", "6"), fact("c", "4")]
    ).changes
    #expect(
      changes == [
        .init(place: "gone", before: "2", after: nil), .init(place: "b", before: "3", after: "5"),
        .init(place: "new", before: nil, after: "6"),
      ])
  }

  @Test func `lines are told with those around them`() {
    let old = (1...30).map { "第\($0)行" }.joined(separator: "\n")
    let new = old.replacing("第10行", with: "改了").replacing("\n第25行", with: "")
    let lines = LineDifference(from: old, to: new, around: 1)
    #expect(lines.removed == 2 && lines.added == 1 && lines.stretches.count == 2)
    #expect(lines.stretches[0].map(\.text) == ["第9行", "第10行", "改了", "第11行"])
    #expect(lines.stretches[0].map(\.before) == [9, 10, nil, 11])
    #expect(lines.stretches[1].map(\.after) == [24, nil, 25])
    #expect(LineDifference(from: old, to: old).stretches.isEmpty)
  }

  @Test func `a text begins with another number of the version, and only that line differs`() throws {
    let old = try text()
    let new = PolicyEditorPages.numbered(old, 7)
    #expect(try policy(new).version == 7)
    let lines = LineDifference(from: old, to: new)
    #expect(lines.removed == 1 && lines.added == 1)
  }
}
