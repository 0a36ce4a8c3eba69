import Evaluation
import Operations
import Store

@testable import Site

/// What page parts are tested on: a unit's blank filing at some stage, and people who look at it.
enum SamplePage {
  static let unit = "201001"

  /// `chain` is what its history ends with: another one after every change.
  static func loaded(
    _ stage: Stage, chain: String = "", filing change: (inout Filing) -> Void = { _ in }
  ) throws -> LoadedFiling {
    guard let code = UnitCode(unit) else { throw Missing() }
    let budgetUnit = BudgetUnit(code: code, name: "示例县商务局")
    var filing = Filing(blank: budgetUnit.filingUnit, year: 2024, policies: .example)
    change(&filing)
    let record = FilingRecord(
      id: 7, task: 1, unit: budgetUnit, stage: stage, version: 3, chain: chain, sender: nil, isOpened: false, errors: 0,
      unexplained: 0, score: "", updatedAt: 1_740_000_000)
    let task = EvaluationTask(
      id: 1, title: "2024年度绩效自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["example"],
      deadline: "2025-03-31", phase: .launched)
    return LoadedFiling(record: record, task: task, calculation: Calculation(filing), explanations: [])
  }

  static func visitor(_ posts: Post...) -> Visitor {
    let person = Person(id: 1, account: "someone", name: "人员", mobile: nil, isClosed: false, posts: posts)
    return Visitor(person: person, csrf: "token", session: "", mustSetSecret: false)
  }

  static let handler = visitor(Post(.handler, at: unit))

  struct Missing: Error {}
}
