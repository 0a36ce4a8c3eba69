import ArgumentParser
import Auditing
import Report

/// What can be imported without a database.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "读入别处写成的报告。", subcommands: [ImportReportCommand.self], defaultSubcommand: ImportReportCommand.self)
}

/// The audit alone: what the offline kit holds. It knows no database and no network.
@main struct JihengAudit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jiheng-audit", abstract: "绩衡：检查自评报告，不需要联网和安装。", version: Release.version,
    subcommands: [AuditCommand.self, Import.self, PolicyCommand.self], defaultSubcommand: AuditCommand.self)
}
