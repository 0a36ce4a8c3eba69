import Evaluation
import Testing

@Suite struct PointRangeTests {
  @Test(arguments: [
    ("(90, 100]", "大于 90 分至 100 分（含）"), ("[80, 90]", "80 分（含）至 90 分（含）"),
    ("[60, 80)", "60 分（含）至 80 分（不含）"), ("(59.5, 60)", "大于 59.5 分至 60 分（不含）"),
  ])
  func `a stretch of points is told in words with its open and closed ends`(range: String, words: String) throws {
    #expect(try #require(PointRange(range)).words(unit: "分") == words)
  }
}
