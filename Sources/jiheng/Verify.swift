import ArgumentParser
import Operations

/// Looks whether anything was changed behind the program's back.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核对历史链和内容：发现绕过系统的任何改动。", discussion: "没有发现时退出码为 0，有发现为 1。")

  @OptionGroup var options: DataOptions

  func run() async throws {
    let engine = try await options.open()
    let found = try await VerifyHistory(engine: engine)()
    for line in found.findings { print(line) }
    print(
      "核对 \(found.filings) 份自评、\(found.entries) 条历史记录，\(found.findings.isEmpty ? "没有发现问题。" : "发现 \(found.findings.count) 处问题。")"
    )
    if !found.findings.isEmpty { throw ExitCode(1) }
  }
}
