import Foundation
import Glibc
import OOXML
import Testing

@testable import Report

/// The program itself, run on files of a folder that is gone afterwards.
@Suite struct AuditCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "jiheng-audit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "reports/inner"), withIntermediateDirectories: true)
  }

  private struct Outcome {
    let status: Int32
    let output: String
    let notes: String
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  private func audit(_ arguments: String...) throws -> Outcome { try run("jiheng", ["audit"] + arguments) }

  private func run(_ name: String, _ arguments: [String]) throws -> Outcome {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let process = Process()
    process.executableURL = program.appending(path: name)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, notes) = (folder.appending(path: "output"), folder.appending(path: "notes"))
    for file in [output, notes] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: notes)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      notes: try String(contentsOf: notes, encoding: .utf8))
  }

  private func done() { try? FileManager.default.removeItem(at: folder) }

  private var plain: [UInt8] { Array("青禾县文旅局工作简报\n本年开展活动三次。\n".utf8) }

  @Test func `a folder of mixed files is read in a stable order, and each failure is one line`() throws {
    defer { done() }
    try write("reports/b.txt", plain)
    try write("reports/a.docx", Array("PK\u{3}\u{4}".utf8))
    try write("reports/inner/c.txt", [])
    try write("reports/inner/d.txt", [0xBC, 0xA8, 0xD0, 0xA7])
    try write("reports/picture.png", [0x89])
    try write("reports/~$b.docx", [0])
    let outcome = try audit("reports", "--format", "json", "--fail-on", "never")
    #expect(outcome.status == 2)
    let files = try outcome.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["file"] as? String
    }
    #expect(files == ["reports/b.txt", "reports/inner/d.txt"])
    #expect(
      outcome.notes == """
        reports/a.docx：文件不完整，可能没有传完。
        reports/inner/c.txt：文件是空的。
        跳过 1 个其他格式的文件。

        """)
  }

  @Test func `a path where nothing is costs a line, and the others are still done`() throws {
    defer { done() }
    try write("b.txt", plain)
    let outcome = try audit("nothing.txt", "b.txt", "--only", "L")
    #expect(outcome.status == 2)
    #expect(outcome.notes == "nothing.txt：没有这个文件或文件夹。\n")
    #expect(outcome.output.contains("b.txt：须改正 0，须说明 0，提示 0"))
    #expect(try audit("b.txt", "--only", "L").status == 0)
  }

  @Test func `what cannot be asked for is refused with the reason`() throws {
    defer { done() }
    try write("b.txt", plain)
    let wrong = try audit("b.txt", "--only", "X")
    #expect(wrong.status == 64 && wrong.notes.contains("没有检查“X”"))
    #expect(try audit("b.txt", "--policy", "nowhere").notes.contains("没有制度“nowhere”"))
    #expect(try audit("b.txt", "--annotate", "out.docx").status == 2)
    #expect(try audit("b.txt", "b.txt", "--annotate", "out.docx").status == 64)
  }

  /// A report of a made-up unit with enough words of its own to be compared.
  private func report(of unit: String, _ year: Int, reception: String, last: String, _ words: [String]) -> [UInt8] {
    let table = [
      ["财政供养人员情况（人）", "编制数", "\(year)年实际在职人数", "控制率"], ["", "20", "17", "85%"],
      ["经费控制情况（万元）", "\(year - 1)年决算数", "\(year)年预算数", "\(year)年决算数"],
      ["三公经费", last, "3", reception], ["1、公务用车购置和维护经费", "0", "0", "0"], ["其中：公车购置", "0", "0", "0"],
      ["公车运行维护", "0", "0", "0"], ["2、出国经费", "1", "0", "1"], ["3、公务接待", last, "3", reception],
    ].map { $0.map { "\t\($0)\n" }.joined() + "\n" }.joined()
    return Array(
      ("\(year)年度\(unit)部门整体支出绩效自评报告\n一、工作情况\n" + words.joined(separator: "\n") + "\n" + table).utf8)
  }

  /// Sentences of numbered made-up things.
  private func words(_ seed: Int) -> [String] {
    let things = Array("山水田林路桥河湖村镇街巷米面油盐茶布纸笔书画琴棋灯火车船马牛羊鸡鸭鱼花草树木竹石金银铜铁")
    return (0..<12).map { line in
      String((0..<40).map { things[($0 * $0 * 7 + line * 13 + $0 * seed * 5 + line * $0 * 3) % things.count] }) + "。"
    }
  }

  @Test func `files of one unit are compared year by year, and those of others for copies`() throws {
    defer { done() }
    try write("reports/a2023.txt", report(of: "青禾县文旅局", 2023, reception: "2.31", last: "2", words(1)))
    try write("reports/b2024.txt", report(of: "青禾县文旅局", 2024, reception: "2.2", last: "2.28", words(2)))
    try write("reports/c2024.txt", report(of: "青禾县林业局", 2024, reception: "1", last: "1", words(2)))
    try write("reports/d.txt", [])
    let outcome = try audit("reports", "--format", "json", "--only", "E01,E11", "--fail-on", "never")
    #expect(outcome.status == 2 && outcome.notes == "reports/d.txt：文件是空的。\n")
    let messages = try outcome.output.split(separator: "\n").map { line -> [String] in
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return try #require(object["findings"] as? [[String: Any]]).compactMap { $0["message"] as? String }
    }
    #expect(
      messages == [
        [],
        [
          "报告正文有 100% 与 reports/c2024.txt 相同，请按本单位实际改写。",
          "公务接待上年决算数 2.28 万元，上年报告（reports/a2023.txt）的本年决算数 2.31 万元，相差 0.03 万元。",
        ], ["报告正文有 100% 与 reports/b2024.txt 相同，请按本单位实际改写。"],
      ])
    let again = try audit(
      "reports/c2024.txt", "reports/b2024.txt", "reports/a2023.txt", "--format", "json", "--only", "E01,E11")
    #expect(again.output.split(separator: "\n").reversed() == outcome.output.split(separator: "\n"))
    let text = try audit("reports", "--only", "E01,E11", "--fail-on", "never").output
    #expect(text.contains("\n  对照：上年报告 reports/a2023.txt；其他单位同年度报告 1 份\n"))
    #expect(try audit("reports/b2024.txt", "--only", "E01,E11").output.contains("缺资料，未检查 2 项：E01 E11"))
  }

  @Test func `a year and a policy that are given are the ones in the result`() throws {
    defer { done() }
    try write("b.txt", plain)
    let output = try audit("b.txt", "--format", "json", "--year", "2023", "--policy", "hunan-2022-project").output
    #expect(output.contains(#""policies":["hunan-2022-project"],"madeWith":{"#) && output.contains(#""year":2023"#))
  }

  @Test func `the program of the offline kit finds the same, byte for byte`() throws {
    defer { done() }
    try write("b.txt", plain + Array("本年共支出××万元。\n".utf8))
    for format in ["text", "json", "html", "sarif"] {
      let arguments = ["b.txt", "--format", format, "--year", "2024"]
      let (one, other) = (try run("jiheng", ["audit"] + arguments), try run("jiheng-audit", arguments))
      #expect(one.output == other.output && one.status == other.status && one.output.contains("××"), "\(format)")
    }
    #expect(try run("jiheng-audit", ["policy", "list"]).output.contains("hunan-2024-department"))
    #expect(try run("jiheng-audit", ["--version"]).output == "\(Release.version)\n")
  }

  @Test func `a document gets its comments in a copy`() throws {
    defer { done() }
    let document = WordDocument(sections: [WordSection([.paragraph(WordParagraph("部门整体支出绩效自评报告"))])])
    try write("a.docx", document.bytes())
    let outcome = try audit("a.docx", "--annotate", "out.docx", "--fail-on", "never")
    #expect(outcome.status == 0)
    let copy = try Data(contentsOf: folder.appending(path: "out.docx"))
    #expect(try WordReader.read(Array(copy)).blocks.paragraphs.map(\.text) == ["部门整体支出绩效自评报告"])
  }
}
