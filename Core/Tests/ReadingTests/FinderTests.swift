import Evaluation
import Testing

@testable import Reading

@Suite struct FinderTests {
  private static func writings(_ texts: [String]) -> TextGroup<Writing> {
    TextGroup(
      texts.map { text in
        let passage = Passage(
          source: .file, part: TextPart(text, at: 0), role: .body, headings: [], annex: 0,
          figures: WrittenFigure.found(in: text))
        return Writing(.passage(passage), text)
      })
  }

  private func found(by finder: WritingFinder<String>, in texts: [String]) -> [String] {
    var all: [String] = []
    Self.writings(texts).add(foundBy: finder, to: &all)
    return all
  }

  @Test func `only texts that hold one of the words are looked at`() {
    let finder = WritingFinder(holding: ["平均", "每"]) { [$0.text] }
    #expect(found(by: finder, in: ["平均2户", "均平2户", "每户2元", "合计"]) == ["平均2户", "每户2元"])
  }

  @Test func `without words every text is looked at`() {
    #expect(found(by: WritingFinder { [$0.text] }, in: ["平均2户", "合计"]) == ["平均2户", "合计"])
  }

  @Test func `words and traits must both be there`() throws {
    let finder = PassageFinder(in: .twoFigures, holding: ["平均"]) { [$0.text] }
    let texts = ["平均2户", "平均2户3元", "共2户3元"].map { text in
      PassageStatements(PassageReading(cell: text), year: 2024, unit: "")
    }
    var all: [String] = []
    TextGroup(texts).add(foundBy: finder, to: &all)
    #expect(all == ["平均2户3元"])
  }

  @Test func `what was found is kept, and that nothing was`() {
    let looks = Looks()
    let finder = WritingFinder(holding: ["平均"]) { writing in
      looks.count += 1
      return writing.text == "平均2户" ? [writing.text] : []
    }
    for (texts, expected) in [(["平均2户", "合计"], ["平均2户"]), (["平均3户"], [])] {
      let group = Self.writings(texts)
      let before = looks.count
      for _ in 0..<2 {
        var all: [String] = []
        group.add(foundBy: finder, to: &all)
        #expect(all == expected)
      }
      #expect(looks.count == before + 1)
    }
  }

  /// How often a finder looked; one thread alone asks.
  private final class Looks: @unchecked Sendable { var count = 0 }
}
