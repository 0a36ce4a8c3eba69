import ArgumentParser
import Database
import Evaluation
import Foundation
import Operations
import Paper
import Program
import Store

extension Import {
  /// Workbooks that were exported here and filled in.
  struct Workbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入从本系统导出、填好的工作簿（.xlsx），文件或目录。",
      discussion: """
        每个工作簿按其中记录的单位和年度归到自评，与在网页上填写一样检查。一个工作簿中有不能导入或与系统中的改动冲突的格时，\
        这个工作簿都不导入；用 --partial 则只导入其余的格。
        有工作簿没有导入或没有全部导入时，退出状态为 1。
        """)

    @OptionGroup var options: DataOptions
    @Argument(help: "工作簿文件或目录，可以有多个。") var files: [String]
    @Option(help: "由谁导入：单位经办岗的账号。") var by: String
    @Flag(help: "有不能导入的格时，导入其余的格。") var partial = false

    func run() async throws {
      let desk = try await options.desk()
      let account = by
      let people = try await desk.engine.read { database in
        try database.ask(Query<Person>.people(signingInAs: account)).compactMap {
          try database.person($0.id, at: MachineClock.now())
        }
      }
      guard let person = people.first(where: { !$0.isClosed }) else { throw Stop("没有账号“\(account)”。") }
      let paths = try files.flatMap(Self.workbooks)
      guard !paths.isEmpty else { throw Stop("没有找到 .xlsx 文件。") }
      var incomplete = 0
      for path in paths {
        do {
          if try await !take(path, by: person, desk) { incomplete += 1 }
        } catch {
          incomplete += 1
          print("\(path)：\(Self.words(error))")
        }
      }
      if paths.count > 1 { print("共 \(paths.count) 个工作簿，\(paths.count - incomplete) 个全部导入。") }
      guard incomplete == 0 else { throw ExitCode.failure }
    }

    /// Whether all of it was taken over.
    private func take(_ path: String, by person: Person, _ desk: Desk) async throws -> Bool {
      guard let data = FileManager.default.contents(atPath: path) else { throw Stop("不能读取。") }
      let origin: WorkbookOrigin
      do throws(WorkbookRefusal) {
        origin = try FilledWorkbook(Array(data)).origin
      } catch { throw Stop(error.message) }
      guard let id = try await filing(of: origin, in: desk) else {
        throw Stop("系统中没有 \(origin.unitName)（\(origin.unit)）\(origin.year) 年度的这份自评。")
      }
      let loaded = try await desk.shelf.filing(id)
      try loaded.demandEditable(by: person)
      let preview = try await WorkbookPreview(Array(data), of: loaded, history: desk.engine)
      for remark in preview.remarks { print("\(path)：\(remark.place)：\(remark.message)") }
      for row in preview.rows {
        guard row.problem != nil || row.isConflict else { continue }
        let reason = row.problem ?? "导出后系统中已改为“\(row.current)”，工作簿中为“\(row.text)”。"
        print("\(path)：\(row.place)（\(row.name)）：\(reason)")
      }
      let entries = preview.entries
      let isWhole = entries.count == preview.rows.count && preview.remarks.isEmpty
      guard isWhole || partial else {
        print("\(path)：没有导入。")
        return false
      }
      guard
        case .written(let changes, _) = try await ImportWorkbook(engine: desk.engine, shelf: desk.shelf)(
          entries, in: id, by: person, at: MachineClock.now())
      else { throw Stop("导入期间自评有了新的改动，没有导入，请重新运行。") }
      print("\(path) → \(origin.unitName) \(origin.year) 年度，改动 \(changes) 处。")
      return isWhole
    }

    /// The filing that a workbook was made from: a unit may have several in a year.
    private func filing(of origin: WorkbookOrigin, in desk: Desk) async throws -> Int64? {
      guard let code = UnitCode(origin.unit) else { return nil }
      return try await desk.engine.read { database in
        let tasks = try database.ask(Query<EvaluationTask>.tasks).filter { $0.year == origin.year }
        let filings = try tasks.compactMap { try database.first(.filing(of: code, in: $0.id))?.id }
        let made = try filings.first {
          try database.first(.history(of: $0, at: origin.version))?.chain == origin.chain
        }
        return made ?? filings.first
      }
    }

    /// A file, or the workbooks in a folder and the folders in it, by name.
    private static func workbooks(_ path: String) throws -> [String] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Stop("没有 \(path)。") }
      guard isFolder.boolValue else { return [path] }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return names.filter { name in
        // Spreadsheets keep a file of their own beside an open workbook.
        name.lowercased().hasSuffix(".xlsx") && !(name.split(separator: "/").last ?? "").hasPrefix("~$")
      }.sorted().map { "\(path)/\($0)" }
    }

    private static func words(_ error: any Error) -> String {
      switch error {
      case let invalid as Invalid: invalid.problems.map(\.message).joined(separator: "；")
      case let forbidden as Forbidden: forbidden.message
      case let refused as Refused: refused.reasons.map(\.message).joined(separator: "；")
      case is NotFound: "此账号不能导入这个单位的自评。"
      case let stop as Stop: stop.description
      default: "\(error)"
      }
    }
  }
}
