import Foundation
import HTML
import Hummingbird
import Intake
import JSON
import OOXML
import Report

/// What a checked report is taken away as.
struct CheckupResults {
  let report: AuditedReport
  /// A copy of the Word file with comments; nil for other files, and for one that takes none.
  let word: File?
  let html: File
  let json: File

  init(_ outcome: CheckupDesk.Outcome, at now: Int64) {
    let report = outcome.report
    let name = report.file.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? "报告"
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    self.report = report
    html = File(
      name: base + "-体检结果.html", type: "text/html; charset=utf-8", bytes: HTMLOutput.page(of: [report]).bytes)
    json = File(
      name: base + "-体检结果.json", type: "application/json; charset=utf-8",
      bytes: JSONOutput.value(of: report).indented())
    word = outcome.word.flatMap { bytes in
      let date = Date(timeIntervalSince1970: Double(now)).ISO8601Format()
      let copy = try? WordComment.added(WordComments.list(of: report), to: bytes, author: "绩衡", date: date)
      let hasMacros = FileFormat.ending(of: name) == "docm"
      let type =
        hasMacros
        ? "application/vnd.ms-word.document.macroEnabled.12"
        : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      return copy.map { File(name: base + (hasMacros ? "-批注.docm" : "-批注.docx"), type: type, bytes: $0) }
    }
  }

  struct File {
    let name: String
    let type: String
    let bytes: [UInt8]

    var response: Response { .download(bytes, name: name, type: type) }

    /// The file as an address that holds it, so that the page has it and the server keeps nothing.
    var held: String { "data:\(type.filter { $0 != " " });base64,\(Data(bytes).base64EncodedString())" }
  }
}
