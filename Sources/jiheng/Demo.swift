import ArgumentParser
import Conversion
import Database
import Foundation
import Operations
import Program
import Site
import Store

/// Makes the demo county.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "在空的数据目录中建立演示县：单位、人员、任务和各阶段的自评。")

  @OptionGroup var options: DataOptions
  @Option(help: "输出格式：text 或 json。") var format = Format.text
  @Option(help: "单位个数；给出时建立一个更大的县，否则为说明书用的十个单位。") var units: Int?
  @Option(help: "全县项目支出自评表的张数（与 --units 一起使用）。") var projects = 0
  @Option(help: "有错误的自评所占的比例，如 0.08（与 --units 一起使用）。") var faults = 0.0
  @Flag(help: "不公开任何自评；否则说明书用的县中有两个单位已经公开。") var unpublished = false
  @Option(help: "随机数的种子，相同的种子建立相同的县（与 --units 一起使用）。") var seed: UInt64 = 1

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    guard let units else { return }
    guard (1...LargeCounty.mostUnits).contains(units) else {
      throw ValidationError("--units 须在 1 到 \(LargeCounty.mostUnits) 之间。")
    }
    guard (0...10_000).contains(projects) else { throw ValidationError("--projects 须在 0 到 10000 之间。") }
    guard (0...1).contains(faults) else { throw ValidationError("--faults 须在 0 到 1 之间。") }
  }

  private var plan: DemoPlan {
    guard let units else { return .small }
    return LargeCounty(
      units: units, projects: projects, faultsPerThousand: Int((faults * 1_000).rounded()), seed: seed
    ).plan
  }

  func run() async throws {
    let desk = try await options.desk()
    let known = try await desk.engine.read { try $0.ask(.units) }
    guard known.isEmpty else { throw Stop("数据目录中已有单位，演示县只能建在空的数据目录中。") }
    let press = PagePress()
    defer { press.stop() }
    let made = try await MakeDemo(
      engine: desk.engine, shelf: desk.shelf, plan: plan, policies: desk.policies,
      press: unpublished ? nil : DemoPress(engine: desk.engine, shelf: desk.shelf, press: press) { $0.page })(
        at: MachineClock.now())
    switch format {
    case .json: print(made.json)
    case .text:
      print("演示县已建立：\(made.units.count) 个单位，\(made.accounts.count) 人。账号和一次性密码：")
      for account in made.accounts {
        let posts = account.posts.compactMap { DemoPosts.title($0) }.joined(separator: "、")
        print("  \(account.account)\t\(account.secret)\t\(account.name)\t\(account.unit ?? "财政局") \(posts)")
      }
      if !made.publications.isEmpty {
        print("已公开 \(Set(made.publications.map(\.unit)).count) 个单位的自评，不用登录即可在 /public 查看。")
      }
    }
  }
}
