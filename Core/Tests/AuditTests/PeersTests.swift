import Evaluation
import Rules
import Testing

@testable import Audit
@testable import Reading

@Suite("Reports beside those of other units")
struct PeersTests {
  /// A sentence of made-up words, the same for the same seed.
  static func sentence(_ random: inout SeededRandom) -> String {
    let words = Array("东南西北春夏秋冬山水田林路桥河湖村镇街巷米面油盐茶布纸笔书画琴棋灯火车船马牛羊鸡鸭鱼花草树木竹石金银铜铁")
    return String((0..<40).map { _ in words[random.number(0...words.count - 1)] }) + "。"
  }
  static func text(seed: Int, sentences: Int = 20) -> [String] {
    // Seeds next to one another give the same numbers, one place further.
    var random = SeededRandom(seed: seed * 10_007)
    return (0..<sentences).map { _ in sentence(&random) }
  }
  static func dossier(_ paragraphs: [String], of unit: String) -> Dossier {
    let given = ExampleFiling.prose(paragraphs.map { MarkedText(stringLiteral: $0) })
    let report = given.report()
    return Dossier(
      Calculation(given.filing(of: unit), mode: .asWritten), narrative: report.map { Narrative($0) }, file: report)
  }
  static func report(_ paragraphs: [String], of unit: String) throws -> PeerReport {
    try #require(PeerReport(dossier(paragraphs, of: unit), file: unit + ".docx"))
  }
  private func copies(_ peers: Peers, _ text: ComparedText) -> [String] {
    peers.copies(of: text, by: "示例县商务局", in: 2024, atLeast: 60).map { "\($0.report.file) \($0.text.percent)%" }
  }

  @Test("a copy is found whatever the unit and the figures in it are", arguments: 1...5)
  func copyIsFound(seed: Int) throws {
    let own = Self.text(seed: seed).map { "示例县商务局全年完成12.5万元，" + $0 }
    let copied = Self.text(seed: seed).map { "示例县水利局全年完成380万元，" + $0 }
    let peers = Peers(
      try [Self.report(copied, of: "示例县水利局"), Self.report(Self.text(seed: seed + 100), of: "示例县林业局")])
    #expect(copies(peers, ComparedText(Self.dossier(own, of: "示例县商务局"))) == ["示例县水利局.docx 100%"])
  }

  @Test("a half copied report is half a copy, and says where each passage stands in both")
  func halfIsHalf() throws {
    let own = Self.text(seed: 3, sentences: 40)
    let other = try Self.report(["别的话语放在前面。"] + own.prefix(20), of: "示例县水利局")
    let peers = Peers([other, try Self.report([own[39]], of: "示例县林业局")])
    let text = ComparedText(Self.dossier(own, of: "示例县商务局"))
    let found = try #require(peers.copies(of: text, by: "示例县商务局", in: 2024, atLeast: 60).first)
    #expect(found.text.percent == 50 && found.text.passages.count == 20)
    let last = try #require(found.text.passages.last)
    // Behind a blank line, an opening paragraph and nineteen others.
    #expect(other.place(of: last)?.line == 22 && other.place(of: last)?.quote == own[19])
  }

  @Test("what many units share is no copy, what a few share is")
  func commonTextIsLeftOut() throws {
    let pattern = Self.text(seed: 1)
    let others = try (0..<9).map { try Self.report(pattern + Self.text(seed: 10 + $0), of: "示例县第\($0)局") }
    let text = ComparedText(Self.dossier(pattern + Self.text(seed: 30, sentences: 5), of: "示例县商务局"))
    #expect(copies(Peers(others), text).isEmpty)
    #expect(copies(Peers(Array(others.prefix(3))), text).count == 3)
  }

  @Test("reports of other years are not looked at")
  func otherYears() throws {
    let own = Self.text(seed: 1)
    let peers = Peers([try Self.report(own, of: "示例县水利局")])
    let text = ComparedText(Self.dossier(own, of: "示例县商务局"))
    #expect([2023, 2024].map { peers.countOfOthers(than: "示例县商务局", in: $0) } == [0, 1])
    #expect(peers.copies(of: text, by: "示例县商务局", in: 2023, atLeast: 60).isEmpty)
  }

  @Test("a unit's own reports are none of another unit's, in whatever order reports come")
  func orderDoesNotMatter() throws {
    let pattern = Self.text(seed: 1)
    let reports = try (0..<6).map {
      try Self.report(Array(pattern.prefix(20 - $0)) + Self.text(seed: 10 + $0, sentences: 2), of: "示例县第\($0 % 3)局")
    }
    let text = ComparedText(Self.dossier(pattern, of: "示例县第0局"))
    func found(_ order: [Int]) -> [Int] {
      Peers(order.map { reports[$0] }).copies(of: text, by: "示例县第0局", in: 2024, atLeast: 60).map(\.text.percent)
    }
    #expect(found(Array(0..<6)).count == 4)
    #expect(found([5, 3, 1, 0, 2, 4]) == found(Array(0..<6)))
  }

