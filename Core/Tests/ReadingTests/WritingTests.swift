import Evaluation
import Testing

@testable import Reading

@Suite struct WritingTests {
  /// What a dossier has in words, of a filing or of a file.
  private func texts(typed: [String: String], file: String?) -> [String] {
    let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)
    var filing = Filing(blank: unit, year: 2024, policies: .example)
    filing.sheets.append(Sheet(id: "project-1", form: "project"))
    for (text, value) in typed {
      guard let address = CellAddress(text), let index = filing.sheets.firstIndex(where: { $0.id == address.sheet })
      else { continue }
      filing.sheets[index].entries[address.key] = Entry(value)
    }
    let narrative = file.map { Narrative(Report(flattened: $0)) }
    return Dossier(Calculation(filing, mode: .asWritten), narrative: narrative).writings.map(\.text)
  }

  static let typed = ["project-1/footer/phone": "13800138001", "project-1/project/name": "冷链物流"]

  @Test func `personal fields typed here are masked and not read`() {
    #expect(texts(typed: Self.typed, file: nil) == ["冷链物流"])
  }

  @Test func `a file has them in plain sight, but once`() {
    #expect(texts(typed: Self.typed, file: "正文一段。") == ["正文一段。", "冷链物流", "13800138001"])
    #expect(texts(typed: Self.typed, file: "联系电话：13800138001") == ["联系电话：13800138001", "冷链物流"])
  }

  @Test func `numbers are no writings`() {
    #expect(texts(typed: ["base/threePublic/final": "9.81"], file: nil) == [])
  }

  @Test func `sentences end at their marks in either width`() {
    let narrative = Narrative(Report(flattened: "预算；执行!绩效。问题"))
    let dossier = Dossier(Calculation(Filing.empty, mode: .asWritten), narrative: narrative)
    #expect(dossier.writings.map { writing in writing.sentences.map(writing.quote) } == [["预算", "执行", "绩效", "问题"]])
    #expect(dossier.writings.first.map { $0.quote($0.sentence(around: 4..<5)) } == "执行")
  }
}

extension Filing {
  fileprivate static let empty = Filing(
    unit: FilingUnit(code: "", name: "", kind: .lead), year: 2024, policies: PolicySet([]), sheets: [])
}
