import ArgumentParser
import Auditing
import Evaluation
import Foundation
import Operations
import Program

/// Takes over data from other systems.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "导入数据。", subcommands: [ImportReportCommand.self, Budget.self, Findings.self, Workbook.self],
    defaultSubcommand: ImportReportCommand.self)

  struct Budget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入预算系统的数据：CSV（UTF-8 或 GB18030）或 JSON。",
      discussion: "CSV 列：单位编码, 年度, 位置, 数值。位置如 base/reception/budget、base/specialFunds[农贸市场改造]/final。")

    @OptionGroup var options: DataOptions
    @Argument(help: "文件。") var file: String

    func run() async throws {
      guard let data = FileManager.default.contents(atPath: file) else { throw Stop("不能读取 \(file)。") }
      let desk = try await options.desk()
      do {
        let content = try BudgetFile(Array(data))
        for problem in content.problems { print(problem.message) }
        guard content.problems.isEmpty else { throw Stop("有 \(content.problems.count) 处错误，没有导入。") }
        let person = try await Accounts(engine: desk.engine).systemPerson()
        let outcome = try await BudgetImport(engine: desk.engine, shelf: desk.shelf)(
          content.rows, by: person, at: MachineClock.now())
        for problem in outcome.problems { print("\(problem.field)：\(problem.message)") }
        print("已导入 \(outcome.values) 个数，\(outcome.filings) 份填报中的自评已更新。")
      } catch let invalid as Invalid { throw Stop(invalid.problems.map(\.message).joined(separator: "\n")) }
    }
  }
}
