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
