import Testing

@testable import Text

@Suite struct SearchTextTests {
  private func holds(_ text: String, _ query: String) -> Bool { SearchText(text).holds(SearchWords(query)) }
  private func excerpt(_ text: String, _ query: String, length: Int = 120) -> String {
    SearchText(text).excerpt(of: SearchWords(query), length: length).map { $0.isFound ? "[\($0.text)]" : $0.text }
      .joined()
  }

  @Test(arguments: [
    ("公务接待费3.10万元", "接待"), ("公务接待费3.10万元", "待"), ("公务接待费3.10万元", "接待费3.10"), ("ＱＱ群１２３", "qq群123"),
    ("张 三", "张三"), ("项目A、项目B", "项目b 项目a"),
  ])
  func `words are found whatever their width, case and blanks`(text: String, query: String) {
    #expect(holds(text, query))
  }

  @Test(arguments: [
    ("公务接待费", "接务"), ("第一行\n第二行", "行第"), ("支出58.9万元", "589万元"), ("项目A", "项目a 项目b"), ("短", "短句"), ("", "空"),
  ])
  func `nothing is found across lines, punctuation or where a word is missing`(text: String, query: String) {
    #expect(!holds(text, query))
  }

  @Test func `an index has a word for every character and every two side by side, each once`() {
    // "甲乙甲" has 甲, 乙, 甲乙, 乙甲; a line break joins nothing.
    let grams = SearchText("甲乙甲\n乙").grams.split(separator: " ").map(String.init)
    #expect(Set(grams).count == grams.count && grams.count == 4)
    #expect(
      grams.allSatisfy { gram in [4, 8].contains(gram.count) && gram.allSatisfy { $0.isASCII && !$0.isUppercase } })
    // 甲 is U+7532 = 30002 = 0·36³ + 23·36² + 5·36 + 14.
    #expect(grams.contains("0n5e"))
  }

  @Test func `what a text holds, its index has the words of`() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("甲乙丙１2aA \n。")
    for _ in 0..<300 {
      let text = String((0..<30).map { _ in letters.randomElement(using: &random) ?? "甲" })
      let start = Int.random(in: 0..<28, using: &random)
      let query = String(Array(text)[start..<min(30, start + Int.random(in: 1...5, using: &random))])
      guard !query.contains("\n"), !SearchWords(query).isEmpty else { continue }
      #expect(holds(text, query), "\(query) in \(text)")
      let grams = Set(SearchText(text).grams.split(separator: " ").map(String.init))
      #expect(SearchWords(query).grams.allSatisfy(grams.contains), "\(query) in \(text)")
    }
  }

  @Test func `an excerpt stands around the first word and marks every word, blanks within it too`() {
    #expect(excerpt("组织招商洽谈，招 商会三十次。", "招商") == "组织[招商]洽谈，[招 商]会三十次。")
    let long = String(repeating: "前", count: 100) + "找到\n了" + String(repeating: "后", count: 100)
    #expect(
      excerpt(long, "找到", length: 30) == "…" + String(repeating: "前", count: 10) + "[找到] 了"
        + String(repeating: "后", count: 16) + "…")
    #expect(excerpt("没有", "别的") == "没有")
  }

  @Test func `the line is told in which a word stands first`() {
    #expect(SearchText("名称\n目标\n完成").line(of: SearchWords("完成")) == 2)
    #expect(SearchText("名称\n目标\n完成").line(of: SearchWords("完成 目标")) == 1)
  }

  @Test func `a question has few words of few characters`() {
    #expect(SearchWords(" \u{3000}\n").isEmpty)
    #expect(SearchWords("甲 甲 乙").words.count == 2)
    #expect(SearchWords("甲 乙丙").areGrams && !SearchWords("甲 乙丙丁").areGrams)
    #expect(SearchWords((1...20).map { "词\($0)" }.joined(separator: " ")).words.count == SearchWords.mostWords)
    #expect(SearchWords(String(repeating: "长", count: 99)).words.first?.count == SearchWords.mostCharacters)
  }
}
