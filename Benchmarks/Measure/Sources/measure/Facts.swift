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
  func check() {
    let clock = ContinuousClock()
    let start = clock.now
    let policies = PolicySet([policy()])
    var units: [(name: Substring, entries: [CellKey: Entry])] = []
    for line in lines("facts.tsv") {
      let fields = line.split(separator: "\t")
      if units.last?.name != fields[0] { units.append((fields[0], [:])) }
      units[units.count - 1].entries[CellKey(String(fields[1]), "value")] = Entry(String(fields[2]))
    }
    var (told, messages, cells) = ([String](), 0, 0)
    for unit in units {
      let filing = Filing(
        unit: FilingUnit(code: String(unit.name), name: String(unit.name), kind: .lead), year: 2024, policies: policies,
        sheets: [Sheet(id: "facts", form: "facts", entries: unit.entries)])
      cells += unit.entries.count
      for reported in Audit(of: Dossier(Calculation(filing)), rules: []).findings {
        told.append("\(unit.name) \(reported.card.id)\n")
        messages += reported.finding.message.utf8.count
      }
    }
    let took = start.duration(to: clock.now)
    do { try Data(told.joined().utf8).write(to: folder.appending(path: "ours.txt")) } catch { fatalError("\(error)") }
    Measured(rounds: 1, took: took).write([
      "units": "\(units.count)", "cells": "\(cells)", "found": "\(told.count)", "messages": "\(messages)",
    ])
  }

  /// One form with a row for each fact, and each sum as a check of the policy's own.
  private func policy() -> Policy {
    let sums = lines("sums.tsv").map { line in line.split(separator: "\t").map(String.init) }
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
    return text.split(separator: "\n")
  }
}
