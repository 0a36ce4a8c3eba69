import Evaluation
import OOXML
import Policies
import Reading
import Testing

@testable import Paper

@Suite struct TemplateTests {
  private func template(_ blocks: WordBlock...) throws -> WordTemplate {
    try WordTemplate(WordDocument(sections: [WordSection(blocks)]).bytes())
  }
  private func paragraph(_ text: String) -> WordBlock { .paragraph(WordParagraph(text)) }
  private func texts(_ filing: Filing, _ template: WordTemplate) throws -> [String] {
    try WordReader.read(PaperLayout.template(template).document(of: Calculation(filing))).blocks.paragraphs.map(\.text)
  }

  @Test func `cells are named by their form, row and column, with the year or without it`() throws {
    let filing = FilledFiling.make()
    let names = [
      "{{单位名称}}", "{{自评年度}}", "{{基础表.公务接待.本年决算数}}", "{{基础表.公务接待，2024年决算数}}",
      "{{部门整体支出绩效自评表.总得分}}", "{{整体支出绩效自评表.总得分}}",
    ]
    let texts = try texts(filing, template(paragraph(names.joined(separator: "|"))))
    let score = Calculation(filing).text(at: CellAddress("self", "sum", "score"))
    #expect(texts == ["示例县商务局|2024|0.31|0.31|\(score)|\(score)"])
  }

  @Test func `every cell, section and list has a name of its own`() throws {
    for set in try PolicyLibrary.bundled().sets {
      let vocabulary = FilingPlaceholders(set, year: 2024).vocabulary
      let names = vocabulary.fields.compactMap(\.names.first)
      #expect(names.count == vocabulary.fields.count && Set(names).count == names.count, "\(set.policies[0].id)")
      #expect(Set(vocabulary.fields.map(\.key)).count == vocabulary.fields.count, "\(set.policies[0].id)")
    }
  }

  @Test func `the starting template of every policy is without faults`() throws {
    for set in try PolicyLibrary.bundled().sets + [.example] {
      let placeholders = FilingPlaceholders(set, year: 2024)
      let template = try WordTemplate(StartingTemplate(placeholders).bytes())
      #expect(template.faults(placeholders.vocabulary).map(\.message) == [], "\(set.policies[0].id)")
    }
  }

  @Test func `a filing set in the starting template reads like one in the built-in layout`() throws {
    let filing = FilledFiling.make()
    let start = try WordTemplate(StartingTemplate(FilingPlaceholders(filing.policies, year: 2024)).bytes())
    let set = try Set(texts(filing, start))
    let missing = try WordReader.read(FilingDocument(Calculation(filing)).bytes()).blocks.paragraphs
      .flatMap { $0.text.split(separator: "\n").map(String.init) }
      .filter { !set.contains($0) && !$0.hasPrefix("附件") && $0.firstMatch(of: /^[0-9]+\.[^0-9]/) == nil }
    // What a declaration prints is no line, nor is a second level without an indicator; nothing is left to be filled in
    // by hand.
    #expect(missing.filter { $0 != "无" && !$0.hasSuffix("指标") && !$0.hasPrefix("填表人：　") } == [])
    let rest = try texts(filing, start).filter { $0.contains("{{") || $0.contains("}}") }
    #expect(rest == [])
  }

  @Test func `what is set in the starting template is imported as the same filing`() throws {
    let sets = [PolicySet.example] + (try PolicyLibrary.bundled().sets(under: "hunan-2024-department").prefix(1))
    for seed in 0..<8 {
      let policies = sets[seed % sets.count]
      let filing = RandomFiling(policies, year: 2024, seed: UInt64(seed)).filing
      let start = try WordTemplate(StartingTemplate(FilingPlaceholders(policies, year: 2024)).bytes())
      let bytes = try PaperLayout.template(start).document(of: Calculation(filing))
      let report = try ImportedDocument.report(of: bytes, under: policies)
      let differences = FilingContent(filing).differences(to: FilingContent(report.filing))
      // Second levels without an indicator, and that there is nothing to fill in, are not in a template's rows.
      let other = differences.filter { !$0.contains("/none") && !$0.contains(" removed") }
      #expect(other == [], "seed \(seed)")
    }
  }

  @Test func `an indicator's row is repeated, and the levels above it are merged`() throws {
    let filing = FilledFiling.make()
    let table = WordTable(
      columnWidths: [.twips(2000), .twips(2000), .twips(2000)],
      rows: [
        WordRow(["{{指标.一级指标}}", "{{指标.名称}}", "{{指标.得分}}"].map { WordCell($0) })
      ])
    let file = try PaperLayout.template(template(.table(table))).document(of: Calculation(filing))
    guard case .table(let read)? = try WordReader.read(file).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(read.rowCount == 8)
    #expect(read.cells.filter { $0.columns == 0..<1 }.map(\.rows.count) == [5, 2, 1])
  }

  @Test func `personal fields are masked as in every other copy`() throws {
    let filing = FilledFiling.make()
    let template = try template(paragraph("{{#项目}}{{联系电话}}{{/项目}}"))
    let shown = try WordReader.read(
      PaperLayout.template(template).document(of: Calculation(filing), personal: .masked)
    ).blocks.paragraphs.map(\.text)
    #expect(shown == ["138****8001"])
  }

  @Test func `the properties say the title and nothing of whoever made the template`() throws {
    let document = WordDocument(
      sections: [WordSection([paragraph("{{单位名称}}")])], title: "模板", author: "某某")
    let file = try PaperLayout.template(WordTemplate(document.bytes())).document(of: Calculation(FilledFiling.make()))
    let properties = try WordReader.read(file).properties
    #expect(properties["creator"] == nil)
    #expect(properties["title"]?.contains("示例县商务局") == true)
  }
}
