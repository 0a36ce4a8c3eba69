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
    let log = try await VerifyLog(reader: engine)()
    let policies = try await VerifyPolicies(reader: engine)()
    let findings = found.findings + log.findings + policies.findings
    for line in findings { print(line) }
    print(
      "核对 \(found.filings) 份自评、\(found.entries) 条历史记录、\(log.entries) 条管理日志、\(policies.versions) 份制度文本，\(findings.isEmpty ? "没有发现问题。" : "发现 \(findings.count) 处问题。")"
    )
    if !findings.isEmpty { throw ExitCode(1) }
  }
}
