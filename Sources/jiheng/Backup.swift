import ArgumentParser
import Database
import Foundation
import Operations
import Program

/// Copies the database while it is used.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "备份数据库，服务运行时也可以；备份后核对副本。",
    discussion: "备份是一个文件，含全部数据和上传的文件。核对没有发现时退出码为 0，有发现为 1；不能备份时不留下文件。")

  @OptionGroup var options: DataOptions
  @Option(name: .shortAndLong, help: "备份文件，不能已经存在。") var output: String

  func run() async throws {
    if options.postgres != nil { throw Stop(DataOptions.postgresBackup) }
    guard FileManager.default.fileExists(atPath: options.database) else { throw Stop("没有数据库 \(options.database)。") }
    // As it is: a database of an older program is backed up before it is brought up to date.
    let engine = try SQLiteEngine(path: options.database)
    let now = MachineClock.now()
    let outcome = try await engine.backup(to: output) { try await CheckCopy(at: now)($0) }
    try await engine.close()
    for line in outcome.findings { print(line) }
    print("已备份到 \(output)。\(outcome.words)")
    if !outcome.findings.isEmpty { throw ExitCode(1) }
  }
}

/// Puts a backup into a folder.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把备份恢复到数据目录，先核对再放入。",
    discussion: "目录须为空，或者用 --replace：其中原有的数据库改名保留。恢复后所有人须重新登录，恢复一事记入管理日志。")

  @Argument(help: "备份文件。") var file: String
  @OptionGroup var options: DataOptions
  @Flag(help: "目录不空也恢复；原有的数据库改名保留。服务须先停止。") var replace = false
  @Flag(help: "核对有发现也恢复。") var despiteFindings = false

  func run() async throws {
    if options.postgres != nil { throw Stop(DataOptions.postgresBackup) }
    let outcome = try await RestoreBackup(replaces: replace, despiteFindings: despiteFindings)(
      file, into: options.data, at: MachineClock.now())
    for line in outcome.checked.findings { print(line) }
    if let aside = outcome.setAside { print("原有的数据库改名为 \(aside)。") }
    print("已恢复到 \(options.data)。\(outcome.checked.words)")
  }
}
