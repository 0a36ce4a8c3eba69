import Evaluation
import Reading
import Rules
import Testing

@testable import Audit

@Suite("A report whose unit is not known is compared with the units that its text names")
struct UnknownUnitTests {
  @Test(
    "a signature of another place or another office is told, one that the text names is not",
    arguments: [
      ("弥阳县水利局", "", "落款单位“弥阳县水利局”，正文写的是“澜溪县水利局”，请核对。"),
      ("澜溪县水务局", "澜溪县", "落款单位“澜溪县水务局”，正文写的是“澜溪县水利局”，请核对。"),
      ("澜溪县水利局", "澜溪县", nil), ("澜溪县财政局", "", nil),
    ])
  func comparesSignatures(_ signature: String, _ unit: String, _ said: String?) {
    let example = ExampleFiling.prose(
      "绩效自评报告", "一、概况", "2024年，澜溪县水利局组织实施项目3个。", MarkedText(stringLiteral: signature), "2025年3月18日")
    let report = example.report()
    let dossier = Dossier(
      Calculation(example.filing(of: unit), mode: .asWritten), narrative: report.map { Narrative($0) }, file: report)
    let findings = Audit(of: dossier, rules: [.d24HeadInProse]).findings
    #expect(findings.map(\.finding.message) == [said].compactMap(\.self))
  }
}
