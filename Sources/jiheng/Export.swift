import ArgumentParser
import Auditing
import Database
import Evaluation
import Foundation
import Operations
import Store

/// Writes a filing into a file.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "导出一个单位的自评：Word、Excel 工作簿或 JSON。")

  @OptionGroup var options: DataOptions
  @Option(help: "单位编码，六位。") var unit: String
  @Option(help: "年度。") var year: Int
  @Option(help: "docx、xlsx 或 json。") var format = Format.docx
  @Option(name: .shortAndLong, help: "输出文件。") var output: String

  enum Format: String, ExpressibleByArgument, CaseIterable { case docx, xlsx, json }

  func run() async throws {
    guard let code = UnitCode(unit) else { throw ValidationError("单位编码“\(unit)”不是六位数字。") }
    let desk = try await options.desk()
    let year = year
    let found = try await desk.engine.read { database -> FilingRecord? in
      let tasks = try database.ask(Query<EvaluationTask>.tasks).filter { $0.year == year && $0.phase.isShownToUnits }
      return try tasks.lazy.compactMap { try database.first(.filing(of: code, in: $0.id)) }.first
    }
    guard let found else { throw Stop("没有 \(unit) \(year) 年度的自评。") }
    let loaded = try await desk.shelf.filing(found.id)
    let bytes =
      switch format {
      case .docx: try ExportFiling.word(loaded)
      case .xlsx: try ExportFiling.workbook(loaded)
      case .json: ExportFiling.json(loaded)
      }
    do {
      try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    } catch { throw Stop("不能写入 \(output)：\(error.localizedDescription)") }
    print("已导出 \(output)（\(bytes.count) 字节）")
  }
}
