import Audit
import Evaluation
import Reading
import Testing

@Suite struct ContinuedAuditTests {
  /// What a person may do next.
  private func edit(of filing: Filing, with random: inout SeededRandom) -> Edit {
    let calculation = Calculation(filing)
    let sheet = filing.sheets.randomElement(using: &random)?.id ?? "base"
    let cells = calculation.layout(of: sheet)?.definitions.map(\.address) ?? []
    let lines = filing.sheet(sheet)?.rows ?? []
    switch random.number(0...9) {
    case 0:
      let under = ["specialFunds", "buildings", "quantity", "social"].randomElement(using: &random) ?? ""
      return .addLine(sheet: sheet, under: under)
    case 1: return .removeLine(sheet: sheet, line: lines.randomElement(using: &random)?.id ?? "r1")
    case 2: return [.addProject, .removeProject(sheet: "project-1")].randomElement(using: &random) ?? .addProject
    case 3, 4:
      guard case .report(_, let outline)? = filing.sheet("report").flatMap(filing.policies.definition) else {
        return .addProject
      }
      let section = outline.sections.randomElement(using: &random)?.id ?? ""
      let text = [
        "", "2024年基本支出471.83万元，其中公用经费{{base/operatingExpense/final}}万元。", "联系人张三，电话13812345678。",
        "三公经费{{base/threePublic/final}}万元，较上年下降。自评得分{{self/sum/score}}分，等级为优。",
      ]
      return .set(CellAddress("report", section, "text"), text: text.randomElement(using: &random) ?? "", was: nil)
    default:
      let cell = cells.randomElement(using: &random) ?? CellAddress("base", "staff", "posts")
      let text = ["", "3", "7.25", "471.83", "冷链物流", "≥90%", "100%", "××", "达标", "０.31"]
      return .set(cell, text: text.randomElement(using: &random) ?? "", was: nil)
    }
  }

  private func spoken(_ audit: Audit) -> [String] {
    audit.findings.map { "\($0.id) \($0.severity) \($0.finding.message)" }
      + audit.notCheckable.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  }

  @Test(arguments: 1...8)
  func `after any changes it says what a fresh audit says`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var filing = ConsistentFiling(seed: seed, .exact).filing
    var calculation = Calculation(filing)
    var continued = ContinuedAudit(of: Dossier(calculation))
    for step in 1...25 {
      let edits = (1...random.number(1...3)).map { _ in edit(of: filing, with: &random) }
      filing = filing.applying(edits, to: calculation).filing
      if random.chance(10) { filing.attached = random.chance(50) ? ["report"] : [] }
      calculation = Calculation(filing, after: calculation)
      continued = continued.continued(to: calculation)
      let fresh = Audit(of: Dossier(Calculation(filing)))
      #expect(spoken(continued.audit) == spoken(fresh), "step \(step): \(edits)")
    }
  }

  @Test func `only rules that looked at what has changed are asked again`() throws {
    let filing = ConsistentFiling(seed: 1, .exact).filing
    let before = Calculation(filing)
    let edited = filing.applying([.set(CellAddress("base", "staff", "posts"), text: "3", was: nil)], to: before).filing
    let after = Calculation(edited, after: before)
    let base = before.sheets.firstIndex { $0.layout.sheet.id == "base" } ?? 0
    #expect(before.sheets.indices.filter { before.sheets[$0] !== after.sheets[$0] } == [base])
    let dossier = Dossier(after, after: Dossier(before))
    let changes = try #require(dossier.changes)
    #expect(!changes.prose && !changes.words && !changes.attachments)
    func isReached(_ look: (Dossier) -> Void) -> Bool {
      let record = ReadRecord()
      look(dossier.read(under: record))
      return record.all.areReached(by: changes)
    }
    #expect(!isReached { _ = $0.departmentSheet?.indicators })
    #expect(!isReached { _ = $0.writings })
    #expect(!isReached { _ = $0.base?.figure("abroad", "last") })
    #expect(!isReached { _ = $0.base?.children(of: "specialFunds") })
    #expect(isReached { _ = $0.base?.figure("staff", "posts") })
    #expect(isReached { _ = $0.base?.figure("staff", "rate") })
    #expect(isReached { _ = $0.calculation.text(at: CellAddress("base", "staff", "posts")) })
    #expect(isReached { _ = $0.numberCells })
  }
}
