import Foundation
import JSON
import OOXML
import Testing

/// What the readers see in the files of a folder, for `Tests/PeerReaders` to compare with what others see.
@Suite struct PeerReadingTests {
  private static let environment = ProcessInfo.processInfo.environment
  /// Holds .docx and .xlsx files; what is seen in each goes into a file beside it.
  private static let folder = environment["JIHENG_PEER_FILES"]
  /// How many documents of our own are written there first, and from which numbers.
  private static let count = environment["JIHENG_PEER_COUNT"].flatMap { Int($0) } ?? 0
  private static let seed = environment["JIHENG_PEER_SEED"].flatMap { UInt64($0) } ?? 0

  @Test(.enabled(if: folder != nil)) func `what is seen in every file is written beside it`() throws {
    let folder = URL(filePath: try #require(Self.folder))
    for number in 0..<Self.count {
      var generator = SeededGenerator(seed: Self.seed &+ UInt64(number))
      try Data(RandomDocument.make(using: &generator).bytes()).write(to: folder.appending(path: "own-\(number).docx"))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() {
      let content = { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
      let seen: JSONValue
      if name.hasSuffix(".docx") {
        seen = Self.value(of: try WordReader.read(content()).blocks)
      } else if name.hasSuffix(".xlsx") {
        seen = Self.value(of: try WorkbookReader.read(content()))
      } else {
        continue
      }
      try Data(seen.compact()).write(to: folder.appending(path: name + ".json"))
    }
  }

  /// Paragraphs as their texts, tables with their cells.
  private static func value(of blocks: [SourceBlock]) -> JSONValue {
    .array(
      blocks.compactMap { block in
        switch block {
        case .sectionEnd: nil
        case .paragraph(let paragraph): .string(paragraph.text)
        case .table(let table):
          [
            "rows": .number(Int64(table.rowCount)), "columns": .number(Int64(table.columnCount)),
            "cells": .array(
              table.cells.map {
                ["rows": range($0.rows), "columns": range($0.columns), "blocks": value(of: $0.blocks)]
              }),
          ]
        }
      })
  }

  private static func range(_ range: Range<Int>) -> JSONValue {
    .array([.number(Int64(range.lowerBound)), .number(Int64(range.upperBound))])
  }

  private static func value(of workbook: SourceWorkbook) -> JSONValue {
    .array(
      workbook.sheets.map { sheet in
        [
          "name": .string(sheet.name), "isHidden": .bool(sheet.isHidden),
          "cells": .object(sheet.cells.map { .init($0.place.reference, .string($0.text)) }),
          "merges": .array(
            sheet.merges.map { .array([range($0.rows), range($0.columns)]) }),
        ]
      })
  }
}
