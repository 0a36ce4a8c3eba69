public import ArgumentParser
import Evaluation
import Policies
import Rules

/// Policies from the command line.
public struct PolicyCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "制度。", subcommands: [Check.self, List.self])

  public init() {}

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "检查制度文件，指出文件、行和原因。不给文件时检查随程序的制度。")
    @Argument(help: "文件或目录。") var paths: [String] = []

    func run() async throws {
      let faults = PolicyLibrary.check(paths: paths.isEmpty ? [PolicyLibrary.bundledFolder] : paths).sorted()
      for fault in faults { print(fault) }
      let errors = faults.count { $0.severity == .error }
      print(errors == 0 ? "没有错误。" : "有 \(errors) 处错误。")
      if errors > 0 { throw ExitCode(1) }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出随程序的制度。")
    func run() async throws {
      for policy in try PolicyLibrary.bundled().policies {
        print("\(policy.id)\t第 \(policy.version) 版\t\(policy.year)\t\(policy.title)\t\(policy.hash)")
      }
    }
  }
}
