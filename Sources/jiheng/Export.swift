import ArgumentParser
import Conversion
import Database
import Evaluation
import Foundation
import Operations
import Paper
import Program
import Store

/// Writes a filing into a file.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "导出一个单位的自评：Word、PDF、Excel 工作簿、JSON，或全部材料的压缩包。")

  @OptionGroup var options: DataOptions
  @Option(help: "单位编码，六位。") var unit: String
  @Option(help: "年度。") var year: Int
  @Option(help: "docx、pdf、xlsx、json 或 zip。") var format = Format.docx
  @Option(help: "用这份 Word 模板，代替任务所用的版式；用于 docx、pdf 和 zip。") var template: String?
  @Option(name: .shortAndLong, help: "输出文件。") var output: String

  enum Format: String, ExpressibleByArgument, CaseIterable { case docx, pdf, xlsx, json, zip }

  func run() async throws {
    guard let code = UnitCode(unit) else { throw ValidationError("单位编码“\(unit)”不是六位数字。") }
    let desk = try await options.desk()
    let year = year
    let found = try await desk.engine.read { try $0.first(.filing(of: code, year: year)) }
    guard let found else { throw Stop("没有 \(unit) \(year) 年度的自评。") }
    let loaded = try await desk.shelf.filing(found.id)
    let layout = try await layout(for: loaded, desk.engine)
    let press = PagePress()
    defer { press.stop() }
    let bytes =
      switch format {
      case .docx: try ExportFiling.word(loaded, as: layout)
      case .pdf: try await Self.pages(loaded, layout, press)
      case .zip: try await FilingPackage(loaded, as: layout, from: desk.engine, press: press).bytes()
      case .xlsx: try ExportFiling.workbook(loaded)
      case .json: ExportFiling.json(loaded)
      }
    do {
      try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    } catch { throw Stop("不能写入 \(output)：\(error.localizedDescription)") }
    print("已导出 \(output)（\(bytes.count) 字节）")
  }

  /// Every fault of the file is told at once.
  private func layout(for loaded: LoadedFiling, _ engine: any Engine) async throws -> PaperLayout {
    guard let template else { return try await engine.read { try $0.paperLayout(of: loaded.task.id) } }
    guard let content = FileManager.default.contents(atPath: template) else { throw Stop("不能读取 \(template)。") }
    let check = TemplateCheck(loaded.filing.policies, year: loaded.filing.year)
    do throws(Invalid) { return .template(try check.template([UInt8](content))) } catch {
      let lines = ["模板 \(template) 有 \(error.problems.count) 处需要改正："] + error.problems.map(\.message)
      throw Stop(lines.joined(separator: "\n"))
    }
  }

  private static func pages(
    _ loaded: LoadedFiling, _ layout: PaperLayout, _ press: PagePress
  ) async throws -> [UInt8] {
    do { return try await ExportFiling.pages(loaded, as: layout, press: press) } catch let fault as PagesFault {
      throw Stop(fault.message)
    }
  }
}
