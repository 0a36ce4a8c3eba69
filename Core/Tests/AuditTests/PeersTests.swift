import Evaluation
import Reading
import Rules
import Testing

@testable import Audit

@Suite("Reports beside those of other units")
struct PeersTests {
  /// A sentence of made-up words, the same for the same seed.
  static func sentence(_ random: inout SeededRandom) -> String {
    let words = Array("东南西北春夏秋冬山水田林路桥河湖村镇街巷米面油盐茶布纸笔书画琴棋灯火车船马牛羊鸡鸭鱼花草树木竹石金银铜铁")
    return String((0..<40).map { _ in words[Int(random.next() % UInt64(words.count))] }) + "。"
  }
  static func text(seed: Int, sentences: Int = 20) -> [String] {
    var random = SeededRandom(seed: seed)
    return (0..<sentences).map { _ in sentence(&random) }
  }
  static func dossier(_ paragraphs: [String], of unit: String) -> Dossier {
    ExampleTexts.report(paragraphs).dossier(of: unit)
  }
  static func report(_ paragraphs: [String], of unit: String) throws -> PeerReport {
    try #require(PeerReport(dossier(paragraphs, of: unit), file: unit + ".docx"))
  }

  @Test("a copy is found whatever the unit and the figures in it are", arguments: 1...5)
  func copyIsFound(seed: Int) throws {
    let own = Self.text(seed: seed).map { "示例县商务局全年完成12.5万元，" + $0 }
    let copied = Self.text(seed: seed).map { "示例县水利局全年完成380万元，" + $0 }
    let peers = Peers(
      try [Self.report(copied, of: "示例县水利局"), Self.report(Self.text(seed: seed + 100), of: "示例县林业局")])
    let text = ComparedText(Self.dossier(own, of: "示例县商务局"))
    let copies = peers.copies(of: text, by: "示例县商务局", over: 80)
    #expect(copies.map(\.report.file) == ["示例县水利局.docx"] && copies.first?.text.percent == 100)
  }

  @Test("the sample says of a half copied report that it is about half", arguments: 1...10)
  func halfIsHalf(seed: Int) throws {
    let own = Self.text(seed: seed, sentences: 40)
    let peers = Peers(try [Self.report(Array(own.prefix(20)), of: "示例县水利局"), Self.report([own[39]], of: "示例县林业局")])
    let text = ComparedText(Self.dossier(own, of: "示例县商务局"))
    let found = try #require(peers.copies(of: text, by: "", over: 30).first)
    #expect((40...60).contains(found.text.percent))
    #expect(text.copied(from: Set(ComparedText(Self.dossier(Array(own.prefix(20)), of: "x")).digests)).percent == 50)
  }

  @Test("what many units share is no copy, what a few share is")
  func commonTextIsLeftOut() throws {
    let pattern = Self.text(seed: 1)
    let others = try (0..<9).map { try Self.report(pattern + Self.text(seed: 10 + $0), of: "示例县第\($0)局") }
    let text = ComparedText(Self.dossier(pattern + Self.text(seed: 30, sentences: 5), of: "示例县商务局"))
    #expect(Peers(others).copies(of: text, by: "示例县商务局", over: 80).isEmpty)
    #expect(Peers(Array(others.prefix(3))).copies(of: text, by: "示例县商务局", over: 75).count == 3)
  }

  @Test("a unit's own reports are none of another unit's, in whatever order reports come")
  func orderDoesNotMatter() throws {
    let pattern = Self.text(seed: 1)
    let reports = try (0..<6).map {
      try Self.report(Array(pattern.prefix(20 - $0)) + Self.text(seed: 10 + $0, sentences: 2), of: "示例县第\($0 % 3)局")
    }
    let text = ComparedText(Self.dossier(pattern, of: "示例县第0局"))
    func found(_ order: [Int]) -> [String] {
      Peers(order.map { reports[$0] }).copies(of: text, by: "示例县第0局", over: 60).map { "\($0.text.percent)" }
    }
    #expect(found(Array(0..<6)).count == 4)
    #expect(found([5, 3, 1, 0, 2, 4]) == found(Array(0..<6)))
  }

  @Test("headings, titles of laws, figures and the unit's name count for nothing")
  func leftOut() {
    let plain = Self.dossier(["本年组织商贸企业走进乡镇举办惠民展销活动。"], of: "示例县商务局")
    let dressed = Self.dossier(
      ["一、本年工作情况", "2024年本年组织商贸企业、走进 乡镇（12次）举办《示例县商贸发展三年行动方案》示例县商务局惠民展销活动。"], of: "示例县商务局")
    #expect(!ComparedText(plain).digests.isEmpty)
    #expect(ComparedText(dressed).copied(from: Set(ComparedText(plain).digests)).percent >= 80)
  }
}
