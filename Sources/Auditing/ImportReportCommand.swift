public import ArgumentParser
import Evaluation
import Foundation
import Intake
import JSON
import Policies
import Program
import Report

/// Takes a report apart into the fields of a filing.
public struct ImportReportCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "report", abstract: "把自评报告（.docx、.doc、.wps、.pdf、.txt）拆成各表各格和报告各部分。",
    discussion: """
      每一格注明依据（标签相同、标签相近、按位置、存疑）和在文件中的位置；没有归位的标题、段落、表格和单元格逐一列出，不会丢掉。
      只读文件，不改动任何数据。不给 --year 和 --policy 时，年度和制度从报告中识别。
      """)

  @Argument(help: ArgumentHelp("文件。", valueName: "文件")) var file: String
  @Option(help: "输出格式。") var format = Format.text
  @Option(help: ArgumentHelp("只按这份制度的表式和提纲，名称见 policy list 命令。", valueName: "制度")) var policy: String?
  @Option(help: ArgumentHelp("报告年度。", valueName: "年度")) var year: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  public init() {}

  public func validate() throws {
    if let year, !(2000...2100).contains(year) { throw ValidationError("年度“\(year)”不对，应为四位数字，如 2024。") }
  }

  public func run() async throws {
    // A file that cannot be read is refused before anything else is done.
    let source = try read()
    let candidates = try PolicyLibrary.bundled().candidates(under: policy)
    let imported = ImportedFile(of: source, named: file, under: candidates, year: year)
    switch format {
    case .text: write(Array(ImportText.text(of: imported).utf8))
    case .json: write(ImportJSON.value(of: imported).indented())
    }
  }

  private func read() throws -> SourceFile {
    do throws(IntakeDefect) { return try Intake().read(file) } catch { throw Stop("\(file)：\(error.message)。") }
  }

  private func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }
}

extension PolicyLibrary {
  /// The sets of policies to choose from: those that a policy is part of, or all. The policy is named, or is a file, as
  /// the page 制度 gives it. Throws for a name that none bears and for a file with errors.
  func candidates(under name: String?) throws -> [PolicySet] {
    guard let name else { return sets }
    if [".yaml", ".yml"].contains(where: name.hasSuffix) {
      let given = try PolicyLibrary(file: name)
      let ids = given.policies.map(\.id)
      let all = PolicyLibrary(policies.filter { !ids.contains($0.id) } + given.policies)
      return ids.flatMap { all.sets(under: $0) }
    }
    let id = name
    let named = sets(under: id)
    guard !named.isEmpty else { throw Stop("没有制度“\(id)”，可用的制度见 policy list 命令。") }
    return named
  }
}
