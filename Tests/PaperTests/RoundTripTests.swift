import Evaluation
import Foundation
import Intake
import OOXML
import Paper
import Policies
import Reading
import Testing

/// What is exported as a Word document comes back as the same filing.
@Suite struct RoundTripTests {
  /// More of them with JIHENG_ROUND_TRIPS=1000.
  static let count = ProcessInfo.processInfo.environment["JIHENG_ROUND_TRIPS"].flatMap { Int($0) } ?? 24

  private func imported(_ filing: Filing) throws -> ImportedReport {
    try ImportedDocument.report(
      of: FilingDocument(Calculation(filing), filledOn: "2025年3月15日").bytes(), under: filing.policies)
  }

  @Test func `a filing that is exported and imported is the same`() throws {
    let library = try PolicyLibrary.bundled()
    let sets: [(PolicySet, Int)] =
      [(.example, 2024)]
      + ["hunan-2024-department", "yueyang-2024-department", "national-2021-project"].compactMap { id in
        library.sets(under: id).first.map { ($0, $0.policies.map(\.year).max() ?? 2024) }
      }
    for number in 0..<Self.count {
      let (policies, year) = sets[number % sets.count]
      let filing = RandomFiling(policies, year: year, seed: UInt64(number)).filing
      let back = try imported(filing)
      let (before, after) = (FilingContent(filing), FilingContent(back.filing))
      #expect(before.differences(to: after) == [], "filing \(number) under \(policies.policies[0].id)")
      #expect(back.filing.unit == filing.unit && back.filing.year == filing.year, "filing \(number)")
      let places = back.unplaced.filter { $0.reason != .behindSections && $0.reason != .noOutline }
      #expect(places.map(\.text) == [], "filing \(number)")
    }
  }

  @Test func `a figure that is bound to a cell comes back as it reads`() throws {
    let filing = FilledFiling.make()
    let back = try imported(filing)
    #expect(back.filing.entry(at: CellAddress("report", "basic", "text"))?.text == "全年基本支出471.83万元，其中公用经费221.98万元。")
    #expect(back.filing.entry(at: CellAddress("self", "goal", "target"))?.text == "管好用好预算资金，\n推进市场建设、电商服务和招商引资。")
    #expect(back.fields.allSatisfy { $0.confidence <= .position && $0.problem == nil })
  }
}

/// A Word document as the import reads it.
enum ImportedDocument {
  static func report(of bytes: [UInt8], under policies: PolicySet) throws -> ImportedReport {
    let source = try Intake(limits: ZipLimits(totalSize: 1 << 27, entryCount: 100, ratio: 5_000))
      .read(bytes, named: "export.docx")
    return ImportedReport(RecognisedReport(source.report, under: [policies]))
  }
}

/// What stands in a filing whatever its lines are called: added lines count from the top under what they belong to.
/// Lines with nothing in them and blank lines of a text leave nothing on paper.
struct FilingContent {
  private var texts: [String: String] = [:]

  init(_ filing: Filing) {
    let calculation = Calculation(filing)
    for sheet in filing.sheets {
      var tree: IndicatorTree?
      if case .form(let policy, let form)? = filing.policies.definition(of: sheet),
        form.blocks.contains(where: { if case .indicators = $0 { true } else { false } })
      {
        tree = policy.tree(sheet.tree)
        texts["\(sheet.id) tree"] = tree?.id
      }
      texts["\(sheet.id) removed"] = sheet.removedNodes.sorted().joined(separator: " ")
      var names: [String: String] = [:]
      var counts: [String: Int] = [:]
      for row in sheet.rows where sheet.entries.contains(where: { $0.key.row == row.id && !$0.value.text.isEmpty }) {
        counts[row.under, default: 0] += 1
        names[row.id] = "\(row.under)#\(counts[row.under] ?? 0)"
      }
      for (key, entry) in sheet.entries where !entry.text.isEmpty {
        // What lines add up to hides what was typed before there were any.
        guard !calculation.isComputed(at: CellAddress(sheet.id, key.row, key.column)) else { continue }
        let lines = entry.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        texts["\(sheet.id)/\(names[key.row] ?? key.row)/\(key.column)"] = lines.filter { !$0.isEmpty }.joined(
          separator: "\n")
      }
    }
  }

  /// In words, a few.
  func differences(to other: FilingContent) -> [String] {
    Set(texts.keys).union(other.texts.keys).sorted().filter { texts[$0] != other.texts[$0] }.prefix(4).map {
      "\($0): \(texts[$0] ?? "nothing") became \(other.texts[$0] ?? "nothing")"
    }
  }
}
