import ArgumentParser
import Conversion
import Database
import Foundation
import Hummingbird
import Logging
import NIOCore
import Operations
import Policies
import Program
import ServiceLifecycle
import Site
import UnixSignals

/// Answers browsers and other systems.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "启动服务。数据库为空时打印建立第一位管理员的一次性链接。")

  @OptionGroup var options: DataOptions
  @Option(help: "监听地址。") var host = "127.0.0.1"
  @Option(help: "监听端口。") var port = 8080
  @Option(
    help: ArgumentHelp(
      "浏览器访问本系统的地址，例如 https://jixiao.example.gov.cn；不给出就是监听的地址和端口。", valueName: "地址"))
  var siteAddress: String?
  @Flag(help: "只通过 https 发送登录凭据（前面有 https 代理时使用）。") var secure = false
  @Flag(help: "在本机以外的地址上以明文提供服务，密码会在网络上明文传送。") var plain = false
  @Flag(help: "不登录也可以使用报告体检（按来源地址限制次数）。") var openCheckup = false
  @Option(help: ArgumentHelp("每个接口令牌每分钟最多的请求数。", valueName: "次数")) var apiRate = 1_200
  @Option(help: ArgumentHelp("把提醒和自评的流转发给其他系统的地址（POST，JSON）。", valueName: "地址"))
  var webhook: String?
  @Option(help: ArgumentHelp("为发出的消息签名的密钥所在的文件，至少 16 个字符。", valueName: "文件"))
  var webhookKeyFile: String?
  @OptionGroup var signOn: SignOnOptions
  @Option(help: ArgumentHelp("每日自动备份的目录；不给出就不自动备份，人工备份放在数据目录的 backups 中。", valueName: "目录")) var backupFolder: String?
  @Option(help: ArgumentHelp("每日备份和人工备份各保留的份数。", valueName: "份数")) var backupKeep = 14
  @Option(help: ArgumentHelp("每日备份的钟点，0 到 23，北京时间。", valueName: "钟点")) var backupHour = 2
  @Option(name: .customLong("log"), help: "日志级别：trace、debug、info、notice、warning、error、critical。")
  var level = "info"

  func validate() throws {
    if let siteAddress, URL(string: siteAddress)?.host() == nil || !siteAddress.hasPrefix("http") {
      throw ValidationError("--site-address 须为 http 或 https 地址。")
    }
    guard secure || plain || Self.isThisMachine(host) else {
      throw ValidationError("监听 \(host) 会让密码在网络上明文传送。请在前面设置 https 代理并加 --secure；确需明文的加 --plain。")
    }
    guard backupKeep >= 1 else { throw ValidationError("保留的份数至少为 1。") }
    guard (0...23).contains(backupHour) else { throw ValidationError("钟点为 0 到 23。") }
    if backupFolder != nil, options.postgres != nil { throw ValidationError(DataOptions.postgresBackup) }
  }

  /// Where browsers find the program, without a slash at its end.
  private var address: String {
    let address = siteAddress ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    return address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  func run() async throws {
    guard let logLevel = Logger.Level(rawValue: level) else { throw ValidationError("没有日志级别“\(level)”。") }
    var logger = Logger(label: "jiheng")
    logger.logLevel = logLevel
    let hook = try webhook.map { try Webhook(address: $0, keyFile: webhookKeyFile) }
    let desk = try signOn.desk(at: address)
    let engine = try await options.open()
    let backups = siteBackups(of: engine)
    let library = try PolicyLibrary.bundled()
    if ProgramFolders.installed.readsForOthers, ProgramFolders.installed.confinement == nil {
      logger.warning(
        "LibreOffice and pdftotext read what people send in with all rights of this program: install bubblewrap")
    }
    let press = PagePress()
    defer { press.stop() }
    let site = Site(
      engine: engine, policies: PolicyShelf(library.policies), checkup: CheckupSettings(isOpen: openCheckup),
      press: press,
      interfaceRate: apiRate, isSecure: secure, backups: backups, signOn: desk,
      now: { MachineClock.now() })
    let application = Application(
      router: site.router(),
      // The framework's own idle time puts a task aside for every answer; this one is a task for each connection.
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [IdleStateHandler(allTimeout: IdleConnections.patience), IdleConnections()])),
      configuration: .init(address: .hostname(host, port: port), serverName: "jiheng"),
      services: Chores(
        engine: engine, shelf: site.shelf, packing: site.packing, webhook: hook, backups: backups.shelf, logger: logger
      ).services, logger: logger)
    if let token = try await Accounts(engine: engine).setupToken(at: MachineClock.now()) {
      let link = address + Site.setUpPath(token)
      // Written at once: `print` would wait in a buffer where the output is a file or a pipe.
      FileHandle.standardOutput.write(Data("尚无人员。请在 24 小时内打开下面的链接，建立第一位管理员：\n\(link)\n".utf8))
    }
    try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    logger.info("stopped")
  }

  private static func isThisMachine(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }

  private func siteBackups(of engine: any Engine) -> SiteBackups {
    guard let engine = engine as? SQLiteEngine else { return .elsewhere(DataOptions.postgresBackup) }
    return .into(
      BackupShelf(
        engine, database: options.database, folder: backupFolder ?? options.backups, kept: backupKeep,
        hour: backupFolder == nil ? nil : backupHour))
  }
}
