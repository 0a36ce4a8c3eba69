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
}
