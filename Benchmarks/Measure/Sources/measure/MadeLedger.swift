import Foundation
import OOXML
import Workbooks

/// A ledger of made-up units, as the peers write it.
struct MadeLedger {
  let path: String
  let rows: Int
  init(_ path: String, rows: Int) {
    self.path = path
    self.rows = rows
  }

  func write(columns: Int) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let ledger = try LedgerFile(
      path: path, title: "台账", columns: (0..<columns).map { .init("列\($0 + 1)", width: 10) })
    for row in 1...rows {
      let code = String(row)
      var cells: [EntryContent] = [
        .text(String(repeating: "0", count: max(0, 6 - code.utf8.count)) + code), .text("示例县单位\(row)"),
      ]
      for column in 2..<columns { cells.append(.number(Double((row * 31 + column * 7) % 1_000_003) / 100)) }
      try ledger.append(cells)
    }
    try ledger.close()
    Measured(rounds: 1, took: start.duration(to: clock.now)).write([
      "rows": "\(rows)", "megabytes": "\(Self.mostMegabytes)",
    ])
  }

  func read() throws {
    let clock = ContinuousClock()
    let start = clock.now
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("cannot read \(path)") }
    // A nation's ledger holds more than a file may that somebody hands in.
    let sheet = try WorkbookReader.read(
      Array(data), limits: ZipLimits(totalSize: 4 << 30, entryCount: 100, ratio: 1_000),
      holding: WorkbookLimits(cells: 1 << 26, textSize: 4 << 30)
    ).sheets[0]
    Measured(rounds: 1, took: start.duration(to: clock.now)).write([
      "rows": "\(rows)", "cells": "\(sheet.cells.count)", "megabytes": "\(Self.mostMegabytes)",
    ])
  }

  /// The most memory that the program had at once.
  private static var mostMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  }
}
