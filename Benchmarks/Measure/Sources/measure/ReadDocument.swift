import Evaluation
import Foundation
import Intake
import Reading

/// A Word file as it is read in: to running text with its tables, and on to the fields of a filing.
struct ReadDocument {
  private let bytes: [UInt8]

  init(_ path: String) throws { bytes = Array(try Data(contentsOf: URL(filePath: path))) }

  private func read() throws -> SourceFile { try Intake().read(bytes, named: "report.docx") }

  func parse(for seconds: Double) throws {
    let text = try read().report.text.string
    Measured(for: seconds) { _ = try? read() }.write([
      "bytes": "\(bytes.count)", "characters": "\(text.unicodeScalars.count { !$0.properties.isWhitespace })",
    ])
  }

  /// Without reading the file.
  func recognise(for seconds: Double) throws {
    let report = try read().report
    func fields() -> Int { ImportedReport(RecognisedReport(report, under: [.example])).fields.count }
    let count = fields()
    Measured(for: seconds) { _ = fields() }.write(["bytes": "\(bytes.count)", "fields": "\(count)"])
  }
}
