import Evaluation
import Foundation
import HTTPTypes
import Intake
import OOXML
import Paper
import Report
import Testing

@testable import Site

@Suite struct CheckupDeskTests {
  private static let text = "示例县商务局2024年度部门整体支出绩效自评报告\n2024年共支出××万元。\n"

  private func check(
    _ bytes: [UInt8], named name: String, _ change: (inout CheckupBounds) -> Void = { _ in }
  ) async throws -> CheckupDesk.Outcome {
    var bounds = CheckupBounds()
    change(&bounds)
    let desk = CheckupDesk(CheckupSettings(isOpen: true, bounds: bounds))
    return try await desk.check(.init(name: name, content: bytes, year: nil, candidates: [.example]))
  }

  private func document(_ lines: String...) -> [UInt8] {
    WordDocument(sections: [WordSection(lines.map { .paragraph(WordParagraph($0)) })]).bytes()
  }

  @Test func `a text and a Word file with the same words have the same findings`() async throws {
    let text = try await check(Array(Self.text.utf8), named: "报告.txt")
    let word = try await check(
      document("示例县商务局2024年度部门整体支出绩效自评报告", "2024年共支出××万元。"), named: "报告.docx")
    let messages = text.report.findings.map(\.message)
    #expect(messages.contains("占位符“××”没有填写。"))
    #expect(word.report.findings.map(\.message) == messages)
    #expect(text.word == nil && word.word != nil)
  }

  @Test func `results are named after the report, and the Word file has a comment for each finding`() async throws {
    let file = document("示例县商务局2024年度自评报告", "共支出××万元。")
    let outcome = try await check(file, named: "C:\\文档\\自评 报告.docx")
    let results = CheckupResults(outcome, at: 1_740_000_000)
    #expect(results.html.name == "自评 报告-体检结果.html" && results.json.name == "自评 报告-体检结果.json")
    let word = try #require(results.word)
    #expect(word.name == "自评 报告-批注.docx")
    let comments = try WordReader.read(word.bytes).traces.comments
    #expect(comments.count == outcome.report.findings.count { !$0.evidence.isEmpty } && !comments.isEmpty)
    #expect(word.held.hasPrefix("data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;"))
    #expect(word.held.contains(";base64,UEsD"))
  }

  @Test func `a workbook of the system itself is sent to the page that imports it`() async throws {
    let filing = Filing(
      unit: FilingUnit(code: "101001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example, sheets: [])
    let workbook = try FilingWorkbook(Calculation(filing), version: 1, chain: "").bytes()
    #expect(FilledWorkbook.isOne(workbook))
    await #expect(throws: CheckupRefusal.ownWorkbook) { try await check(workbook, named: "自评.xlsx") }
    #expect(CheckupRefusal.ownWorkbook.status.code == 422)
  }

  @Test func `each bad file is refused with its status and in words`() async throws {
    func refusal(_ bytes: [UInt8], _ name: String) async -> CheckupRefusal? {
      do {
        _ = try await check(bytes, named: name)
        return nil
      } catch { return error as? CheckupRefusal }
    }
    func expect(_ bytes: [UInt8], _ name: String, _ status: Int, _ words: String) async {
      let refusal = await refusal(bytes, name)
      #expect(refusal?.status.code == status, "\(name)")
      #expect(refusal?.message.contains(words) == true, "\(name): \(refusal?.message ?? "taken")")
    }
    await expect([], "空.docx", 422, "文件是空的")
    await expect([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "图.png", 415, "不是文本文件")
    await expect([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "密.docx", 422, "密码")
    await expect(Array("PK\u{3}\u{4}".utf8), "断.docx", 422, "不完整")
    await expect(Array("not a document".utf8), "假.docx", 422, "不是有效的 Word 文件")
    await expect([1], "表.xls", 415, "电子表格")
  }

  @Test func `a bomb is refused before it is unpacked`() async throws {
    let bomb = [ZipArchive.Entry("word/document.xml", [UInt8](repeating: 0x20, count: 8 << 20))]
    await #expect(throws: CheckupRefusal.unread(.damaged("文件的压缩比异常，已拒绝"), ending: "docx")) {
      _ = try await check(try ZipArchive(bomb).bytes(), named: "炸弹.docx")
    }
  }

  @Test func `a text that is too long, and work that takes too long, are stopped`() async throws {
    await #expect(throws: CheckupRefusal.tooLong(characters: 47, most: 20)) {
      _ = try await check(Array(String(repeating: "长", count: 47).utf8), named: "长.txt") { $0.longestText = 20 }
    }
    await #expect(throws: CheckupRefusal.tooSlow(seconds: -1)) {
      _ = try await check(Array(Self.text.utf8), named: "慢.txt") { $0.secondsToCheck = -1 }
    }
  }

  @Test func `people who signed in are counted by person, others by address`() throws {
    var bounds = CheckupBounds()
    (bounds.perAddress, bounds.perPerson) = (2, 3)
    let desk = CheckupDesk(CheckupSettings(isOpen: true, bounds: bounds))
    for _ in 0..<2 { try desk.admit(person: nil, address: "a", at: 0) }
    #expect(throws: CheckupRefusal.tooOften(seconds: 300, isSignedIn: false)) {
      try desk.admit(person: nil, address: "a", at: 0)
    }
    try desk.admit(person: nil, address: "b", at: 0)
    for _ in 0..<3 { try desk.admit(person: 7, address: "a", at: 0) }
    #expect(throws: CheckupRefusal.tooOften(seconds: 200, isSignedIn: true)) {
      try desk.admit(person: 7, address: "c", at: 0)
    }
  }
}
