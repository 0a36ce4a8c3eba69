import Foundation
public import OOXML
import Reading

/// Reads files as reports.
public struct Intake: Sendable {
  /// Most bytes of a file that are read.
  static let largest = 200 << 20

  private let programs: Programs
  private let limits: ZipLimits

  /// `limits` is how much a packed file may ask for.
  public init(programs: Programs = .installed, limits: ZipLimits = .upload) {
    self.programs = programs
    self.limits = limits
  }

  /// Reads a file of the disk. Throws `IntakeDefect`.
  public func read(_ path: String) throws(IntakeDefect) -> SourceFile {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    let data: Data
    do { data = try handle.read(upToCount: Self.largest + 1) ?? Data() } catch { throw .unreadable }
    guard data.count <= Self.largest else { throw .tooLarge }
    return try read(Array(data), named: path)
  }

  /// Reads the content of a file; the name tells its format only where the content does not. Throws `IntakeDefect`.
  public func read(_ bytes: [UInt8], named name: String) throws(IntakeDefect) -> SourceFile {
    let format = try FileFormat(bytes, named: name)
    let file: SourceFile
    switch format {
    case .text: file = SourceFile(text: try text(bytes))
    case .word, .workbook: file = try office(bytes, format)
    case .oldWord: file = try office(try programs.wordFile(bytes, ending: FileFormat.ending(of: name)), format)
    case .pdf: file = SourceFile(pages: PageText(try programs.pageText(bytes)))
    }
    guard !file.report.blocks.isEmpty else { throw .noText }
    return file
  }

  private func text(_ bytes: [UInt8]) throws(IntakeDefect) -> String {
    guard let text = TextDecoding.text(bytes), !text.utf8.contains(0) else { throw .notText }
    return text
  }

  private func office(_ bytes: [UInt8], _ format: FileFormat) throws(IntakeDefect) -> SourceFile {
    do throws(OfficeDefect) {
      let package = try OfficePackage(bytes, limits: limits)
      switch package.kind {
      case .spreadsheet, .spreadsheetTemplateOrMacros: return try SourceFile(workbook: package)
      case .word, .wordTemplateOrMacros, .other: return try SourceFile(word: bytes, package, format: format)
      }
    } catch {
      throw IntakeDefect(error)
    }
  }
}

extension IntakeDefect {
  fileprivate init(_ defect: OfficeDefect) {
    switch defect {
    case .compoundFile: self = .locked
    case .xml(let part, _): self = .damaged("文件内容已损坏（\(part)），请用 Office 或 WPS 打开并另存")
    case .zip(.truncated): self = .damaged("文件不完整，可能没有传完")
    case .zip(.encrypted): self = .locked
    case .zip(.damagedContent), .zip(.wrongChecksum): self = .damaged("文件已损坏，请用 Word 或 WPS 打开并另存")
    case .zip(.unsupportedLayout), .zip(.unsupportedMethod): self = .damaged("文件的压缩方式不受支持，请用 Word 或 WPS 另存")
    case .zip, .notAnOfficeFile, .notAWordDocument, .notASpreadsheet, .tooManyCells: self = .damaged(defect.message)
    }
  }
}
