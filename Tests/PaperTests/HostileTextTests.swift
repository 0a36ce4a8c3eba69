import Evaluation
import OOXML
import Paper
import Testing

@Suite struct HostileTextTests {
  /// What people may type, and what comes back.
  static let texts: [(String, String)] = [
    ("<w:p>&amp;]]>\"'", "<w:p>&amp;]]>\"'"),
    ("a\u{0}b\u{1F}c\u{7F}\u{FFFE}\u{FFFF}", "a\u{FFFD}b\u{FFFD}c\u{7F}\u{FFFD}\u{FFFD}"),
    ("𠮷👨‍👩‍👧‍👦e\u{301}\u{200B}", "𠮷👨‍👩‍👧‍👦e\u{301}\u{200B}"),
    ("\u{202E}مرحبا\u{202C}", "\u{202E}مرحبا\u{202C}"),
    (String(repeating: "长", count: 2_000), String(repeating: "长", count: 2_000)),
    (String(repeating: "w", count: 2_000), String(repeating: "w", count: 2_000)),
    ("一\n二", "一\n二"),
  ]

  @Test(arguments: 0..<7) func `any text survives or is replaced, and the file stays whole`(number: Int) throws {
    let (typed, expected) = Self.texts[number]
    let unit = FilingUnit(code: "201001", name: "示例县" + typed.prefix(20), kind: .lead)
    var filing = Filing(unit: unit, year: 2024, policies: .example, sheets: FilledFiling.make().sheets)
    for index in filing.sheets.indices {
      for key in filing.sheets[index].entries.keys { filing.sheets[index].entries[key] = Entry(typed) }
    }
    let calculation = Calculation(filing)
    let document = try ReadDocument(FilingDocument(calculation).bytes())
    _ = try ReadElement(document.part("docProps/core.xml"))
    let texts = Set(document.annexes.flatMap { $0 }.flatMap(\.rows).flatMap(\.texts).map { Array($0.utf8) })
    #expect(texts.contains(Array(expected.utf8)))
    let body = document.texts("BodyText").joined(separator: "\n")
    #expect(Array(body.utf8).starts(with: expected.utf8))
    #expect(FilingJSON(calculation, stage: .drafting, version: 1).bytes().count > 1000)
  }
}
