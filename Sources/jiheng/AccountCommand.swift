import ArgumentParser
import Database
import Evaluation
import Operations
import Program
import Store

/// Accounts from the command line.
struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "账号。", subcommands: [Reset.self, List.self, Token.self, Unite.self])

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "发放新的一次性密码，并结束该账号的全部登录。")
    @OptionGroup var options: DataOptions
    @Argument(help: "账号；--all 时不填。") var accounts: [String] = []
    @Flag(help: "全部账号。") var all = false

    func run() async throws {
      let engine = try await options.open()
      guard all || !accounts.isEmpty else { throw ValidationError("请给出账号，或用 --all。") }
      let wanted = accounts
      let everyone = all
      let people = try await engine.read { database in
        everyone
          ? try database.people(matching: "", limit: 100_000, offset: 0)
          : try wanted.flatMap { try database.ask(Query<Person>.people(signingInAs: $0)) }
      }
      guard !people.isEmpty else { throw Stop("没有这个账号。") }
      for person in people where !person.isClosed && person.account != Accounts.systemAccount {
        let secret = try await Accounts(engine: engine).reset(person.id, at: MachineClock.now())
        print("\(person.account)\t\(secret)\t\(person.name)")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出账号。")
    @OptionGroup var options: DataOptions
    func run() async throws {
      let engine = try await options.open()
      let people = try await engine.read { try $0.people(matching: "", limit: 100_000, offset: 0) }
      for person in people {
        let posts = person.posts.map { "\($0.unit.map { "\($0) " } ?? "")\($0.kind.title)" }.joined(separator: "、")
        print("\(person.account)\t\(person.name)\t\(person.isClosed ? "已停用" : "在用")\t\(posts)")
      }
    }
  }

  struct Unite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "合并三员：取消系统、安全、审计管理员，由一个账号担任管理员。")
    @OptionGroup var options: DataOptions
    @Argument(help: "账号。") var account: String

    func run() async throws {
      do {
        try await UniteAdministrators(engine: try await options.open())(account, at: MachineClock.now())
      } catch is NotFound { throw Stop("没有这个账号，或已停用。") }
      print("三员已合并，管理员：\(account)")
    }
  }

  struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "为其他系统发放接口令牌（只显示一次）。")
    @OptionGroup var options: DataOptions
    @Argument(help: "系统名称。") var name: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("权限范围，如 filings:read；不写则只能报送预算数据。", valueName: "范围"))
    var scopes: [String] = [AccessScope.sendBudget.rawValue]
    @Option(help: ArgumentHelp("以谁的身份操作。", valueName: "账号")) var account = ""
    @Option(help: ArgumentHelp("有效天数；不写则长期有效。", valueName: "天")) var days = ""

    func run() async throws {
      let wanted = try scopes.map { text in
        guard let scope = AccessScope(rawValue: text) else {
          let known = AccessScope.allCases.map(\.rawValue).joined(separator: "、")
          throw ValidationError("没有权限范围“\(text)”，可用的有：\(known)。")
        }
        return scope
      }
      let engine = try await options.open()
      do {
        let entry = ServiceTokens.Entry(name: name, scopes: wanted, account: account, days: days)
        print(try await ServiceTokens(engine: engine).issue(entry, at: MachineClock.now()))
      } catch let invalid as Invalid { throw Stop(invalid.problems.map(\.message).joined(separator: "\n")) }
    }
  }
}
