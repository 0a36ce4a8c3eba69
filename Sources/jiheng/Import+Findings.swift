import ArgumentParser
import Database
import Evaluation
import Foundation
import Operations
import Program
import Store

extension Import {
  /// Results of audits that were made elsewhere.
  struct Findings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入在别处检查报告的结果（jiheng-audit 以 JSON 格式输出的文件）。",
      discussion: "每份结果按报告的年度和单位名称归到该单位的自评，财政局在自评的“外部检查”中查看。同一结果重复导入只保留一份。")

    @OptionGroup var options: DataOptions
    @Argument(help: "文件，可以有多个；一个文件可以有多份报告的结果。") var files: [String]
    @Option(help: "由谁导入：绩效经办的账号。") var by: String
    @Option(help: "单位编码，六位；不给时按报告写明的单位名称。") var unit: String?
    @Option(help: "年度；不给时按报告写明的年度。") var year: Int?

    func run() async throws {
      let code = try unit.map { text in
        guard let code = UnitCode(text) else { throw ValidationError("单位编码“\(text)”不是六位数字。") }
        return code
      }
      let results = try files.flatMap(read)
      let desk = try await options.desk()
      let account = by
      let people = try await desk.engine.read { database in
        try database.ask(Query<Person>.people(signingInAs: account)).compactMap {
          try database.person($0.id, at: MachineClock.now())
        }
      }
      guard let person = people.first(where: { $0.holds(.finance) && !$0.isClosed }) else {
        throw Stop("没有绩效经办的账号“\(account)”。")
      }
      let outcome = try await ImportAudits(engine: desk.engine)(
        results, unit: code, year: year, by: person.id, at: MachineClock.now())
      for (file, unit) in outcome.kept { print("\(file) → \(unit)") }
      for problem in outcome.problems { print(problem) }
      print("已导入 \(outcome.kept.count) 份检查结果。")
      guard outcome.problems.isEmpty else { throw Stop("有 \(outcome.problems.count) 份没有导入。") }
    }

    private func read(_ file: String) throws -> [AuditResult] {
      guard let data = FileManager.default.contents(atPath: file) else { throw Stop("不能读取 \(file)。") }
      do {
        return try AuditResult.read(Array(data))
      } catch let invalid as Invalid {
        throw Stop("\(file)：\(invalid.problems.map(\.message).joined(separator: "\n"))")
      }
    }
  }
}
