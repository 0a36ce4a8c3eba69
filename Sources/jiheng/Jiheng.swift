import ArgumentParser

/// The one program: every command of the system.
@main struct Jiheng: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jiheng", abstract: "绩衡：预算绩效自评系统。",
    subcommands: [
      Serve.self, AuditCommand.self, Demo.self, Export.self, Import.self, AccountCommand.self, PolicyCommand.self,
      Verify.self,
    ])
}