  @Test("a list of short paragraphs is found as a copy too")
  func shortParagraphs() throws {
    let own = Self.text(seed: 1, sentences: 12)
    let peers = Peers([try Self.report(own, of: "示例县水利局")])
    let verdict = AuditRule.e11ReportOfAnotherUnit.check(
      Self.dossier(own, of: "示例县商务局").beside(Companions(peers: peers)))
    guard case .fail(let findings) = verdict else {
      Issue.record("said \(verdict)")
      return
    }
    #expect(findings.map(\.message) == ["报告正文有 100% 与 示例县水利局.docx 相同，请按本单位实际改写。"])
  }

  @Test("a bureau and its headquarters are one unit")
  func headquarters() throws {
    let own = Self.text(seed: 1)
    let peers = Peers([try Self.report(own, of: "示例县商务局（本级）"), try Self.report(own, of: "示例县商务局机关")])
    #expect(peers.countOfOthers(than: PeerReport.key(of: "示例县商务局"), in: 2024) == 0)
    #expect(copies(peers, ComparedText(Self.dossier(own, of: "示例县商务局"))).isEmpty)
    #expect(PeerReport.key(of: "机关") == "机关" && PeerReport.key(of: "") == "")
  }

  @Test("headings, titles of laws, figures and the unit's name count for nothing")
  func leftOut() {
    let plain = Self.dossier(["本年组织商贸企业走进乡镇举办惠民展销活动。"], of: "示例县商务局")
    let dressed = Self.dossier(
      ["一、本年工作情况", "2024年本年组织商贸企业、走进 乡镇（12）举办《示例县商贸发展三年行动方案》示例县商务局惠民展销活动。"], of: "示例县商务局")
    #expect(!ComparedText(plain).digests.isEmpty)
    #expect(ComparedText(dressed).copied(from: ComparedText(plain)).percent >= 80)
  }

  @Test(
    "sentences that every report has count for nothing",
    arguments: [
      "进一步加强预算绩效管理，提高资金使用效益。", "严格按照规定的用途使用资金，确保专款专用，做到合规合法。", "建立健全内部控制制度，完善财务管理和监督检查。",
    ])
  func stockWords(sentence: String) {
    #expect(ComparedText(Self.dossier([sentence], of: "示例县商务局")).digests.count <= 2)
    #expect(ComparedText(Self.dossier([sentence], of: "示例县商务局"), keepsStockWords: true).digests.count > 8)
  }

  @Test("a later state of a filing is compared with the same others, and only what it says itself is noted")
  func companionsStay() throws {
    let filing = ConsistentFiling(seed: 1, .exact).filing
    let before = Calculation(filing)
    let last = Companion(Dossier(Calculation(ConsistentFiling(seed: 2, .exact).filing)))
    let dossier = Dossier(before).beside(Companions(earlier: [last]))
    let edited = filing.applying([.set(CellAddress("base", "reception", "last"), text: "3", was: nil)], to: before)
    let later = Dossier(Calculation(edited.filing, after: before), after: dossier)
    #expect(later.companions.lastYear != nil)
    let record = ReadRecord()
    _ = dossier.read(under: record).companions.lastYear?.dossier.sheets
    let changes = try #require(later.changes)
    #expect(!record.all.areReached(by: changes))
  }

  @Test("a filing that goes on beside last year's says what a fresh audit says", arguments: ["3", "", "2.28"])
  func goesOn(text: String) {
    let filing = ConsistentFiling(seed: 1, .exact).filing
    let before = Calculation(filing)
    let companions = Companions(earlier: [Companion(Dossier(Calculation(ConsistentFiling(seed: 2, .exact).filing)))])
    let continued = ContinuedAudit(of: Dossier(before).beside(companions))
    let edited = filing.applying([.set(CellAddress("base", "reception", "last"), text: text, was: nil)], to: before)
    let later = Calculation(edited.filing, after: before)
    let fresh = Audit(of: Dossier(Calculation(edited.filing)).beside(companions))
    let yearly = continued.continued(to: later).audit.findings.filter { $0.card.id == "E01" }.map(\.finding.message)
    #expect(yearly == fresh.findings.filter { $0.card.id == "E01" }.map(\.finding.message))
    #expect(!yearly.isEmpty)
  }
}
