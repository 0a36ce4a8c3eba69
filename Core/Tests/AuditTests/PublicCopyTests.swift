import Audit
import Evaluation
import Rules
import Testing

/// What is published holds nothing that the checks of group P find.
@Suite struct PublicCopyTests {

  private func filing(_ texts: [CellAddress: String]) -> Filing {
    let filing = ConsistentFiling(seed: 3, .exact).filing
    let edits = texts.map { Edit.set($0.key, text: $0.value, was: nil) }
    return filing.applying(edits, to: Calculation(filing)).filing
  }

  private let measures = CellAddress("base", "economyMeasures", "text")

  private func texts(of filing: Filing) -> [String] { filing.sheets.flatMap { $0.entries.values.map(\.text) } }

  @Test func `nothing private is left in any cell or section`() throws {
    let section = try #require(firstSection)
    let before = Calculation(
      filing([
        measures: "严控支出。联系人手机13812345678。",
        section:
          "三公经费{{base/threePublic/final}}万元。登录网址http://10.20.30.40:8080/pems/，初始密码12345678。\n身份证号430102199001011237。",
      ]))
    let copy = PublicCopy(of: before, without: PrivateStretch.all(in: before))
    let texts = texts(of: copy.filing)
    for secret in ["13812345678", "10.20.30.40", "12345678", "430102199001011237"] {
      #expect(!texts.contains { $0.contains(secret) }, "\(secret)")
    }
    #expect(copy.filing.entry(at: measures)?.text == "严控支出。联系人手机138****5678。")
    let report = try #require(copy.filing.entry(at: section)?.text)
    #expect(report.hasPrefix("三公经费") && !report.contains("{{") && report.contains("（已隐去）"))
    #expect(PrivateStretch.all(in: Calculation(copy.filing)).filter { $0.severity == .error } == [])
  }

  @Test func `what somebody decided to keep stays, the rest goes`() throws {
    let before = Calculation(filing([measures: "咨询电话13812345678，另有13987654321。"]))
    let found = PrivateStretch.all(in: before)
    #expect(found.map(\.text) == ["13812345678", "13987654321"])
    let copy = PublicCopy(of: before, without: [found[1]])
    #expect(copy.filing.entry(at: measures)?.text == "咨询电话13812345678，另有139****4321。")
  }

  @Test func `a report that holds only what its outline begins with is blank in public`() throws {
    var filing = ConsistentFiling(seed: 3, .exact).filing
    let sheet = try #require(firstSection?.sheet)
    let index = try #require(filing.sheets.firstIndex { $0.id == sheet })
    filing.sheets[index].entries = [:]
    filing = filing.applying(filing.reportStarters.filter { $0.isIn(sheet) }).filing
    #expect(filing.sheets[index].entries.values.contains { $0.text.contains("{{") })
    let copy = PublicCopy(of: Calculation(filing), without: []).filing
    #expect(copy.sheets[index].entries.isEmpty && !copy.isStarted(copy.sheets[index]))
  }

  @Test func `a filing without private stretches is published as it reads`() {
    let before = Calculation(ConsistentFiling(seed: 5, .exact).filing)
    #expect(PrivateStretch.all(in: before) == [])
    let copy = PublicCopy(of: before, without: [])
    #expect(
      Calculation(copy.filing).text(at: CellAddress("self", "sum", "score"))
        == before.text(at: CellAddress("self", "sum", "score")))
  }

  /// The first section of the report's outline.
  private var firstSection: CellAddress? {
    let filing = ConsistentFiling(seed: 3, .exact).filing
    for sheet in filing.sheets {
      if case .report(_, let outline)? = filing.policies.definition(of: sheet), let section = outline.sections.first {
        return CellAddress(sheet.id, section.id, "text")
      }
    }
    return nil
  }
}

extension Edit {
  fileprivate func isIn(_ sheet: String) -> Bool {
    guard case .set(let address, _, _) = self else { return false }
    return address.sheet == sheet
  }
}
