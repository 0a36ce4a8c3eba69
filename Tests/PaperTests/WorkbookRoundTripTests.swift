import Evaluation
import Foundation
import OOXML
import Policies
import Testing
import Workbooks

@testable import Paper

@Suite("A filing as a workbook and back", .timeLimit(.minutes(10))) struct WorkbookRoundTripTests {
  /// JIHENG_LONG_TESTS asks for many.
  private static let count = ProcessInfo.processInfo.environment["JIHENG_LONG_TESTS"] == nil ? 20 : 1_000

  /// Every set of policies that tasks can be held under here, with its year.
  private static let sets: [PolicySet] = {
    let all = (try? PolicyLibrary.bundled().policies) ?? []
    func set(_ ids: String...) -> PolicySet { PolicySet(ids.compactMap { id in all.first { $0.id == id } }) }
    return [
      .example, set("hunan-2024-department", "hunan-2024-project"), set("yueyang-2024-department"),
      set("national-2021-project"), set("hunan-2022-project"),
    ].filter { !$0.policies.isEmpty }
  }()

  private static func random(_ seed: Int) -> FilledAtRandom {
    FilledAtRandom(sets[seed % sets.count], year: 2024, seed: UInt64(seed))
  }

  private func workbook(_ filing: Filing) -> FilingWorkbook {
    FilingWorkbook(Calculation(filing), version: 7, chain: "abc")
  }

  @Test func anUntouchedWorkbookChangesNothing() async throws {
    #expect(Self.sets.count == 5)
    for seed in 0..<Self.count {
      // Others want their turn.
      await Task.yield()
      let filled = try FilledWorkbook(workbook(Self.random(seed).filing).bytes())
      #expect(filled.cells.isEmpty && filled.remarks.isEmpty, "seed \(seed): \(filled.cells) \(filled.remarks)")
    }
  }

  @Test func whatIsFilledInComesBackAsTheSameFiling() async throws {
    for seed in 0..<Self.count {
      await Task.yield()
      let random = Self.random(seed)
      let blank = random.emptied
      // The blank filing's workbook with the cells of the filled one: what a person would have typed.
      var typed = workbook(random.filing).workbook
      typed.sheets[typed.sheets.count - 1] = workbook(blank).map.worksheet
      let filled = try FilledWorkbook(typed.bytes())
      let names = CellNames(Calculation(random.filing))
      let edits = filled.cells.map { cell -> Edit in
        guard case .cell(let address) = cell.target else { return .addLine(sheet: "", under: "") }
        let raw = random.filing.entry(at: address)?.text ?? ""
        // A text that names cells was made with the names of the filled filing.
        let known = random.filing.section(at: address) == nil ? [:] : names.named(BoundText(raw)).cells
        return .write(address, text: NamedText(cell.text, cells: known), was: nil)
      }
      let outcome = blank.applying(edits)
      #expect(outcome.problems.isEmpty && filled.remarks.isEmpty, "seed \(seed): \(outcome.problems)")
      for sheet in random.filing.sheets {
        let back = outcome.filing.sheet(sheet.id)
        for (key, entry) in sheet.entries where !entry.text.isEmpty {
          let text = back?.entries[key]?.text ?? ""
          let address = CellAddress(sheet.id, key.row, key.column)
          #expect(Self.isSame(text, entry.text, at: address, in: random.filing), "seed \(seed) \(address)")
        }
      }
    }
  }

  /// A sign for per cent may come or go where the cell is a share.
  private static func isSame(_ a: String, _ b: String, at address: CellAddress, in filing: Filing) -> Bool {
    if a == b { return true }
    let calculation = Calculation(filing)
    // What was typed before lines took the cell over is hidden beneath their sum.
    if calculation.isComputed(at: address) { return true }
    let kind = calculation.definition(at: address)?.kind
    guard kind == .percent || kind == .percentNumber else { return false }
    return a.filter { $0 != "%" } == b.filter { $0 != "%" }
  }

  @Test func theSameFilingGivesTheSameBytes() throws {
    let filing = Self.random(3).filing
    #expect(try workbook(filing).bytes() == workbook(filing).bytes())
  }

  @Test func formulasComputeWhatTheFormComputes() throws {
    let made = workbook(FilledFiling.make()).workbook
    let formulas = made.sheets.flatMap(\.cells).compactMap { entry -> (String, Double?)? in
      if case .formula(let text, let value) = entry.content { (text, value) } else { nil }
    }
    #expect(formulas.contains { $0.0 == "=IF(COUNT(C12:C14)=0,\"\",ROUND(SUM(C12:C14),6))" || $0.0.contains("SUM(") })
    #expect(formulas.contains { $0.0.contains("MIN(10,") && $0.1 == 10 })
    #expect(formulas.allSatisfy { $0.0.hasPrefix("=IF") })
  }
}
