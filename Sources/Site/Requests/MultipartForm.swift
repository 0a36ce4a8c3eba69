import Evaluation
import Operations

/// A posted form with files: `multipart/form-data`.
struct MultipartForm: Sendable {
  struct Part: Sendable {
    let name: String
    /// nil for a plain field.
    let fileName: String?
    let content: [UInt8]
  }
  let parts: [Part]

  /// nil where the body is not what the content type says, or a plain field is no text, or one with U+0000.
  init?(_ body: [UInt8], contentType: String) {
    guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
      return nil
    }
    let dash = Array("--\(boundary)".utf8)
    guard body.starts(with: dash) else { return nil }
    let separator = Array("\r\n--\(boundary)".utf8)
    var parts: [Part] = []
    var index = dash.count
    while true {
      if body[index...].starts(with: "--".utf8) { break }
      guard body[index...].starts(with: "\r\n".utf8) else { return nil }
      let content = body[(index + 2)...]
      guard let end = Self.find(separator, in: content), let part = Self.part(content[..<end]), parts.count < 100 else {
        return nil
      }
      parts.append(part)
      index = end + separator.count
    }
    self.parts = parts
  }

  subscript(_ name: String) -> String {
    parts.last { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.content, as: UTF8.self) } ?? ""
  }
  func file(_ name: String) -> Part? { parts.last { $0.name == name && $0.fileName != nil } }

  /// The file that was chosen in the field `file`. Throws `Invalid` where there is none.
  func chosenFile(orElse message: String = "请选择文件。") throws -> Part {
    guard let file = file("file"), file.fileName?.isEmpty == false else {
      throw Invalid([FieldProblem("file", message)])
    }
    return file
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    let blank = Array("\r\n\r\n".utf8)
    guard let end = find(blank, in: bytes), let header = String(validating: bytes[..<end], as: UTF8.self),
      !header.unicodeScalars.contains("\0"),
      let line = header.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = parameter("name", of: String(line))
    else { return nil }
    let (fileName, content) = (parameter("filename", of: String(line)), bytes[(end + 4)...])
    let isText = fileName == nil
    if isText, content.contains(0) || String(validating: content, as: UTF8.self) == nil { return nil }
    return Part(name: name, fileName: fileName, content: Array(content))
  }

  /// `name="value"` or `name=value` of a header. Browsers write a quote and the ends of lines in a value as %22, %0D, %0A.
  static func parameter(_ name: String, of header: String) -> String? {
    for piece in pieces(of: header).dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = pair[1]
      guard value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 else { return String(value) }
      return String(value.dropFirst().dropLast()).replacing("%22", with: "\"").replacing("%0D", with: "\r")
        .replacing("%0A", with: "\n")
    }
    return nil
  }

  /// What stands between the semicolons that are in no quotes.
  private static func pieces(of header: String) -> [Substring] {
    var isQuoted = false
    return header.split(omittingEmptySubsequences: false) { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }

  private static func find(_ needle: [UInt8], in body: ArraySlice<UInt8>) -> Int? {
    var index = body.startIndex
    while index <= body.endIndex - needle.count {
      if body[index] == needle[0], body[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
