import ArgumentParser
import Operations

/// Looks whether anything was changed behind the program's back.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核对历史链和内容：发现绕过系统的任何改动。", discussion: "没有发现时退出码为 0，有发现为 1。")

  @OptionGroup var options: DataOptions

  func run() async throws {
    let engine = try await options.open()
    let outcome = try await VerifyDatabase(reader: engine)()
    for line in outcome.findings { print(line) }
    print(outcome.words)
    if !outcome.findings.isEmpty { throw ExitCode(1) }
  }
}
