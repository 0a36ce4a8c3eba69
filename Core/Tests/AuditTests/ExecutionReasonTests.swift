import Evaluation
import Figures
import Reading
import Rules
import Testing

@testable import Audit

@Suite("A form with a cell for the reason of low execution wants it filled in")
struct ExecutionReasonTests {
  @Test(
    "an error at the cell while it is blank or says nothing, silence once it explains",
    arguments: [
      ("400", "119.34", "", "error 自评表执行率 29.84%，低于 90%，请说明原因。"),
      ("400", "119.34", "无", "error 自评表执行率 29.84%，低于 90%，请说明原因。"), ("400", "119.34", "两家企业推迟落地，余款结转下年", nil),
      ("500", "119.34", "", "error 自评表执行率 29.84%，低于 90%，年初预算 500 调整为 400，请说明原因。"),
      ("500", "396", "", "error 自评表年初预算 500 调整为 400，请说明原因。"), ("400", "396", "", nil),
    ])
  func asksForTheReason(_ initial: String, _ executed: String, _ reason: String, _ said: String?) {
    let findings = Self.findings([
      "initial": initial, "budget": "400", "executed": executed, "reason": reason,
    ])
    #expect(findings.map { "\($0.severity) \($0.finding.message)" } == [said].compactMap(\.self))
    #expect(findings.allSatisfy { $0.finding.places.first == .cell(CellAddress("self", "total", "reason")) })
  }

  /// What H20 says of a self-evaluation sheet whose total row has a cell for reasons.
  private static func findings(_ cells: [String: String]) -> [Audit.Reported] {
    let example = Policy.exampleDepartment
    let row = ["initial", "budget", "executed"].map { GridBlock.Item.amount($0) } + [.reason]
    let form = Form(
      id: "self", kind: .selfEvaluation, title: "自评表", shortTitle: "自评表", width: 8, blocks: [.grid(.init(rows: [row]))],
      source: "form")
    let policy = Policy(
      id: "reasons", title: "", region: "", year: 2024, object: .department, version: 1, effectiveFrom: "2025-01-01",
      sources: [:], amounts: example.amounts, rounding: example.rounding, scoring: example.scoring, trees: [],
      grades: [],
      forms: [form])
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: PolicySet([policy]))
    for (column, text) in cells { filing.sheets[0].entries[CellKey("total", column)] = Entry(text) }
    return Audit(of: Dossier(Calculation(filing)), rules: [.h20ExecutionReason]).findings
  }
}

extension GridBlock.Item {
  fileprivate static func amount(_ column: String) -> Self {
    Self(width: 2, content: .cell(.init(key: CellKey("total", column), caption: column, kind: .amount)))
  }
  fileprivate static let reason = Self(
    width: 2, content: .cell(.init(key: CellKey("total", "reason"), caption: "原因", kind: .paragraph)))
}
