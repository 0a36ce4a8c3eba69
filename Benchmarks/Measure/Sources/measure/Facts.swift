import Audit
import Evaluation
import Figures
import Foundation
import Reading
import Rules

/// Amounts of many units and the sums that they must fulfil, as `xbrl.py` writes them for us and for Arelle.
struct Facts {
  private let folder: URL

  init(_ folder: URL) { self.folder = folder }

  /// Reads everything, works every unit out, checks it and tells the sums that do not come out, with their messages.
  func check() async {
    let clock = ContinuousClock()
    let start = clock.now
    let policies = PolicySet([policy()])
    let units = unitLines()
    // Many small parts, so that no core waits for another's last one.
    let size = max(1, units.count / (8 * ProcessInfo.processInfo.activeProcessorCount))
    let told = await withTaskGroup(of: (Int, Told).self) { group in
      for first in stride(from: 0, to: units.count, by: size) {
        group.addTask { (first, Told(units[first..<min(units.count, first + size)], under: policies)) }
      }
      var parts: [(Int, Told)] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let took = start.duration(to: clock.now)
    let lines = told.flatMap(\.lines)
    do { try Data(lines.joined().utf8).write(to: folder.appending(path: "ours.txt")) } catch { fatalError("\(error)") }
    Measured(rounds: 1, took: took).write([
      "units": "\(units.count)", "cells": "\(told.reduce(0) { $0 + $1.cells })", "found": "\(lines.count)",
      "messages": "\(told.reduce(0) { $0 + $1.messages })",
    ])
  }

  /// What is said of some units.
  private struct Told: Sendable {
    private(set) var lines: [String] = []
    private(set) var messages = 0
    private(set) var cells = 0

    /// `units` are the lines of each.
    init(_ units: ArraySlice<ArraySlice<Substring>>, under policies: PolicySet) {
      for unit in units {
        var (name, entries) = ("", [CellKey: Entry]())
        for line in unit {
          let fields = line.fields
          name = fields[0]
          entries[CellKey(fields[1], "value")] = Entry(fields[2])
        }
        let filing = Filing(
          unit: FilingUnit(code: name, name: name, kind: .lead), year: 2024, policies: policies,
          sheets: [Sheet(id: "facts", form: "facts", entries: entries)])
        cells += entries.count
        for reported in Audit(of: Dossier(Calculation(filing)), rules: []).findings {
          lines.append("\(name) \(reported.card.id)\n")
          messages += reported.finding.message.utf8.count
        }
      }
    }
  }

  /// The lines of each unit, which follow one another.
  private func unitLines() -> [ArraySlice<Substring>] {
    let lines = lines("facts.tsv")
    func name(_ line: Substring) -> Substring {
      line[..<(line.utf8.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex)]
    }
    var units: [ArraySlice<Substring>] = []
    var first = 0
    while first < lines.count {
      let unit = name(lines[first])
      let end = lines[first...].firstIndex { name($0) != unit } ?? lines.count
      units.append(lines[first..<end])
      first = end
    }
    return units
  }

  /// One form with a row for each fact, and each sum as a check of the policy's own.
  private func policy() -> Policy {
    let sums = lines("sums.tsv").map(\.fields)
    let rows = lines("concepts.tsv").map { TableBlock.Row(id: String($0), label: String($0)) }
    let table = TableBlock(
      id: "table", caption: "金额（万元）", captionWidth: 12,
      columns: [.init(id: "value", caption: "金额", width: 12, kind: .amount)], rows: rows)
    let form = Form(
      id: "facts", kind: .baseData, title: "金额表", shortTitle: "金额表", width: 24, blocks: [.table(table)], source: "form")
    let checks = sums.map { sum in
      let text = "\(sum[0]).value = sum(\(sum.dropFirst().map { "\($0).value" }.joined(separator: ", ")))"
      guard let condition = try? Formula(text) else { fatalError(text) }
      return LocalCheck(
        id: sum[0], title: "合计不符", severity: .error, form: "facts", condition: condition,
        message: "\(sum[0]) 不等于各项之和。", source: "form")
    }
    return Policy(
      id: "facts", title: "金额", region: "示例县", year: 2024, object: .department, version: 1,
      effectiveFrom: "2025-01-01", sources: [:],
      amounts: AmountRule(unit: .tenThousandYuan, decimals: 2, source: "form"),
      rounding: Rounding(scoreDecimals: 2, rateDecimals: 2, mode: .halfUp, source: "form"),
      scoring: ScoringRule(
        executionPoints: 10, indicatorPoints: 90, executionReasonBelow: nil, reverse: .byExcess, levels: [],
        overfulfilment: nil, source: "form"),
      trees: [], grades: [], forms: [form], localChecks: checks)
  }

  private func lines(_ name: String) -> [Substring] {
    guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
      fatalError("cannot read \(name)")
    }
    // By bytes: characters are far slower, and none of these is made of several.
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
  }
}

extension Substring {
  /// What stands between tabs.
  fileprivate var fields: [String] { utf8.split(separator: UInt8(ascii: "\t")).compactMap { String($0) } }
}
