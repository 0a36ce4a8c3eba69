/// A posted form with files: `multipart/form-data`.
struct MultipartForm: Sendable {
  struct Part: Sendable {
    let name: String
    /// nil for a plain field.
    let fileName: String?
    let content: [UInt8]
  }
  let parts: [Part]

  /// nil where the body is not what the content type says.
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
      guard body[index...].starts(with: "\r\n".utf8), let end = Self.find(separator, in: body[index...]) else {
        return nil
      }
      guard let part = Self.part(body[(index + 2)..<end]), parts.count < 100 else { return nil }
      parts.append(part)
      index = end + separator.count
    }
    self.parts = parts
  }

  subscript(_ name: String) -> String {
    parts.last { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.content, as: UTF8.self) } ?? ""
  }
  func file(_ name: String) -> Part? { parts.last { $0.name == name && $0.fileName != nil } }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    let blank = Array("\r\n\r\n".utf8)
    guard let end = find(blank, in: bytes), let header = String(validating: bytes[..<end], as: UTF8.self),
      let line = header.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = parameter("name", of: String(line))
    else { return nil }
    return Part(name: name, fileName: parameter("filename", of: String(line)), content: Array(bytes[(end + 4)...]))
  }

  /// `name="value"` or `name=value` of a header.
  static func parameter(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = pair[1]
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
        ? String(value.dropFirst().dropLast()) : String(value)
    }
    return nil
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
