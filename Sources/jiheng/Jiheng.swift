import ArgumentParser
import Auditing
import Report

/// The one program: every command of the system.
@main struct Jiheng: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jiheng", abstract: "绩衡：预算绩效自评系统。", version: Release.version,
    subcommands: [
      Serve.self, AuditCommand.self, Demo.self, Export.self, Import.self, AccountCommand.self, PolicyCommand.self,
      Verify.self, Backup.self, Restore.self,
    ])
}
