import Foundation
import HTML
import JSON
import OOXML
import Program
import Report
import Rules

/// Writes outcomes out as they come, and tells on a terminal how far the run is.
actor AuditWriter {
  private let format: AuditCommand.Format
  private let total: Int
  private let skipped: Int
  /// Where the copy with comments goes.
  private let annotated: String?
  private let showsProgress = isatty(2) == 1
  private var totals = AuditTotals()
  private var done = 0
  /// Kept for the formats that make one thing of all files.
  private var reports: [AuditedReport] = []
  private var unread: [UnreadFile] = []

  init(format: AuditCommand.Format, total: Int, skipped: Int, annotated: String?) {
    self.format = format
    self.total = total
    self.skipped = skipped
    self.annotated = annotated
  }

  func take(_ outcome: AuditRun.Outcome) {
    done += 1
    switch outcome {
    case .audited(let report, let word):
      totals.add(report)
      clearProgress()
      switch format {
      case .text: write(TextOutput.text(of: report) + "\n")
      case .json: write(JSONOutput.value(of: report).compact() + [UInt8(ascii: "\n")])
      case .sarif, .html: reports.append(report)
      }
      if let annotated { annotate(report, word, annotated) }
      showProgress("\(done)/\(total) \(report.file)")
    case .unread(let file): fail(file)
    }
  }

  func fail(_ file: UnreadFile) {
    totals.addUnread()
    unread.append(file)
    clearProgress()
    note("\(file.file)：\(file.reason)。")
  }

  func finish() -> AuditTotals {
    clearProgress()
    switch format {
    case .text: if totals.files > 1 { write(TextOutput.summary(of: totals)) }
    case .json: break
    case .sarif: write(SARIFOutput.log(of: reports, unread: unread, version: Release.version).indented())
    case .html: write(HTMLOutput.page(of: reports, unread: unread).bytes)
    }
    if skipped > 0 { note("跳过 \(skipped) 个其他格式的文件。") }
    return totals
  }

  /// Writes a copy of the Word file with a comment at each finding.
  private func annotate(_ report: AuditedReport, _ word: [UInt8]?, _ path: String) {
    guard let word else {
      fail(UnreadFile(file: report.file, reason: "只有 Word 文件才能加批注"))
      return
    }
    do {
      let date = Date(timeIntervalSince1970: Double(MachineClock.now())).ISO8601Format()
      let copy = try WordComment.added(WordComments.list(of: report), to: word, author: "绩衡", date: date)
      try Data(copy).write(to: URL(filePath: path), options: .atomic)
    } catch let defect as OfficeDefect {
      fail(UnreadFile(file: report.file, reason: defect.message))
    } catch {
      fail(UnreadFile(file: path, reason: "不能写入：\(error.localizedDescription)"))
    }
  }

  /// So many files have been read.
  func showReading(_ count: Int) { showProgress("已读取 \(count)/\(total)") }

  private func showProgress(_ words: String) {
    guard showsProgress, total > 1, done < total else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(words)".utf8))
  }

  private func clearProgress() {
    if showsProgress { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
  private func write(_ text: String) { write(Array(text.utf8)) }
  private func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }
}
