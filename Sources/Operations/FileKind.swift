import Evaluation
import OOXML

/// The kinds of file that are taken, told by their content, not by what they are called.
public enum FileKind: String, Sendable, CaseIterable {
  case docx, xlsx, pdf, doc, wps, txt

  /// As HTTP names it.
  public var mediaType: String {
    switch self {
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    case .doc: "application/msword"
    case .wps: "application/vnd.ms-works"
    case .txt: "text/plain; charset=utf-8"
    }
  }

  /// The kind and a harmless name. Throws `Invalid`.
  static func checked(
    name: String, content: [UInt8], endings: [String]
  ) throws -> (kind: FileKind, name: String) {
    func problem(_ message: String) -> Invalid { Invalid([FieldProblem("file", message)]) }
    let name = harmless(name)
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let allowed = endings.joined(separator: "、")
    guard !content.isEmpty else { throw problem("文件是空的，请重新选择。") }
    guard content.count <= AttachFile.largest else { throw problem("文件不能超过 \(AttachFile.largest >> 20) MB。") }
    guard endings.contains(ending), let kind = FileKind(rawValue: ending) else {
      throw problem("不能上传“\(ending)”文件，请上传 \(allowed)。")
    }
    guard kind.fits(content) else { throw problem("文件内容不是\(ending)格式，可能已损坏或被改名，请检查后重新上传。") }
    return (kind, name)
  }

  private func fits(_ content: [UInt8]) -> Bool {
    switch self {
    case .docx: Self.archive(content, holds: "word/document.xml")
    case .xlsx: Self.archive(content, holds: "xl/workbook.xml")
    case .pdf: content.starts(with: Array("%PDF-".utf8))
    case .doc, .wps: content.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    case .txt: !content.contains(0)
    }
  }

  private static func archive(_ content: [UInt8], holds part: String) -> Bool {
    guard let archive = try? ZipReader(content) else { return false }
    return archive.entries.contains { $0.name == part }
  }

  /// The last part of a path, without control characters, at most 120 characters.
  static func harmless(_ name: String) -> String {
    let last = name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? "文件"
    let kept = last.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0x7F && !"\"<>|:*?".unicodeScalars.contains($0)
    }
    let text = String(String.UnicodeScalarView(kept))
    return String(text.suffix(120))
  }
}
