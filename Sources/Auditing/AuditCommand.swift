public import ArgumentParser
import Evaluation
import Foundation
import Intake
import Policies
import Program
import Report
import Rules

/// Checks reports that were written elsewhere.
public struct AuditCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "检查自评报告：.docx、.doc、.wps、.pdf、.xlsx、.txt 文件，或整个文件夹。",
    discussion: """
      不给 --year 和 --policy 时，年度和制度从报告中识别；识别不出的会说明，有关检查列为“缺资料，未检查”。
      一次给出多个文件时，同一单位前后年度的报告相互核对，不同单位同一年度的报告相互比对是否雷同。
      退出码：0 没有达到 --fail-on 的问题，1 有，2 有文件未能读取（其余文件照常检查）。
      """)

  @Argument(help: ArgumentHelp("文件或文件夹。", valueName: "文件")) var paths: [String]
  @Option(help: "输出格式。") var format = Format.text
  @Option(help: ArgumentHelp("只按这份制度检查：名称（见 policy list 命令），或制度文件（.yaml，可从“制度”页下载）。", valueName: "制度")) var policy:
    String?
  @Option(help: ArgumentHelp("报告年度。", valueName: "年度")) var year: Int?
  @Option(help: ArgumentHelp("只做这些检查：组或代码，用逗号分隔，如 A,D,P04。", valueName: "检查")) var only: String?
  @Option(help: "达到哪一级时退出码为 1。") var failOn = Limit.error
  @Option(help: ArgumentHelp("另存一份 Word 文件，在每个问题处加批注；只能检查一个文件时用。", valueName: "文件")) var annotate: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, html }
  enum Limit: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never

    var severity: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .never: nil
      }
    }
  }

  public init() {}

  public func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("请给出文件或文件夹。") }
    if let year, !(2000...2100).contains(year) { throw ValidationError("年度“\(year)”不对，应为四位数字，如 2024。") }
    _ = try CheckChoice(only)
    if let annotate {
      guard paths.count == 1 else { throw ValidationError("--annotate 一次只能用于一个文件。") }
      guard FileFormat.ending(of: annotate) == "docx" else { throw ValidationError("--annotate 后请写 .docx 文件名。") }
    }
  }

  public func run() async throws {
    let library = try PolicyLibrary.bundled()
    let candidates = try library.candidates(under: policy)
    let found = ReportFiles(paths)
    guard !found.files.isEmpty || !found.unread.isEmpty else { throw Stop("所给文件夹中没有可检查的文件。") }
    guard annotate == nil || found.files == paths || !found.unread.isEmpty else {
      throw Stop("--annotate 只能用于一个文件，不能用于文件夹。")
    }
    let run = AuditRun(candidates: candidates, year: year, choice: try CheckChoice(only))
    let writer = AuditWriter(
      format: format, total: found.files.count, skipped: found.skipped, annotated: annotate)
    for path in found.unread { await writer.fail(path) }
    await run.audit(found.files, reading: { await writer.showReading($0) }, taking: { await writer.take($0) })
    let totals = await writer.finish()
    let status = totals.exitStatus(failingOn: failOn.severity)
    if status != 0 { throw ExitCode(status) }
  }
}
