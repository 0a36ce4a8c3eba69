import Testing

@testable import Text

@Suite struct WordFinderTests {
  static let finder: WordFinder = ["资金", "资金率", "账号", "QQ"]

  private func words(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Self.finder.matches(in: scalars).map { match in
      String(String.UnicodeScalarView(scalars[match.range]))
    }
  }

  @Test func `the longest word wins and none overlaps another`() {
    #expect(words(in: "资金率与资金资") == ["资金率", "资金"])
  }

  @Test func `capitals and small letters are the same`() {
    #expect(words(in: "加qq，非Q") == ["qq"])
  }

  @Test func `places count scalars, whatever stands before`() {
    let scalars = Array("\u{20BB7}👨‍👩‍👧e\u{301}账号".unicodeScalars)
    #expect(Self.finder.first(in: scalars)?.range == scalars.count - 2..<scalars.count)
  }

  @Test func `a word that reaches over the end of the range is none`() {
    let scalars = Array("资金率".unicodeScalars)
    #expect(Self.finder.matches(in: scalars, 0..<2).map(\.range) == [0..<2])
    #expect(!Self.finder.occurs(in: scalars, 0..<1))
    #expect(!Self.finder.occurs(in: []))
  }

  /// Beginnings that share their low bits with others, a small letter whose capital does, more beginnings than lists.
  @Test func `words are found as if each were looked for alone`() {
    let beginnings =
      ["a", "偁", "\u{5061}", "一", "\u{5E00}"] + (0..<400).map { String(Unicode.Scalar(0x6000 + $0) ?? "x") }
    let spelled = beginnings.flatMap { [$0, $0 + "率", $0 + "率a"] }
    let finder = WordFinder(spelled)
    let pieces = [
      "a", "A", "率", "偁", "\u{5061}", "\u{5041}", "一", "\u{5E00}", "。", "\u{6005}", "\u{618F}", "\u{20061}",
    ]
    var state: UInt64 = 5
    for _ in 0..<500 {
      let text = (0..<12).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces[Int(state >> 33) % pieces.count]
      }.joined()
      let scalars = Array(text.unicodeScalars)
      let small = Array(text.lowercased().unicodeScalars)
      var expected: [Range<Int>] = []
      var index = 0
      while index < scalars.count {
        let lengths = spelled.map { Array($0.unicodeScalars) }.filter { small[index...].starts(with: $0) }.map(\.count)
        if let longest = lengths.max() {
          expected.append(index..<index + longest)
          index += longest
        } else {
          index += 1
        }
      }
      #expect(finder.matches(in: scalars).map(\.range) == expected, "\(text)")
      #expect(finder.first(in: scalars)?.range == expected.first, "\(text)")
    }
  }

  @Test func `no word begins before or behind a text`() {
    let finder: WordFinder = ["项目"]
    let text = Array("项目".unicodeScalars)
    #expect(finder.match(at: 0, in: text) != nil)
    for place in [-1, 2, 3] { #expect(finder.match(at: place, in: text) == nil) }
  }
}
