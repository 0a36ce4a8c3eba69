import ArgumentParser
import Auditing
import Database
import Foundation
import Operations
import Store

/// Makes the demo county.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "在空的数据目录中建立演示县：单位、人员、任务和各阶段的自评。")

  @OptionGroup var options: DataOptions
  @Option(help: "输出格式：text 或 json。") var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let desk = try await options.desk()
    let known = try await desk.engine.read { try $0.ask(.units) }
    guard known.isEmpty else { throw Stop("数据目录中已有单位，演示县只能建在空的数据目录中。") }
    let made = try await MakeDemo(engine: desk.engine, shelf: desk.shelf, policies: desk.policies)(at: Clock.now())
    switch format {
    case .json: print(made.json)
    case .text:
      print("演示县已建立：\(made.units.count) 个单位，\(made.accounts.count) 人。账号和一次性密码：")
      for account in made.accounts {
        let posts = account.posts.compactMap { DemoPosts.title($0) }.joined(separator: "、")
        print("  \(account.account)\t\(account.secret)\t\(account.name)\t\(account.unit ?? "财政局") \(posts)")
      }
    }
  }
}
